#include "korean/date_quantity.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "korean/embedded_table.h"
#include "korean/surface_index.h"
#include "korean/word_letters.h"
#include "korean/word_set.h"
#include "korean/word_tail.h"

namespace mitjul {
namespace {

using Letters = std::u32string_view;

/// The units of the table; numbers in the index are kinds.
const SurfaceIndex& units() {
  static const SurfaceIndex index = [] {
    const std::unordered_map<std::string, PatternKind> kinds{
        {"quantity", PatternKind::Quantity}, {"days", PatternKind::Days}, {"hours", PatternKind::Hours}};
    SurfaceIndex made;
    for (const auto& row : korean_table_rows("quantity_units")) {
      made.insert(composed_letters(row.at(0)), static_cast<std::uint32_t>(kinds.at(row.at(1))));
    }
    return made;
  }();
  return index;
}

const WordSet& tails() {
  static const WordSet set = [] {
    WordSet made;
    for (const auto& row : korean_table_rows("quantity_tails")) made.insert(composed_letters(row.at(0)));
    return made;
  }();
  return set;
}

bool holds(Letters letters, char32_t c) { return letters.find(c) != Letters::npos; }
bool is_digit(char32_t c) { return letter_kind(c) == LetterKind::Digit; }
bool is_money(char32_t c) { return holds(U"$€£¥₩＄￦", c); }
bool is_range_mark(char32_t c) { return holds(U"~∼〜～-–—", c); }
bool is_apostrophe(char32_t c) { return holds(U"'’‘", c); }
bool is_letter(char32_t c) { return letter_kind(c) != LetterKind::Other; }

constexpr Letters kMagnitudes = U"십백천만억조경";
/// Numbers above this are no day, month, hour or year.
constexpr int kTooLarge = 1000000;

/// Words before a number of days that say that they are counted: 최소 5일, 약 10일.
constexpr Letters kCountedBefore[] = {U"약",   U"총",   U"단",   U"최소", U"최대",   U"최장", U"불과", U"고작",
                                      U"무려", U"벌써", U"꼬박", U"평균", U"앞으로", U"데",   U"길이"};
/// Words behind it: 5일 동안, 3일 만에; 5일째.
constexpr Letters kCountedBehind[] = {U"동안", U"만에", U"만의", U"이상", U"이내", U"이하", U"미만", U"연속", U"뒤",
                                      U"전",   U"후",   U"내내", U"가량", U"정도", U"넘",   U"안에", U"걸",   U"간",
                                      U"째",   U"치",   U"이나", U"밖에", U"남짓", U"내에", U"앞"};
/// Years told by a word, alone or before what says which part of it: 올해 초, 지난해 4월.
constexpr Letters kYearWords[] = {U"올해", U"지난해", U"작년", U"내년", U"재작년"};
/// Months told by a word, before a day: 다음 달 5일. Alone they are no date, as 최근 is none.
constexpr Letters kMonthWords[] = {U"다음 달", U"다음달", U"이달", U"이번 달", U"지난달", U"지난 달"};
/// Parts of a year, month, decade or century.
constexpr Letters kParts[] = {U"상반기", U"하반기", U"초반", U"중반", U"후반", U"초",   U"중순",
                              U"초순",   U"하순",   U"말",   U"봄",   U"여름", U"가을", U"겨울"};
constexpr Letters kTimesOfDay[] = {U"오전", U"오후", U"새벽", U"아침", U"저녁", U"낮", U"밤"};

/// A number as it is written, behind its figures: magnitudes, 여, a range.
struct Number {
  std::size_t end = 0;
  int value = -1;           ///< of one run of figures alone; -1: of anything else
  std::size_t figures = 0;  ///< in the first run
  bool magnitude = false;
  bool range = false;
};

class PatternReader {
 public:
  explicit PatternReader(const Text& text) : source_(text), text_(surface_text(text)) {}

  std::vector<FoundPattern> read();

 private:
  struct Found {
    std::size_t begin;
    std::size_t end;
    PatternKind kind;
  };

