#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace mitjul {

/// The immutable text of a document: UTF-8 with positions in code points. Copies share the characters.
/// Conversions between units cost a short walk from the nearest checkpoint, however long the text is.
class Text {
 public:
  Text();
  /// `utf8` must be valid (see `is_valid_utf8`) and below 2^32 bytes; throws std::invalid_argument otherwise.
  explicit Text(std::string utf8);

  const std::string& utf8() const { return data_->utf8; }
  /// Length in code points.
  std::uint32_t length() const { return data_->code_points; }
  std::uint32_t utf16_length() const { return data_->utf16_units; }
  TextPos end() const { return TextPos(length()); }
  /// The whole text as a span.
  Span all() const { return {TextPos(0), end()}; }
  bool holds(Span span) const { return span.start <= span.end && span.end <= end(); }

  /// The characters of a span that lies within the text (asserted).
  std::string_view slice(Span span) const;
  /// The code point behind `pos`, which lies before the end (asserted).
  char32_t at(TextPos pos) const;

  /// Bytes of UTF-8 before `pos` (0 to length, asserted).
  std::uint32_t to_byte(TextPos pos) const;
  /// The inverse. An offset inside a character gives the position of that character's start.
  TextPos from_byte(std::uint32_t byte) const;
  /// UTF-16 code units before `pos`.
  std::uint32_t to_utf16(TextPos pos) const;
  /// The inverse. An offset between two surrogates gives the position of that character's start.
  TextPos from_utf16(std::uint32_t unit) const;

  /// Whether `pos` lies between two extended grapheme clusters (UAX #29): never inside a keycap, a flag, a ZWJ
  /// sequence or an NFD syllable. Both ends of the text are boundaries.
  bool is_grapheme_boundary(TextPos pos) const;
  /// The nearest boundary behind `pos`; the end of the text at the end.
  TextPos next_grapheme(TextPos pos) const;
  /// The nearest boundary before `pos`; 0 at 0.
  TextPos previous_grapheme(TextPos pos) const;
  /// The smallest span of whole clusters that contains `span`.
  Span snap_to_graphemes(Span span) const;

  bool operator==(const Text& other) const { return data_ == other.data_ || data_->utf8 == other.data_->utf8; }

 private:
  struct Data {
    std::string utf8;
    std::uint32_t code_points = 0;
    std::uint32_t utf16_units = 0;
    // Both hold one entry for every kStep code points, the first for position 0.
    std::vector<std::uint32_t> checkpoint_bytes;
    std::vector<std::uint32_t> checkpoint_units;
  };

  /// Whether a boundary is there, as two characters can tell; false: not known.
  bool certain_boundary(TextPos pos) const;

  std::shared_ptr<const Data> data_;
};

}  // namespace mitjul
