#include "core/text.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>
#include <stdexcept>

#include "core/utf8.h"

namespace mitjul {
namespace {

// Code points between two checkpoints: a walk of at most this many, for a quarter of a byte of index a code point.
constexpr std::uint32_t kStep = 32;

constexpr bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }
/// Bytes of the character that starts with this byte, of valid UTF-8.
constexpr std::uint32_t bytes_of(char byte) {
  const auto lead = static_cast<unsigned char>(byte);
  return lead < 0x80 ? 1U : static_cast<std::uint32_t>(std::countl_one(lead));
}
/// UTF-16 units of the character that starts with this byte: four-byte sequences are those outside the BMP.
constexpr std::uint32_t units_of(char byte) { return static_cast<unsigned char>(byte) >= 0xF0 ? 2U : 1U; }

/// Whether a boundary lies between any two characters of this kind (UAX #29, rule GB999, with no earlier rule in
/// play). Nearly all Korean text consists of them, and asks no break iterator. Beside others they still end a search:
/// marks join what is before them, and Prepend characters and viramas what is behind.
bool is_plain(char32_t c) {
  if (c < 0x80) return c == '\n' || (c >= 0x20 && c < 0x7F);
  if (c >= 0xAC00 && c <= 0xD7A3) return true;
  const auto code_point = static_cast<UChar32>(c);
  return u_getIntPropertyValue(code_point, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER &&
         !u_hasBinaryProperty(code_point, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/// A character from U+1000 to U+CFFF, nearly all Hangul syllables among them: any such three bytes are valid.
constexpr bool is_common_three_byte_character(const std::uint8_t* bytes, std::size_t size) {
  return size >= 3 && bytes[0] >= 0xE1 && bytes[0] <= 0xEC && (bytes[1] & 0xC0U) == 0x80 && (bytes[2] & 0xC0U) == 0x80;
}

/// The character break iterator of this thread; making one costs more than using it a thousand times.
icu::BreakIterator& grapheme_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no character break rules");
    return made;
  }();
  return *iterator;
}

}  // namespace

Text::Text() : Text(std::string()) {}

Text::Text(std::string utf8) {
  if (utf8.size() > std::numeric_limits<std::uint32_t>::max()) throw std::invalid_argument("text is too long");
  auto data = std::make_shared<Data>();
  data->utf8 = std::move(utf8);
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(data->utf8.data());
  const auto size = static_cast<std::uint32_t>(data->utf8.size());
  data->checkpoint_bytes.reserve(size / kStep / 2 + 1);  // Hangul takes three bytes
  data->checkpoint_units.reserve(size / kStep / 2 + 1);
  std::uint32_t code_points = 0;
  std::uint32_t units = 0;
  std::uint32_t byte = 0;
  // Once more at the end if a step ends there: the end of the text is a position too.
  while (byte < size || code_points % kStep == 0) {
    data->checkpoint_bytes.push_back(byte);
    data->checkpoint_units.push_back(units);
    std::uint32_t walked = 0;
    for (; walked < kStep && byte < size; ++walked) {
      if (bytes[byte] < 0x80) {
        ++byte;
        ++units;
      } else if (is_common_three_byte_character(bytes + byte, size - byte)) {
        byte += 3;
        ++units;
      } else {
        UChar32 c = 0;
        U8_NEXT(bytes, byte, size, c);
        if (c < 0) throw std::invalid_argument("text is not valid UTF-8");
        units += c > 0xFFFF ? 2U : 1U;
      }
    }
    code_points += walked;
    if (walked < kStep) break;
  }
  data->code_points = code_points;
  data->utf16_units = units;
  data_ = std::move(data);
}

std::uint32_t Text::to_byte(TextPos pos) const {
  assert(pos <= end());
  const std::string& bytes = data_->utf8;
  std::uint32_t byte = data_->checkpoint_bytes[pos.value() / kStep];
  for (std::uint32_t left = pos.value() % kStep; left > 0; --left) {
    byte += bytes_of(bytes[byte]);
  }
  return byte;
}

TextPos Text::from_byte(std::uint32_t byte) const {
  assert(byte <= data_->utf8.size());
  const auto& checkpoints = data_->checkpoint_bytes;
  const auto next = std::upper_bound(checkpoints.begin(), checkpoints.end(), byte);
  const auto index = static_cast<std::uint32_t>(next - checkpoints.begin() - 1);
  std::uint32_t code_points = index * kStep;
  for (std::uint32_t i = checkpoints[index] + 1; i <= byte; ++i) {
    if (i == data_->utf8.size() || starts_character(data_->utf8[i])) ++code_points;
  }
  return TextPos(code_points);
}

std::uint32_t Text::to_utf16(TextPos pos) const {
  assert(pos <= end());
  const std::string& bytes = data_->utf8;
  const std::uint32_t index = pos.value() / kStep;
  std::uint32_t units = data_->checkpoint_units[index];
  std::uint32_t left = pos.value() % kStep;
  for (std::uint32_t byte = data_->checkpoint_bytes[index]; left > 0; ++byte) {
    if (!starts_character(bytes[byte])) continue;
    units += units_of(bytes[byte]);
    --left;
  }
  return units;
}

TextPos Text::from_utf16(std::uint32_t unit) const {
  assert(unit <= data_->utf16_units);
  const auto& checkpoints = data_->checkpoint_units;
  const auto next = std::upper_bound(checkpoints.begin(), checkpoints.end(), unit);
  const auto index = static_cast<std::uint32_t>(next - checkpoints.begin() - 1);
  std::uint32_t code_points = index * kStep;
  std::uint32_t units = checkpoints[index];
  const std::string& bytes = data_->utf8;
  for (std::uint32_t byte = data_->checkpoint_bytes[index]; byte < bytes.size(); ++byte) {
    if (!starts_character(bytes[byte])) continue;
    units += units_of(bytes[byte]);
    if (units > unit) break;
    ++code_points;
  }
  return TextPos(code_points);
}

std::string_view Text::slice(Span span) const {
  assert(holds(span));
  const std::uint32_t first = to_byte(span.start);
  // Most spans are a word long: walking on is cheaper than starting from a checkpoint again.
  std::uint32_t last = first;
  if (span.length() < kStep) {
    const std::string& bytes = data_->utf8;
    for (std::uint32_t left = span.length(); left > 0; --left) {
      ++last;
      while (last < bytes.size() && !starts_character(bytes[last])) ++last;
    }
  } else {
    last = to_byte(span.end);
  }
  return std::string_view(data_->utf8).substr(first, last - first);
}

char32_t Text::at(TextPos pos) const {
  assert(pos < end());
  std::size_t byte = to_byte(pos);
  return next_code_point(data_->utf8, byte);
}

bool Text::certain_boundary(TextPos pos) const {
  if (pos == TextPos(0) || pos == end()) return true;
  const char32_t before = at(pos - 1);
  const char32_t behind = at(pos);
  const auto kind = [](char32_t c) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
  };
  if (is_plain(before)) {
    if (is_plain(behind)) return true;
    const auto next = kind(behind);
    const bool joins =
        next == U_GCB_EXTEND || next == U_GCB_ZWJ || next == U_GCB_SPACING_MARK || next == U_GCB_V || next == U_GCB_T;
    return !joins;
  }
  // What joins a plain character behind it: a mark that may be a virama, a Prepend character, the initial of a
  // syllable.
  const auto previous = kind(before);
  return is_plain(behind) && before != U'\r' && previous != U_GCB_PREPEND && previous != U_GCB_L &&
         (previous != U_GCB_EXTEND || behind < 0x80);
}

