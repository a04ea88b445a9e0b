#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mitjul {

/// How far a font reaches above and below its baseline, in pixels.
struct FontMetrics {
  float ascent = 0;
  float descent = 0;

  float height() const { return ascent + descent; }
  bool operator==(const FontMetrics&) const = default;
};

/// The letters that a block of the article is set in, all of it.
enum class TextStyle { Body, Title, Heading, Lead, Small };

/// How large and heavy the letters of a style are.
struct Letters {
  double size = 1;  ///< of that of the body
  bool bold = false;
};
/// By `TextStyle`.
constexpr std::array<Letters, 5> kLetters{{{1, false}, {1.4, true}, {1.12, true}, {1.06, false}, {0.88, false}}};

/// Measures text in the fonts of a page: the article's, and the small one of chips and arcs. All that the geometry of a
/// page needs to know of fonts. The advances that `measure` gives for the pieces of a line must add up to the places
/// where the clusters of the whole line are drawn.
class TextShaper {
 public:
  TextShaper() = default;
  TextShaper(const TextShaper&) = delete;
  TextShaper& operator=(const TextShaper&) = delete;
  virtual ~TextShaper() = default;

  virtual FontMetrics text_metrics(TextStyle style) const = 0;
  virtual FontMetrics label_metrics() const = 0;

  /// Appends the advance of every grapheme cluster of `run` in pixels. `cluster_bytes` holds how many bytes of UTF-8
  /// each cluster takes. A run holds no line end.
  virtual void measure(TextStyle style, std::string_view run, const std::vector<std::uint8_t>& cluster_bytes,
                       std::vector<float>& advances) = 0;

  /// The width of one line in the small font.
  virtual float label_width(std::string_view label) = 0;
};

}  // namespace mitjul
