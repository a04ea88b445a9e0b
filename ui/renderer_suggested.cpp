// The part of the renderer that draws what is suggested: outlines and broken lines, never a fill.

#include <wx/pen.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/renderer.h"

namespace mitjul {
namespace {

constexpr double kRound = 3;
constexpr double kFrameWidth = 1.5;
constexpr double kHookHeight = 5;

double d(float value) { return static_cast<double>(value); }

/// A broken line: how long and how high a part of it is, and about how far apart the parts are.
struct Broken {
  double length;
  double height;
  double gap;
};
constexpr Broken kDashes{4, 2, 3};
constexpr Broken kDots{1, 1, 3};
constexpr Broken kDenseDots{3, 1, 2};

/// From edge to edge: it begins and ends with a whole part, and the gaps share what is left.
void fill_broken(wxGraphicsContext& context, const Broken& broken, double left, double right, double y) {
  const double room = right - left;
  const double gaps = std::max(0.0, std::floor((room - broken.length) / (broken.length + broken.gap)));
  const double step = gaps > 0 ? (room - broken.length) / gaps : 0;
  wxGraphicsPath path = context.CreatePath();
  for (int i = 0; i <= static_cast<int>(gaps); ++i) {
    path.AddRectangle(std::round(left + i * step), y, std::min(broken.length, room), broken.height);
  }
  context.FillPath(path);
}

wxPen frame_pen(const wxColour& colour, bool dashed) {
  static const std::array<wxDash, 2> kPattern{3, 2};  // in widths of the pen
  wxPen pen(colour, 1, wxPENSTYLE_SOLID);
  if (dashed) {
    pen.SetStyle(wxPENSTYLE_USER_DASH);
    pen.SetDashes(static_cast<int>(kPattern.size()), kPattern.data());
  }
  pen.SetCap(wxCAP_BUTT);
  return pen;
}

}  // namespace

void Renderer::draw_suggested(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line,
                              int y) {
  using Kind = SuggestedMark::Kind;
  const double top = y + line.text_top;
  const double bottom = y + line.text_bottom;
  for (const SuggestedPiece& piece : page_.suggested_pieces(at)) {
    const LabelPaint& paint = labels_[piece.label];
    const Kind kind = page_.suggested()[piece.index].kind;
    const double left = d(viewport_.left() + piece.x.left);
    const double right = d(viewport_.left() + piece.x.right);
    const bool hovered = state.hovered_suggested == piece.index;
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(paint.bar);
    if (state.suggested == piece.index || kind == Kind::Proposal) {
      // Open where it is carried on in another line.
      context.SetPen(frame_pen(paint.line, kind != Kind::Proposal));
      const double upper = top + 0.5;
      const double lower = bottom - 0.5;
      context.StrokeLine(left, upper, right, upper);
      context.StrokeLine(left, lower, right, lower);
      if (piece.starts) context.StrokeLine(left - 0.5, upper, left - 0.5, lower);
      if (piece.ends) context.StrokeLine(right + 0.5, upper, right + 0.5, lower);
    } else if (kind == Kind::Word) {
      fill_broken(context, kDashes, left, right, bottom - (hovered ? 3 : 2));
      if (hovered) fill_broken(context, kDashes, left, right, bottom - 2);
    } else {
      fill_broken(context, hovered ? kDenseDots : kDots, left, right, bottom - 1);
      // Where it begins and ends: sentence after sentence may be suggested.
      if (piece.starts) context.DrawRectangle(std::round(left), bottom - kHookHeight, 1, kHookHeight);
      if (piece.ends) context.DrawRectangle(std::round(right) - 1, bottom - kHookHeight, 1, kHookHeight);
    }
  }
}

void Renderer::draw_suggested_chip(wxGraphicsContext& context, std::size_t index) {
  const auto chip = viewport_.suggested_chip(index);
  if (!chip) return;
  const SuggestedMark& mark = page_.suggested()[index];
  const auto label = std::find_if(page_.labels().begin(), page_.labels().end(),
                                  [&](const PageLabel& each) { return each.id == mark.label; });
  const LabelPaint& paint = labels_[static_cast<std::size_t>(label - page_.labels().begin())];
  const double x = d(chip->x);
  const double width = d(chip->width);
  context.SetPen(frame_pen(paint.line, mark.kind != SuggestedMark::Kind::Proposal));
  context.SetBrush(wxBrush(theme_->background));
  context.DrawRoundedRectangle(x + 0.5, chip->y + 0.5, width - 1, chip->height - 1, kRound);
  const FontMetrics metrics = shaper_.label_metrics();
  context.PushState();
  context.Clip(x, chip->y, width, chip->height);
  shaper_.draw_label(context, page_.suggested_name(index), x + page_.style().chip_padding,
                     chip->y + (chip->height - d(metrics.height())) / 2 + d(metrics.ascent) - 0.5, paint.words);
  context.PopState();
}

}  // namespace mitjul