bool Text::is_grapheme_boundary(TextPos pos) const {
  assert(pos <= end());
  if (certain_boundary(pos)) return true;
  // The rules look back at most to the last certain boundary, and ahead no further than the next one.
  TextPos first = pos - 1;
  while (!certain_boundary(first)) first = first - 1;
  TextPos last = pos + 1;
  while (!certain_boundary(last)) last = last + 1;
  const std::string_view window = slice({first, last});
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, window.data(), static_cast<std::int64_t>(window.size()), &status);
  icu::BreakIterator& iterator = grapheme_iterator();
  iterator.setText(&text, status);
  const auto offset = static_cast<std::int32_t>(to_byte(pos) - to_byte(first));
  const bool boundary = iterator.isBoundary(offset) != 0;
  utext_close(&text);
  assert(U_SUCCESS(status) != 0);
  return boundary;
}

TextPos Text::next_grapheme(TextPos pos) const {
  if (pos >= end()) return end();
  do {
    pos = pos + 1;
  } while (!is_grapheme_boundary(pos));
  return pos;
}

TextPos Text::previous_grapheme(TextPos pos) const {
  if (pos == TextPos(0)) return pos;
  do {
    pos = pos - 1;
  } while (!is_grapheme_boundary(pos));
  return pos;
}

Span Text::snap_to_graphemes(Span span) const {
  if (!is_grapheme_boundary(span.start)) span.start = previous_grapheme(span.start);
  if (!is_grapheme_boundary(span.end)) span.end = next_grapheme(span.end);
  return span;
}

}  // namespace mitjul