  char32_t at(std::size_t i) const { return i < text_.letters.size() ? text_.letters[i] : U'\n'; }
  char32_t before(std::size_t i) const { return i == 0 ? U'\n' : text_.letters[i - 1]; }
  Letters from(std::size_t i) const { return Letters(text_.letters).substr(std::min(i, text_.letters.size())); }
  bool begins(std::size_t i, Letters word) const { return from(i).starts_with(word); }
  std::size_t behind_blank(std::size_t i) const { return at(i) == U' ' ? i + 1 : i; }
  /// The word before a place, without the blank.
  Letters word_before(std::size_t i) const;

  bool can_end(std::size_t begin, std::size_t end) const;
  bool can_begin(std::size_t i) const;
  bool in_address(std::size_t i) const;

  std::size_t figures(std::size_t i) const;
  int value(std::size_t begin, std::size_t end) const;
  std::optional<Number> number(std::size_t i) const;
  void read_magnitudes(Number& number) const;
  void read_range(Number& number) const;

  std::optional<Found> found_at(std::size_t i) const;
  std::optional<Found> numeric_date(std::size_t i) const;
  std::optional<Found> date(std::size_t begin, std::size_t i) const;
  std::optional<Found> worded_date(std::size_t i) const;
  std::optional<Found> time(std::size_t i) const;
  std::optional<Found> money(std::size_t i) const;
  std::optional<Found> fraction(std::size_t i) const;
  std::optional<Found> quantity(std::size_t begin, std::size_t i) const;
  std::optional<Found> worded_quantity(std::size_t i) const;
  std::optional<Found> measured(std::size_t begin, const Number& number) const;
  std::optional<Found> with_smaller_lengths(Found first) const;
  bool is_counted_day(std::size_t begin, std::size_t end) const;
  bool is_group(const Number& number, std::size_t end) const;
  std::size_t behind_divisor(std::size_t end) const;

  /// The end of figures with a unit of dates behind them, and their value; a range (3~5월) gives the last.
  struct DatePart {
    std::size_t end;
    int value;
  };
  std::optional<DatePart> date_part(std::size_t i, Letters unit, int least, int most) const;
  std::size_t with_part_of_it(std::size_t begin, std::size_t end) const;
  std::size_t behind_month_and_day(std::size_t end) const;

  const Text& source_;
  SurfaceText text_;
};

Letters PatternReader::word_before(std::size_t i) const {
  if (before(i) == U' ') --i;
  std::size_t begin = i;
  while (begin > 0 && letter_kind(text_.letters[begin - 1]) == LetterKind::Hangul && i - begin < 8) --begin;
  return Letters(text_.letters).substr(begin, i - begin);
}

/// Whether a date or quantity can end there: at the end of the word, or before particles and the tails of the table.
bool PatternReader::can_end(std::size_t begin, std::size_t end) const {
  const char32_t last = before(end);
  if (letter_kind(at(end)) != LetterKind::Hangul) {
    // 200만3, 3kmh
    const bool foreign = letter_kind(last) == LetterKind::Foreign;
    // Cells that were glued together go on with another number: 31.5%68.5%, 270kg400kg.
    const bool long_unit = foreign && letter_kind(before(end - 1)) == LetterKind::Foreign;
    if (is_digit(at(end))) return long_unit || last == U'%';
    return !(foreign && letter_kind(at(end)) == LetterKind::Foreign);
  }
  std::size_t word_end = end;
  while (letter_kind(at(word_end)) == LetterKind::Hangul) ++word_end;
  const Letters word = Letters(text_.letters).substr(begin, word_end - begin);
  const std::size_t stem = end - begin;
  if (is_particles(word, stem)) return true;
  for (std::size_t length = tails().beginning(word.substr(stem)); length > 0; --length) {
    if (!tails().contains(word.substr(stem, length))) continue;
    if (stem + length == word.size() || is_particles(word, stem + length)) return true;
    // 수천억 원대, 35년째인: a tail may stand behind another.
    const std::size_t more = tails().beginning(word.substr(stem + length));
    if (more > 0 && stem + length + more == word.size()) return true;
  }
  return false;
}

/// A number begins a word, or follows Hangul (총3명), but is not part of a name or of another number: GPT-4, 제3, 2.0.
bool PatternReader::can_begin(std::size_t i) const {
  const char32_t c = before(i);
  if (letter_kind(c) == LetterKind::Hangul) return c != U'제';
  if (is_letter(c)) return false;
  if (i >= 2 && holds(U".,-/:·'’&_=?#", c)) {
    const char32_t farther = text_.letters[i - 2];
    if (is_letter(farther) && (letter_kind(farther) != LetterKind::Hangul || holds(U"/:_=?#", c))) return false;
  }
  return !holds(U"_=#", c);
}

/// Whether the letters between blanks around a place are the address of a page or person.
bool PatternReader::in_address(std::size_t i) const {
  constexpr std::size_t kFar = 200;
  std::size_t begin = i;
  while (begin > 0 && i - begin < kFar && !holds(U" \n\u2029", text_.letters[begin - 1])) --begin;
  const Letters head = Letters(text_.letters).substr(begin, i - begin);
  return head.find(U"://") != Letters::npos || head.find(U"www.") != Letters::npos || holds(head, U'@');
}

/// Behind figures with the points and commas in them: 12,000, 3.5; `i` itself where there are none.
std::size_t PatternReader::figures(std::size_t i) const {
  while (is_digit(at(i))) {
    while (is_digit(at(i))) ++i;
    if ((at(i) == U'.' || at(i) == U',') && is_digit(at(i + 1))) ++i;
  }
  return i;
}

int PatternReader::value(std::size_t begin, std::size_t end) const {
  int sum = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_digit(at(i)) || sum > kTooLarge) return -1;
    const char32_t c = at(i);
    sum = sum * 10 + static_cast<int>(c >= 0xFF10 ? c - 0xFF10 : c - U'0');
  }
  return sum;
}

