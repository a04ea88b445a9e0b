#pragma once

#include <wx/popupwin.h>
#include <wx/timer.h>

#include <functional>
#include <vector>

#include "core/schema.h"
#include "ui/annotation_card.h"
#include "ui/theme.h"

namespace mitjul {

/// A card beside the pointer that says what is known of the annotations under it, once it rests there. Takes no focus
/// and no clicks.
class HoverCard : public wxPopupWindow {
 public:
  /// What is to be said of annotations, asked when the card is shown.
  using Tell = std::function<std::vector<CardLine>(const std::vector<AnnotationId>&)>;
  /// The schema outlives the card.
  HoverCard(wxWindow* parent, const Schema& schema, Tell tell);

  void set_theme(const Theme& theme) { theme_ = &theme; }
  /// The pointer moved to a place on the screen, over these annotations; none: the card goes.
  void follow(const std::vector<AnnotationId>& annotations, wxPoint pointer);
  void dismiss();
  const std::vector<CardLine>& lines() const { return lines_; }

 private:
  /// A line as it is drawn.
  struct Row {
    const CardLine* line = nullptr;
    wxString words;  // with line ends where it is wrapped
    int x = 0;
    int y = 0;
    int height = 0;
  };

  void show_now();
  void lay_out();
  wxFont font_of(CardLine::Kind kind) const;
  wxPoint place_beside(wxPoint pointer) const;
  void on_paint(wxPaintEvent& event);

  const Schema& schema_;
  Tell tell_;
  const Theme* theme_ = &light_theme();
  std::vector<AnnotationId> annotations_;
  wxPoint pointer_;
  std::vector<CardLine> lines_;
  std::vector<Row> rows_;
  wxTimer timer_;
};

}  // namespace mitjul
