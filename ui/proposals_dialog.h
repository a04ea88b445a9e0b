#pragma once

#include <wx/listctrl.h>
#include <wx/wx.h>

#include <functional>
#include <vector>

#include "ui/editor.h"

namespace mitjul {

/// What was proposed for the schema, what became of it, and the decision of whoever may change the schema. Those that
/// wait come first, then the last decided ones.
class ProposalsDialog : public wxDialog {
 public:
  /// The editor outlives the dialog. What goes wrong is said in the dialog itself.
  ProposalsDialog(wxWindow* parent, Editor& editor);

 private:
  void build();
  void bind();
  /// Calls what may throw; says what went wrong.
  void guarded(const std::function<void()>& call);
  void fill();
  void show_selected();
  /// nullptr where none is.
  const SchemaProposal* selected() const;
  void decide(ProposalState state);
  void say(const wxString& sentence);

  Editor& editor_;
  std::vector<SchemaProposal> proposals_;  ///< in the order of the list
  wxListView* list_;
  wxTextCtrl* details_;
  wxTextCtrl* answer_;
  wxStaticText* said_;
  wxButton* decline_;
  wxButton* accept_;
};

}  // namespace mitjul
