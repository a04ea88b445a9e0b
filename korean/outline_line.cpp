#include "korean/outline_line.h"

#include <algorithm>

#include "korean/unit_tables.h"

namespace mitjul {
namespace {

constexpr char32_t kEmoji = 0xFFFC;
constexpr std::u32string_view kKeycapBases = U"0123456789#*";

bool is_circled(char32_t c) {
  return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || (c >= 0x3200 && c <= 0x321C) ||
         (c >= 0x3251 && c <= 0x327B);
}

int column_width(char32_t blank) {
  if (blank == U'\t') return 4;
  return blank == 0x3000 ? 2 : 1;
}

/// One sign for all that count in the same way.
char32_t kind_of_sign(const Letter& letter) {
  const char32_t c = letter.c;
  if (letter.kind == ClusterKind::Emoji) return is_one_of(c, kKeycapBases) || c == 0x1F51F ? U'K' : U'E';
  if (is_digit(c)) return U'0';
  if (is_circled(c)) return U'①';
  if (c >= 0x2160 && c <= 0x217B) return U'Ⅰ';
  if (is_one_of(c, U"IVX")) return U'I';
  if (is_latin(c)) return U'a';
  return is_hangul(c) ? U'가' : c;
}

std::u32string marker_kind(const Letters& letters, std::size_t begin, std::size_t end) {
  std::u32string kind;
  for (std::size_t at = begin; at < end; ++at) {
    if (letters.blank(at)) continue;
    const char32_t sign = kind_of_sign(letters[at]);
    // 9. and 10., 1️⃣ 2️⃣ and 🔟 count alike; ## is deeper than #
    const bool repeats = !kind.empty() && kind.back() == sign && sign != U'#';
    if (!repeats) kind += sign;
  }
  return kind;
}

std::vector<OutlineLine> split_lines(const Letters& letters) {
  std::vector<OutlineLine> lines;
  for (std::size_t start = 0; start < letters.size();) {
    std::size_t stop = start;
    while (stop < letters.size() && letters[stop].kind != ClusterKind::LineEnd) ++stop;
    OutlineLine line;
    line.begin = letters.skip_blanks(start, stop);
    line.end = letters.trim_blanks(line.begin, stop);
    for (std::size_t at = start; at < line.begin; ++at) line.indent += column_width(letters[at].c);
    lines.push_back(std::move(line));
    start = stop + 1;
  }
  return lines;
}

}  // namespace

std::u32string letters_between(const Letters& letters, std::size_t begin, std::size_t end) {
  std::u32string found;
  found.reserve(end - begin);
  for (std::size_t at = begin; at < end; ++at) {
    found += letters[at].kind == ClusterKind::Emoji ? kEmoji : letters[at].c;
  }
  return found;
}

OutlineLines outline_lines(const Letters& letters, const std::vector<Span>& units) {
  OutlineLines found;
  found.lines = split_lines(letters);
  std::size_t letter = 0;
  std::size_t line = 0;
  for (std::size_t index = 0; index < units.size(); ++index) {
    UnitLetters unit;
    while (letter < letters.size() && letters[letter].start < units[index].start) ++letter;
    unit.begin = letter;
    while (letter < letters.size() && letters[letter].start < units[index].end) ++letter;
    unit.end = letter;
    while (line + 1 < found.lines.size() && found.lines[line + 1].begin <= unit.begin) ++line;
    unit.line = line;
    OutlineLine& home = found.lines[line];
    if (home.unit_count++ == 0) {
      home.first_unit = index;
      if (!home.continues) home.marker = marker_kind(letters, home.begin, unit.begin);
    }
    for (std::size_t next = line + 1; next < found.lines.size() && found.lines[next].begin < unit.end; ++next) {
      found.lines[next].continues = true;
    }
    found.units.push_back(unit);
  }
  return found;
}

}  // namespace mitjul
