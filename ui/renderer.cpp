#include "ui/renderer.h"

#include <algorithm>

namespace mitjul {
namespace {

constexpr double kBarHeight = 2;
constexpr double kRound = 3;
// A fill is this much lower for each span around it, so that what lies inside can be told apart.
constexpr int kInset = 2;
constexpr int kDeepestInset = 3;
// How much of a label's colour the dots of a suggested passage have: a text may be full of them.
constexpr double kFaint = 0.65;

double d(float value) { return static_cast<double>(value); }

}  // namespace

void Renderer::set_colours(const Schema& schema, const Theme& theme) {
  theme_ = &theme;
  labels_.clear();
  for (const PageLabel& label : page_.labels()) {
    const LabelColours colours = label_colours(schema, label.id, theme);
    labels_.push_back({wxBrush(colours.fill), wxBrush(colours.bar), wxPen(colours.bar, 1), colours.chip_text,
                       colours.bar, colours.words, wxBrush(blend(theme.background, colours.bar, kFaint))});
  }
}

bool Renderer::is_marked(const RenderState& state, const AnnotationId& id) const {
  return state.selected == id || state.relation_from == id ||
         std::find(state.ends.begin(), state.ends.end(), id) != state.ends.end();
}

void Renderer::render(wxGraphicsContext& context, const RenderState& state, int from_y, int to_y) {
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(theme_->background));
  context.DrawRectangle(0, from_y, viewport_.width(), to_y - from_y);
  for (const Viewport::VisibleBlock& visible : viewport_.visible()) {
    const BlockLayout& layout = page_.layout(visible.block);
    if (visible.y >= to_y || visible.y + layout.height <= from_y) continue;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
      const Line& line = layout.lines[i];
      if (visible.y + line.top >= to_y || visible.y + line.bottom <= from_y) continue;
      draw_fills(context, state, line, visible.y);
      draw_selection(context, state, {visible.block, i}, line, visible.y);
      draw_text(context, visible.block, line, visible.y);
      draw_bars(context, state, line, visible.y);
      draw_suggested(context, state, {visible.block, i}, line, visible.y);
      draw_arcs(context, state, line, visible.y);
    }
  }
  // Over the lines: chips of what is suggested have no place of their own among them.
  for (const SuggestedChip& chip : viewport_.suggested_chips(state.suggested)) draw_suggested_chip(context, chip);
  if (state.caret) {
    if (const auto caret = viewport_.caret(*state.caret)) {
      context.SetPen(*wxTRANSPARENT_PEN);
      context.SetBrush(wxBrush(theme_->caret));
      context.DrawRectangle(std::max(0.0, d(caret->x) - 1), caret->y, 2, caret->height);
    }
  }
}

void Renderer::draw_fills(wxGraphicsContext& context, const RenderState& state, const Line& line, int y) {
  for (const MarkPiece& piece : line.pieces) {
    const LabelPaint& paint = labels_[piece.mark->label];
    const int inset = std::min(piece.depth, kDeepestInset) * kInset;
    const double x = d(viewport_.left() + piece.x.left);
    const double width = d(piece.x.right - piece.x.left);
    const double height = line.text_bottom - line.text_top - 2 * inset;
    const bool marked = is_marked(state, piece.mark->id);
    context.SetBrush(paint.fill);
    if (marked) {
      context.SetPen(wxPen(paint.line, 2));
    } else if (state.hovered == piece.mark->id) {
      context.SetPen(paint.outline);
    } else {
      context.SetPen(*wxTRANSPARENT_PEN);
    }
    context.DrawRoundedRectangle(x, y + line.text_top + inset, width, height, piece.starts && piece.ends ? kRound : 1);
  }
}

void Renderer::draw_selection(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line,
                              int y) {
  context.SetPen(*wxTRANSPARENT_PEN);
  const auto draw = [&](Span span, const wxColour& colour) {
    if (span.empty()) return;
    const auto extent = page_.extent(at, span);
    if (!extent) return;
    context.SetBrush(wxBrush(colour));
    context.DrawRectangle(d(viewport_.left() + extent->left), y + line.text_top, d(extent->right - extent->left),
                          line.text_bottom - line.text_top);
  };
  for (const Span& span : state.kept) draw(span, theme_->kept);
  draw(state.selection.span(), theme_->selection);
}

void Renderer::draw_text(wxGraphicsContext& context, std::size_t block, const Line& line, int y) {
  const BlockShape& shape = page_.layout(block).shape;
  const Span span(shape.position(line.range.first), shape.position(line.range.last));
  if (span.empty()) return;
  shaper_.draw_text(context, page_.text().slice(span), d(viewport_.left()), y + line.text_top + page_.style().ascent,
                    theme_->text);
}

