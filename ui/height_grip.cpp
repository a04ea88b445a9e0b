#include "ui/height_grip.h"

#include <wx/dcclient.h>
#include <wx/intl.h>
#include <wx/settings.h>

#include <algorithm>

namespace mitjul {
namespace {

constexpr int kThickness = 7;
constexpr int kLine = 36;
/// Of the room that the panel shares with what stands above it, in per cent.
constexpr int kMostShare = 65;

}  // namespace

HeightGrip::HeightGrip(wxWindow* panel, int usual)
    : wxWindow(panel, wxID_ANY), panel_(panel), usual_(usual), wanted_(usual) {
  SetName(_("Height of the panel"));
  SetMinSize({-1, FromDIP(kThickness)});
  SetCursor(wxCursor(wxCURSOR_SIZENS));
  Bind(wxEVT_PAINT, &HeightGrip::on_paint, this);
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent&) {
    pressed_at_ = wxGetMousePosition().y;
    height_then_ = panel_->GetSize().y;
    CaptureMouse();
  });
  Bind(wxEVT_MOTION, &HeightGrip::on_motion, this);
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) {
    if (HasCapture()) ReleaseMouse();
  });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [](wxMouseCaptureLostEvent&) {});
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { set_height(usual_); });
  // Of the panel's parent: the room changes with the window.
  panel_->GetParent()->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    fit();
  });
  fit();
}

void HeightGrip::set_height(int height) {
  wanted_ = std::max(height, usual_);
  fit();
  panel_->GetParent()->Layout();
}

int HeightGrip::most() const { return std::max(panel_->GetParent()->GetClientSize().y * kMostShare / 100, usual_); }

void HeightGrip::fit() { panel_->SetMinSize({-1, std::min(wanted_, most())}); }

void HeightGrip::on_paint(wxPaintEvent& /*event*/) {
  wxPaintDC dc(this);
  const wxSize size = GetClientSize();
  dc.SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT), FromDIP(1)));
  const int left = (size.x - FromDIP(kLine)) / 2;
  dc.DrawLine(left, size.y / 2, left + FromDIP(kLine), size.y / 2);
}

void HeightGrip::on_motion(wxMouseEvent& /*event*/) {
  if (HasCapture()) set_height(std::min(height_then_ + pressed_at_ - wxGetMousePosition().y, most()));
}

}  // namespace mitjul
