#include "korean/unit_letters.h"

#include <unicode/uchar.h>

#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr char32_t kSyllables = 0xAC00;
constexpr char32_t kLastSyllable = 0xD7A3;

/// The grapheme cluster class (UAX #29), without a look-up for nearly all Korean text.
int cluster_class(char32_t c) {
  if (c < 0x7F) return c >= 0x20 ? U_GCB_OTHER : c == U'\n' ? U_GCB_LF : c == U'\r' ? U_GCB_CR : U_GCB_CONTROL;
  if (c >= kSyllables && c <= kLastSyllable) return (c - kSyllables) % 28 == 0 ? U_GCB_LV : U_GCB_LVT;
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_mark(int kind) { return kind == U_GCB_EXTEND || kind == U_GCB_ZWJ || kind == U_GCB_SPACING_MARK; }

/// Whether two jamo or syllables are one (UAX #29, GB6 to GB8).
bool joins_hangul(int before, int behind) {
  switch (before) {
    case U_GCB_L: return behind == U_GCB_L || behind == U_GCB_V || behind == U_GCB_LV || behind == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V: return behind == U_GCB_V || behind == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T: return behind == U_GCB_T;
    default: return false;
  }
}

/// Whether two characters that no rule above joins can still be one cluster, so that ICU has to say: behind marks (an
/// emoji sequence, an Indic conjunct), and where characters that stand before others have begun one.
bool may_join(int first, int before) { return is_mark(before) || first == U_GCB_PREPEND || before == U_GCB_PREPEND; }

/// One behind the last character of the cluster that starts at `first`.
std::size_t cluster_end(const Text& text, TextPos origin, const std::u32string& chars, std::size_t first) {
  std::size_t end = first + 1;
  const int kind = cluster_class(chars[first]);
  int last = kind;
  if (last == U_GCB_CONTROL || last == U_GCB_LF) return end;
  if (last == U_GCB_CR) return end < chars.size() && chars[end] == U'\n' ? end + 1 : end;
  bool flag = last == U_GCB_REGIONAL_INDICATOR;  // one more belongs to it
  for (; end < chars.size(); ++end) {
    const int next = cluster_class(chars[end]);
    if (next == U_GCB_CONTROL || next == U_GCB_LF || next == U_GCB_CR) break;
    if (flag && next == U_GCB_REGIONAL_INDICATOR && end == first + 1) {
      flag = false;
    } else if (!is_mark(next) && !joins_hangul(last, next) &&
               (!may_join(kind, last) || text.is_grapheme_boundary(origin + static_cast<std::uint32_t>(end)))) {
      break;
    }
    last = next;
  }
  return end;
}

/// The syllable of decomposed Hangul (Unicode 3.12); else the first character.
char32_t composed(std::u32string_view cluster) {
  if (cluster.size() < 2) return cluster[0];
  char32_t syllable = cluster[0];
  std::size_t next = 1;
  if (cluster[0] >= 0x1100 && cluster[0] <= 0x1112 && cluster[1] >= 0x1161 && cluster[1] <= 0x1175) {
    syllable = kSyllables + ((cluster[0] - 0x1100) * 21 + (cluster[1] - 0x1161)) * 28;
    next = 2;
  }
  const bool open = syllable >= kSyllables && syllable <= kLastSyllable && (syllable - kSyllables) % 28 == 0;
  if (open && next < cluster.size() && cluster[next] > 0x11A7 && cluster[next] <= 0x11C2) {
    syllable += cluster[next] - 0x11A7;
  }
  return syllable;
}

ClusterKind kind_of(std::u32string_view cluster) {
  const char32_t c = cluster[0];
  if ((c >= U'\n' && c <= U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029) return ClusterKind::LineEnd;
  if (cluster.size() == 1) {
    if (c >= kSyllables && c <= kLastSyllable) return ClusterKind::Other;
    if (c < 0x80) return c == U' ' || c == U'\t' ? ClusterKind::Blank : ClusterKind::Other;
    if (c == 0x200B || c == 0x2060 || c == 0xFEFF) return ClusterKind::Blank;
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) return ClusterKind::Blank;
  } else if (is_digit(c) || c == U'#' || c == U'*') {
    return cluster.find(char32_t{0x20E3}) != cluster.npos ? ClusterKind::Emoji : ClusterKind::Other;  // a keycap
  }
  if (is_one_of(c, U"©®™‼⁉")) return ClusterKind::Other;
  if (cluster_class(c) == U_GCB_REGIONAL_INDICATOR) return ClusterKind::Emoji;
  const bool pictograph = u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  return pictograph ? ClusterKind::Emoji : ClusterKind::Other;
}

}  // namespace

Letters::Letters(const Text& text) : Letters(text, text.all()) {}

Letters::Letters(const Text& text, Span part) {
  const std::string_view bytes = text.slice(part);
  std::u32string chars;
  chars.reserve(part.length());
  for (std::size_t byte = 0; byte < bytes.size();) chars.push_back(next_code_point(bytes, byte));
  letters_.reserve(chars.size() + 1);
  for (std::size_t first = 0; first < chars.size();) {
    const std::size_t end = cluster_end(text, part.start, chars, first);
    const std::u32string_view cluster = std::u32string_view(chars).substr(first, end - first);
    letters_.push_back({composed(cluster), part.start + static_cast<std::uint32_t>(first), kind_of(cluster)});
    first = end;
  }
  letters_.push_back({0, part.end, ClusterKind::LineEnd});
}

std::size_t Letters::skip_blanks(std::size_t index, std::size_t end) const {
  while (index < end && blank(index)) ++index;
  return index;
}

std::size_t Letters::trim_blanks(std::size_t begin, std::size_t end) const {
  while (end > begin && blank(end - 1)) --end;
  return end;
}

bool is_hangul(char32_t c) {
  return (c >= kSyllables && c <= kLastSyllable) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E);
}

bool is_latin(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return c < 0x250 && u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool is_latin_capital(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return c < 0x250 && u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_alphanumeric(char32_t c) {
  return is_hangul(c) || is_latin(c) || is_digit(c) || (c >= 0x80 && u_isalnum(static_cast<UChar32>(c)) != 0);
}

}  // namespace mitjul
