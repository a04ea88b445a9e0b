#include "korean/outline.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "korean/outline_line.h"
#include "korean/outline_rows.h"
#include "korean/outline_turns.h"
#include "korean/outline_words.h"
#include "korean/particles.h"
#include "korean/unit_tables.h"

// How a unit gets its role, the first that fits:
//   1. the innermost zone that holds it
//   2. cells: their line has borders, or looks like a row whose cells ran together
//   3. lines that the page adds, by their words (outline_words.tsv) and their form (dates, tags, addresses, files)
//   4. captions, by their words
//   5. headings: by marker, bracket or place between other lines
//   6. list items: by marker, or as one of several short lines
//   7. prose
// Rules 2 to 6 are about lines; levels, parents and paragraphs follow from the roles in one walk down the text.

namespace mitjul {
namespace {

using Kind = OutlineWords::Kind;

constexpr std::size_t kLongestHeading = 60;
constexpr std::size_t kLongestFreeHeading = 45;
constexpr std::size_t kLongestTitle = 90;
constexpr char32_t kEmojiLetter = 0xFFFC;
/// What a bullet is to a list and no more; other marks head a section as well.
constexpr std::u32string_view kPlainBullets = U"•‣◦∙·ㆍ・‧⁃-‐‑‒–—―−*→⇒➔➜➤✓✔>ㅇo○◦";

/// How a line's last unit ends.
enum class Ending {
  Sentence,      ///< a predicate with a full stop: …했다. …입니다.
  BareSentence,  ///< a predicate without: …했다
  Nominal,       ///< -음, -함, -됨 with or without a full stop
  Stopped,       ///< anything else with a full stop
  Question,      ///< a question mark
  Colon,
  Comma,
  Open  ///< anything else
};

constexpr std::u32string_view kClosers = U")]}）］】〕》〉」』»*`\"'”’＂\uFFFC ";

bool ends_with(std::u32string_view word, std::u32string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

bool is_predicate_end(std::u32string_view unit) {
  if (unit.size() < 2) return false;
  const char32_t last = unit.back();
  const char32_t before = unit[unit.size() - 2];
  if (!is_hangul(before)) return false;
  if (last == U'다') return !is_one_of(before, U"마바");  // 인도, 바다 and 저마다 end no sentence
  if (last == U'요') return !is_one_of(before, U"필중수주개동긴가소");
  return last == U'죠' || last == U'까';
}

bool is_nominal_end(std::u32string_view unit) {
  for (const std::u32string_view end :
       {U"있음", U"없음",   U"했음",   U"됐음",   U"였음",   U"었음",   U"았음",   U"같음",
        U"높음", U"낮음",   U"많음",   U"적음",   U"좋음",   U"됨",     U"시킴",   U"이뤄짐",
        U"해짐", U"어짐",   U"아짐",   U"려짐",   U"나타남", U"늘어남", U"못함",   U"중임",
        U"것임", U"상태임", U"수준임", U"필요함", U"가능함", U"중요함", U"해야함", U"야 함"}) {
    if (ends_with(unit, end)) return true;
  }
  return false;
}

Ending ending_of(std::u32string_view unit) {
  while (!unit.empty() && is_one_of(unit.back(), kClosers)) unit.remove_suffix(1);
  if (unit.empty()) return Ending::Open;
  bool stop = false;
  switch (unit.back()) {
    case U'?':
    case U'？': return Ending::Question;
    case U':':
    case U'：': return Ending::Colon;
    case U',':
    case U'，': return Ending::Comma;
    default: break;
  }
  while (!unit.empty() && is_one_of(unit.back(), U".!。！．…")) {
    stop = stop || unit.back() != U'…';
    unit.remove_suffix(1);
  }
  while (!unit.empty() && is_one_of(unit.back(), kClosers)) unit.remove_suffix(1);
  if (is_predicate_end(unit)) return stop ? Ending::Sentence : Ending::BareSentence;
  if (is_nominal_end(unit)) return Ending::Nominal;
  return stop ? Ending::Stopped : Ending::Open;
}

bool is_sentence(Ending ending) { return ending == Ending::Sentence || ending == Ending::BareSentence; }

// ---------------------------------------------------------------------------------------------------------------------
// Lines that the page adds, by their form.

bool has_hangul(std::u32string_view line) {
  return std::any_of(line.begin(), line.end(), [](char32_t c) { return is_hangul(c); });
}

/// 2025.02.01, 2025년 2월 1일 오전 9:30, (25.02.01)
bool is_date_line(std::u32string_view packed_line) {
  std::size_t digits = 0;
  for (const char32_t c : packed_line) {
    if (is_digit(c)) {
      ++digits;
    } else if (!is_one_of(c, U".:-/년월일시분초오전후()월화수목금토일요kstgm,~|")) {
      return false;
    }
  }
  return digits >= 3 || (!packed_line.empty() && digits == packed_line.size());
}

/// #하나 #둘; one tag is enough
bool is_tag_line(std::u32string_view line) {
  std::size_t tags = 0;
  for (std::size_t at = 0; at < line.size();) {
    while (at < line.size() && is_one_of(line[at], U" ,\t")) ++at;
    if (at == line.size()) break;
    if (line[at] != U'#' || at + 1 == line.size() || is_one_of(line[at + 1], U" #")) return false;
    ++tags;
    while (at < line.size() && !is_one_of(line[at], U" ,\t")) ++at;
  }
  return tags > 0;
}

bool is_address(std::u32string_view packed_line) {
  return packed_line.find(U' ') == packed_line.npos &&
         (packed_line.substr(0, 4) == U"http" || packed_line.substr(0, 4) == U"www." ||
          packed_line.substr(0, 2) == U"![");
}

bool is_file_name(std::u32string_view packed_line) {
  if (packed_line.size() > 80) return false;
  for (const std::u32string_view end : {U".png", U".jpg", U".jpeg", U".gif", U".webp", U".pdf", U".hwp", U".mp4"}) {
    if (ends_with(packed_line, end)) return true;
  }
  return false;
}

/// gildong@example.com, alone or behind a name
bool is_mail_line(std::u32string_view packed_line) {
  const std::size_t at = packed_line.find(U'@');
  return at != packed_line.npos && at > 0 && packed_line.size() <= 60 && packed_line.find(U'.', at) != packed_line.npos;
}

/// What describes a picture to a machine or a screen reader: a paragraph without a Korean letter.
bool is_foreign_line(std::u32string_view line) {
  if (has_hangul(line)) return false;
  std::size_t words = 1;
  std::size_t latin = 0;
  for (const char32_t c : line) {
    if (c == U' ') ++words;
    if (is_latin(c)) ++latin;
  }
  return words >= 6 && latin * 2 > line.size();
}

/// 반도체, 수출, 관세, 환율: four or more words with commas between and no predicate
bool is_keyword_line(std::u32string_view line, Ending ending) {
  if (ending != Ending::Open) return false;
  std::size_t words = 1;
  std::size_t length = 0;
  std::size_t blanks = 0;
  for (const char32_t c : line) {
    if (c == U',') {
      ++words;
      length = blanks = 0;
    } else if (++length > 14 || (c == U' ' && ++blanks > 2)) {
      return false;
    }
  }
  return words >= 5;
}

bool is_by_line(std::u32string_view line) {
  return line.size() <= 40 && !has_hangul(line) && (line.substr(0, 3) == U"By " || line.substr(0, 3) == U"by ");
}

// ---------------------------------------------------------------------------------------------------------------------
// Brackets and emphasis around a whole line.

bool is_enclosed(std::u32string_view line) {
  static constexpr std::u32string_view kOpen = U"[<【〈≪［＜";
  static constexpr std::u32string_view kClose = U"]>】〉≫］＞";
  if (line.size() < 3) return false;
  if (line.size() > 4 && line.substr(0, 2) == U"**" && ends_with(line, U"**")) {
    return line.substr(2, line.size() - 4).find(U"**") == line.npos;
  }
  const std::size_t kind = kOpen.find(line.front());
  if (kind == kOpen.npos || line.back() != kClose[kind]) return false;
  return line.substr(1, line.size() - 2).find(line.front()) == line.npos;
}

/// Whether a Latin word runs into a Korean one that is no particle: Apollo중국
bool has_seam(std::u32string_view words) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (!is_hangul(words[at]) || !(is_latin(words[at - 1]) || words[at - 1] == U')')) continue;
    std::size_t end = at;
    while (end < words.size() && is_hangul(words[end])) ++end;
    if (end - at >= 2 && !Particles::all().contains(words.substr(at, end - at))) return true;
  }
  return false;
}

/// What a zone makes of the units in it.
UnitRole role_of(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::Title:
    case ZoneKind::Heading: return UnitRole::Heading;
    case ZoneKind::Byline:
    case ZoneKind::Boilerplate: return UnitRole::Furniture;
    case ZoneKind::ListItem: return UnitRole::ListItem;
    case ZoneKind::Table:
    case ZoneKind::Row:
    case ZoneKind::Cell: return UnitRole::Cell;
    case ZoneKind::Caption: return UnitRole::Caption;
    case ZoneKind::Lead:
    case ZoneKind::Quotation:
    case ZoneKind::Turn:
    case ZoneKind::Note: return UnitRole::Prose;
  }
  return UnitRole::Prose;
}

