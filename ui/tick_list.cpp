#include "ui/tick_list.h"

#include <utility>

namespace mitjul {

TickList::TickList(wxWindow* parent, const wxString& name, std::vector<TickRow> rows, std::function<void()> changed)
    : wxPanel(parent), ticks_(std::move(rows)), changed_(std::move(changed)) {
  auto* const title = new wxStaticText(this, wxID_ANY, name);
  wxArrayString names;
  for (const TickRow& row : ticks_.rows()) {
    names.Add(wxString(' ', static_cast<std::size_t>(4 * row.depth)) + row.name);
  }
  list_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  list_->SetName(wxControl::RemoveMnemonics(name));
  list_->SetMinSize(FromDIP(wxSize(160, 72)));
  if (!names.empty()) list_->SetSelection(0);
  list_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) {
    const auto row = static_cast<unsigned>(event.GetInt());
    list_->SetSelection(event.GetInt());
    ticks_.tick(row, list_->IsChecked(row));
    show();
    changed_();
  });
  auto* const head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(title, wxSizerFlags(1).CenterVertical());
  head->Add(button(_("All"), wxString::Format(_("%s: tick all"), list_->GetName()), true));
  head->Add(button(_("None"), wxString::Format(_("%s: tick nothing"), list_->GetName()), false),
            wxSizerFlags().Border(wxLEFT, FromDIP(4)));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(head, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
  sizer->Add(list_, wxSizerFlags(1).Expand());
  SetSizer(sizer);
}

wxButton* TickList::button(const wxString& words, const wxString& tip, bool ticks) {
  auto* const button = new wxButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  button->SetMinSize({button->GetBestSize().x + FromDIP(20), -1});
  button->SetName(tip);
  button->SetToolTip(tip);
  button->Bind(wxEVT_BUTTON, [this, ticks](wxCommandEvent&) {
    tick_all(ticks);
    changed_();
  });
  return button;
}

void TickList::tick_all(bool ticked) {
  ticks_.tick_all(ticked);
  show();
}

void TickList::tick_only(const std::set<std::string>& ids) {
  ticks_.tick_only(ids);
  show();
}

void TickList::show() {
  for (unsigned row = 0; row < list_->GetCount(); ++row) {
    if (list_->IsChecked(row) != ticks_[row]) list_->Check(row, ticks_[row]);
  }
}

}  // namespace mitjul
