#pragma once

#include <wx/timer.h>
#include <wx/window.h>

#include <optional>
#include <vector>

#include "ui/editor.h"
#include "ui/text_canvas.h"
#include "ui/theme.h"
#include "view/overview.h"

namespace mitjul {

/// The whole document beside the scroll bar of the text, as high as the window: where annotations are, in the colours
/// of their labels, what was found, and what is in sight. A click or a drag goes there. What changes in places is drawn
/// a moment later, of many changes once: it takes a pass over all annotations, which no edit and no step waits for.
class OverviewStrip : public wxWindow {
 public:
  /// Text and editor outlive the strip.
  OverviewStrip(wxWindow* parent, TextCanvas& text, Editor& editor);

  void set_theme(const Theme& theme);
  /// Behind the text.
  void update(const EditorEvent& event);
  /// What was found in the shown document, in text order.
  void set_hits(std::vector<Span> hits);
  /// The text was scrolled or laid out anew.
  void follow_text();

  /// Where the visible part is drawn; empty where no document is shown.
  wxRect visible_part();
  const Overview& overview();
  bool AcceptsFocus() const override { return false; }

 private:
  void fit();
  void fit_later();
  wxRect part_in_sight() const;
  void go_to(int row);
  void explain(int row);
  void on_paint(wxPaintEvent& event);
  void on_left_down(wxMouseEvent& event);
  void on_left_up(wxMouseEvent& event);
  void on_motion(wxMouseEvent& event);

  TextCanvas& text_;
  Editor& editor_;
  const Theme* theme_ = &light_theme();
  bool filtered_ = false;  // the text, when it was told last
  std::optional<AnnotationId> selected_;
  std::vector<wxColour> colours_;  // by label of the page
  Overview overview_;
  wxTimer fit_later_;
  std::int64_t drawn_top_ = 0;     // of what is in sight, when it was drawn last
  std::int64_t drawn_height_ = 0;  // of the page
};

}  // namespace mitjul
