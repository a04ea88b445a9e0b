#include "view/fixed_shaper.h"

#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr float kNarrow = 8;
constexpr float kWide = 16;

float size_of(TextStyle style) { return static_cast<float>(kLetters[static_cast<std::size_t>(style)].size); }

}  // namespace

FontMetrics FixedShaper::text_metrics(TextStyle style) const { return {14 * size_of(style), 4 * size_of(style)}; }

void FixedShaper::measure(TextStyle style, std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                          std::vector<float>& advances) {
  std::size_t byte = 0;
  for (const std::uint8_t size : cluster_bytes) {
    const bool narrow = size == 1 && static_cast<unsigned char>(run[byte]) < 0x80;
    advances.push_back((narrow ? kNarrow : kWide) * size_of(style));
    byte += size;
  }
}

float FixedShaper::label_width(std::string_view label) {
  float width = 0;
  for (std::size_t byte = 0; byte < label.size();) {
    width += next_code_point(label, byte) < 0x80 ? kNarrow / 2 : kWide / 2;
  }
  return width;
}

}  // namespace mitjul
