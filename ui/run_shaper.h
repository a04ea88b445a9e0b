#pragma once

#include <wx/graphics.h>

#include <memory>
#include <string_view>

#include "ui/reading_style.h"
#include "view/shaper.h"

namespace mitjul {

/// The sizes of text and chips, in pixels, where nobody asked for others.
constexpr double kNormalTextSize = 18;
constexpr double kNormalLabelSize = 11.5;

/// A shaper that also draws what it measures.
class RunShaper : public TextShaper {
 public:
  /// The letters of the text, and the sizes of both fonts in pixels. What was measured before is void.
  virtual void set_fonts(TextFace face, double text, double label) = 0;

  /// The width of a whole line as it is drawn; the advances of its clusters add up to it.
  virtual float text_width(std::string_view line) = 0;

  /// Draws one line of the article with its left end and its baseline here.
  virtual void draw_text(wxGraphicsContext& context, std::string_view line, double x, double baseline,
                         const wxColour& colour) = 0;
  virtual void draw_label(wxGraphicsContext& context, std::string_view label, double x, double baseline,
                          const wxColour& colour) = 0;
};

/// The best one that the system has: Pango on GTK, else the portable one.
std::unique_ptr<RunShaper> make_shaper();
/// The one that asks nothing but wx.
std::unique_ptr<RunShaper> make_portable_shaper();

}  // namespace mitjul
