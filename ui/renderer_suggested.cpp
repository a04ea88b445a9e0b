// The part of the renderer that draws what is suggested: outlines and broken lines, never a fill.

#include <wx/pen.h>

#include <algorithm>
#include <cmath>

#include "ui/broken_line.h"
#include "ui/renderer.h"

namespace mitjul {
namespace {

constexpr double kRound = 3;
constexpr double kHookHeight = 5;
constexpr float kApart = 3;  // between dashes and dots

double d(float value) { return static_cast<double>(value); }

constexpr Broken kDashes{4, 2, 3};
constexpr Broken kDots{1, 1, 3};
constexpr Broken kDenseDots{3, 1, 2};

wxPen frame_pen(const wxColour& colour, bool dashed, int width) {
  if (dashed) return dashed_pen(colour, width);
  wxPen pen(colour, width, wxPENSTYLE_SOLID);
  pen.SetCap(wxCAP_BUTT);
  return pen;
}

/// Around a piece; open where it is carried on in another line.
void stroke_frame(wxGraphicsContext& context, const SuggestedPiece& piece, double left, double right, double top,
                  double bottom) {
  wxGraphicsPath path = context.CreatePath();
  path.MoveToPoint(piece.starts ? left + kRound : left, bottom);
  if (piece.starts) {
    path.AddQuadCurveToPoint(left, bottom, left, bottom - kRound);
    path.AddLineToPoint(left, top + kRound);
    path.AddQuadCurveToPoint(left, top, left + kRound, top);
  } else {
    path.MoveToPoint(left, top);
  }
  if (piece.ends) {
    path.AddLineToPoint(right - kRound, top);
    path.AddQuadCurveToPoint(right, top, right, top + kRound);
    path.AddLineToPoint(right, bottom - kRound);
    path.AddQuadCurveToPoint(right, bottom, right - kRound, bottom);
  } else {
    path.AddLineToPoint(right, top);
    path.MoveToPoint(right, bottom);
  }
  path.AddLineToPoint(piece.starts ? left + kRound : left, bottom);
  context.StrokePath(path);
}

}  // namespace

void Renderer::draw_suggested(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line,
                              int y) {
  using Kind = SuggestedMark::Kind;
  const double top = y + line.text_top;
  const double bottom = y + line.text_bottom;
  const std::vector<SuggestedPiece> pieces = page_.suggested_pieces(at);
  // Where a word in a passage has its dashes, the passage has no dots.
  const auto dotted = [&](const SuggestedPiece& passage) {
    std::vector<Interval> parts{passage.x};
    for (const SuggestedPiece& piece : pieces) {
      if (page_.suggested()[piece.index].kind != Kind::Word) continue;
      parts = without(parts, piece.x, kApart);
    }
    return parts;
  };
  for (const SuggestedPiece& piece : pieces) {
    const LabelPaint& paint = labels_[piece.label];
    const Kind kind = page_.suggested()[piece.index].kind;
    const double left = d(viewport_.left() + piece.x.left);
    const double right = d(viewport_.left() + piece.x.right);
    const bool hovered = state.hovered_suggested == piece.index;
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(paint.bar);
    if (state.suggested == piece.index || kind == Kind::Proposal || kind == Kind::Frame) {
      const bool proposed = kind == Kind::Proposal || kind == Kind::Frame;
      context.SetPen(frame_pen(paint.line, !proposed, proposed ? 1 : 2));
      // Whole pixels for a line of odd width: the context moves those to the middle of a pixel. A passage leaves the
      // dashes of the words in it free.
      const int lower = kind == Kind::Passage ? 1 : proposed ? -1 : 0;
      stroke_frame(context, piece, std::round(left) - 1, std::round(right) + (proposed ? 0 : 1), top, bottom + lower);
    } else if (kind == Kind::Word) {
      fill_broken(context, kDashes, left, right, bottom - (hovered ? 3 : 2));
      if (hovered) fill_broken(context, kDashes, left, right, bottom - 2);
    } else {
      if (!hovered) context.SetBrush(paint.faint);
      for (const Interval& part : dotted(piece)) {
        fill_broken(context, hovered ? kDenseDots : kDots, d(viewport_.left() + part.left),
                    d(viewport_.left() + part.right), bottom - 1);
      }
      context.SetBrush(paint.bar);
      // Where it begins and ends: sentence after sentence may be suggested.
      if (piece.starts) context.DrawRectangle(std::round(left), bottom - kHookHeight, 1, kHookHeight);
      if (piece.ends) context.DrawRectangle(std::round(right) - 1, bottom - kHookHeight, 1, kHookHeight);
    }
  }
}

void Renderer::draw_suggested_chip(wxGraphicsContext& context, const SuggestedChip& chip) {
  const LabelPaint& paint = labels_[chip.label];
  const double x = std::round(d(chip.place.x));
  const double y = chip.place.y;
  const double width = d(chip.place.width);
  const double height = chip.place.height;
  context.SetPen(frame_pen(paint.line, page_.suggested()[chip.index].kind != SuggestedMark::Kind::Proposal, 1));
  context.SetBrush(wxBrush(theme_->background));
  context.DrawRoundedRectangle(x, y, width - 1, height - 1, kRound);
  const FontMetrics metrics = shaper_.label_metrics();
  context.PushState();
  context.Clip(x, y, width, height);
  shaper_.draw_label(context, page_.suggested_name(chip.index), x + page_.style().chip_padding,
                     y + (height - d(metrics.height())) / 2 + d(metrics.ascent) - 0.5, paint.words);
  context.PopState();
}

}  // namespace mitjul