void Renderer::draw_bars(wxGraphicsContext& context, const RenderState& state, const Line& line, int y) {
  const auto lane_y = [&](int lane) { return y + line.lane_tops[static_cast<std::size_t>(lane)] + 1; };
  for (const MarkJoint& joint : line.joints) {
    context.SetPen(wxPen(labels_[joint.mark->label].line, 1, wxPENSTYLE_SHORT_DASH));
    const double middle = lane_y(joint.lane) + kBarHeight / 2;
    context.StrokeLine(d(viewport_.left() + joint.x.left), middle, d(viewport_.left() + joint.x.right), middle);
  }
  context.SetPen(*wxTRANSPARENT_PEN);
  for (const MarkPiece& piece : line.pieces) {
    context.SetBrush(labels_[piece.mark->label].bar);
    const double height = is_marked(state, piece.mark->id) ? kBarHeight + 1 : kBarHeight;
    context.DrawRectangle(d(viewport_.left() + piece.x.left), lane_y(piece.lane), d(piece.x.right - piece.x.left),
                          height);
  }
  const double chip_height = page_.style().lane_height - page_.style().thin_lane_height;
  for (const Chip& chip : line.chips) {
    const LabelPaint& paint = labels_[chip.mark->label];
    const double x = d(viewport_.left() + chip.x.left);
    const double top = lane_y(chip.lane) + kBarHeight;
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(paint.bar);
    context.DrawRoundedRectangle(x, top - 1, d(chip.x.length()), chip_height + 1, kRound);
    // The bar and its chip are one: no rounding between them.
    context.DrawRectangle(x, top - 1, d(chip.x.length()), kRound);
    const FontMetrics metrics = shaper_.label_metrics();
    context.PushState();
    context.Clip(x, top - 1, d(chip.x.length()), chip_height + 2);
    shaper_.draw_label(context, page_.labels()[chip.mark->label].name, x + page_.style().chip_padding,
                       top + (chip_height - d(metrics.height())) / 2 + d(metrics.ascent) - 0.5, paint.chip_text);
    context.PopState();
    if (is_marked(state, chip.mark->id)) {
      context.SetPen(wxPen(theme_->highlight, 2));
      context.SetBrush(*wxTRANSPARENT_BRUSH);
      context.DrawRoundedRectangle(x - 1, top - kBarHeight - 1, d(chip.x.length()) + 2, chip_height + kBarHeight + 2,
                                   kRound + 1);
    }
  }
}

void Renderer::draw_arcs(wxGraphicsContext& context, const RenderState& state, const Line& line, int y) {
  const int lane_height = page_.style().arc_lane_height;
  const FontMetrics metrics = shaper_.label_metrics();
  for (const Arc& arc : line.arcs) {
    const bool marked = is_marked(state, arc.link->id) || state.hovered == arc.link->id;
    if (arc.bundled == 0 && !marked) continue;
    const wxColour& colour = marked ? theme_->highlight : labels_[arc.link->label].line;
    const double bottom = y + line.text_top - 1;
    const double middle = y + line.text_top - (arc.lane + 0.5) * lane_height;
    const double left = d(viewport_.left() + arc.x.left);
    const double right = d(viewport_.left() + arc.x.right);
    const bool ends_left = arc.left == ArcEnd::Foot || arc.left == ArcEnd::Arrow;
    const bool ends_right = arc.right == ArcEnd::Foot || arc.right == ArcEnd::Arrow;
    const double corner = std::min({4.0, bottom - middle, (right - left) / 2});

    context.SetPen(wxPen(colour, marked ? 2 : 1));
    wxGraphicsPath path = context.CreatePath();
    if (ends_left) {
      path.MoveToPoint(left, bottom);
      path.AddLineToPoint(left, middle + corner);
      path.AddQuadCurveToPoint(left, middle, left + corner, middle);
    } else {
      path.MoveToPoint(left, middle);
    }
    if (ends_right) {
      path.AddLineToPoint(right - corner, middle);
      path.AddQuadCurveToPoint(right, middle, right, middle + corner);
      path.AddLineToPoint(right, bottom);
    } else {
      path.AddLineToPoint(right, middle);
    }
    context.StrokePath(path);

    context.SetBrush(wxBrush(colour));
    context.SetPen(*wxTRANSPARENT_PEN);
    const auto tip = [&](double x, ArcEnd end, double outward) {
      wxGraphicsPath head = context.CreatePath();
      if (end == ArcEnd::Arrow) {
        head.MoveToPoint(x, bottom + 1);
        head.AddLineToPoint(x - 3.5, bottom - 5);
        head.AddLineToPoint(x + 3.5, bottom - 5);
      } else if (end == ArcEnd::Outside) {
        head.MoveToPoint(x, middle);
        head.AddLineToPoint(x - outward * 6, middle - 3.5);
        head.AddLineToPoint(x - outward * 6, middle + 3.5);
      } else {
        return;
      }
      head.CloseSubpath();
      context.FillPath(head);
    };
    tip(left, arc.left, -1);
    tip(right, arc.right, 1);

    const double label_left = d(viewport_.left() + arc.label.left);
    context.SetBrush(wxBrush(theme_->background));
    context.DrawRectangle(label_left, middle - lane_height / 2.0 + 1, d(arc.label.length()), lane_height - 2);
    const std::string name = page_.arc_name(arc);
    shaper_.draw_label(context, name, label_left + page_.style().chip_padding,
                       middle - d(metrics.height()) / 2 + d(metrics.ascent), colour);
  }
}

}  // namespace mitjul
