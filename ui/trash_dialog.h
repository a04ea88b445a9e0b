#pragma once

#include <wx/wx.h>

#include <functional>
#include <vector>

#include "ui/editor.h"

namespace mitjul {

/// The documents in the trash of the project: several can be restored at once, in one edit, or deleted for good.
class TrashDialog : public wxDialog {
 public:
  /// The editor outlives the dialog. `purged` is told of each document that is gone for good. What goes wrong is said
  /// in the dialog itself.
  TrashDialog(wxWindow* parent, Editor& editor, std::function<void(const DocumentKey&)> purged);

 private:
  void build();
  void bind();
  /// Calls what may throw; says what went wrong.
  void guarded(const std::function<void()>& call);
  void fill();
  void update_buttons();
  std::vector<DocumentSummary> selected() const;
  void restore();
  void purge();
  bool may_purge(const std::vector<DocumentSummary>& documents);
  void say(const wxString& sentence);

  Editor& editor_;
  std::function<void(const DocumentKey&)> purged_;
  std::vector<DocumentSummary> documents_;  ///< by name
  wxListBox* list_;
  wxStaticText* said_;
  wxButton* restore_;
  wxButton* purge_;
};

}  // namespace mitjul
