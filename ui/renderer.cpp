#include "ui/renderer.h"

#include <algorithm>

#include "ui/broken_line.h"

namespace mitjul {
namespace {

constexpr double kBarHeight = 2;
constexpr double kRound = 3;
constexpr int kDeepestInset = 3;
// How far the ends of a bracket reach along its span, and how thick it is.
constexpr double kBracketReach = 5;
constexpr double kBracketStroke = 2;
constexpr double kHook = 4;
constexpr int kSignWidth = 3;
constexpr double kDotSize = 5;
// Below what somebody else has annotated.
constexpr Broken kDots{2, kBarHeight, 2};
// How much of a label's colour the dots of a suggested passage have: a text may be full of them.
constexpr double kFaint = 0.65;

double d(float value) { return static_cast<double>(value); }

}  // namespace

void Renderer::set_colours(const Schema& schema, const Theme& theme) {
  theme_ = &theme;
  labels_.clear();
  for (const PageLabel& label : page_.labels()) {
    const LabelColours colours = label_colours(schema, label.id, theme);
    labels_.push_back({wxBrush(colours.fill), wxBrush(colours.wash), wxBrush(colours.bar), wxPen(colours.bar, 1),
                       colours.chip_text, colours.bar, colours.words,
                       wxBrush(blend(theme.background, colours.bar, kFaint))});
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
  joined_.clear();
  for (const auto& relation : {state.selected, state.hovered}) {
    if (!relation) continue;
    const std::vector<AnnotationId> marks = page_.marks_joined_by(*relation);
    joined_.insert(marks.begin(), marks.end());
  }
  for (const Viewport::VisibleBlock& visible : viewport_.visible()) {
    const BlockLayout& layout = page_.layout(visible.block);
    if (visible.y >= to_y || visible.y + layout.height <= from_y) continue;
    draw_margin(context, visible);
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
      const Line& line = layout.lines[i];
      if (visible.y + line.top >= to_y || visible.y + line.bottom <= from_y) continue;
      draw_cells(context, {visible.block, i}, line, visible.y);
      draw_fills(context, state, line, visible.y);
      draw_selection(context, state, {visible.block, i}, line, visible.y);
      draw_text(context, state, {visible.block, i}, line, visible.y);
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

/// The number of a paragraph, and what says that it is a quotation, a turn or an item.
void Renderer::draw_margin(wxGraphicsContext& context, const Viewport::VisibleBlock& visible) {
  if (const auto place = viewport_.number_place(visible)) {
    const BlockLayout& layout = page_.layout(visible.block);
    shaper_.draw_label(context, std::to_string(page_.paragraph_number(visible.block)), d(place->x),
                       place->y + page_.style().line(layout.style).ascent, theme_->faint);
  }
  const MarginSign sign = page_.look(visible.block).sign;
  if (sign == MarginSign::None) return;
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(theme_->rule));
  const std::vector<Line>& lines = page_.layout(visible.block).lines;
  const int top = visible.y + lines.front().text_top;
  const int bottom = visible.y + lines.back().text_bottom;
  const double x = d(viewport_.left()) - 3 * kSignWidth;
  if (sign == MarginSign::Dot) {
    const double middle = (top + visible.y + lines.front().text_bottom) / 2.0;
    context.DrawEllipse(x, middle - kDotSize / 2, kDotSize, kDotSize);
  } else {
    context.DrawRectangle(x, top, sign == MarginSign::Bar ? kSignWidth : 1, bottom - top);
  }
}

void Renderer::draw_cells(wxGraphicsContext& context, Page::LineAt at, const Line& line, int y) {
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(theme_->ground));
  for (const Interval& cell : page_.cells(at)) {
    // Cells without anything between them are apart by the rounding, and a pixel.
    context.DrawRoundedRectangle(d(viewport_.left() + cell.left), y + line.text_top, d(cell.length()) - 1,
                                 line.text_bottom - line.text_top, kRound);
  }
}

/// Those of others lie below: one's own look the same whether they are shown or not.
void Renderer::draw_fills(wxGraphicsContext& context, const RenderState& state, const Line& line, int y) {
  const auto draw = [&](bool own) {
    for (const MarkPiece& piece : line.pieces) {
      if ((piece.mark->author == 0) == own) draw_fill(context, state, piece, line, y);
    }
  };
  draw(false);
  draw(true);
  for (const MarkPiece& piece : line.pieces) {
    const wxPen outline = outline_of(state, piece);
    if (piece.mark->author == 0 || outline == *wxTRANSPARENT_PEN) continue;
    context.SetBrush(*wxTRANSPARENT_BRUSH);
    context.SetPen(outline);
    context.DrawRoundedRectangle(d(viewport_.left() + piece.x.left), y + line.text_top, d(piece.x.length()),
                                 line.text_bottom - line.text_top, piece.starts && piece.ends ? kRound : 1);
  }
}

wxPen Renderer::outline_of(const RenderState& state, const MarkPiece& piece) const {
  const AnnotationId& id = piece.mark->id;
  if (is_joined(id)) return wxPen(theme_->highlight, 2);
  if (piece.is_long) return *wxTRANSPARENT_PEN;
  const LabelPaint& paint = labels_[piece.mark->label];
  if (is_marked(state, id)) return wxPen(paint.line, 2);
  return state.hovered == id ? paint.outline : *wxTRANSPARENT_PEN;
}

void Renderer::draw_fill(wxGraphicsContext& context, const RenderState& state, const MarkPiece& piece, const Line& line,
                         int y) {
  const AnnotationId& id = piece.mark->id;
  const LabelPaint& paint = labels_[piece.mark->label];
  if (piece.is_long) {
    draw_brackets(context, piece, line, y);
    if (!is_marked(state, id) && state.hovered != id && !is_joined(id)) return;
  }
  const int inset = std::min(piece.depth, kDeepestInset) * page_.style().fill_inset;
  context.SetBrush(piece.is_long || piece.mark->author != 0 ? paint.wash : paint.fill);
  context.SetPen(outline_of(state, piece));
  context.DrawRoundedRectangle(d(viewport_.left() + piece.x.left), y + line.text_top + inset, d(piece.x.length()),
                               line.text_bottom - line.text_top - 2 * inset, piece.starts && piece.ends ? kRound : 1);
}

/// Like 「 and 」 around the passage; thin ones of others.
void Renderer::draw_brackets(wxGraphicsContext& context, const MarkPiece& piece, const Line& line, int y) {
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(labels_[piece.mark->label].bar);
  const double top = y + line.text_top;
  const double bottom = y + line.text_bottom;
  const double reach = std::min(kBracketReach, d(piece.x.length()));
  const double stroke = piece.mark->author == 0 ? kBracketStroke : kBracketStroke / 2;
  if (piece.starts) {
    const double x = std::round(d(viewport_.left() + piece.x.left)) - stroke;
    context.DrawRectangle(x, top, stroke, bottom - top);
    context.DrawRectangle(x, top, reach + stroke, stroke);
  }
  if (piece.ends) {
    const double x = std::round(d(viewport_.left() + piece.x.right));
    context.DrawRectangle(x, top, stroke, bottom - top);
    context.DrawRectangle(x - reach, bottom - stroke, reach + stroke, stroke);
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

/// Where the text of a line has less than its full colour: not on fills and selections, where it could not be read.
std::vector<Interval> Renderer::fainter_parts(const RenderState& state, Page::LineAt at, const Line& line) {
  std::vector<Interval> parts = page_.boilerplate(at);
  if (page_.look(at.block).ink != Ink::Full) parts = {{0, line.width}};
  if (parts.empty()) return parts;
  for (const MarkPiece& piece : line.pieces) parts = without(parts, piece.x);
  if (state.selection.empty()) return parts;
  if (const auto selected = page_.extent(at, state.selection.span())) parts = without(parts, *selected);
  return parts;
}

void Renderer::draw_text(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line,
                         int y) {
  const BlockLayout& layout = page_.layout(at.block);
  const Span span(layout.shape.position(line.range.first), layout.shape.position(line.range.last));
  if (span.empty()) return;
  const double left = d(viewport_.left());
  const double baseline = y + line.text_top + page_.style().line(layout.style).ascent;
  const auto draw = [&](const wxColour& colour) {
    shaper_.draw_text(context, layout.style, page_.text().slice(span), left, baseline, colour);
  };
  const std::vector<Interval> fainter = fainter_parts(state, at, line);
  if (fainter.empty()) return draw(theme_->text);
  // The run is drawn whole each time, and seen in parts.
  const auto draw_part = [&](const Interval& part, const wxColour& colour) {
    context.PushState();
    context.Clip(left + d(part.left), y + line.text_top - line.text_bottom + line.text_top, d(part.length()),
                 3 * (line.text_bottom - line.text_top));
    draw(colour);
    context.PopState();
  };
  // Letters reach beyond the ends of the line.
  std::vector<Interval> full{{-viewport_.left(), static_cast<float>(viewport_.width())}};
  for (const Interval& part : fainter) full = without(full, part);
  const wxColour& weaker = page_.look(at.block).ink == Ink::Fainter ? theme_->fainter : theme_->faint;
  for (const Interval& part : fainter) draw_part(part, weaker);
  for (const Interval& part : full) draw_part(part, theme_->text);
}

/// A hook at each end that leads to another line.
void Renderer::draw_joint(wxGraphicsContext& context, const MarkJoint& joint, double y) {
  const int reach = page_.style().hook;
  const double left = d(viewport_.left() + joint.x.left) - (joint.from_above ? reach : 0);
  const double right = d(viewport_.left() + joint.x.right) + (joint.goes_on ? reach : 0);
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  context.SetPen(wxPen(labels_[joint.mark->label].line, 1));
  wxGraphicsPath path = context.CreatePath();
  path.MoveToPoint(left, y);
  if (joint.from_above) {
    path.MoveToPoint(left, y - kHook);
    path.AddLineToPoint(left, y);
  }
  path.AddLineToPoint(right, y);
  if (joint.goes_on) path.AddLineToPoint(right, y + kHook);
  context.StrokePath(path);
}

void Renderer::draw_bars(wxGraphicsContext& context, const RenderState& state, const Line& line, int y) {
  const auto lane_y = [&](int lane) { return y + line.lane_tops[static_cast<std::size_t>(lane)] + 1; };
  for (const MarkJoint& joint : line.joints) draw_joint(context, joint, lane_y(joint.lane) + kBarHeight / 2);
  context.SetPen(*wxTRANSPARENT_PEN);
  for (const MarkPiece& piece : line.pieces) {
    context.SetBrush(labels_[piece.mark->label].bar);
    const double height = is_marked(state, piece.mark->id) ? kBarHeight + 1 : kBarHeight;
    const double left = d(viewport_.left() + piece.x.left);
    const double right = d(viewport_.left() + piece.x.right);
    if (piece.mark->author == 0) {
      context.DrawRectangle(left, lane_y(piece.lane), right - left, height);
    } else {
      fill_broken(context, {kDots.length, height, kDots.gap}, left, right, lane_y(piece.lane));
    }
  }
  for (const Chip& chip : line.chips) draw_chip(context, state, chip, lane_y(chip.lane) + kBarHeight);
}

/// Filled, and one with its bar; of others a frame, with their name.
void Renderer::draw_chip(wxGraphicsContext& context, const RenderState& state, const Chip& chip, double top) {
  const LabelPaint& paint = labels_[chip.mark->label];
  const bool own = chip.mark->author == 0;
  const double height = page_.style().lane_height - page_.style().thin_lane_height;
  const double x = d(viewport_.left() + chip.x.left);
  const double width = d(chip.x.length());
  if (own) {
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(paint.bar);
    context.DrawRoundedRectangle(x, top - 1, width, height + 1, kRound);
    // No rounding between the bar and its chip.
    context.DrawRectangle(x, top - 1, width, kRound);
  } else {
    context.SetPen(paint.outline);
    context.SetBrush(wxBrush(theme_->background));
    context.DrawRoundedRectangle(std::round(x), top + 1, std::round(width) - 1, height - 2, kRound);
  }
  const FontMetrics metrics = shaper_.label_metrics();
  shaper_.draw_label(context, page_.chip_name(chip), x + page_.style().chip_padding,
                     top + (height - d(metrics.height())) / 2 + d(metrics.ascent) - 0.5,
                     own ? paint.chip_text : paint.words);
  if (!is_marked(state, chip.mark->id)) return;
  context.SetPen(wxPen(theme_->highlight, 2));
  context.SetBrush(*wxTRANSPARENT_BRUSH);
  context.DrawRoundedRectangle(x - 1, top - kBarHeight - 1, width + 2, height + kBarHeight + 2, kRound + 1);
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

    const int stroke = marked ? 2 : 1;
    context.SetPen(arc.link->author == 0 ? wxPen(colour, stroke) : dashed_pen(colour, stroke));
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
