#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/editor.h"

namespace mitjul {

/// Who works on the project: chooses one of its annotators, adds one, or gives one another name, which is an edit. What
/// goes wrong is said in the dialog itself.
class AnnotatorDialog : public wxDialog {
 public:
  /// The editor outlives the dialog.
  AnnotatorDialog(wxWindow* parent, Editor& editor);

  /// Who was chosen: after `wxID_OK`.
  const AnnotatorKey& chosen() const { return keys_[static_cast<std::size_t>(list_->GetSelection())]; }

 private:
  /// Lists them anew, this one chosen.
  void fill(const AnnotatorKey& selected);
  void show_name();
  void add();
  void rename();
  void work_as_chosen();
  void carry_out(const std::function<Editor::Refusal()>& call);
  void say(const wxString& sentence);
  std::string typed() const;

  Editor& editor_;
  std::vector<AnnotatorKey> keys_;  ///< in the order of the list
  wxListBox* list_;
  wxTextCtrl* name_;
  wxStaticText* said_;
};

}  // namespace mitjul
