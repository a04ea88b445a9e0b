#include "korean/unit.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "korean/unit_letters.h"
#include "korean/unit_tables.h"

// The rules carry the letters of korean.md section 2:
//
//   (a) a line end ends a unit                                       (h) but not behind a comma
//   (b) markers at the start and emoji at the end are no part of it
//   (c) each cell of a table row is a unit
//   (d) so is a sentence: stops, what closes behind them, a blank    (f) or no blank behind 다.
//   (e) but not inside a quotation or an insertion in brackets
//   (g) the source of a picture or table is a unit of its own
//   (i) a speaker's name stays with the sentence
//
// Everything is said of letters (`Letters`): no rule sees a cluster from inside.

namespace mitjul {
namespace {

using namespace unit_tables;

template <typename List, typename Word>
bool contains(const List& list, const Word& word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// A stretch of a text that breaks stay out of: rule (e).
struct Enclosure {
  std::size_t end = 0;      ///< behind the mark that closes it
  bool quotation = false;   ///< of words, in double quotation marks; else a title, an emphasis or an insertion
  bool at_start = false;    ///< the unit begins with it
  bool introduced = false;  ///< a colon or comma stands before it: 그는 말했다: “…”
};

/// A letter that numbers a list: 가 나 다, a b c, A B C.
bool is_list_letter(char32_t c) { return is_one_of(c, kListSyllables) || (c < 0x80 && is_latin(c)); }

/// Reads one text from its start to its end.
class Reader {
 public:
  Reader(const Text& text, std::vector<Span>& found) : letters_(text), found_(found) {}

  void read();

 private:
  /// Where in a line markers are looked for: list numbers and dashes are markers only at its start.
  enum class Place { LineStart, Inside };

  struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;   ///< both without blanks at the edges
    std::size_t next = 0;  ///< where the next line starts
    bool empty() const { return begin == end; }
  };

  // (a), (h)
  Line line_at(std::size_t start) const;
  bool goes_on_with(const Line& line, const Line& next) const;

  // (b)
  bool is_divider(std::size_t begin, std::size_t end, std::size_t fewest) const;
  std::size_t behind_markers(std::size_t begin, std::size_t end, Place place) const;
  std::size_t marker_length(std::size_t at, std::size_t end, Place place, bool numbered) const;
  std::size_t number_length(std::size_t at, std::size_t end) const;
  std::size_t figure_length(std::size_t at, std::size_t end) const;
  std::size_t bracketed_length(std::size_t at, std::size_t end) const;
  bool is_word_of_sentence(std::size_t behind, std::size_t end) const;

  // (c)
  bool is_row(std::size_t begin, std::size_t end) const;
  void read_row(const Line& line);

  // (d) to (g)
  void read_sentences(std::size_t begin, std::size_t end);
  std::size_t behind_closers(std::size_t at, std::size_t end, const Enclosure& enclosure) const;
  bool ends_sentence(std::size_t start, std::size_t stop, std::size_t stops_end, std::size_t closed, std::size_t end,
                     const Enclosure& enclosure) const;
  bool emoji_ends_sentence(std::size_t start, std::size_t at) const;
  bool is_abbreviation(std::size_t start, std::size_t stop, std::size_t next, std::size_t end) const;
  bool is_number(std::size_t start, std::size_t stop, std::size_t next) const;
  bool begins_english_sentence(std::size_t at, std::size_t end) const;
  bool goes_on_quoting(std::size_t at, std::size_t end) const;
  std::size_t behind_stage_direction(std::size_t at, std::size_t end) const;
  bool is_caption(std::size_t at, std::size_t end) const;

  // (e)
  Enclosure enclosure_at(std::size_t at, std::size_t start, std::size_t begin, std::size_t end) const;
  std::size_t closing_of(std::size_t at, std::size_t begin, std::size_t end) const;
  bool at_word_start(std::size_t at, std::size_t begin) const;
  bool is_apostrophe(std::size_t at, std::size_t end) const;

  char32_t c(std::size_t at) const { return letters_[at].c; }
  bool emoji(std::size_t at) const { return letters_[at].kind == ClusterKind::Emoji; }
  bool blank_or_end(std::size_t at, std::size_t end) const { return at >= end || letters_.blank(at); }
  /// The letters from `at` to the next that is no Hangul, at most 8.
  std::u32string hangul_at(std::size_t at, std::size_t end) const;
  bool stands_at(std::u32string_view word, std::size_t at, std::size_t end) const;

  /// Puts down the unit that lies between, if it is one.
  void found(std::size_t begin, std::size_t end);

  const Letters letters_;
  std::vector<Span>& found_;
};

// ---------------------------------------------------------------------------------------------------------------------
// (a) A line end ends a unit: LF, CR, CRLF, VT, FF, U+0085, U+2028, U+2029.
// (h) A line that ends in a comma goes on in the next one, unless that is empty or begins with a marker:
//     "가격이 내리고,⏎수요가 늘었다." is one unit; "사과,⏎• 배" are two.

Reader::Line Reader::line_at(std::size_t start) const {
  std::size_t end = start;
  while (end < letters_.size() && letters_[end].kind != ClusterKind::LineEnd) ++end;
  Line line;
  line.begin = letters_.skip_blanks(start, end);
  line.end = letters_.trim_blanks(line.begin, end);
  line.next = std::min(end + 1, letters_.size());
  return line;
}

bool Reader::goes_on_with(const Line& line, const Line& next) const {
  return is_one_of(c(line.end - 1), U",，") && !next.empty() && !is_divider(next.begin, next.end, 3) &&
         !is_row(next.begin, next.end) && behind_markers(next.begin, next.end, Place::LineStart) == next.begin;
}

void Reader::read() {
  for (std::size_t start = 0; start < letters_.size();) {
    Line line = line_at(start);
    start = line.next;
    if (line.empty() || is_divider(line.begin, line.end, 3)) continue;
    if (is_row(line.begin, line.end)) {
      read_row(line);
      continue;
    }
    while (start < letters_.size()) {
      const Line next = line_at(start);
      if (!goes_on_with(line, next)) break;
      line.end = next.end;
      start = next.next;
    }
    read_sentences(behind_markers(line.begin, line.end, Place::LineStart), line.end);
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// (b) Markers at the start of a line, several in a row:
//     "🔥 1. 서막", "1️⃣ 정책", "  • 미국은", "- 한국은", "① 자릿세", "(2) 예산",
//     "가. 개요", "## 결론", "> 인용".
//     Emoji at the end: "예상된다. 🚀".

bool Reader::is_divider(std::size_t begin, std::size_t end, std::size_t fewest) const {
  std::size_t signs = 0;
  for (std::size_t at = begin; at < end; ++at) {
    if (letters_.blank(at)) continue;
    if (!is_one_of(c(at), kDividers) || emoji(at)) return false;
    ++signs;
  }
  return signs >= fewest;
}

std::size_t Reader::behind_markers(std::size_t begin, std::size_t end, Place place) const {
  bool numbered = false;  // a line has one number: "1. 2025. 3. 11." begins with one and a date
  std::size_t at = begin;
  while (at < end) {
    const std::size_t length = marker_length(at, end, place, numbered);
    if (length == 0) break;
    numbered = numbered || is_alphanumeric(c(at)) || is_one_of(c(at), U"([");
    at = letters_.skip_blanks(at + length, end);
  }
  return at;
}

std::size_t Reader::marker_length(std::size_t at, std::size_t end, Place place, bool numbered) const {
  const char32_t sign = c(at);
  if (emoji(at)) return is_word_of_sentence(at + 1, end) ? 0 : 1;
  if (is_one_of(sign, kBullets)) {
    // Inside a line several of one kind count up what a sentence names: "▲지하수 ▲빗물이 그것이다."
    for (std::size_t more = at + 2; place == Place::Inside && more < end; ++more) {
      if (c(more) == sign) return 0;
    }
    return 1;
  }
  // ① ⑵ ⒊ ⓐ ㉠ ㈎ ❶
  const bool circled = (sign >= 0x2460 && sign <= 0x24FF) || (sign >= 0x2776 && sign <= 0x2793) ||
                       (sign >= 0x3200 && sign <= 0x321C) || (sign >= 0x3251 && sign <= 0x327B);
  if (circled && !is_one_of(sign, kCircledWords)) return is_word_of_sentence(at + 1, end) ? 0 : 1;
  if (is_one_of(sign, kHollowBullets)) return blank_or_end(at + 1, end) || is_one_of(c(at + 1), U"“\"‘《") ? 1 : 0;
  if (place == Place::Inside) return 0;

  const auto run_of = [&](std::u32string_view signs) {
    std::size_t length = 0;
    while (at + length < end && is_one_of(c(at + length), signs)) ++length;
    return length;
  };
  if (const std::size_t dashes = run_of(kDashes); dashes > 0 && dashes <= 3) {
    return blank_or_end(at + dashes, end) || is_hangul(c(at + dashes)) ? dashes : 0;
  }
  if (const std::size_t hashes = run_of(U"#"); hashes > 0) return blank_or_end(at + hashes, end) ? hashes : 0;
  if (const std::size_t quotes = run_of(U">"); quotes > 0) return quotes;
  if (const std::size_t stars = run_of(U"*"); stars > 0) {
    if (blank_or_end(at + stars, end)) return stars;
    // "*이 기사는" is a note; "**굵은 글씨**로" is emphasis and part of the text.
    std::size_t more = at + stars;
    while (more < end && letters_[more].kind != ClusterKind::LineEnd && c(more) != U'*') ++more;
    const bool closed = more < end && c(more) == U'*';
    return !closed && is_alphanumeric(c(at + stars)) ? stars : 0;
  }
  // What a web page left over of the line before: ". 가장 흥미로운"
  if (sign == U'.' && blank_or_end(at + 1, end)) return 1;
  return numbered ? 0 : number_length(at, end);
}

/// The length of a list number, or 0: 1. 1) (1) [1] 1.2. 1-1) 가. 가) (가) a. a) (a) Ⅳ. IV.
std::size_t Reader::number_length(std::size_t at, std::size_t end) const {
  const char32_t first = c(at);
  if (is_digit(first)) return figure_length(at, end);
  if (is_one_of(first, U"([")) return bracketed_length(at, end);
  if (first >= 0x2160 && first <= 0x216B) {  // Ⅰ to Ⅻ
    if (at + 1 < end && is_one_of(c(at + 1), U".)")) return 2;
    return blank_or_end(at + 1, end) ? 1 : 0;
  }
  if (is_list_letter(first) && at + 1 < end) {
    if (c(at + 1) == U')' && (blank_or_end(at + 2, end) || is_alphanumeric(c(at + 2)))) return 2;
    // "A. 아니다" answers, "J. 손힐" is a name
    if (c(at + 1) == U'.' && !is_latin_capital(first) && blank_or_end(at + 2, end)) return 2;
  }
  std::size_t roman = 0;
  while (at + roman < end && is_one_of(c(at + roman), U"IVX")) ++roman;
  const bool numeral = roman > 0 && roman <= 4 && !(roman == 1 && first == U'X');
  const bool stop = at + roman < end && c(at + roman) == U'.' && blank_or_end(at + roman + 1, end);
  return numeral && stop ? roman + 1 : 0;
}

/// 1. 1) 1.2. 1-1), but neither 1.5배 nor the dates 2025. 3. 11. and 5. 18.
std::size_t Reader::figure_length(std::size_t at, std::size_t end) const {
  const auto digits_at = [&](std::size_t i) {
    std::size_t digits = 0;
    while (i + digits < end && digits <= 3 && is_digit(c(i + digits))) ++digits;
    return digits;
  };
  const std::size_t digits = digits_at(at);
  if (digits > 3) return 0;  // a year
  std::size_t i = at + digits;
  // Further levels have one digit, so that 12.25. and 3.11. stay dates.
  while (digits == 1 && i + 1 < end && is_one_of(c(i), U".-") && digits_at(i + 1) == 1) i += 2;
  const bool levels = i > at + digits;
  if (i >= end || !is_one_of(c(i), U".)")) return 0;
  const bool full_stop = c(i) == U'.';
  ++i;
  if (!blank_or_end(i, end)) {
    const bool begins = !is_digit(c(i)) && (is_alphanumeric(c(i)) || is_one_of(c(i), U"“‘\"'《「[("));
    return begins ? i - at : 0;
  }
  const std::size_t next = letters_.skip_blanks(i, end);
  const std::size_t day = next + digits_at(next);
  const bool date =
      full_stop && !levels && day > next && day - next < 3 && day < end && c(day) == U'.' && blank_or_end(day + 1, end);
  return date ? 0 : i - at;
}

/// (1) [1] (가) (a), but neither (2025) nor (1)은; letters want a blank behind: (사)한국협회 is a kind of body.
std::size_t Reader::bracketed_length(std::size_t at, std::size_t end) const {
  std::size_t close = at + 1;
  while (close < end && close < at + 3 && is_digit(c(close))) ++close;
  const bool figures = close > at + 1;
  if (!figures && close < end && is_list_letter(c(close)) && c(at) == U'(') ++close;
  if (close == at + 1 || close >= end || c(close) != (c(at) == U'(' ? U')' : U']')) return 0;
  const bool fits = figures ? !is_word_of_sentence(close + 1, end) : blank_or_end(close + 1, end);
  return fits ? close + 1 - at : 0;
}

/// Whether a particle stands behind a symbol: "🇰🇷의 수출은"
bool Reader::is_word_of_sentence(std::size_t behind, std::size_t end) const {
  if (behind >= end || !is_hangul(c(behind))) return false;
  const std::u32string word = hangul_at(behind, end);
  return blank_or_end(behind + word.size(), end) && contains(kParticlesOfSymbols, std::u32string_view(word));
}

void Reader::found(std::size_t begin, std::size_t end) {
  begin = behind_markers(letters_.skip_blanks(begin, end), end, Place::Inside);
  end = letters_.trim_blanks(begin, end);
  while (end > begin && emoji(end - 1)) end = letters_.trim_blanks(begin, end - 1);
  if (begin < end) found_.push_back(letters_.span(begin, end));
}

// ---------------------------------------------------------------------------------------------------------------------
// (c) A line with two | or with one between blanks is a row of a table, also where a blog writes a by-line so:
//     "| 일본 🇯🇵 | 4,100억 원 |" has the units "일본" and "4,100억 원". A tab between words parts cells, too.

bool Reader::is_row(std::size_t begin, std::size_t end) const {
  std::size_t borders = 0;
  for (std::size_t at = behind_markers(begin, end, Place::LineStart); at < end; ++at) {
    if (c(at) == U'\t') return true;
    if (!is_one_of(c(at), kCellBorders)) continue;
    if (++borders == 2) return true;
    if (at > begin && letters_.blank(at - 1) && blank_or_end(at + 1, end)) return true;
  }
  return false;
}

void Reader::read_row(const Line& line) {
  std::size_t begin = behind_markers(line.begin, line.end, Place::LineStart);
  for (std::size_t at = begin; at <= line.end; ++at) {
    if (at < line.end && c(at) != U'\t' && !is_one_of(c(at), kCellBorders)) continue;
    // "---|---" below the head of a table and "-" for a value that is missing say nothing
    if (!is_divider(begin, at, 1)) found(begin, at);
    begin = at + 1;
  }
}

// ---------------------------------------------------------------------------------------------------------------------
// (d) to (g): the sentences of a line.

void Reader::read_sentences(std::size_t begin, std::size_t end) {
  std::size_t start = begin;  // of the sentence
  Enclosure enclosure;
  const auto part = [&](std::size_t at) {
    found(start, at);
    start = letters_.skip_blanks(at, end);
  };
  for (std::size_t at = begin; at < end;) {
    if (at >= enclosure.end) {
      enclosure = enclosure_at(at, start, begin, end);
      if (enclosure.end > at) {
        ++at;
        continue;
      }
      if (at > start && is_caption(at, end)) part(at);  // (g)
    }
    if (emoji(at) && at >= enclosure.end && emoji_ends_sentence(start, at)) {
      while (at < end && emoji(at)) ++at;
      if (blank_or_end(at, end)) part(at);
      continue;
    }
    if (!is_one_of(c(at), kStops) || letters_[at].kind != ClusterKind::Other) {
      ++at;
      continue;
    }
    std::size_t stops_end = at;
    while (stops_end < end && is_one_of(c(stops_end), kStops)) ++stops_end;
    std::size_t closed = behind_closers(stops_end, end, enclosure);
    const bool inside = closed < enclosure.end;  // (e)
    if (!inside && closed < end && ends_sentence(start, at, stops_end, closed, end, enclosure)) {
      closed = behind_stage_direction(closed, end);
      part(closed);
      at = std::max(start, closed);
    } else {
      at = std::max(closed, stops_end);
    }
  }
  found(start, end);
}

// (d) A sentence ends with stops, what closes behind them (quotation marks, brackets, emphasis, emoji, references like
//     [1]) and a blank: "정말입니까?” 그는". Never behind a figure (2026. 5. 18., 3. 시장), an initial (J. 손힐, Q.
//     언제), an abbreviation (vs., No. 1, Dr., D.C.); an ellipsis ends one only behind an ending (모르겠다… 그는).
//     In chat an emoji behind 요, 죠, 니다 stands for the full stop: "올랐거든요😱 그래서".
// (f) Behind 다. 요. 음. 함. 임. 됨. 죠. no blank is needed: "마쳤다.그러나".

std::size_t Reader::behind_closers(std::size_t at, std::size_t end, const Enclosure& enclosure) const {
  for (; at < end; ++at) {
    const char32_t sign = c(at);
    if (is_one_of(sign, kClosingQuotes)) {
      // A straight mark may as well open the next sentence.
      const bool closes = at + 1 == enclosure.end || at < enclosure.end || blank_or_end(at + 1, end);
      if (!closes) return at;
    } else if (sign == U'[') {
      std::size_t figure = at + 1;
      while (figure < end && is_digit(c(figure))) ++figure;
      if (figure == at + 1 || figure >= end || c(figure) != U']') return at;
      at = figure;
    } else if (!is_one_of(sign, kClosingBrackets) && !emoji(at)) {
      return at;
    }
  }
  return at;
}

bool Reader::ends_sentence(std::size_t start, std::size_t stop, std::size_t stops_end, std::size_t closed,
                           std::size_t end, const Enclosure& enclosure) const {
  const char32_t before = stop > start ? c(stop - 1) : 0;
  const char32_t mark = c(stops_end - 1);
  const bool full_stop = stops_end == stop + 1 && is_one_of(mark, U".．");
  const bool ellipsis = is_one_of(mark, kEllipses) || (stops_end - stop >= 2 && c(stop) == U'.' && mark == U'.');
  const bool in_enclosure = enclosure.end > stop;
  const std::size_t next = letters_.skip_blanks(closed, end);
  if (next >= end) return true;

  if (next == closed) {  // (f)
    const bool ending = is_one_of(before, kEndings) || (!full_stop && is_one_of(before, kAskingEndings));
    if (closed != stops_end || !ending || ellipsis) return false;
    const char32_t behind = c(next);
    if (is_hangul(behind)) return !goes_on_quoting(next, end);
    return is_latin_capital(behind) || (is_digit(behind) && full_stop) || is_one_of(behind, U"“‘\"'([《「『<【▲■●◆") ||
           (behind >= 0x4E00 && behind <= 0x9FFF);
  }

  if (full_stop && !in_enclosure && (is_abbreviation(start, stop, next, end) || is_number(start, stop, next))) {
    return false;
  }
  if (ellipsis && !is_one_of(before, kEndingsBeforeEllipsis) && !is_latin_capital(c(next))) return false;
  const bool asks = is_one_of(mark, U"?!？！");
  const bool dash = is_one_of(c(next), kDashes) && blank_or_end(next + 1, end);
  if (dash && asks) return false;  // "AI의 미래는? – 전문가의 답"
  const bool quoted = closed != stops_end && is_one_of(c(closed - 1), kClosingQuotes);
  if (!in_enclosure && !quoted) return true;

  // (e) Behind a quotation the sentence may go on: “…다.” 라고, “…다!” – 미국의 변화, “…다.” → 주가.
  if (dash || is_one_of(c(next), U":：→⇒") || goes_on_quoting(next, end)) return false;
  if (!in_enclosure || (enclosure.at_start && (enclosure.quotation || !asks))) return true;
  // A title, an emphasis or an insertion ends no sentence that it stands in (‘AI는 안전한가?’ 보고서는), nor does a
  // question that nothing introduces (그는 “누가 이기나?” 토론회에).
  return enclosure.quotation && (!asks || enclosure.introduced);
}

/// Whether an emoji stands for the full stop: 올랐거든요😱 두 번째는 …, but 수요 📈 증가
bool Reader::emoji_ends_sentence(std::size_t start, std::size_t at) const {
  if (at > start && emoji(at - 1)) return false;
  const std::size_t before = at > start && letters_.blank(at - 1) ? at - 1 : at;
  if (before < start + 2) return false;
  const char32_t last = c(before - 1);
  const char32_t second_last = c(before - 2);
  if (last == U'다') return second_last == U'니';
  return is_one_of(last, kSpokenEndings) && is_hangul(second_last) && !is_one_of(second_last, kNounsInYo);
}

bool Reader::is_abbreviation(std::size_t start, std::size_t stop, std::size_t next, std::size_t end) const {
  std::size_t first = stop;
  bool stops_inside = false;
  while (first > start && (is_latin(c(first - 1)) || (c(first - 1) == U'.' && first < stop))) {
    --first;
    stops_inside = stops_inside || c(first) == U'.';
  }
  // At its start a sentence may have a label: Q. Q1. A. 문. 답. 표.
  std::size_t label = stop;
  while (label > start && is_digit(c(label - 1))) --label;
  if (label == start + 1 && is_one_of(c(start), kLabels)) return true;

  const std::size_t length = stop - first;
  if (length == 0 || length > 12) return false;
  const bool free = first == start || !is_alphanumeric(c(first - 1));
  if (length == 1 && is_latin_capital(c(first))) return free;
  std::string word;
  for (std::size_t at = first; at < stop; ++at) {
    if (c(at) >= 0x80) return false;
    const char letter = static_cast<char>(c(at));
    word += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  }
  if (!free) return false;
  if (stops_inside || contains(kEndingAbbreviations, std::string_view(word)))
    return !begins_english_sentence(next, end);
  if (contains(kBeforeNumbers, std::string_view(word))) return is_digit(c(next));
  return contains(kAbbreviations, std::string_view(word));
}

bool Reader::is_number(std::size_t start, std::size_t stop, std::size_t next) const {
  std::size_t first = stop;
  while (first > start && (is_digit(c(first - 1)) || is_one_of(c(first - 1), U".,"))) --first;
  if (first == stop || !is_digit(c(stop - 1))) return false;
  if (first > start && !letters_.blank(first - 1) && !is_one_of(c(first - 1), U"([~～‘“'\"→")) return false;
  // English sentences end with years: "It began in 2025. The company"
  const std::size_t word_end = letters_.trim_blanks(start, first);
  return !(word_end > start && is_latin(c(word_end - 1)) && is_latin_capital(c(next)));
}

bool Reader::begins_english_sentence(std::size_t at, std::size_t end) const {
  std::string word;
  for (; at < end && c(at) < 0x80 && is_latin(c(at)) && word.size() < 10; ++at) word += static_cast<char>(c(at));
  return contains(kEnglishStarters, std::string_view(word));
}

/// Whether what follows goes on with the sentence that a quotation stands in: "라고 말했다", "는 말을"
bool Reader::goes_on_quoting(std::size_t at, std::size_t end) const {
  if (!is_hangul(c(at))) return false;
  const std::u32string word = hangul_at(at, end);
  if (contains(kQuotingWords, std::u32string_view(word))) return true;
  return std::any_of(kQuotingBeginnings.begin(), kQuotingBeginnings.end(),
                     [&](std::u32string_view beginning) { return word.starts_with(beginning); });
}

std::size_t Reader::behind_stage_direction(std::size_t at, std::size_t end) const {
  const std::size_t open = letters_.skip_blanks(at, end);
  if (open >= end || !is_one_of(c(open), U"([")) return at;
  for (const std::u32string_view words : kStageDirections) {
    const std::size_t close = open + 1 + words.size();
    if (stands_at(words, open + 1, end) && close < end && is_one_of(c(close), U")]")) return close + 1;
  }
  return at;
}

// (g) Captions run together with the source of their picture: "(2025년 9월)출처: 파이낸셜 타임스" are two units.

bool Reader::is_caption(std::size_t at, std::size_t end) const {
  const std::size_t word_at = c(at) == U'/' ? at + 1 : at;  // "(서울=연합뉴스)/사진=…"
  const auto begins = [&](std::u32string_view word) {
    if (!stands_at(word, word_at, end)) return false;
    const std::size_t sign = letters_.skip_blanks(word_at + word.size(), end);
    return sign < end && is_one_of(c(sign), U":：=＝");
  };
  if (std::none_of(kCaptionWords.begin(), kCaptionWords.end(), begins)) return false;
  const std::size_t before = letters_.trim_blanks(0, at);
  return before > 0 && is_one_of(c(before - 1), kBeforeCaption);
}

// ---------------------------------------------------------------------------------------------------------------------
// (e) No break inside a quotation: 그는 “옳다. 그러나 늦었다”고 말했다. One that closes within 400 letters counts, so
// that
//     an unclosed one spoils nothing. The same holds for titles and for insertions in brackets that do not begin the
//     sentence: 남은 곳은 (가 봤다. 좁았다) 비었다.
//     Which way a mark looks is told by where it stands if its form says something else: **”삼킨다”**는

bool Reader::at_word_start(std::size_t at, std::size_t begin) const {
  while (at > begin && c(at - 1) == U'*') --at;
  return at == begin || letters_.blank(at - 1) || is_one_of(c(at - 1), U"([（“‘《〈「『=:,·/");
}

/// Whether a single mark belongs to a word: don't, Kim’s
bool Reader::is_apostrophe(std::size_t at, std::size_t end) const {
  return at > 0 && is_latin(c(at - 1)) && at + 1 < end && is_latin(c(at + 1));
}

/// The mark that closes what opens at `at`, or `end`.
std::size_t Reader::closing_of(std::size_t at, std::size_t begin, std::size_t end) const {
  const char32_t open = c(at);
  const std::size_t last = std::min(end, at + 1 + kLongestQuotation);
  std::size_t depth = 0;
  const auto bracketed = [&](std::u32string_view opening, std::u32string_view closing) {
    for (std::size_t i = at + 1; i < last; ++i) {
      if (is_one_of(c(i), opening)) ++depth;
      if (is_one_of(c(i), closing) && depth-- == 0) return i;
    }
    return end;
  };
  switch (open) {
    case U'“':
    case U'„':
      for (std::size_t i = at + 1; i < last; ++i) {
        if (c(i) == U'“' && at_word_start(i, begin)) {
          ++depth;
        } else if (c(i) == U'”' || c(i) == U'“') {  // “…“라고: an opening mark that closes
          if (depth-- == 0) return i;
        }
      }
      return end;
    case U'”':  // **”…”**
      for (std::size_t i = at + 1; i < last; ++i) {
        if (c(i) == U'”') return i;
      }
      return end;
    case U'"':
    case U'＂':
      for (std::size_t i = at + 1; i < last; ++i) {
        if (c(i) != open) continue;
        // One that opens again: the first was a sign for inches, or forgotten.
        const bool opens = at_word_start(i, begin) && !blank_or_end(i + 1, end) && !letters_.blank(at + 1);
        return opens ? end : i;
      }
      return end;
    case U'‘':
      for (std::size_t i = at + 1; i < last; ++i) {
        if (c(i) == U'’' && !is_apostrophe(i, end)) return i;
      }
      return end;
    case U'\'':
      for (std::size_t i = at + 1; i < last; ++i) {
        if (c(i) == U'\'' && !is_apostrophe(i, end) && !letters_.blank(i - 1)) return i;
      }
      return end;
    case U'(':
    case U'（': return bracketed(U"(（", U")）");
    case U'[': return bracketed(U"[", U"]");
    case U'「': return bracketed(U"「", U"」");
    case U'『': return bracketed(U"『", U"』");
    case U'《': return bracketed(U"《", U"》");
    case U'〈': return bracketed(U"〈", U"〉");
    case U'«': return bracketed(U"«", U"»");
    default: return end;
  }
}

/// What opens at `at`; nothing (its end is not behind `at`) if nothing does or if it may be parted.
Enclosure Reader::enclosure_at(std::size_t at, std::size_t start, std::size_t begin, std::size_t end) const {
  const char32_t sign = c(at);
  if (!is_one_of(sign, U"“„”\"＂‘'(（[「『《〈«")) return {};
  const bool double_mark = is_one_of(sign, U"“„”\"＂");
  std::size_t first = at;
  while (first > start && c(first - 1) == U'*') --first;
  const bool at_start = first == start;
  if (blank_or_end(at + 1, end) && !is_one_of(sign, U"“\"")) return {};
  if (is_one_of(sign, U"”'") && !at_word_start(at, begin)) return {};
  if (sign == U'"' && at > begin && is_digit(c(at - 1)) && blank_or_end(at + 1, end)) return {};  // 27" 모니터
  if (is_one_of(sign, U"(（[") && at_start) return {};
  const std::size_t close = closing_of(at, begin, end);
  if (close >= end) return {};
  Enclosure enclosure;
  enclosure.end = close + 1;
  enclosure.quotation = double_mark;
  enclosure.at_start = at_start;
  const std::size_t before = letters_.trim_blanks(start, at);
  enclosure.introduced = before > start && is_one_of(c(before - 1), U":：,");
  return enclosure;
}

// ---------------------------------------------------------------------------------------------------------------------

std::u32string Reader::hangul_at(std::size_t at, std::size_t end) const {
  std::u32string word;
  while (at < end && word.size() < 8 && is_hangul(c(at))) word += c(at++);
  return word;
}

bool Reader::stands_at(std::u32string_view word, std::size_t at, std::size_t end) const {
  if (at > end || end - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (c(at + i) != word[i]) return false;
  }
  return true;
}

}  // namespace

std::vector<Span> units(const Text& text) {
  std::vector<Span> found;
  Reader(text, found).read();
  return found;
}

std::optional<Span> unit_at(const std::vector<Span>& units, TextPos pos) {
  auto behind = std::partition_point(units.begin(), units.end(), [&](Span unit) { return unit.start <= pos; });
  if (behind == units.begin()) return std::nullopt;
  const Span unit = *--behind;
  if (pos <= unit.end) return unit;
  return std::nullopt;
}

std::optional<Span> next_unit(const std::vector<Span>& units, TextPos pos) {
  const auto next = std::partition_point(units.begin(), units.end(), [&](Span unit) { return unit.start <= pos; });
  if (next == units.end()) return std::nullopt;
  return *next;
}

std::optional<Span> previous_unit(const std::vector<Span>& units, TextPos pos) {
  const auto next = std::partition_point(units.begin(), units.end(), [&](Span unit) { return unit.start < pos; });
  if (next == units.begin()) return std::nullopt;
  return *(next - 1);
}

Span paragraph_at(const Text& text, TextPos pos) {
  // Line ends are found as bytes, which the text holds without conversion.
  const std::string& bytes = text.utf8();
  const std::uint32_t at = text.to_byte(pos);
  const std::size_t before = at == 0 ? std::string::npos : bytes.rfind('\n', at - 1);
  const std::size_t behind = bytes.find('\n', at);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = behind == std::string::npos ? bytes.size() : behind;
  return {text.from_byte(static_cast<std::uint32_t>(start)), text.from_byte(static_cast<std::uint32_t>(end))};
}

}  // namespace mitjul
