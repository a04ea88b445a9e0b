#pragma once

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/pen.h>

#include <optional>
#include <set>
#include <vector>

#include "ui/run_shaper.h"
#include "ui/theme.h"
#include "view/viewport.h"

namespace mitjul {

/// What of a page is said by colours alone, and does not change where anything stands.
struct RenderState {
  Selection selection;
  std::vector<Span> kept;           ///< segments kept for a discontinuous span
  std::optional<CaretPlace> caret;  ///< nothing: not drawn
  std::optional<AnnotationId> selected;
  std::vector<AnnotationId> ends;             ///< of the relation that is selected
  std::optional<AnnotationId> relation_from;  ///< where the relation begins that is being made
  std::optional<AnnotationId> hovered;
  std::optional<std::size_t> suggested;          ///< the suggested mark that is selected, by index
  std::optional<std::size_t> hovered_suggested;  ///< the one under the pointer
};

/// Draws what a viewport sees of a page: the same for the screen, pictures, printing and tests.
class Renderer {
 public:
  /// Both outlive the renderer.
  Renderer(Viewport& viewport, Page& page, RunShaper& shaper) : viewport_(viewport), page_(page), shaper_(shaper) {}

  /// The labels' colours; anew when the schema or the theme changes.
  void set_colours(const Schema& schema, const Theme& theme);

  /// Draws the part of the viewport between two heights; at least that.
  void render(wxGraphicsContext& context, const RenderState& state, int from_y, int to_y);

 private:
  struct LabelPaint {
    wxBrush fill;
    wxBrush wash;
    wxBrush bar;
    wxPen outline;
    wxColour chip_text;
    wxColour line;
    wxColour words;
    wxBrush faint;
  };

  void draw_margin(wxGraphicsContext& context, const Viewport::VisibleBlock& visible);
  void draw_cells(wxGraphicsContext& context, Page::LineAt at, const Line& line, int y);
  void draw_text(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line, int y);
  std::vector<Interval> fainter_parts(const RenderState& state, Page::LineAt at, const Line& line);
  void draw_fills(wxGraphicsContext& context, const RenderState& state, const Line& line, int y);
  void draw_fill(wxGraphicsContext& context, const RenderState& state, const MarkPiece& piece, const Line& line, int y);
  wxPen outline_of(const RenderState& state, const MarkPiece& piece) const;
  void draw_selection(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line, int y);
  void draw_brackets(wxGraphicsContext& context, const MarkPiece& piece, const Line& line, int y);
  void draw_joint(wxGraphicsContext& context, const MarkJoint& joint, double y);
  void draw_bars(wxGraphicsContext& context, const RenderState& state, const Line& line, int y);
  void draw_chip(wxGraphicsContext& context, const RenderState& state, const Chip& chip, double top);
  void draw_arcs(wxGraphicsContext& context, const RenderState& state, const Line& line, int y);
  void draw_suggested(wxGraphicsContext& context, const RenderState& state, Page::LineAt at, const Line& line, int y);
  void draw_suggested_chip(wxGraphicsContext& context, const SuggestedChip& chip);
  bool is_marked(const RenderState& state, const AnnotationId& id) const;
  bool is_joined(const AnnotationId& id) const { return joined_.contains(id); }

  Viewport& viewport_;
  Page& page_;
  RunShaper& shaper_;
  const Theme* theme_ = nullptr;
  std::vector<LabelPaint> labels_;
  std::set<AnnotationId> joined_;  // the marks at the ends of the relation that is selected, or under the pointer
};

}  // namespace mitjul
