#include "view/block_shape.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

#include "core/utf8.h"
#include "view/caret.h"
#include "view/graphemes.h"

namespace mitjul {
namespace {

constexpr bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

/// Characters that are a cluster of their own beside others of their kind, without asking.
constexpr bool is_simple(char32_t c) { return (c >= 0x20 && c < 0x7F) || is_hangul_syllable(c); }

/// Whether two neighbours in an eojeol stay in one line where ICU would part them: it would do so between any two
/// syllables, and between a foreign name, a number or a bracket and the particle behind it.
bool stay_together(char32_t before, char32_t behind) {
  if (is_hangul_syllable(before) && is_hangul_syllable(behind)) return true;
  const auto property = [](char32_t c, UProperty wanted) {
    return u_getIntPropertyValue(static_cast<UChar32>(c), wanted);
  };
  const auto is_hangul = [&](char32_t c) { return property(c, UCHAR_SCRIPT) == USCRIPT_HANGUL; };
  const auto is_word = [](char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; };
  if (is_hangul(behind)) {
    const auto kind = property(before, UCHAR_GENERAL_CATEGORY);
    return is_word(before) || kind == U_END_PUNCTUATION || kind == U_FINAL_PUNCTUATION ||
           property(before, UCHAR_LINE_BREAK) == U_LB_POSTFIX_NUMERIC;
  }
  return is_hangul(before) && (is_word(behind) || property(behind, UCHAR_GENERAL_CATEGORY) == U_START_PUNCTUATION);
}

/// Making a line break iterator costs more than using it a thousand times.
icu::BreakIterator& line_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createLineInstance(icu::Locale::getKorean(), status));
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no line break rules");
    return made;
  }();
  return *iterator;
}

/// Calls `use` with each byte offset where a line may end (UAX #14), the end of the text included.
template <class Use>
void for_each_line_opportunity(std::string_view utf8, Use use) {
  UErrorCode status = U_ZERO_ERROR;
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  icu::BreakIterator& iterator = line_iterator();
  iterator.setText(&opened, status);
  for (std::int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    if (at > 0) use(static_cast<std::size_t>(at));
  }
  utext_close(&opened);
}

}  // namespace

BlockShape::BlockShape(const Text& text, Span content, TextShaper& shaper, TextStyle style) : start_(content.start) {
  const std::string_view bytes = text.slice(content);
  const std::size_t expected = content.length();
  offsets_.reserve(expected + 1);
  advances_.reserve(expected);
  flags_.reserve(expected);

  // Clusters; those of a run without a blank are measured together, for fonts join and kern letters.
  std::vector<std::uint8_t> run_bytes;
  std::vector<std::uint16_t> cluster_starts;  // in bytes; a block has 2,000 code points of at most four
  std::vector<char32_t> first_characters;
  cluster_starts.reserve(expected + 1);
  first_characters.reserve(expected);
  std::vector<std::uint32_t> ends;  // of clusters, in bytes, once they are asked for
  const auto is_boundary = [&](std::size_t at_byte) {
    if (ends.empty()) ends = grapheme_ends(bytes);
    return std::binary_search(ends.begin(), ends.end(), at_byte);
  };
  std::size_t byte = 0;
  std::uint32_t offset = 0;
  char32_t previous = 0;
  while (byte < bytes.size()) {
    const std::size_t start = byte;
    const char32_t c = next_code_point(bytes, byte);
    if (offset == 0 || (is_simple(previous) && is_simple(c)) || is_boundary(start)) {
      offsets_.push_back(static_cast<std::uint16_t>(offset));
      cluster_starts.push_back(static_cast<std::uint16_t>(start));
      flags_.push_back(mitjul::is_blank(c) ? kBlank : 0);
      first_characters.push_back(c);
    }
    previous = c;
    ++offset;
  }
  offsets_.push_back(static_cast<std::uint16_t>(offset));
  cluster_starts.push_back(static_cast<std::uint16_t>(bytes.size()));

  const std::size_t count = flags_.size();
  for (std::size_t first = 0; first < count;) {
    const bool blank = is_blank(first);
    std::size_t last = first;
    run_bytes.clear();
    while (last < count && is_blank(last) == blank) {
      // A cluster beyond 255 bytes is a heap of marks: it ends the run, so that those behind it are measured in place.
      const int size = cluster_starts[last + 1] - cluster_starts[last];
      run_bytes.push_back(static_cast<std::uint8_t>(std::min(size, 255)));
      ++last;
      if (size > 255) break;
    }
    shaper.measure(style, bytes.substr(cluster_starts[first], cluster_starts[last] - cluster_starts[first]), run_bytes,
                   advances_);
    first = last;
  }

  std::size_t cluster = 0;
  for_each_line_opportunity(bytes, [&](std::size_t at) {
    while (cluster < count && cluster_starts[cluster + 1] < at) ++cluster;
    if (cluster >= count || cluster_starts[cluster + 1] != at) return;  // inside a cluster
    const bool inside_word =
        cluster + 1 < count && stay_together(first_characters[cluster], first_characters[cluster + 1]);
    if (!inside_word) flags_[cluster] |= kBreak;
  });
}

std::size_t BlockShape::cluster_at(TextPos pos) const {
  const auto offset = static_cast<std::uint16_t>(pos - start_);
  const auto behind = std::upper_bound(offsets_.begin(), offsets_.end(), offset);
  return static_cast<std::size_t>(behind - offsets_.begin()) - 1;
}

std::size_t BlockShape::cluster_end_at(TextPos pos) const {
  const std::size_t cluster = cluster_at(pos);
  return position(cluster) == pos ? cluster : cluster + 1;
}

float BlockShape::width(std::size_t first, std::size_t last) const {
  float width = 0;
  for (std::size_t i = first; i < last; ++i) width += advances_[i];
  return width;
}

std::vector<LineRange> break_lines(const BlockShape& shape, float width) {
  std::vector<LineRange> lines;
  const auto count = static_cast<std::uint32_t>(shape.clusters());
  std::uint32_t first = 0;
  while (first < count) {
    float x = 0;
    std::uint32_t last = first;
    std::uint32_t breakable = first;  // behind the last cluster of the line where it may end
    while (last < count) {
      x += shape.advance(last);
      // Blanks at the end of a line need no room, and one cluster always finds a place.
      if (x > width && !shape.is_blank(last) && last > first) break;
      if (shape.may_break_behind(last)) breakable = last + 1;
      ++last;
    }
    if (last < count && breakable > first) last = breakable;
    lines.push_back({first, last});
    first = last;
  }
  if (lines.empty()) lines.push_back({0, 0});
  return lines;
}

}  // namespace mitjul