/// Reads the outline of one text.
class OutlineReader {
 public:
  OutlineReader(const Text& text, const std::vector<Span>& units)
      : text_(text), letters_(text), spans_(units), lines_(outline_lines(letters_, units)) {}

  std::vector<OutlineUnit> read(const std::vector<Zone>& zones);

 private:
  /// What the rules know of a line.
  struct LineFacts {
    std::u32string words;    ///< the line behind its marker, at most 200 letters
    std::u32string packed;   ///< without blanks, lower case
    std::size_t length = 0;  ///< letters of the line behind its marker
    Ending ending = Ending::Open;
    bool stopped = false;  ///< the last unit ends with a full stop
    bool blank_before = true;
    bool blank_behind = true;
    std::size_t previous = kNone;  ///< the line with units before it …
    std::size_t next = kNone;      ///< … and behind
    UnitRole role = UnitRole::Prose;
    bool title = false;
    bool subtitle = false;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void gather_facts();
  void find_glued_rows();
  void decide_lines();
  UnitRole role_of_line(std::size_t line);
  bool is_furniture(std::size_t line);
  bool is_caption(std::size_t line) const;
  bool is_heading(std::size_t line);
  bool is_subtitle(std::size_t line) const;
  bool in_series(std::size_t line) const;
  bool heads(std::size_t line) const;
  bool is_item(std::size_t line) const;
  bool is_short_line(std::size_t line) const;
  bool has_border(std::size_t unit) const;
  void decide_units(const std::vector<Zone>& zones);
  void decide_captions_inside();
  void place_units();

