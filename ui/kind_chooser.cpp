#include "ui/kind_chooser.h"

#include <wx/display.h>

#include <algorithm>

#include "ui/key_press.h"

namespace mitjul {
namespace {

wxArrayString numbered(const wxArrayString& lines) {
  wxArrayString result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const wxString digit = i < 9 ? wxString::Format("%d", static_cast<int>(i) + 1) : wxString(" ");
    result.Add(digit + "   " + lines[i]);
  }
  return result;
}

}  // namespace

KindChooser::KindChooser(wxWindow* parent, const wxString& title, const wxArrayString& lines, wxPoint place)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize, wxBORDER_SIMPLE),
      list_(new wxListBox(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, numbered(lines),
                          wxLB_SINGLE | wxBORDER_NONE)) {
  list_->SetName(title);
  list_->SetSelection(0);
  auto* const name = new wxStaticText(this, wxID_ANY, title);
  name->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(name, wxSizerFlags().Border(wxALL, FromDIP(8)));
  sizer->Add(list_, wxSizerFlags(1).Expand());
  sizer->SetMinSize({FromDIP(200), -1});
  SetSizerAndFit(sizer);
  put_at(place);
  Bind(wxEVT_CHAR_HOOK, &KindChooser::on_key, this);
  list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
  list_->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    event.Skip();
    const int line = list_->HitTest(event.GetPosition());
    if (line == wxNOT_FOUND) return;
    list_->SetSelection(line);
    EndModal(wxID_OK);
  });
  list_->SetFocus();
}

std::optional<std::size_t> KindChooser::choose() {
  if (ShowModal() != wxID_OK || list_->GetSelection() == wxNOT_FOUND) return std::nullopt;
  return static_cast<std::size_t>(list_->GetSelection());
}

void KindChooser::on_key(wxKeyEvent& event) {
  const KeyPress press = KeyPress::from(event);
  const int digit = press.key - '1';
  if (press.key == WXK_ESCAPE) {
    EndModal(wxID_CANCEL);
  } else if (press.key == WXK_RETURN) {
    EndModal(wxID_OK);
  } else if (digit >= 0 && digit < 9 && !press.ctrl && !press.alt) {
    if (digit >= static_cast<int>(list_->GetCount())) return;
    list_->SetSelection(digit);
    EndModal(wxID_OK);
  } else {
    event.Skip();
  }
}

/// Whole on the screen.
void KindChooser::put_at(wxPoint place) {
  const int display = wxDisplay::GetFromPoint(place);
  const wxRect screen = wxDisplay(display == wxNOT_FOUND ? 0U : static_cast<unsigned>(display)).GetClientArea();
  const wxSize size = GetSize();
  place.x = std::max(screen.x, std::min(place.x, screen.GetRight() - size.x));
  place.y = std::max(screen.y, std::min(place.y, screen.GetBottom() - size.y));
  Move(place);
}

}  // namespace mitjul
