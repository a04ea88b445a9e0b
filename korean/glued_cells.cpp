#include "korean/glued_cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "korean/unit_letters.h"

// How glued cells are told (korean.md section 2, last paragraph):
//   1. Lines one below the other, without full stops and markers, may be a table.
//   2. In each, *seams* are looked for: places where two cells may meet without a blank. Scripts change there (flag to
//      letter, bracket to letter, Latin to Hangul that is no particle …), or a Hangul run that is no word parts into
//      two that are (방향|폐쇄소스).
//   3. A table has as many cells in every row: the number of seams that most rows agree on says how many of a row's
//      seams to believe, and whether the weak ones are needed.

namespace mitjul {
namespace {

/// How much a seam says.
enum class Strength {
  Weak,    ///< one side only is a known word; believed where the table needs exactly this one
  Script,  ///< scripts change between known words; believed in a table
  Sure     ///< believed, and makes a table
};

struct Seam {
  std::size_t at = 0;  ///< the letter that a cell starts with
  Strength strength = Strength::Weak;
};

struct Row {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<Seam> seams;  ///< in order
};

/// Heads of columns, known to be words even in a text that has them only there.
constexpr std::array<std::u32string_view, 33> kHeads{
    U"구분", U"항목", U"분류", U"내용", U"비고", U"이름", U"기업명", U"회사명", U"업체명", U"국가", U"나라",
    U"연도", U"기간", U"특징", U"종류", U"단위", U"합계", U"제품명", U"상품명", U"품목",   U"모델", U"날짜",
    U"지역", U"순위", U"설명", U"방법", U"시기", U"장점", U"단점",   U"차이점", U"기능",   U"금액", U"비율"};
/// What goes on with a word behind Latin letters, figures and brackets: Apollo는, (CSIS)에 따르면.
constexpr std::array<std::u32string_view, 76> kParticles{
    U"은",   U"는",   U"이",   U"가",     U"을",     U"를",     U"의",     U"에",     U"로",     U"와",     U"과",
    U"도",   U"만",   U"란",   U"나",     U"다",     U"인",     U"일",     U"임",     U"라",     U"며",     U"고",
    U"에서", U"에게", U"에는", U"에도",   U"으로",   U"로는",   U"로도",   U"까지",   U"부터",   U"보다",   U"처럼",
    U"만큼", U"마다", U"조차", U"마저",   U"이나",   U"이며",   U"이고",   U"이다",   U"이란",   U"이라",   U"라는",
    U"라고", U"라며", U"에선", U"에서는", U"에서도", U"에서의", U"으로는", U"으로도", U"으로써", U"으로서", U"로써",
    U"로서", U"로의", U"와의", U"과의",   U"와는",   U"과는",   U"뿐",     U"뿐만",   U"대로",   U"등",     U"등의",
    U"등을", U"등이", U"등은", U"등과",   U"하고",   U"이라는", U"이라고", U"까지의", U"부터의", U"만의"};
/// What figures count: 3월, 1위 are no seams.
constexpr std::u32string_view kCounters = U"년월일시분초위개명원만억조천백대배편호차층권건회번점급세기곳쪽장인";

class Block {
 public:
  Block(const Text& text, const Letters& letters, const Attested& attested)
      : text_(text), letters_(letters), attested_(attested) {}

  void add(std::size_t begin, std::size_t end);
  bool empty() const { return rows_.empty(); }
  /// The rows that have cells; forgets them all.
  void take(std::vector<GluedRow>& found);

 private:
  char32_t c(std::size_t at) const { return letters_[at].c; }
  bool emoji(std::size_t at) const { return letters_[at].kind == ClusterKind::Emoji; }
  bool hangul(std::size_t at) const { return is_hangul(c(at)) && letters_[at].kind == ClusterKind::Other; }
  bool latin(std::size_t at) const { return is_latin(c(at)); }
  /// The end of the run of letters that `is` holds for.
  template <typename Is>
  std::size_t run_end(std::size_t at, std::size_t end, Is is) const {
    while (at < end && is(at)) ++at;
    return at;
  }
  template <typename Is>
  std::size_t run_begin(std::size_t begin, std::size_t at, Is is) const {
    while (at > begin && is(at - 1)) --at;
    return at;
  }

  bool is_particle(std::size_t begin, std::size_t end) const;
  bool known(std::size_t begin, std::size_t end) const;
  bool known_with_particle(std::size_t begin, std::size_t end) const;
  std::u32string word(std::size_t begin, std::size_t end) const;