/// 1조 2천억, 21만 3,000, 2만여: magnitudes, and more figures behind them.
void PatternReader::read_magnitudes(Number& number) const {
  constexpr int kMostParts = 6;
  for (int part = 0; part < kMostParts; ++part) {
    std::size_t i = number.end;
    while (holds(kMagnitudes, at(i))) ++i;
    if (i == number.end) break;
    number.magnitude = true;
    number.value = -1;
    number.end = i;
    const std::size_t next = behind_blank(i);
    const std::size_t end = figures(next);
    if (end == next) break;
    // 200만 3월 is no number of four parts.
    if (next > i && holds(U"년월일시", at(end))) break;
    number.end = end;
  }
  if (at(number.end) == U'여' || at(number.end) == U'수') {
    // 20여 년, 20여명, 2만여: before a unit only.
    const std::size_t unit = behind_blank(number.end + 1);
    bool before_unit = false;
    units().for_each_beginning(from(unit), [&](std::size_t, std::uint32_t) { before_unit = true; });
    if (before_unit || holds(kMagnitudes, at(number.end + 1))) {
      ++number.end;
      number.value = -1;
      while (holds(kMagnitudes, at(number.end))) ++number.end;
    }
  }
}

/// 2~3년, 2억~3억 원: the first of the two has no unit.
void PatternReader::read_range(Number& number) const {
  if (!is_range_mark(at(number.end))) return;
  const std::size_t next = number.end + 1;
  const std::size_t end = figures(next);
  if (end == next) return;
  Number last{end, value(next, end), end - next, false, false};
  read_magnitudes(last);
  number.end = last.end;
  number.value = last.value;
  number.magnitude = number.magnitude || last.magnitude;
  number.range = true;
}

std::optional<Number> PatternReader::number(std::size_t i) const {
  const std::size_t end = figures(i);
  if (end == i) return std::nullopt;
  Number made{end, value(i, end), end - i, false, false};
  read_magnitudes(made);
  read_range(made);
  return made;
}

// Dates -------------------------------------------------------------------------------------------------------------

std::optional<PatternReader::DatePart> PatternReader::date_part(std::size_t i, Letters unit, int least,
                                                                int most) const {
  std::size_t begin = i;
  std::size_t end = i;
  while (is_digit(at(end))) ++end;
  if (end == i) return std::nullopt;
  if (is_range_mark(at(end)) && is_digit(at(end + 1))) {
    const int first = value(begin, end);
    if (first < least || first > most) return std::nullopt;
    begin = ++end;
    while (is_digit(at(end))) ++end;
  }
  const int number = value(begin, end);
  if (number < least || number > most || end - begin > 4 || !begins(end, unit)) return std::nullopt;
  return DatePart{end + unit.size(), number};
}

