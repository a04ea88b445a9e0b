#include "ui/label_chooser.h"

#include <wx/display.h>
#include <wx/vlbox.h>

#include <algorithm>

#include "ui/attribute_words.h"
#include "ui/key_press.h"
#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kLeastRows = 3;

wxString name_of(const Label& label) { return name_or_id(label.name, label.id); }

}  // namespace

wxString section_words(LabelSection section) {
  switch (section) {
    case LabelSection::Recent: return _("Used last");
    case LabelSection::Span: return _("Labels of text");
    case LabelSection::Relation: return _("Relations");
    case LabelSection::Document: return _("Labels of the document");
  }
  return {};
}

/// Draws the rows that are seen.
class LabelChooser::Rows : public wxVListBox {
 public:
  Rows(wxWindow* parent, LabelChooser& chooser)
      : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE), chooser_(chooser) {
    SetName(_("Labels"));
    SetBackgroundColour(chooser.theme_.background);
    small_ = GetFont();
    small_.SetFractionalPointSize(small_.GetFractionalPointSize() * 0.85);
  }

  bool AcceptsFocus() const override { return false; }
  bool AcceptsFocusFromKeyboard() const override { return false; }

  wxCoord OnMeasureItem(std::size_t /*row*/) const override { return GetCharHeight() + FromDIP(8); }

  void OnDrawBackground(wxDC& dc, const wxRect& place, std::size_t row) const override {
    const bool selected = IsSelected(row);
    const wxColour back = selected ? wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT) : chooser_.theme_.background;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(back));
    dc.DrawRectangle(place);
  }

  void OnDrawItem(wxDC& dc, const wxRect& place, std::size_t row) const override {
    const LabelRow& shown = chooser_.found_.rows[row];
    if (shown.label) {
      draw_label(dc, place, shown, IsSelected(row));
    } else {
      dc.SetFont(small_);
      dc.SetTextForeground(chooser_.theme_.faint);
      dc.DrawText(section_words(shown.section), place.x + FromDIP(10),
                  place.GetBottom() - dc.GetCharHeight() - FromDIP(2));
    }
  }

 private:
  void draw_label(wxDC& dc, const wxRect& place, const LabelRow& shown, bool selected) const {
    const Schema& schema = chooser_.offer_.schema;
    const Label& label = schema.labels[*shown.label];
    const wxColour strong = selected ? wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHTTEXT) : chooser_.theme_.text;
    const wxColour faint = selected ? strong : chooser_.theme_.faint;
    int left = place.x + FromDIP(12) + shown.depth * FromDIP(18);
    const int size = GetCharHeight() * 2 / 3;
    dc.SetPen(selected ? wxPen(strong) : *wxTRANSPARENT_PEN);
    dc.SetBrush(wxBrush(label_colours(schema, label.id, chooser_.theme_).bar));
    dc.DrawRoundedRectangle(left, place.y + (place.height - size) / 2, size, size, FromDIP(3));
    left += size + FromDIP(8);

    int right = place.GetRight() - FromDIP(12);
    dc.SetFont(small_);
    dc.SetTextForeground(faint);
    const auto draw_right = [&](const wxString& words) {
      const wxSize extent = dc.GetTextExtent(words);
      dc.DrawText(words, right - extent.x, place.y + (place.height - extent.y) / 2);
      right -= extent.x + FromDIP(12);
    };
    const int key_room = dc.GetTextExtent("W").x;
    if (!label.key.empty()) draw_right(to_wx(label.key).Upper());
    right = std::min(right, place.GetRight() - FromDIP(24) - key_room);
    // Among those that were used last it is not seen what a label stands below.
    const Label* const above = shown.section == LabelSection::Recent ? schema.find(label.parent) : nullptr;
    draw_right(wxControl::Ellipsize(above == nullptr ? to_wx(label.id) : name_of(*above), dc, wxELLIPSIZE_END,
                                    std::max((right - left) / 2, 1), 0));
    dc.SetFont(GetFont());
    dc.SetTextForeground(shown.hit ? strong : faint);
    const wxString name = wxControl::Ellipsize(name_of(label), dc, wxELLIPSIZE_END, std::max(right - left, 1), 0);
    dc.DrawText(name, left, place.y + (place.height - dc.GetCharHeight()) / 2);
  }

  LabelChooser& chooser_;
  wxFont small_;
};

LabelChooser::LabelChooser(wxWindow* parent, Offer offer, const Theme& theme, const wxPoint& place)
    : wxDialog(parent, wxID_ANY, _("Choose a Label"), wxDefaultPosition, wxDefaultSize, wxBORDER_NONE),
      offer_(std::move(offer)),
      theme_(theme),
      filter_(offer_.schema, offer_.labels, offer_.recent),
      inside_(new wxPanel(this)),
      field_(new wxTextCtrl(inside_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER)),
      rows_(new Rows(inside_, *this)),
      description_(new wxStaticText(inside_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                    wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END)) {
  build();
  bind();
  place_at(place);
  filter();
  field_->SetFocus();
}

std::optional<std::string> LabelChooser::choose() {
  if (ShowModal() != wxID_OK || selected() == nullptr) return std::nullopt;
  return selected()->id;
}

