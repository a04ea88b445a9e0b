#pragma once

#include <wx/fileconf.h>
#include <wx/filehistory.h>
#include <wx/gdicmn.h>

#include <filesystem>
#include <optional>

#include "core/keys.h"
#include "messages/language.h"
#include "ui/appearance.h"

namespace mitjul {

/// What the program remembers from one start to the next: a file `mitjul/mitjul.conf` below the user's folder for
/// settings (XDG_CONFIG_HOME on Linux). A file that cannot be read or written leaves everything as it is by default.
class Settings {
 public:
  Settings();

  /// Nothing: what the system speaks.
  std::optional<Language> language() const;
  void set_language(std::optional<Language> language);
  Appearance appearance() const;
  void set_appearance(Appearance appearance);
  int text_size() const;
  void set_text_size(int percent);

  struct Window {
    wxRect place;  ///< empty: never closed before
    bool maximized = false;
  };
  Window window() const;
  void set_window(const Window& window);
  /// How panes are laid out; empty where it was never stored, or by another version of the panes.
  wxString layout() const;
  void set_layout(const wxString& layout);
  /// Of the list of annotations, above the inspector, in pixels; 0 where it was never stored.
  int annotations_height() const;
  void set_annotations_height(int height);

  /// Empty where none was open at the end.
  std::filesystem::path last_project() const;
  void set_last_project(const std::filesystem::path& project);
  DocumentKey last_document() const;
  void set_last_document(const DocumentKey& key);

  /// Who works on a project; empty where nobody was chosen.
  AnnotatorKey annotator(const std::filesystem::path& project) const;
  void set_annotator(const std::filesystem::path& project, const AnnotatorKey& key);

  wxFileHistory& recent() { return recent_; }
  void add_recent(const std::filesystem::path& project);
  /// Nothing where it is not among them.
  void forget_recent(const std::filesystem::path& project);

 private:
  void save_recent();

  wxFileConfig config_;
  wxFileHistory recent_;
};

}  // namespace mitjul
