#include "ui/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace mitjul {
namespace {

/// Contrast of two colours (WCAG 2.1, 1.4.3).
double contrast(const wxColour& a, const wxColour& b) {
  const auto luminance = [](const wxColour& colour) {
    const auto linear = [](unsigned char value) {
      const double part = value / 255.0;
      return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.Red()) + 0.7152 * linear(colour.Green()) + 0.0722 * linear(colour.Blue());
  };
  const double lighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

TEST(ThemeTest, EveryLabelCanBeSeenAndReadInBothThemes) {
  Schema schema = preset("claims-entities").value();
  // Colours that stand out from neither background as they are.
  for (const char* const colour : {"#FFFF00", "#FFFFFF", "#000080", "#1E1F22", "#777777"}) {
    Label label;
    label.id = colour;
    label.color = colour;
    schema.labels.push_back(label);
  }
  for (const Theme* const theme : {&light_theme(), &dark_theme()}) {
    for (const Label& label : schema.labels) {
      const LabelColours colours = label_colours(schema, label.id, *theme);
      EXPECT_GE(contrast(colours.bar, theme->background), 3.0) << label.id;
      EXPECT_GE(contrast(colours.words, theme->background), 4.5) << label.id;
    }
  }
}

}  // namespace
}  // namespace mitjul