void LabelChooser::build() {
  const int gap = FromDIP(8);
  field_->SetName(_("Filter labels"));
  field_->SetHint(_("Name, initials, id or key"));
  fit_height(*field_);
  description_->SetName(_("Description"));
  auto* const purpose = new wxStaticText(inside_, wxID_ANY, offer_.purpose, wxDefaultPosition, wxDefaultSize,
                                         wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END);
  purpose->SetFont(purpose->GetFont().Bold());
  // Room for three lines of it, so that nothing jumps while the selection moves.
  description_->SetMinSize({-1, 3 * GetCharHeight()});
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(purpose, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
  sizer->Add(field_, wxSizerFlags().Expand().Border(wxALL, gap));
  sizer->Add(rows_, wxSizerFlags(1).Expand());
  sizer->Add(description_, wxSizerFlags().Expand().Border(wxALL, gap));
  inside_->SetSizer(sizer);
  inside_->SetBackgroundColour(theme_.background);
  // Window managers draw no frame around it: a line does.
  SetBackgroundColour(blend(theme_.background, theme_.faint, 0.6));
  auto* const frame = new wxBoxSizer(wxVERTICAL);
  frame->Add(inside_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(1)));
  SetSizer(frame);
}

void LabelChooser::bind() {
  field_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { filter(); });
  // Later: what the input method was composing comes in behind Enter.
  field_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { CallAfter([this] { take(); }); });
  field_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (!step(event)) event.Skip();
  });
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    if (KeyPress::from(event) == KeyPress{WXK_ESCAPE}) {
      EndModal(wxID_CANCEL);
    } else {
      event.Skip();
    }
  });
  rows_->Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    const int row = rows_->VirtualHitTest(event.GetPosition().y);
    if (row == wxNOT_FOUND || !found_.rows[static_cast<std::size_t>(row)].hit) return;
    select(static_cast<std::size_t>(row));
    take();
  });
  rows_->Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    const int row = rows_->VirtualHitTest(event.GetPosition().y);
    const bool hit = row != wxNOT_FOUND && found_.rows[static_cast<std::size_t>(row)].hit;
    rows_->SetCursor(hit ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
  });
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    event.Skip();
    if (event.GetActive()) {
      was_active_ = true;
    } else if (was_active_ && IsModal()) {
      EndModal(wxID_CANCEL);
    }
  });
}

/// As high as the labels need, as far as there is room in the window; on the screen, where the window is small.
void LabelChooser::place_at(const wxPoint& place) {
  const wxRect screen = wxDisplay(GetParent()).GetClientArea();
  wxRect room = wxGetTopLevelParent(GetParent())->GetScreenRect().Intersect(screen);
  const int row = GetCharHeight() + FromDIP(8);
  const int rest = GetSizer()->GetMinSize().y;
  const int wanted_width = std::max(FromDIP(380), 44 * GetCharWidth());
  if (room.width < wanted_width || room.height < rest + kLeastRows * row) room = screen;
  const int rows = static_cast<int>(std::min<std::size_t>(filter_.find("").rows.size(), 14));
  const int width = std::min(wanted_width, room.width);
  const int height = std::min(rest + std::max(rows, kLeastRows) * row, room.height);
  SetSize(width, height);
  Layout();
  Move(std::clamp(place.x, room.x, room.x + room.width - width),
       std::clamp(place.y, room.y, room.y + room.height - height));
}

void LabelChooser::filter() {
  found_ = filter_.find(to_utf8(field_->GetValue()));
  rows_->SetItemCount(found_.rows.size());
  rows_->SetSelection(wxNOT_FOUND);
  rows_->ScrollToRow(0);
  if (found_.best) select(*found_.best);
  rows_->Refresh();
  describe();
}

bool LabelChooser::step(const wxKeyEvent& event) {
  constexpr int kPage = 10;
  int steps = 0;
  switch (event.GetKeyCode()) {
    case WXK_DOWN: steps = 1; break;
    case WXK_UP: steps = -1; break;
    case WXK_PAGEDOWN: steps = kPage; break;
    case WXK_PAGEUP: steps = -kPage; break;
    default: return false;
  }
  if (rows_->GetSelection() == wxNOT_FOUND) return true;
  auto row = static_cast<std::size_t>(rows_->GetSelection());
  for (int i = 0; i < std::abs(steps); ++i) row = next_hit(found_.rows, row, steps > 0);
  select(row);
  return true;
}

void LabelChooser::select(std::size_t row) {
  rows_->SetSelection(static_cast<int>(row));
  // With the heading above it.
  if (row == 1) rows_->ScrollToRow(0);
  describe();
}

const Label* LabelChooser::selected() const {
  if (rows_->GetSelection() == wxNOT_FOUND) return nullptr;
  const LabelRow& row = found_.rows[static_cast<std::size_t>(rows_->GetSelection())];
  return row.label ? &offer_.schema.labels[*row.label] : nullptr;
}

void LabelChooser::describe() {
  const Label* const label = selected();
  wxString words = label == nullptr ? _("No label fits.") : to_wx(label->description);
  if (label != nullptr && words.empty()) words = name_of(*label);
  description_->SetLabel(wxControl::EscapeMnemonics(words));
  description_->Wrap(GetClientSize().x - FromDIP(16));
}

void LabelChooser::take() {
  if (selected() != nullptr) EndModal(wxID_OK);
}

}  // namespace mitjul