/// 2023년 말, 올해 상반기: a part that is told by a word.
std::size_t PatternReader::with_part_of_it(std::size_t begin, std::size_t end) const {
  const std::size_t next = behind_blank(end);
  for (const Letters part : kParts) {
    if (begins(next, part) && can_end(begin, next + part.size())) return next + part.size();
  }
  return end;
}

/// Behind a month and its day where they follow a year or month.
std::size_t PatternReader::behind_month_and_day(std::size_t end) const {
  const auto month = date_part(behind_blank(end), U"월", 1, 12);
  if (!month) return end;
  const auto day = date_part(behind_blank(month->end), U"일", 1, 31);
  return day ? day->end : month->end;
}

/// A date that begins with figures at `i`; `begin` stands before an apostrophe ('97년).
std::optional<PatternReader::Found> PatternReader::date(std::size_t begin, std::size_t i) const {
  constexpr int kFirstYear = 1300;
  constexpr int kLastYear = 2199;
  std::size_t end = i;
  if (const auto century = date_part(i, U"세기", 1, 30)) {
    end = century->end;
  } else if (const auto decade = date_part(i, U"년대", 10, kLastYear)) {
    end = decade->end;
  } else if (const auto year = date_part(i, U"년", 0, kLastYear)) {
    const bool is_year = year->value >= kFirstYear || begin < i;
    end = behind_month_and_day(year->end);
    // 24년 3월, but 24년 is a length of time.
    if (!is_year && (end == year->end || year->value > 99)) return std::nullopt;
    if (end == year->end && at(end) == U'도' && can_end(begin, end + 1)) ++end;
    if (const auto quarter = date_part(behind_blank(year->end), U"분기", 1, 4)) end = quarter->end;
  } else if (const auto quarter = date_part(i, U"분기", 1, 4)) {
    end = quarter->end;
  } else if (const auto month = date_part(i, U"월", 1, 12)) {
    end = behind_month_and_day(i);
  } else if (const auto day = date_part(i, U"일", 1, 31)) {
    if (is_counted_day(i, day->end)) return std::nullopt;
    end = day->end;
  } else {
    return std::nullopt;
  }
  if (!can_end(begin, end)) return std::nullopt;
  if (!holds(U"일", before(end))) end = with_part_of_it(begin, end);
  return Found{begin, end, PatternKind::Date};
}

/// 5일 동안, 최소 5일, 2~3일: days that are counted.
bool PatternReader::is_counted_day(std::size_t begin, std::size_t end) const {
  const Letters word = word_before(begin);
  for (const Letters counted : kCountedBefore) {
    if (word == counted) return true;
  }
  const Letters behind = from(behind_blank(end));
  for (const Letters counted : kCountedBehind) {
    if (behind.starts_with(counted)) return true;
  }
  return false;
}

/// 2025.03.11, 25.03.11, 2025-03-11, 2025/3/11, 2025. 3. 11
std::optional<PatternReader::Found> PatternReader::numeric_date(std::size_t i) const {
  std::size_t end = i;
  std::size_t part = 0;
  char32_t mark = 0;
  for (;; ++part) {
    const std::size_t begin = end;
    while (is_digit(at(end))) ++end;
    const int number = value(begin, end);
    const std::size_t digits = end - begin;
    constexpr int kMost[] = {2199, 12, 31};
    if (digits == 0 || number > kMost[part] || (part > 0 && (number < 1 || digits > 2))) return std::nullopt;
    if (part == 0 && !(digits == 4 && number >= 1300) && digits != 2) return std::nullopt;
    if (part == 2) break;
    if (!holds(U".-/", at(end)) || (mark != 0 && at(end) != mark)) return std::nullopt;
    mark = at(end);
    ++end;
    if (mark == U'.') end = behind_blank(end);
  }
  // 25.1.3 may be the number of a section or version: two digits each.
  const bool short_year = !is_digit(at(i + 2));
  if (short_year && end - i != 8) return std::nullopt;
  if (mark == at(end) && is_digit(at(end + 1))) return std::nullopt;
  if (!can_end(i, end)) return std::nullopt;
  return Found{i, end, PatternKind::Date};
}

