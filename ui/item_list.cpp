#include "ui/item_list.h"

#include "ui/key_press.h"

namespace mitjul {

ItemList::ItemList(wxWindow* parent, const wxString& name, Host host)
    : wxPanel(parent), host_(std::move(host)), list_(new wxListBox(this, wxID_ANY)) {
  list_->SetName(name);
  list_->SetMinSize(FromDIP(wxSize(150, 60)));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  const auto put = [&](wxButton* button) {
    buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(4)));
    return button;
  };
  put(button(_("Add..."), wxString::Format(_("%s: add one"), name), [this] { host_.add(); }));
  remove_ =
      put(button(_("Remove"), wxString::Format(_("%s: remove the selected one"), name), [this] { host_.remove(); }));
  const wxString up = wxString::Format(_("%s: move the selected one up"), name);
  const wxString down = wxString::Format(_("%s: move the selected one down"), name);
  up_ = put(button(wxString::FromUTF8("↑"), up, [this] { host_.move(-1); }));
  down_ = put(button(wxString::FromUTF8("↓"), down, [this] { host_.move(1); }));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(list_, wxSizerFlags(1).Expand());
  sizer->Add(buttons, wxSizerFlags().Border(wxTOP, FromDIP(4)));
  SetSizer(sizer);
  list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) {
    update_buttons();
    host_.selected();
  });
  list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const KeyPress key = KeyPress::from(event);
    const bool own = selected() && *selected() < own_;
    if (key == KeyPress{WXK_INSERT}) {
      host_.add();
    } else if (key == KeyPress{WXK_DELETE} && own) {
      host_.remove();
    } else if (key.alt && (key.key == WXK_UP || key.key == WXK_DOWN)) {
      const int places = key.key == WXK_UP ? -1 : 1;
      if (may_move(places)) host_.move(places);
    } else {
      event.Skip();
    }
  });
}

wxButton* ItemList::button(const wxString& words, const wxString& tip, std::function<void()> act) {
  auto* const button = new wxButton(this, wxID_ANY, words, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  button->SetName(tip);
  button->SetToolTip(tip);
  button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
  return button;
}

void ItemList::show(const std::vector<wxString>& items, std::size_t own, std::optional<std::size_t> selected) {
  own_ = own;
  wxArrayString names;
  for (const wxString& item : items) names.Add(item);
  list_->Set(names);
  if (selected && *selected < items.size()) list_->SetSelection(static_cast<int>(*selected));
  update_buttons();
}

std::optional<std::size_t> ItemList::selected() const {
  const int row = list_->GetSelection();
  return row == wxNOT_FOUND ? std::nullopt : std::optional(static_cast<std::size_t>(row));
}

bool ItemList::may_move(int places) const {
  if (!selected() || *selected() >= own_) return false;
  return places < 0 ? *selected() > 0 : *selected() + 1 < own_;
}

void ItemList::update_buttons() {
  remove_->Enable(selected() && *selected() < own_);
  up_->Enable(may_move(-1));
  down_->Enable(may_move(1));
}

}  // namespace mitjul
