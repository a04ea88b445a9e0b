#include "ui/format_list.h"

#include <algorithm>
#include <utility>

#include "ui/accessible_names.h"
#include "ui/export_words.h"

namespace mitjul {

FormatList::FormatList(wxWindow* parent, const Theme& theme, std::function<void()> selected)
    : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_THEME),
      theme_(theme),
      selected_(std::move(selected)),
      formats_(formats_by_group()),
      small_(GetFont()) {
  SetBackgroundColour(theme_.background);
  small_.SetFractionalPointSize(small_.GetFractionalPointSize() * 0.85);
  name_height_ = GetCharHeight();
  int width = 0;
  GetTextExtent("X", &width, &small_height_, nullptr, nullptr, &small_);
  SetItemCount(formats_.size());
  SetSelection(0);
  tell_selected();
  Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) {
    tell_selected();
    selected_();
  });
}

void FormatList::select(const ExportFormat& format) {
  const auto found = std::find(formats_.begin(), formats_.end(), &format);
  if (found == formats_.end()) return;
  SetSelection(static_cast<int>(found - formats_.begin()));
  tell_selected();
}

int FormatList::best_width(int most) const {
  int best = 0;
  for (const ExportFormat* const format : formats_) {
    int width = 0;
    int height = 0;
    GetTextExtent(readers_of(*format), &width, &height, nullptr, nullptr, &small_);
    best = std::max({best, width, GetTextExtent(name_of(*format)).x});
  }
  return std::min(best + FromDIP(20) + wxSystemSettings::GetMetric(wxSYS_VSCROLL_X), most);
}

/// Nobody else can see the rows: the list is called by its name and what stands in the current one.
void FormatList::tell_selected() {
  SetName(_("Format") + ": " + name_of(format()) + ", " + readers_of(format()));
  set_accessible_name(*this, GetName());
}

// --- Painting ---

bool FormatList::is_headed(std::size_t row) const {
  return row == 0 || group_of(formats_[row]->id) != group_of(formats_[row - 1]->id);
}

int FormatList::heading_height() const { return small_height_ + FromDIP(12); }

wxCoord FormatList::OnMeasureItem(std::size_t row) const {
  return name_height_ + small_height_ + FromDIP(10) + (is_headed(row) ? heading_height() : 0);
}

void FormatList::OnDrawBackground(wxDC& dc, const wxRect& place, std::size_t row) const {
  wxRect below = place;
  if (is_headed(row)) {
    below.y += heading_height();
    below.height -= heading_height();
  }
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(theme_.background));
  dc.DrawRectangle(place);
  if (!IsSelected(row)) return;
  dc.SetBrush(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT)));
  dc.DrawRectangle(below);
}

void FormatList::OnDrawItem(wxDC& dc, const wxRect& place, std::size_t row) const {
  const ExportFormat& format = *formats_[row];
  const wxColour lit = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHTTEXT);
  const int left = place.x + FromDIP(10);
  int top = place.y;
  const auto draw = [&](const wxString& words, const wxFont& font, const wxColour& colour) {
    dc.SetFont(font);
    dc.SetTextForeground(colour);
    const int room = std::max(place.GetRight() - left - FromDIP(6), 1);
    dc.DrawText(wxControl::Ellipsize(words, dc, wxELLIPSIZE_END, room, 0), left, top);
  };
  if (is_headed(row)) {
    top += FromDIP(8);
    draw(group_name(group_of(format.id)), small_.Bold(), theme_.faint);
    top = place.y + heading_height();
  }
  top += FromDIP(4);
  draw(name_of(format), GetFont(), IsSelected(row) ? lit : theme_.text);
  top += name_height_ + FromDIP(1);
  draw(readers_of(format), small_, IsSelected(row) ? lit : theme_.faint);
}

}  // namespace mitjul
