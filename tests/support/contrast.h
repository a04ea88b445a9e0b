#pragma once

#include <wx/colour.h>

#include <algorithm>
#include <cmath>

namespace mitjul {

/// Contrast of two colours (WCAG 2.1, 1.4.3).
inline double contrast(const wxColour& a, const wxColour& b) {
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

}  // namespace mitjul
