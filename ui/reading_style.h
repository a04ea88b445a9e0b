#pragma once

namespace mitjul {

/// The kind of letters that an article is set in.
enum class TextFace { Sans, Serif };

/// How the reader likes an article to be set; its size is told apart (`TextCanvas::set_text_size`).
struct ReadingStyle {
  static constexpr int kLeastSpacing = 100;
  static constexpr int kMostSpacing = 200;
  static constexpr int kNarrowestColumn = 30;
  static constexpr int kWidestColumn = 80;
  static constexpr int kWholeWindow = 0;

  TextFace face = TextFace::Sans;
  int line_spacing = 130;  ///< in per cent of the height of a line of text: 100 leaves nothing between lines
  int column = 50;         ///< the longest line in Hangul syllables, or `kWholeWindow`
  bool paragraph_numbers = true;

  /// The nearest style that is within the limits.
  ReadingStyle clamped() const;

  bool operator==(const ReadingStyle&) const = default;
};

}  // namespace mitjul