  const OutlineLine& line(std::size_t index) const { return lines_.lines[index]; }
  const LineFacts& facts(std::size_t index) const { return facts_[index]; }

  const Text& text_;
  const Letters letters_;
  const std::vector<Span>& spans_;
  const OutlineLines lines_;
  std::vector<LineFacts> facts_;
  std::vector<OutlineUnit> found_;
  std::size_t title_ = kNone;
  std::unordered_set<std::size_t> glued_;  // lines
  bool full_stops_ = true;                 // sentences of this text end with one
  bool in_tail_ = false;
};

void OutlineReader::gather_facts() {
  facts_.resize(lines_.lines.size());
  std::size_t previous = kNone;
  bool blank = true;
  std::size_t stopped = 0;
  std::size_t unstopped = 0;
  for (std::size_t index = 0; index < facts_.size(); ++index) {
    const OutlineLine& here = line(index);
    LineFacts& known = facts_[index];
    if (!here.has_units()) {
      if (!here.continues) {
        blank = true;
        if (previous != kNone) facts_[previous].blank_behind = true;
      }
      continue;
    }
    const UnitLetters& first = lines_.units[here.first_unit];
    const UnitLetters& last = lines_.units[here.first_unit + here.unit_count - 1];
    const std::size_t end = std::max(here.end, last.end);
    known.length = end - first.begin;
    known.words = letters_between(letters_, first.begin, std::min(end, first.begin + 200));
    known.packed = packed(known.words);
    const std::size_t tail = last.end - std::min(last.end - last.begin, std::size_t{24});
    known.ending = ending_of(letters_between(letters_, tail, last.end));
    known.stopped = is_one_of(letters_[last.end - 1].c, U".!。！．");
    known.blank_before = blank;
    known.previous = previous;
    if (previous != kNone) {
      facts_[previous].next = index;
      facts_[previous].blank_behind = blank;
    }
    blank = false;
    previous = index;
    if (known.length > 12 && is_sentence(known.ending)) {
      ++(known.ending == Ending::Sentence ? stopped : unstopped);
    }
  }
  full_stops_ = stopped >= unstopped;
  if (previous != kNone) facts_[previous].blank_behind = true;
}

bool OutlineReader::is_furniture(std::size_t index) {
  const LineFacts& known = facts(index);
  const OutlineWords& words = OutlineWords::all();
  std::u32string_view packed_line = known.packed;
  while (!packed_line.empty() && is_one_of(packed_line.back(), U"=>›»\uFFFC")) packed_line.remove_suffix(1);
  if (words.has(Kind::Tail, packed_line) && !is_sentence(known.ending)) {
    in_tail_ = true;
    return true;
  }
  if (in_tail_) {
    if (!is_sentence(known.ending)) return true;
    in_tail_ = false;
  }
  const bool sentence = known.ending == Ending::Sentence;
  if (!sentence && words.has(Kind::Furniture, packed_line)) return line(index).marker.empty() || known.length < 20;
  if (words.has(Kind::Rights, packed_line)) return true;
  // A speaker's name alone: 사회자, [앵커]
  std::u32string_view name = packed_line;
  if (name.size() > 2 && is_one_of(name.front(), U"[<【◀〈")) name = name.substr(1, name.size() - 2);
  if (words.has(Kind::Speaker, name) || words.has(Kind::Narrator, name)) return true;
  const std::u32string_view text = known.words;
  return is_date_line(packed_line) || is_tag_line(text) || is_address(packed_line) || is_file_name(packed_line) ||
         (is_mail_line(packed_line) && !is_sentence(known.ending)) || is_foreign_line(text) || is_by_line(text) ||
         (line(index).marker.empty() && known.length < 200 && is_keyword_line(text, known.ending));
}

bool OutlineReader::is_caption(std::size_t index) const {
  const LineFacts& known = facts(index);
  const std::u32string& marker = line(index).marker;
  const bool marked = !marker.empty() && !is_one_of(marker.front(), U"▲△▼▶◀");
  return !is_sentence(known.ending) && known.ending != Ending::Stopped && !marked &&
         OutlineWords::all().has(Kind::Caption, known.packed);
}

/// A line between the title and the first sentence, as press releases and newspapers have them, with a dash or without.
bool OutlineReader::is_subtitle(std::size_t index) const {
  const LineFacts& known = facts(index);
  const std::u32string& marker = line(index).marker;
  const bool dash = marker.size() == 1 && is_one_of(marker.front(), unit_tables::kDashes);
  if (!(marker.empty() || dash) || line(index).unit_count > 1 || known.stopped || known.length > kLongestTitle)
    return false;
  if (known.ending == Ending::Comma || known.next == kNone) return false;
  std::size_t above = known.previous;
  while (above != kNone && facts(above).role == UnitRole::Furniture) above = facts(above).previous;
  if (above == kNone || !(facts(above).title || facts(above).subtitle)) return false;
  return dash || (!known.blank_before && known.length <= kLongestHeading);
}

/// Whether the line directly before or behind has the same marker at the same indent.
bool OutlineReader::in_series(std::size_t index) const {
  const auto alike = [&](std::size_t other) {
    return other != kNone && line(other).marker == line(index).marker && line(other).indent == line(index).indent;
  };
  return alike(facts(index).next) || (alike(facts(index).previous) && !facts(index).blank_before);
}

/// Whether what stands below is a list or a sentence, or an empty line parts it.
bool OutlineReader::heads(std::size_t index) const {
  const LineFacts& known = facts(index);
  if (known.next == kNone) return false;
  const LineFacts& below = facts(known.next);
  return known.blank_behind || line(known.next).marker != line(index).marker || is_sentence(below.ending) ||
         below.ending == Ending::Question || below.length > kLongestHeading;
}

bool OutlineReader::is_heading(std::size_t index) {
  const LineFacts& known = facts(index);
  const OutlineLine& here = line(index);
  const std::u32string& marker = here.marker;
  if (marker.find(U'#') != marker.npos && known.length <= 2 * kLongestHeading) return true;
  if (title_ == kNone) {
    title_ = index;
    const bool stopped = known.ending == Ending::Sentence || known.ending == Ending::Stopped;
    if (!stopped && known.length <= kLongestTitle && known.next != kNone) return facts_[index].title = true;
  } else if (facts(title_).title && known.words == facts(title_).words) {
    return facts_[index].title = true;
  }
  const bool plain = !marker.empty() && is_one_of(marker.back(), kPlainBullets);
  if (is_subtitle(index)) return facts_[index].subtitle = true;
  if (here.unit_count > 1 || plain || known.length > kLongestHeading) return false;
  if (is_enclosed(known.words)) return known.ending != Ending::Stopped && known.next != kNone;
  const bool sentence = is_sentence(known.ending);
  switch (known.ending) {
    case Ending::Sentence:
    case Ending::Stopped:
    case Ending::Nominal:
    case Ending::Comma: return false;
    case Ending::BareSentence:
      if (!full_stops_ || known.length > kLongestFreeHeading) return false;
      break;
    case Ending::Question:
      // A question in the text is asked in a sentence: 왜 그럴까?
      if (marker.empty() && !known.blank_before) return false;
      break;
    default: break;
  }
  if (!marker.empty()) return known.next != kNone && !in_series(index) && (!sentence || heads(index));
  if (known.ending == Ending::Colon) return known.length <= kLongestFreeHeading && known.next != kNone;
  if (known.length > kLongestFreeHeading || !heads(index)) return false;
  const bool free = known.blank_before || known.previous == kNone || facts(known.previous).role == UnitRole::Heading ||
                    facts(known.previous).role == UnitRole::Furniture || is_sentence(facts(known.previous).ending);
  if (known.blank_before && known.blank_behind) return true;
  const LineFacts& below = facts(known.next);
  const bool below_is_long =
      is_sentence(below.ending) || below.ending == Ending::Question || below.length > kLongestHeading;
  return below_is_long || (free && !known.blank_before) || (free && !line(known.next).marker.empty()) ||
         (free && known.blank_before);
}

/// A line that no full sentence ends.
bool OutlineReader::is_short_line(std::size_t index) const {
  return index != kNone && line(index).marker.empty() && line(index).unit_count == 1 &&
         !is_sentence(facts(index).ending) && facts(index).ending != Ending::Question && facts(index).length <= 120;
}

bool OutlineReader::is_item(std::size_t index) const {
  if (!line(index).marker.empty()) {
    // An emoji or a quotation mark of e-mails alone makes no list of a paragraph.
    const std::u32string& marker = line(index).marker;
    const bool weak = marker == U"E" || marker == U">" || marker == U".";
    return !weak || in_series(index);
  }
  const LineFacts& known = facts(index);
  // What goes on below an item stands deeper than its bullet.
  if (known.previous != kNone && !known.blank_before && facts(known.previous).role == UnitRole::ListItem &&
      line(index).indent > line(known.previous).indent) {
    return true;
  }
  if (!is_short_line(index)) return false;
  return (!known.blank_before && is_short_line(known.previous)) || (!known.blank_behind && is_short_line(known.next));
}

UnitRole OutlineReader::role_of_line(std::size_t index) {
  if (glued_.contains(index) && line(index).unit_count == 1) return UnitRole::Cell;
  if (is_furniture(index)) return UnitRole::Furniture;
  if (is_caption(index)) return UnitRole::Caption;
  if (is_heading(index)) return UnitRole::Heading;
  if (!facts(index).stopped && OutlineWords::all().has(Kind::Genre, facts(index).packed)) return UnitRole::Furniture;
  return is_item(index) ? UnitRole::ListItem : UnitRole::Prose;
}

/// A row of a table has others above or below: a line among them that looks like one tells of all.
void OutlineReader::find_glued_rows() {
  std::vector<bool> may_be_row(facts_.size());
  bool any = false;
  for (std::size_t index = 0; index < facts_.size(); ++index) {
    if (!line(index).has_units()) continue;
    const Ending ending = facts(index).ending;
    may_be_row[index] =
        is_short_line(index) && (ending == Ending::Open || (ending == Ending::Nominal && !facts(index).stopped));
    any = any || (may_be_row[index] && index > 0 && may_be_row[index - 1]);
  }
  if (!any) return;
  std::string prose;
  for (std::size_t index = 0; index < facts_.size(); ++index) {
    if (!line(index).has_units() || may_be_row[index]) continue;
    prose += text_.slice(letters_.span(line(index).begin, line(index).end));
    prose += '\n';
  }
  std::size_t at = 0;
  for (const Span& row : glued_lines(text_, Text(prose))) {
    while (at < lines_.lines.size() && letters_[line(at).begin].start < row.start) ++at;
    if (at == lines_.lines.size() || !line(at).has_units()) continue;
    glued_.insert(at);
    for (std::size_t below = at + 1; below < facts_.size() && may_be_row[below] && glued_.insert(below).second;)
      ++below;
    for (std::size_t above = at; above > 0 && may_be_row[above - 1] && glued_.insert(above - 1).second;) --above;
  }
  // Words that nothing else attests: three lines or more, half of them with such a seam.
  for (std::size_t begin = 0; begin < facts_.size(); ++begin) {
    if (!may_be_row[begin]) continue;
    std::size_t end = begin;
    std::size_t seams = 0;
    for (; end < facts_.size() && may_be_row[end]; ++end)
      if (has_seam(facts(end).words)) ++seams;
    if (end - begin >= 3 && 2 * seams >= end - begin) {
      for (std::size_t row = begin; row < end; ++row) glued_.insert(row);
    }
    begin = end;
  }
}

void OutlineReader::decide_lines() {
  find_glued_rows();
  for (std::size_t index = 0; index < facts_.size(); ++index) {
    if (line(index).has_units()) facts_[index].role = role_of_line(index);
  }
}

/// Whether a cell border or a tab stands before or behind a unit in its line.
bool OutlineReader::has_border(std::size_t unit) const {
  const UnitLetters& here = lines_.units[unit];
  const OutlineLine& home = line(here.line);
  const auto border = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (is_one_of(letters_[at].c, U"|｜│\t")) return true;
    }
    return false;
  };
  const bool first = unit == home.first_unit;
  const bool last = unit + 1 == home.first_unit + home.unit_count;
  return border(first ? home.begin : lines_.units[unit - 1].end, here.begin) ||
         border(here.end, last ? std::max(home.end, here.end) : lines_.units[unit + 1].begin);
}

