// What happened to the annotation, in the inspector: read from the log of the project when it is unfolded.

#include "ui/history_words.h"
#include "ui/inspector.h"

namespace mitjul {
namespace {

constexpr int kRows = 9;

}  // namespace

void Inspector::add_history() {
  auto* const pane = new wxCollapsiblePane(content_, wxID_ANY, _("Histor&y"), wxDefaultPosition, wxDefaultSize,
                                           wxCP_DEFAULT_STYLE | wxCP_NO_TLW_RESIZE);
  history_pane_ = pane;
  history_ = new wxTextCtrl(pane->GetPane(), wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                            wxTE_MULTILINE | wxTE_READONLY | wxTE_WORDWRAP);
  history_->SetName(_("History of this annotation"));
  history_->SetMinSize({-1, kRows * (history_->GetCharHeight() + FromDIP(2))});
  // Tab goes on: there is nothing to be typed.
  history_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_TAB || event.ControlDown()) return event.Skip();
    history_->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
  });
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(history_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
  pane->GetPane()->SetSizer(sizer);
  pane->Collapse(!history_open_);
  pane->Bind(wxEVT_COLLAPSIBLEPANE_CHANGED, [this](wxCollapsiblePaneEvent& event) {
    history_open_ = !event.GetCollapsed();
    fill_history();
    lay_out();
  });
  content_->GetSizer()->Add(pane, wxSizerFlags().Expand().Border(wxTOP, FromDIP(12)));
}

void Inspector::fill_history() {
  const Annotation* const annotation = stored();
  // While a task writes, the panes are disabled, and nothing is to be asked.
  if (annotation == nullptr || history_ == nullptr || !history_open_ || !IsEnabled()) return;
  // Nobody asked for it just now: what the window says stays.
  guarded_([&] {
    Workspace& workspace = editor_.workspace();
    // It may be long: not looked for again because the pane has another width.
    if (history_read_at_ == workspace.store().last_edit()) return;
    history_read_at_ = workspace.store().last_edit();
    const wxString words = words_of_history(workspace.store().history(subject_->document, annotation->id), *annotation,
                                            workspace.annotators(), editor_.schema(), *editor_.document());
    if (words == history_->GetValue()) return;
    history_->ChangeValue(words);
    history_->SetInsertionPoint(0);
  });
}

void Inspector::show_history() {
  if (settling_) settle();
  if (history_pane_ == nullptr) return SetFocus();
  if (!history_open_) {
    history_open_ = true;
    history_pane_->Expand();
    fill_history();
    lay_out();
  }
  history_->SetFocus();
  // When it has its place.
  CallAfter([this] {
    if (history_ != nullptr) bring_into_sight(history_);
  });
}

}  // namespace mitjul