  bool repeats_unit(const Row& row, std::size_t at) const;
  std::optional<Strength> seam_between(const Row& row, std::size_t at) const;
  void add_hangul_seams(Row& row) const;
  void add_latin_seams(Row& row) const;
  /// The seams of a row that are believed if the table has `wanted` of them in a row.
  std::vector<std::size_t> believed(const Row& row, std::size_t wanted) const;

  const Text& text_;
  const Letters& letters_;
  const Attested& attested_;
  std::vector<Row> rows_;
};

std::u32string Block::word(std::size_t begin, std::size_t end) const {
  std::u32string letters;
  for (std::size_t at = begin; at < end; ++at) letters += c(at);
  return letters;
}

bool Block::is_particle(std::size_t begin, std::size_t end) const {
  return end - begin <= 3 &&
         std::find(kParticles.begin(), kParticles.end(), std::u32string_view(word(begin, end))) != kParticles.end();
}

bool Block::known(std::size_t begin, std::size_t end) const {
  if (end - begin < 2) return false;
  if (std::find(kHeads.begin(), kHeads.end(), std::u32string_view(word(begin, end))) != kHeads.end()) return true;
  return attested_(text_.slice(letters_.span(begin, end)));
}

bool Block::known_with_particle(std::size_t begin, std::size_t end) const {
  if (known(begin, end)) return true;
  for (std::size_t cut = end - 1; cut >= begin + 2 && end - cut <= 3; --cut) {
    if (is_particle(cut, end) && known(begin, cut)) return true;
  }
  return false;
}

/// Whether a figure begins behind a quantity and has the same unit, or a year behind a month or day: it is the next
/// cell's, as no number is written so: 6.1인치6.7인치, 2025년 3월2026년 1월.
bool Block::repeats_unit(const Row& row, std::size_t at) const {
  const auto in_number = [&](std::size_t i) { return is_digit(c(i)) || is_one_of(c(i), U".,"); };
  const auto in_unit = [&](std::size_t i) { return hangul(i) || latin(i); };
  const std::size_t unit = run_begin(row.begin, at, in_unit);
  if (unit == at || at - unit > 3) return false;
  const std::size_t number_end = run_end(at, row.end, in_number);
  const std::size_t next_end = run_end(number_end, row.end, in_unit);
  if (word(unit, at) == word(number_end, next_end)) return true;
  const bool figure_before = unit > row.begin && (is_digit(c(unit - 1)) || letters_.blank(unit - 1));
  return figure_before && at - unit == 1 && is_one_of(c(unit), U"월일") && number_end - at == 4 &&
         number_end < row.end && c(number_end) == U'년';
}

/// What is said by the change of script between a letter and the one before it.
std::optional<Strength> Block::seam_between(const Row& row, std::size_t at) const {
  const std::size_t before = at - 1;
  if (letters_.blank(before) || letters_.blank(at) || !is_alphanumeric(c(at)) || emoji(at)) return std::nullopt;
  const auto is_hangul_at = [&](std::size_t i) { return hangul(i); };
  const std::size_t hangul_end = run_end(at, row.end, is_hangul_at);
  const bool particle = hangul(at) && is_particle(at, hangul_end);

  // 🇺🇸중국, (Closed-Source)오픈소스, 31.5%68.5%
  if (emoji(before)) return particle ? std::nullopt : std::optional(Strength::Sure);
  if (is_one_of(c(before), U")]）")) {
    if (hangul(at) && (particle || hangul_end - at < 2)) return std::nullopt;
    return Strength::Sure;
  }
  if (c(before) == U'%') return is_digit(c(at)) ? std::optional(Strength::Sure) : std::nullopt;

  // A word of mixed scripts that stands elsewhere too: 오픈AI, AI칩
  const auto in_word = [&](std::size_t i) { return is_alphanumeric(c(i)) && !emoji(i); };
  const std::size_t word_begin = run_begin(row.begin, at, in_word);
  const std::size_t word_end = run_end(at, row.end, in_word);
  const std::size_t hangul_begin = run_begin(row.begin, at, is_hangul_at);
  const auto elsewhere = [&] { return known_with_particle(word_begin, word_end); };

  if (latin(before) && hangul(at)) {  // Apollo중국; but AI반도체 may be one word
    if (particle || hangul_end - at < 2 || elsewhere()) return std::nullopt;
    const std::size_t latin_begin = run_begin(row.begin, at, [&](std::size_t i) { return is_latin_capital(c(i)); });
    if (latin_begin == word_begin && at - latin_begin <= 4) return Strength::Weak;
    return known_with_particle(at, hangul_end) ? Strength::Script : Strength::Weak;
  }
  if (hangul(before) && latin(at)) {  // 유지AI
    if (at - hangul_begin < 2 || elsewhere()) return std::nullopt;
    return known_with_particle(hangul_begin, at) ? Strength::Script : Strength::Weak;
  }
  if (is_digit(c(at)) && repeats_unit(row, at)) return Strength::Script;  // 480km620km, 24만 곳190곳
  if (is_digit(c(before)) && is_latin_capital(c(at))) {                   // Aurora 3Vesta; but 3D
    const std::size_t small_end =
        run_end(at + 1, row.end, [&](std::size_t i) { return latin(i) && !is_latin_capital(c(i)); });
    return small_end - at >= 4 && !elsewhere() ? std::optional(Strength::Script) : std::nullopt;
  }
  if (hangul(before) && is_digit(c(at))) {  // 비중31.5%
    if (at - hangul_begin < 2 || !known(hangul_begin, at)) return std::nullopt;
    return Strength::Script;
  }
  if (is_digit(c(before)) && hangul(at)) {  // 2.0스마트, but 2025년
    if (is_one_of(c(at), kCounters) || particle || hangul_end - at < 2 || elsewhere()) return std::nullopt;
    return known_with_particle(at, hangul_end) ? Strength::Script : Strength::Weak;
  }
  return std::nullopt;
}

/// Hangul runs that are no word and part into two: 방향폐쇄소스, 학습중국.
void Block::add_hangul_seams(Row& row) const {
  for (std::size_t begin = row.begin; begin < row.end;) {
    if (!hangul(begin)) {
      ++begin;
      continue;
    }
    const std::size_t end = run_end(begin, row.end, [&](std::size_t i) { return hangul(i); });
    if (end - begin >= 4 && end - begin <= 16 && !known_with_particle(begin, end)) {
      std::optional<std::size_t> both;
      std::optional<std::size_t> left;
      std::optional<std::size_t> right;
      const auto evenness = [&](std::size_t at) { return std::min(at - begin, end - at); };
      for (std::size_t at = begin + 2; at + 2 <= end; ++at) {
        const bool left_known = known(begin, at);
        const bool right_known = known_with_particle(at, end);
        if (left_known && right_known && (!both || evenness(at) > evenness(*both))) both = at;
        if (left_known) left = at;              // the longest known beginning
        if (right_known && !right) right = at;  // the longest known rest
      }
      // Three words: 항목전기차수소차
      for (std::size_t first = begin + 2; !both && first + 4 <= end; ++first) {
        if (!known(begin, first)) continue;
        for (std::size_t second = first + 2; second + 2 <= end; ++second) {
          if (!known(first, second) || !known_with_particle(second, end)) continue;
          row.seams.push_back({first, Strength::Sure});
          both = second;
          break;
        }
      }
      if (both) {
        row.seams.push_back({*both, Strength::Sure});
      } else if (left && !right) {
        row.seams.push_back({*left, Strength::Weak});
      } else if (right && !left) {
        row.seams.push_back({*right, Strength::Weak});
      }
    }
    begin = end;
  }
}

/// Latin runs that are no word and part into two: AnthropicDeepSeek.
void Block::add_latin_seams(Row& row) const {
  for (std::size_t begin = row.begin; begin < row.end;) {
    if (!latin(begin)) {
      ++begin;
      continue;
    }
    const std::size_t end = run_end(begin, row.end, [&](std::size_t i) { return latin(i); });
    if (end - begin >= 5 && !known(begin, end)) {
      for (std::size_t at = begin + 2; at + 2 <= end; ++at) {
        if (!is_latin_capital(c(at)) || is_latin_capital(c(at - 1))) continue;
        if (known(begin, at) && known(at, end)) row.seams.push_back({at, Strength::Sure});
      }
    }
    begin = end;
  }
}

void Block::add(std::size_t begin, std::size_t end) {
  Row row;
  row.begin = begin;
  row.end = end;
  for (std::size_t at = begin + 1; at < end; ++at) {
    if (const auto strength = seam_between(row, at)) row.seams.push_back({at, *strength});
  }
  add_hangul_seams(row);
  add_latin_seams(row);
  std::sort(row.seams.begin(), row.seams.end(), [](const Seam& a, const Seam& b) { return a.at < b.at; });
  rows_.push_back(std::move(row));
}

std::vector<std::size_t> Block::believed(const Row& row, std::size_t wanted) const {
  std::vector<std::size_t> places;
  for (const Strength strength : {Strength::Sure, Strength::Script, Strength::Weak}) {
    std::vector<std::size_t> more;
    for (const Seam& seam : row.seams) {
      if (seam.strength == strength) more.push_back(seam.at);
    }
    // Too many of one kind: which of them are wrong cannot be told.
    if (places.size() + more.size() > wanted) break;
    if (strength == Strength::Weak && places.size() + more.size() != wanted) break;
    places.insert(places.end(), more.begin(), more.end());
  }
  std::sort(places.begin(), places.end());
  return places;
}

void Block::take(std::vector<GluedRow>& found) {
  std::map<std::size_t, std::size_t> rows_with;  // seams worth believing -> rows that have so many
  std::size_t with_seams = 0;                    // rows
  std::size_t with_any = 0;                      // rows, also those with weak seams only
  bool sure = false;
  for (const Row& row : rows_) {
    std::size_t seams = 0;
    for (const Seam& seam : row.seams) {
      if (seam.strength != Strength::Weak) ++seams;
      sure = sure || seam.strength == Strength::Sure;
    }
    if (!row.seams.empty()) ++with_any;
    if (seams > 0) {
      ++with_seams;
      ++rows_with[seams];
    }
  }
  // Without a sure seam, more rows have to agree.
  const bool table = with_any * 3 >= rows_.size() * 2 &&
                     (sure ? with_seams >= 2 : with_seams >= 3 && with_seams * 3 >= rows_.size() * 2);
  std::size_t wanted = 0;
  for (const auto& [seams, rows] : rows_with) {
    if (wanted == 0 || rows >= rows_with[wanted]) wanted = seams;
  }
  for (const Row& row : rows_) {
    std::vector<std::size_t> places;
    if (table) {
      places = believed(row, wanted);
      // With a boundary missing, one of the cells would be two.
      if (places.size() < wanted) places.clear();
    } else {
      // A row by itself: only flags are sure enough.
      for (const Seam& seam : row.seams) {
        if (seam.strength == Strength::Sure && emoji(seam.at - 1)) places.push_back(seam.at);
      }
    }
    if (places.empty()) continue;
    GluedRow glued;
    glued.line = letters_.span(row.begin, row.end);
    std::size_t begin = row.begin;
    places.push_back(row.end);
    for (const std::size_t place : places) {
      glued.cells.push_back(letters_.span(begin, letters_.trim_blanks(begin, place)));
      begin = place;
    }
    found.push_back(std::move(glued));
  }
  rows_.clear();
}

/// Whether a line can be a row: no sentence, list item, tag, address or row with borders.
bool may_be_row(const Letters& letters, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 200;
  if (end - begin < 3 || end - begin > kLongest) return false;
  if (!is_alphanumeric(letters[begin].c) || letters[begin].kind != ClusterKind::Other) return false;
  if (is_one_of(letters[end - 1].c, U".!?。:;,…")) return false;
  for (std::size_t at = begin; at < end; ++at) {
    if (is_one_of(letters[at].c, U"|｜\t#@“”\"")) return false;
    const bool stop = is_one_of(letters[at].c, U".!?") && at + 1 < end && letters.blank(at + 1);
    if (stop) return false;
    if (letters[at].c == U'/' && letters[at + 1].c == U'/') return false;
  }
  return true;
}

std::vector<GluedRow> rows_of(const Text& text, Span part, const Attested& attested) {
  const Letters letters(text, part);
  std::vector<GluedRow> found;
  Block block(text, letters, attested);
  std::size_t start = 0;
  while (start < letters.size()) {
    std::size_t end = start;
    while (end < letters.size() && letters[end].kind != ClusterKind::LineEnd) ++end;
    const std::size_t begin = letters.skip_blanks(start, end);
    const std::size_t trimmed = letters.trim_blanks(begin, end);
    if (begin < trimmed && may_be_row(letters, begin, trimmed)) {
      block.add(begin, trimmed);
    } else {
      block.take(found);
    }
    start = end + 1;
  }
  block.take(found);
  return found;
}

}  // namespace

std::vector<GluedRow> glued_rows(const Text& text, const Attested& attested) {
  return rows_of(text, text.all(), attested);
}

std::vector<Span> glued_cells(const Text& text, Span span, const Attested& attested) {
  constexpr int kLinesAround = 64;
  // Line feeds are found as bytes; import makes all line ends one.
  const std::string& bytes = text.utf8();
  const std::size_t at = text.to_byte(span.start);
  std::size_t first = at;
  for (int lines = 0; first > 0; --first) {
    if (bytes[first - 1] == '\n' && lines++ == kLinesAround) break;
  }
  std::size_t last = at;
  for (int lines = 0; last < bytes.size(); ++last) {
    if (bytes[last] == '\n' && lines++ == kLinesAround) break;
  }
  const Span part(text.from_byte(static_cast<std::uint32_t>(first)), text.from_byte(static_cast<std::uint32_t>(last)));
  for (GluedRow& row : rows_of(text, part, attested)) {
    if (row.line.start <= span.start && span.start <= row.line.end) return std::move(row.cells);
  }
  return {};
}

}  // namespace mitjul
