#pragma once

#include <wx/wx.h>

#include <optional>
#include <string>

#include "ui/editor.h"
#include "ui/project_reader.h"
#include "ui/review_dialog.h"

namespace mitjul {

/// Finds many places to annotate at once, has them looked through, and annotates what is ticked in one edit: all
/// occurrences of an annotation or of selected words, and of the words in the project's word list.
class WordReviews {
 public:
  /// Both outlive it.
  WordReviews(Editor& editor, ProjectReader& reader) : editor_(editor), reader_(reader) {}

  /// Of the selected annotation, suggestion or words; for words without a label, one is asked for. Nothing where
  /// nothing is selected. An annotation that is on no span is refused; of several pieces, none can be found, and the
  /// dialog says so.
  Editor::Refusal annotate_occurrences(wxWindow* parent, const Theme& theme);
  void annotate_word_list(wxWindow* parent, const Theme& theme);

 private:
  struct Wanted {
    std::string words;
    std::string label;
  };
  bool is_in_pieces() const;
  void show_nothing(wxWindow* parent, const Theme& theme, const wxString& why);
  std::optional<Wanted> wanted(wxWindow* parent) const;
  std::string ask_for_label(wxWindow* parent, const std::string& words) const;

  /// Finds places in one document.
  using FindIn = std::function<void(const ProjectWords&, const DocumentKey&, const Text&,
                                    const std::vector<LabelledSpan>&, std::vector<ReviewPlace>&)>;
  /// Has places looked through until what was ticked is annotated, or the dialog is left.
  void review(wxWindow* parent, const wxString& title, const Theme& theme, const FindIn& find);
  ReviewDialog::Scope scope(const wxString& name, const DocumentKey& only, const FindIn& find);

  Editor& editor_;
  ProjectReader& reader_;
};

}  // namespace mitjul