void OutlineReader::decide_units(const std::vector<Zone>& zones) {
  std::vector<Zone> sorted(zones);
  // Outer zones first, so that the last one that holds a unit is the innermost.
  std::sort(sorted.begin(), sorted.end(), [](const Zone& a, const Zone& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  std::vector<const Zone*> open;
  std::size_t next = 0;
  for (std::size_t index = 0; index < spans_.size(); ++index) {
    OutlineUnit unit;
    unit.span = spans_[index];
    const std::size_t home = lines_.units[index].line;
    unit.role = has_border(index) ? UnitRole::Cell : facts(home).role;
    while (next < sorted.size() && sorted[next].span.start <= unit.span.start) {
      while (!open.empty() && open.back()->span.end <= sorted[next].span.start) open.pop_back();
      open.push_back(&sorted[next++]);
    }
    while (!open.empty() && open.back()->span.end <= unit.span.start) open.pop_back();
    if (!open.empty()) unit.role = role_of(open.back()->kind);
    found_.push_back(unit);
  }
}

/// A source that stands in the middle of a line, and the name of the picture before it.
void OutlineReader::decide_captions_inside() {
  for (std::size_t index = 0; index < found_.size(); ++index) {
    const UnitLetters& unit = lines_.units[index];
    if (found_[index].role != UnitRole::Prose || line(unit.line).unit_count == 1) continue;
    const std::u32string words = letters_between(letters_, unit.begin, std::min(unit.end, unit.begin + 10));
    if (!OutlineWords::all().has(Kind::Caption, packed(words))) continue;
    const auto ends = [&](std::size_t which) {
      const UnitLetters& other = lines_.units[which];
      const std::size_t tail = other.end - std::min(other.end - other.begin, std::size_t{24});
      return ending_of(letters_between(letters_, tail, other.end));
    };
    if (!is_sentence(ends(index))) found_[index].role = UnitRole::Caption;
    if (index > 0 && lines_.units[index - 1].line == unit.line && ends(index - 1) == Ending::Open) {
      found_[index - 1].role = UnitRole::Caption;
    }
  }
}

/// Levels, parents and paragraphs.
void OutlineReader::place_units() {
  struct Open {
    std::u32string kind;
    int indent = 0;
    std::size_t unit = 0;
  };
  std::vector<Open> headings;
  std::vector<Open> items;
  std::size_t paragraph = 0;
  std::size_t last_line = kNone;
  bool new_paragraph = false;
  for (std::size_t index = 0; index < found_.size(); ++index) {
    OutlineUnit& unit = found_[index];
    const std::size_t home = lines_.units[index].line;
    const OutlineLine& here = line(home);
    const bool starts_line = home != last_line;
    if (starts_line) {
      new_paragraph = last_line == kNone || facts(home).blank_before || unit.role != found_[index - 1].role ||
                      unit.role != UnitRole::Prose;
      const bool continues_item = unit.role == UnitRole::ListItem && here.marker.empty() && index > 0 &&
                                  found_[index - 1].role == UnitRole::ListItem && !facts(home).blank_before &&
                                  here.indent > 0;
      if (continues_item) new_paragraph = false;
      if (new_paragraph && index > 0) ++paragraph;
    }
    last_line = home;
    unit.paragraph = paragraph;
    if (unit.role == UnitRole::Heading) {
      items.clear();
      std::u32string kind = here.marker;
      if (facts(home).title) kind = U"title";
      const auto same = std::find_if(headings.begin(), headings.end(), [&](const Open& o) { return o.kind == kind; });
      if (same != headings.end()) headings.erase(same, headings.end());
      // A label that a colon ends heads what stands below it, not the section.
      if (kind.empty() && facts(home).ending == Ending::Colon) kind = U":";
      unit.level = static_cast<int>(headings.size()) + 1;
      if (!headings.empty()) unit.parent = headings.back().unit;
      if (headings.size() < 6) headings.push_back({kind, here.indent, index});
      continue;
    }
    if (unit.role == UnitRole::ListItem) {
      if (starts_line && new_paragraph) {
        if (index > 0 && found_[index - 1].role != UnitRole::ListItem &&
            found_[index - 1].role != UnitRole::Furniture) {
          items.clear();
        }
        while (!items.empty() && items.back().indent > here.indent) items.pop_back();
        const auto same = std::find_if(items.begin(), items.end(),
                                       [&](const Open& o) { return o.indent == here.indent && o.kind == here.marker; });
        if (same != items.end()) items.erase(same, items.end());
        unit.level = static_cast<int>(items.size());
        if (!items.empty()) unit.parent = items.back().unit;
        items.push_back({here.marker, here.indent, index});
      } else if (index > 0 && found_[index - 1].role == UnitRole::ListItem) {
        unit.level = found_[index - 1].level;
        unit.parent = found_[index - 1].parent;
      }
    }
    if (!unit.parent && !headings.empty()) unit.parent = headings.back().unit;
  }
}

std::vector<OutlineUnit> OutlineReader::read(const std::vector<Zone>& zones) {
  gather_facts();
  decide_lines();
  decide_units(zones);
  decide_captions_inside();
  place_units();
  name_speakers(letters_, lines_, found_);
  return std::move(found_);
}

}  // namespace

std::vector<OutlineUnit> outline(const Text& text, const std::vector<Span>& units, const std::vector<Zone>& zones) {
  return OutlineReader(text, units).read(zones);
}

}  // namespace mitjul
