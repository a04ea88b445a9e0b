#include "ui/severity_mark.h"

#include <wx/settings.h>

namespace mitjul {
namespace {

constexpr double kEdge = 0.12;  // of the square, around the sign
constexpr double kLine = 0.16;

void draw_triangle(wxGraphicsContext& context, double size) {
  wxGraphicsPath path = context.CreatePath();
  path.MoveToPoint(0.5 * size, kEdge * size);
  path.AddLineToPoint((1 - kEdge / 2) * size, (1 - kEdge) * size);
  path.AddLineToPoint(kEdge / 2 * size, (1 - kEdge) * size);
  path.CloseSubpath();
  context.FillPath(path);
}

void draw_cross(wxGraphicsContext& context, double size) {
  const double near = (kEdge + kLine / 2) * size;
  context.StrokeLine(near, near, size - near, size - near);
  context.StrokeLine(near, size - near, size - near, near);
}

}  // namespace

wxColour severity_colour(Severity severity, bool dark) {
  switch (severity) {
    case Severity::Error: return dark ? wxColour(0xFF, 0x9A, 0x8A) : wxColour(0xB3, 0x26, 0x1E);
    case Severity::Warning: return dark ? wxColour(0xF2, 0xC1, 0x4E) : wxColour(0x8A, 0x5A, 0x00);
    case Severity::Note: return dark ? wxColour(0xB0, 0xB5, 0xBC) : wxColour(0x57, 0x60, 0x6A);
  }
  return {};
}

void draw_severity(wxGraphicsContext& context, Severity severity, bool dark, int size) {
  const wxColour colour = severity_colour(severity, dark);
  // On a ground of the list's own colour: the row may be selected.
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX)));
  context.DrawRoundedRectangle(0, 0, size, size, size / 4.0);
  context.SetBrush(severity == Severity::Warning ? wxBrush(colour) : *wxTRANSPARENT_BRUSH);
  context.SetPen(context.CreatePen(wxGraphicsPenInfo(colour).Width(kLine * size).Cap(wxCAP_ROUND)));
  switch (severity) {
    case Severity::Error: draw_cross(context, size); break;
    case Severity::Warning: draw_triangle(context, size); break;
    case Severity::Note:
      context.DrawEllipse(2 * kEdge * size, 2 * kEdge * size, (1 - 4 * kEdge) * size, (1 - 4 * kEdge) * size);
      break;
  }
}

}  // namespace mitjul
