#pragma once

#include "view/shaper.h"

namespace mitjul {

/// A shaper without a font: a cluster of ASCII is 8 pixels wide, any other 16, in larger styles as much more as
/// `kLetters` says; in the small font half of that a character. For tests, and wherever geometry is wanted without a
/// screen.
class FixedShaper : public TextShaper {
 public:
  FontMetrics text_metrics(TextStyle style) const override;
  FontMetrics label_metrics() const override { return {8, 2}; }
  void measure(TextStyle style, std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
               std::vector<float>& advances) override;
  float label_width(std::string_view label) override;
};

}  // namespace mitjul