/// 올해, 올해 초, 지난해 4월 3일, 다음 달 5일.
std::optional<PatternReader::Found> PatternReader::worded_date(std::size_t i) const {
  if (is_letter(before(i))) return std::nullopt;
  for (const Letters word : kYearWords) {
    if (!begins(i, word)) continue;
    const std::size_t behind = i + word.size();
    std::size_t end = behind_month_and_day(behind);
    if (const auto quarter = date_part(behind_blank(behind), U"분기", 1, 4)) end = quarter->end;
    if (!can_end(i, end)) end = behind;
    if (before(end) != U'일') end = with_part_of_it(i, end);
    if (!can_end(i, end)) return std::nullopt;
    return Found{i, end, PatternKind::Date};
  }
  for (const Letters word : kMonthWords) {
    if (!begins(i, word)) continue;
    const auto day = date_part(behind_blank(i + word.size()), U"일", 1, 31);
    if (day && can_end(i, day->end)) return Found{i, day->end, PatternKind::Date};
  }
  return std::nullopt;
}

/// 오전 10시 30분, 15시.
std::optional<PatternReader::Found> PatternReader::time(std::size_t i) const {
  std::size_t hour = i;
  for (const Letters part : kTimesOfDay) {
    if (begins(i, part)) hour = behind_blank(i + part.size());
  }
  const auto hours = date_part(hour, U"시", 0, 24);
  if (!hours) return std::nullopt;
  std::size_t end = hours->end;
  if (const auto minutes = date_part(behind_blank(end), U"분", 0, 59)) {
    end = minutes->end;
  } else if (const std::size_t half = behind_blank(end); at(half) == U'반' && can_end(i, half + 1)) {
    end = half + 1;
  }
  if (begins(hours->end, U"간") || !can_end(i, end)) return std::nullopt;
  return Found{i, end, PatternKind::TimeOfDay};
}

// Quantities --------------------------------------------------------------------------------------------------------

/// 국내 5대 그룹, 20대 청년: figures before 대 that count no vehicles.
bool PatternReader::is_group(const Number& number, std::size_t end) const {
  if (before(end) != U'대' || number.value < 0) return false;
  if (number.value >= 10 && number.value <= 90 && number.value % 10 == 0) return true;
  return number.value <= 12 && at(end) == U' ' && letter_kind(at(end + 1)) == LetterKind::Hangul;
}

/// Behind what a Latin unit is divided by: 270Wh/kg, 80km/h.
std::size_t PatternReader::behind_divisor(std::size_t end) const {
  constexpr std::size_t kLongest = 3;
  if (letter_kind(before(end)) != LetterKind::Foreign || at(end) != U'/') return end;
  std::size_t last = end + 1;
  while (letter_kind(at(last)) == LetterKind::Foreign) ++last;
  return last > end + 1 && last - end - 1 <= kLongest ? last : end;
}

/// The unit behind a number, the longest that can end there.
std::optional<PatternReader::Found> PatternReader::measured(std::size_t begin, const Number& number) const {
  std::optional<Found> found;
  for (const std::size_t unit : {number.end, behind_blank(number.end)}) {
    units().for_each_beginning(from(unit), [&](std::size_t length, std::uint32_t kind) {
      const std::size_t end = unit + length;
      if (!can_end(begin, end)) return;
      // 1세대 is no age either.
      found.reset();
      if (!is_group(number, end)) found = Found{begin, behind_divisor(end), static_cast<PatternKind>(kind)};
    });
    if (found || unit != number.end) break;
  }
  // 구독자 200만을: no unit, but a magnitude with a particle.
  if (!found && number.magnitude && letter_kind(at(number.end)) == LetterKind::Hangul && can_end(begin, number.end)) {
    found = Found{begin, number.end, PatternKind::Quantity};
  }
  return found;
}

/// 1년 6개월, 1시간 20분.
std::optional<PatternReader::Found> PatternReader::with_smaller_lengths(Found first) const {
  while (first.kind != PatternKind::Quantity && is_digit(at(behind_blank(first.end)))) {
    const auto next = number(behind_blank(first.end));
    if (!next || next->value < 0 || next->range) break;
    const auto more = measured(behind_blank(first.end), *next);
    if (!more || more->kind != first.kind) break;
    first.end = more->end;
  }
  return first;
}

