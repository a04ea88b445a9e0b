// What a text canvas draws and where things are in it; scrolling.

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

#include "ui/text_canvas.h"

namespace mitjul {
namespace {

constexpr int kWheelLines = 3;

}  // namespace

void TextCanvas::repaint() { Refresh(false); }

/// At least a screen: a shorter range makes GTK draw the shadow of something that is scrolled too far, and none at all
/// takes the bar away, and with it the width that the lines were broken for.
int TextCanvas::scroll_range() const {
  const int screen = std::max(GetClientSize().y, 1);
  return viewport_ ? std::max(static_cast<int>(viewport_->page_height()), screen) : screen;
}

void TextCanvas::update_scroll_bar() {
  if (viewport_) {
    SetScrollbar(wxVERTICAL, static_cast<int>(viewport_->scrolled()), GetClientSize().y, scroll_range());
  } else {
    SetScrollbar(wxVERTICAL, 0, scroll_range(), scroll_range());
  }
  if (view_listener_) view_listener_();
}

RenderState TextCanvas::state() const {
  RenderState state;
  state.selection = editor_.selection();
  state.kept = editor_.kept_segments();
  state.selected = editor_.selected_annotation();
  if (const Annotation* const selected = editor_.selected(); selected != nullptr && selected->relation() != nullptr) {
    for (const Argument& end : selected->relation()->arguments) {
      if (end.target.document.empty()) state.ends.push_back(end.target.id);
    }
  }
  if (editor_.relation_draft()) state.relation_from = editor_.relation_draft()->from;
  state.hovered = hovered_;
  state.suggested = number_of(editor_.selected_suggestion());
  state.hovered_suggested = hovered_suggestion_;
  if (HasFocus() && caret_shown_) state.caret = caret_place();
  return state;
}

void TextCanvas::on_paint(wxPaintEvent& /*event*/) {
  wxPaintDC dc(this);
  const wxRect box = GetUpdateRegion().GetBox();
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  if (!renderer_) {
    context->SetPen(*wxTRANSPARENT_PEN);
    context->SetBrush(wxBrush(theme_->background));
    const wxSize size = GetClientSize();
    context->DrawRectangle(0, 0, size.x, size.y);
    return;
  }
  renderer_->render(*context, state(), box.y, box.y + box.height);
  // Blocks laid out for the first time have heights other than estimated.
  if (GetScrollRange(wxVERTICAL) != scroll_range()) CallAfter([this] { update_scroll_bar(); });
}

void TextCanvas::on_size(wxSizeEvent& event) {
  if (viewport_) {
    const wxSize size = GetClientSize();
    viewport_->resize(size.x, size.y);
    update_scroll_bar();
    repaint();
  }
  event.Skip();
}

std::optional<wxRect> TextCanvas::caret_rectangle(TextPos pos) {
  if (!viewport_) return std::nullopt;
  const auto caret = viewport_->caret({pos, false});
  if (!caret) return std::nullopt;
  return wxRect(static_cast<int>(std::lround(caret->x)), caret->y, 1, caret->height);
}

std::optional<wxPoint> TextCanvas::place_of(const AnnotationId& id) {
  if (!viewport_) return std::nullopt;
  const auto at = [&](const Interval& x, int y) {
    return wxPoint(static_cast<int>(viewport_->left() + (x.left + x.right) / 2), y);
  };
  for (const Viewport::VisibleBlock& visible : viewport_->visible()) {
    for (const Line& line : page_->layout(visible.block).lines) {
      for (const MarkPiece& piece : line.pieces) {
        if (piece.mark->id == id) return at(piece.x, visible.y + (line.text_top + line.text_bottom) / 2);
      }
      for (const Arc& arc : line.arcs) {
        const int lane = line.text_top - (2 * arc.lane + 1) * page_->style().arc_lane_height / 2;
        if (arc.link->id == id) return at(arc.label, visible.y + lane);
      }
    }
  }
  return std::nullopt;
}

// --- Scrolling ---

void TextCanvas::scroll_by(int pixels) {
  if (!viewport_ || pixels == 0) return;
  card_->dismiss();
  viewport_->scroll_by(pixels);
  update_scroll_bar();
  repaint();
}

void TextCanvas::scroll_to(std::int64_t y) {
  if (!viewport_) return;
  viewport_->scroll_to(y);
  update_scroll_bar();
  repaint();
}

void TextCanvas::on_scroll(wxScrollWinEvent& event) {
  if (!viewport_) return;
  card_->dismiss();
  const int line = page_->style().text_height + page_->style().line_gap;
  const int page = std::max(GetClientSize().y - line, line);
  const auto type = event.GetEventType();
  if (type == wxEVT_SCROLLWIN_TOP) {
    viewport_->scroll_to(0);
  } else if (type == wxEVT_SCROLLWIN_BOTTOM) {
    viewport_->scroll_to(viewport_->page_height());
  } else if (type == wxEVT_SCROLLWIN_LINEUP) {
    viewport_->scroll_by(-line);
  } else if (type == wxEVT_SCROLLWIN_LINEDOWN) {
    viewport_->scroll_by(line);
  } else if (type == wxEVT_SCROLLWIN_PAGEUP) {
    viewport_->scroll_by(-page);
  } else if (type == wxEVT_SCROLLWIN_PAGEDOWN) {
    viewport_->scroll_by(page);
  } else {
    viewport_->scroll_to(event.GetPosition());
  }
  // While the thumb is held, it is the hand that says where it is.
  if (type != wxEVT_SCROLLWIN_THUMBTRACK) {
    update_scroll_bar();
  } else if (view_listener_) {
    view_listener_();
  }
  repaint();
}

void TextCanvas::on_wheel(wxMouseEvent& event) {
  if (!viewport_ || event.GetWheelAxis() != wxMOUSE_WHEEL_VERTICAL) return event.Skip();
  if (event.ControlDown()) {
    callbacks_.act(event.GetWheelRotation() > 0 ? Action::LargerText : Action::SmallerText);
    return;
  }
  const int line = page_->style().text_height + page_->style().line_gap;
  wheel_rest_ -= static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta() * kWheelLines * line;
  const int pixels = static_cast<int>(wheel_rest_);
  wheel_rest_ -= pixels;
  scroll_by(pixels);
}

}  // namespace mitjul
