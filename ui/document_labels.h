#pragma once

#include <wx/checklst.h>
#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/attempt.h"

namespace mitjul {

/// A label that a document can have, and what an annotator says with it.
struct DocumentLabelRow {
  std::string label;
  int depth = 0;                          ///< how many labels it stands below
  std::vector<AnnotationId> annotations;  ///< with which the document has it; mostly one
  wxString words;                         ///< its name, and the values of its attributes where the document has it

  bool operator==(const DocumentLabelRow&) const = default;
};

/// All labels of documents in a schema, in its order, each with those of `annotations` that are on the document.
std::vector<DocumentLabelRow> document_label_rows(const Schema& schema,
                                                  const std::vector<const Annotation*>& annotations);

/// The annotations of a document as a whole, in listing order, among `listed`, which is in listing order, too.
std::vector<const Annotation*> on_document(const std::vector<const Annotation*>& listed);

/// The labels of the shown document, to be ticked with the mouse, the space bar or digits (1 the first); Enter or the
/// button goes on to the attributes and the note of one.
class DocumentLabels : public wxPanel {
 public:
  /// `edit` is called when the annotation of a label was selected, to go to its fields.
  DocumentLabels(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> edit);

  /// Takes in what the document has now; whether that is something else than before.
  bool fill();
  void take_focus() { list_->SetFocus(); }

 private:
  const DocumentLabelRow* chosen() const;
  void tick(const DocumentLabelRow& row);
  void edit_chosen();
  void on_key(wxKeyEvent& event);

  Editor& editor_;
  Attempt attempt_;
  std::function<void()> edit_;
  std::vector<DocumentLabelRow> rows_;
  wxCheckListBox* list_;
  wxButton* button_;
};

}  // namespace mitjul
