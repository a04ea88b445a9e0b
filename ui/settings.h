#pragma once

#include <wx/fileconf.h>
#include <wx/filehistory.h>
#include <wx/gdicmn.h>

#include <array>
#include <filesystem>
#include <optional>

#include "core/keys.h"
#include "core/span.h"
#include "messages/language.h"
#include "ui/appearance.h"
#include "ui/document_order.h"
#include "ui/key_map.h"
#include "ui/reading_style.h"

namespace mitjul {

/// What can be shown beside the text, or not.
enum class Pane { Documents, Annotations, Labels };
inline constexpr std::array kPanes{Pane::Documents, Pane::Annotations, Pane::Labels};

/// What the program remembers from one start to the next: a file `mitjul/mitjul.conf` below the user's folder for
/// settings (XDG_CONFIG_HOME on Linux). A file that cannot be read or written leaves everything as it is by default.
class Settings {
 public:
  Settings();

  /// Whether there were no settings when these were read: the program was never used.
  bool is_first_start() const { return first_start_; }

  /// Nothing: what the system speaks.
  std::optional<Language> language() const;
  void set_language(std::optional<Language> language);
  Appearance appearance() const;
  void set_appearance(Appearance appearance);
  int text_size() const;
  void set_text_size(int percent);
  const ReadingStyle& reading_style() const { return reading_style_; }
  /// Kept within the limits.
  void set_reading_style(const ReadingStyle& style);

  /// Entries that are none, of another version or mistyped, are left alone and do nothing.
  const KeyMap& keys() const { return keys_; }
  void set_keys(const KeyMap& keys);

  struct Window {
    wxRect place;  ///< empty: never closed before
    bool maximized = false;
  };
  Window window() const;
  void set_window(const Window& window);
  /// How panes are laid out; empty where it was never stored, or by another version of the panes.
  wxString layout() const;
  void set_layout(const wxString& layout);
  /// Panes are shown until the user hides them.
  bool shows(Pane pane) const;
  void set_shows(Pane pane, bool shown);
  /// Of the list of annotations, above the inspector, in pixels; 0 where it was never stored.
  int annotations_height() const;
  void set_annotations_height(int height);
  /// Of the panel for finding, in pixels; 0 where it was never stored.
  int find_height() const;
  void set_find_height(int height);
  int problems_height() const;
  void set_problems_height(int height);
  int review_height() const;
  void set_review_height(int height);

  DocumentOrder document_order() const;
  void set_document_order(const DocumentOrder& order);
  /// Whether the labels that were used last are offered first.
  bool recent_labels() const;
  void set_recent_labels(bool offered);

  /// Empty where none was open at the end.
  std::filesystem::path last_project() const;
  void set_last_project(const std::filesystem::path& project);
  DocumentKey last_document() const;
  void set_last_document(const DocumentKey& key);
  /// Where the caret was in it.
  TextPos last_caret() const;
  void set_last_caret(TextPos caret);

  /// Who works on a project; empty where nobody was chosen.
  AnnotatorKey annotator(const std::filesystem::path& project) const;
  void set_annotator(const std::filesystem::path& project, const AnnotatorKey& key);

  /// Where a project was exported to last, without the ending of a format; empty where it never was.
  std::filesystem::path export_place(const std::filesystem::path& project) const;
  void set_export_place(const std::filesystem::path& project, const std::filesystem::path& place);
  /// The page of the export dialog that was shown last, from 0; there may be no such page.
  std::size_t export_page() const;
  void set_export_page(std::size_t page);

  wxFileHistory& recent() { return recent_; }
  void add_recent(const std::filesystem::path& project);
  /// Nothing where it is not among them.
  void forget_recent(const std::filesystem::path& project);

 private:
  void save_recent();
  KeyMap stored_keys() const;
  ReadingStyle stored_reading_style() const;

  const bool first_start_;
  wxFileConfig config_;
  wxFileHistory recent_;
  KeyMap keys_;
  ReadingStyle reading_style_;
};

}  // namespace mitjul