std::optional<PatternReader::Found> PatternReader::quantity(std::size_t begin, std::size_t i) const {
  const auto count = number(i);
  if (!count) return std::nullopt;
  const auto found = measured(begin, *count);
  if (!found) return std::nullopt;
  return with_smaller_lengths(*found);
}

/// $12,000, US$3억, €50만
std::optional<PatternReader::Found> PatternReader::money(std::size_t i) const {
  if (!is_money(at(i))) return std::nullopt;
  std::size_t begin = i;
  while (begin > 0 && i - begin < 3 && letter_kind(text_.letters[begin - 1]) == LetterKind::Foreign) --begin;
  if (begin > 0 && is_letter(text_.letters[begin - 1]) && begin < i) begin = i;
  auto count = number(behind_blank(i + 1));
  if (!count) return std::nullopt;
  std::size_t end = count->end;
  if (const auto with_unit = measured(begin, *count)) end = with_unit->end;
  for (const Letters word : {Letters(U"billion"), Letters(U"million"), Letters(U"trillion")}) {
    if (begins(behind_blank(count->end), word)) end = behind_blank(count->end) + word.size();
  }
  if (end == count->end && holds(U"MBTKmbk", at(end)) && !is_letter(at(end + 1))) ++end;
  if (!can_end(begin, end)) return std::nullopt;
  return Found{begin, end, PatternKind::Quantity};
}

/// 3분의 2
std::optional<PatternReader::Found> PatternReader::fraction(std::size_t i) const {
  const std::size_t end = figures(i);
  if (end == i || !begins(end, U"분의")) return std::nullopt;
  const std::size_t next = behind_blank(end + 2);
  const std::size_t last = figures(next);
  if (last == next || !can_end(i, last)) return std::nullopt;
  return Found{i, last, PatternKind::Quantity};
}

/// 수십만 명, 수천억 원: numbers without figures, from tens of thousands up.
std::optional<PatternReader::Found> PatternReader::worded_quantity(std::size_t i) const {
  if ((at(i) != U'수' && at(i) != U'몇') || is_letter(before(i))) return std::nullopt;
  Number made{i + 1, -1, 0, true, false};
  bool large = false;
  while (holds(kMagnitudes, at(made.end))) large = holds(U"만억조", at(made.end++)) || large;
  if (!large) return std::nullopt;
  const auto found = measured(i, made);
  // 수만을 alone may be anything.
  return found && found->end > made.end ? found : std::nullopt;
}

std::optional<PatternReader::Found> PatternReader::found_at(std::size_t i) const {
  const char32_t c = at(i);
  if (is_digit(c)) {
    if (!can_begin(i) || in_address(i)) return std::nullopt;
    std::size_t begin = i;
    if (is_apostrophe(before(i)) && value(i, figures(i)) >= 0 && figures(i) - i == 2) begin = i - 1;
    if (auto found = numeric_date(i)) return found;
    if (auto found = date(begin, i)) return found;
    if (auto found = fraction(i)) return found;
    if (auto found = quantity(i, i)) return found;
    return time(i);
  }
  // -5%: the sign belongs to it where nothing stands before.
  if ((c == U'-' || c == U'+' || c == U'−') && is_digit(at(i + 1)) && holds(U" \n(", before(i))) {
    auto found = quantity(i, i + 1);
    return found && holds(U"%％", at(figures(i + 1))) ? found : std::nullopt;
  }
  if (auto found = money(i)) return found;
  if (auto found = worded_quantity(i)) return found;
  if (auto found = worded_date(i)) return found;
  if (!is_letter(before(i)) && holds(U"오새아저낮밤", c)) return time(i);
  return std::nullopt;
}

std::vector<FoundPattern> PatternReader::read() {
  std::vector<FoundPattern> all;
  for (std::size_t i = 0; i < text_.letters.size();) {
    const auto found = found_at(i);
    if (found) {
      const Span span = source_.snap_to_graphemes(text_.span(found->begin, found->end));
      if (all.empty() || all.back().span.end <= span.start) all.push_back({span, found->kind});
      i = found->end;
    } else if (is_digit(at(i))) {
      i = figures(i);
    } else {
      ++i;
    }
  }
  return all;
}

}  // namespace

std::vector<FoundPattern> dates_and_quantities(const Text& text) { return PatternReader(text).read(); }

}  // namespace mitjul
