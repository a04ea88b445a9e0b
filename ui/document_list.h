#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ui/attempt.h"

namespace mitjul {

/// Whether nothing is left to do.
bool is_done(SetState state);

/// The documents of the project with their states, a filter box above them and the progress below.
class DocumentList : public wxPanel {
 public:
  /// `go_to_text` is called when a document was chosen to be worked on.
  DocumentList(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> go_to_text);

  void update(const EditorEvent& event);
  void take_focus();

  /// Which document comes behind the shown one, or before it.
  enum class Which { Any, Unfinished };
  /// Shows it; false where there is none that can be shown. `Unfinished` goes on at the other end of the list.
  bool step(bool forward, Which which);
  /// Whether the filter leaves documents out.
  bool is_filtered() const { return rows_.size() < editor_.documents().size(); }

 private:
  class Table;

  void fill();
  void count();
  void show_current();
  bool show_row(std::size_t row);
  void show_menu();
  void resize_columns();
  std::size_t current_row() const;
  const DocumentSummary& document_at(std::size_t row) const { return editor_.documents()[rows_[row]]; }

  Editor& editor_;
  Attempt attempt_;
  std::function<void()> go_to_text_;
  wxTextCtrl* filter_;
  Table* table_;
  wxGauge* gauge_;
  wxStaticText* progress_;
  std::vector<std::size_t> rows_;  ///< indices of the documents that the filter accepts
  /// Names of the documents as the filter compares them.
  std::vector<std::pair<std::string, std::u32string>> names_;
  bool selecting_ = false;  ///< the row is being selected by us
};

}  // namespace mitjul
