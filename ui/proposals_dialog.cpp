#include "ui/proposals_dialog.h"

#include <algorithm>

#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/history_words.h"
#include "ui/key_press.h"
#include "ui/named_problem.h"
#include "ui/proposal_words.h"
#include "ui/schema_proposing.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

enum Column { kNumber, kState, kWho, kWhen, kWhat };

wxString who_decides(const Workspace& workspace) {
  if (workspace.settings().schema_owner.empty()) {
    return _("The schema is not locked: everybody changes it, and decides on what was proposed.");
  }
  if (!only_proposes(workspace)) {
    return _("The schema is yours: you decide. Enter accepts, Delete declines; both can be undone.");
  }
  return wxString::Format(_("The schema is locked: %s decides."),
                          annotator_name(workspace.annotators(), workspace.settings().schema_owner));
}

/// Those that wait in the order in which they came, then the others, the last decided first.
void sort(std::vector<SchemaProposal>& proposals) {
  std::stable_sort(proposals.begin(), proposals.end(), [](const SchemaProposal& a, const SchemaProposal& b) {
    return a.decided.value_or(Time::max()) > b.decided.value_or(Time::max());
  });
}

}  // namespace

ProposalsDialog::ProposalsDialog(wxWindow* parent, Editor& editor)
    : wxDialog(parent, wxID_ANY, _("Proposals for the Schema"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      editor_(editor),
      list_(new wxListView(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(720, 190)),
                           wxLC_REPORT | wxLC_SINGLE_SEL | wxBORDER_THEME)),
      details_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(720, 170)),
                              wxTE_MULTILINE | wxTE_READONLY | wxTE_WORDWRAP)),
      answer_(new wxTextCtrl(this, wxID_ANY)),
      said_(new wxStaticText(this, wxID_ANY, "")),
      decline_(new wxButton(this, wxID_ANY, _("&Decline"))),
      accept_(new wxButton(this, wxID_ANY, _("&Accept"))) {
  build();
  bind();
  guarded([this] {
    editor_.refresh();
    fill();
  });
  list_->SetFocus();
  CentreOnParent();
}

void ProposalsDialog::build() {
  const int gap = FromDIP(8);
  auto* const about = new wxStaticText(this, wxID_ANY, wxControl::EscapeMnemonics(who_decides(editor_.workspace())));
  about->Wrap(FromDIP(720));
  list_->SetName(_("Proposals for the Schema"));
  list_->AppendColumn(_("No."), wxLIST_FORMAT_RIGHT, FromDIP(50));
  list_->AppendColumn(_("State"), wxLIST_FORMAT_LEFT, FromDIP(90));
  list_->AppendColumn(_("Annotator"), wxLIST_FORMAT_LEFT, FromDIP(130));
  list_->AppendColumn(_("Time"), wxLIST_FORMAT_LEFT, FromDIP(140));
  list_->AppendColumn(_("Change"), wxLIST_FORMAT_LEFT, FromDIP(290));
  details_->SetName(_("The proposal"));
  answer_->SetName(_("Answer"));
  answer_->SetHint(_("Answer"));
  fit_height(*answer_);
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->Add(decline_);
  buttons->Add(accept_, wxSizerFlags().Border(wxLEFT, gap));
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, _("&Close")), wxSizerFlags().Border(wxLEFT, gap));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(about, wxSizerFlags().Expand().Border(wxALL, gap));
  const auto add = [&](wxWindow* window, int share) {
    sizer->Add(window, wxSizerFlags(share).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  };
  add(list_, 1);
  add(details_, 1);
  add(answer_, 0);
  add(said_, 0);
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizerAndFit(sizer);
}

void ProposalsDialog::bind() {
  accept_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { decide(ProposalState::Accepted); });
  decline_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { decide(ProposalState::Declined); });
  list_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent&) { guarded([this] { show_selected(); }); });
  // As for suggestions. GTK keeps Enter in a list to itself.
  list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const KeyPress key = KeyPress::from(event);
    if (key == KeyPress{WXK_RETURN}) return decide(ProposalState::Accepted);
    if (key == KeyPress{WXK_DELETE}) return decide(ProposalState::Declined);
    event.Skip();
  });
}

void ProposalsDialog::guarded(const std::function<void()>& call) {
  try {
    call();
  } catch (...) {
    say(failure_sentence());
  }
}

void ProposalsDialog::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->Wrap(GetClientSize().x - FromDIP(16));
  Layout();
}

void ProposalsDialog::fill() {
  Workspace& workspace = editor_.workspace();
  proposals_ = workspace.proposals();
  sort(proposals_);
  list_->DeleteAllItems();
  for (std::size_t i = 0; i < proposals_.size(); ++i) {
    const SchemaProposal& proposal = proposals_[i];
    const long row = list_->InsertItem(static_cast<long>(i), to_wx(std::to_string(proposal.number)));
    list_->SetItem(row, kState, proposal_state_name(proposal.state));
    list_->SetItem(row, kWho, annotator_name(workspace.annotators(), proposal.annotator));
    list_->SetItem(row, kWhen, local_time(proposal.time));
    list_->SetItem(row, kWhat, operation_words(proposal.operation, proposal.seen));
  }
  if (proposals_.empty()) {
    details_->ChangeValue(_("Nothing was proposed."));
  } else {
    list_->Select(0);
    list_->Focus(0);
  }
  show_selected();
}

const SchemaProposal* ProposalsDialog::selected() const {
  const long row = list_->GetFirstSelected();
  return row < 0 ? nullptr : &proposals_[static_cast<std::size_t>(row)];
}

void ProposalsDialog::show_selected() {
  const SchemaProposal* const proposal = selected();
  const bool waits = proposal != nullptr && proposal->state == ProposalState::Open;
  const bool may_decide = waits && !only_proposes(editor_.workspace());
  for (wxWindow* const window :
       {static_cast<wxWindow*>(answer_), static_cast<wxWindow*>(accept_), static_cast<wxWindow*>(decline_)}) {
    window->Enable(may_decide);
  }
  answer_->Clear();
  if (proposal == nullptr) return;
  wxString words = proposal_details(*proposal, editor_.workspace().annotators());
  if (waits) {
    SchemaOperation operation = proposal->operation;
    const auto outdated = bring_up_to_date(operation, proposal->seen, editor_.schema());
    const wxString effect =
        outdated ? refusal_words(*outdated, editor_) : effect_words(editor_.workspace().effect_of(operation));
    if (!effect.empty()) words += "\n\n" + effect;
  }
  details_->ChangeValue(words);
  details_->SetInsertionPoint(0);
}

void ProposalsDialog::decide(ProposalState state) {
  const SchemaProposal* const proposal = selected();
  if (proposal == nullptr || proposal->state != ProposalState::Open) return;
  say({});
  guarded([&] {
    const wxBusyCursor busy;
    wxString answer = answer_->GetValue();
    const wxString what = operation_words(proposal->operation, proposal->seen);
    if (const auto refused = editor_.decide(proposal->number, state, to_utf8(answer.Trim(true).Trim(false)))) {
      return say(refusal_words(*refused, editor_));
    }
    fill();
    say(proposal_state_name(state) + ": " + what);
  });
  list_->SetFocus();
}

}  // namespace mitjul
