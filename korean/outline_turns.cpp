#include "korean/outline_turns.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "korean/outline_words.h"

namespace mitjul {
namespace {

using Kind = OutlineWords::Kind;

constexpr std::size_t kLongestName = 24;

/// What stands before a colon at the start of a unit.
struct Label {
  std::size_t begin = 0;  ///< of letters
  std::size_t end = 0;
  std::u32string name;  ///< without blanks, lower case
  std::u32string shown;
  bool short_form = false;  ///< Q. A. Q1. 문. 답., or a word in brackets that has a line of its own: [사회자]
  bool narrator = false;    ///< the author's own voice goes on: [앵커], [리포트]
  bool one_unit = false;    ///< no more than the unit is said so: [이하늘/시민 : “…”]
};

class TurnReader {
 public:
  TurnReader(const Letters& letters, const OutlineLines& lines, std::vector<OutlineUnit>& outline)
      : letters_(letters), lines_(lines), outline_(outline) {}

  void read();

 private:
  std::optional<Label> label_of(std::size_t unit) const;
  std::optional<Label> short_label(std::size_t begin, std::size_t end) const;
  bool is_speaker(const Label& label, std::size_t unit) const;
  bool ends_as_sentence(std::size_t unit) const;
  /// Whether a Latin name in brackets stands behind the same words somewhere: 존 손힐(John Thornhill)
  bool is_glossed(const Label& label) const;
  void note_gloss(std::size_t begin, std::size_t bracket);

  const Letters& letters_;
  const OutlineLines& lines_;
  std::vector<OutlineUnit>& outline_;
  std::map<std::u32string, std::size_t> counts_;  // of labels that may be speakers
  std::set<std::u32string> glossed_;              // the last one to four words before such brackets, packed
};

std::optional<Label> TurnReader::short_label(std::size_t begin, std::size_t end) const {
  const char32_t open = letters_[begin].c;
  const std::u32string_view opens = U"[<【◀〈";
  const std::u32string_view closes = U"]>】▶〉";
  Label label;
  label.short_form = true;
  if (const std::size_t kind = opens.find(open); kind != opens.npos) {
    std::size_t close = begin + 1;
    while (close < end && close < begin + 12 && letters_[close].c != closes[kind]) ++close;
    if (close >= end || letters_[close].c != closes[kind]) return std::nullopt;
    label.begin = letters_.skip_blanks(begin + 1, close);
    label.end = letters_.trim_blanks(label.begin, close);
  } else {
    if (!is_one_of(open, U"QA문답")) return std::nullopt;
    label.begin = begin;
    label.end = begin + 1;
    while (label.end < end && is_digit(letters_[label.end].c)) ++label.end;
    if (label.end >= end || !is_one_of(letters_[label.end].c, U".:)：") || label.end - begin > 4) return std::nullopt;
    label.shown = letters_between(letters_, label.begin, label.end);
    label.name = std::u32string(1, open == U'Q' ? U'q' : open == U'A' ? U'a' : open);
    return label;
  }
  label.shown = letters_between(letters_, label.begin, label.end);
  label.name = packed(label.shown);
  label.narrator = OutlineWords::all().has(Kind::Narrator, label.name);
  if (!label.narrator && !OutlineWords::all().has(Kind::Speaker, label.name)) return std::nullopt;
  return label;
}

std::optional<Label> TurnReader::label_of(std::size_t unit) const {
  const UnitLetters& here = lines_.units[unit];
  if (auto label = short_label(here.begin, here.end)) return label;
  Label label;
  label.begin = here.begin;
  if (is_one_of(letters_[label.begin].c, U"[【")) {  // [이하늘/시민 : “…”]
    ++label.begin;
    label.one_unit = true;
  }
  std::size_t at = label.begin;
  std::size_t name_end = 0;
  std::size_t words = 1;
  for (; at < here.end && at < label.begin + kLongestName; ++at) {
    const char32_t c = letters_[at].c;
    if (is_one_of(c, U":：")) break;
    if (name_end == 0 && is_one_of(c, U"/(（")) name_end = at;
    if (letters_.blank(at)) ++words;
    const bool fits = is_alphanumeric(c) || letters_.blank(at) || is_one_of(c, U"·()（）/-.&");
    if (!fits || words > 4) return std::nullopt;
  }
  if (at >= here.end || !is_one_of(letters_[at].c, U":：") || at == label.begin) return std::nullopt;
  if (at + 1 < here.end && is_digit(letters_[at + 1].c)) return std::nullopt;  // 오전 9:30
  label.end = letters_.trim_blanks(label.begin, name_end == 0 ? at : name_end);
  label.shown = letters_between(letters_, label.begin, label.end);
  label.name = packed(label.shown);
  if (label.name.empty()) return std::nullopt;
  label.narrator = OutlineWords::all().has(Kind::Narrator, label.name);
  return label;
}

bool TurnReader::ends_as_sentence(std::size_t unit) const {
  const UnitLetters& here = lines_.units[unit];
  std::size_t end = here.end;
  while (end > here.begin && (is_one_of(letters_[end - 1].c, U".?!”\"’') ]…") || letters_.blank(end - 1))) --end;
  return end > here.begin && is_one_of(letters_[end - 1].c, U"다요죠까가니");
}

bool TurnReader::is_glossed(const Label& label) const {
  return label.name.size() >= 2 && glossed_.count(label.name) != 0;
}

void TurnReader::note_gloss(std::size_t begin, std::size_t bracket) {
  std::size_t words = 0;
  for (std::size_t at = bracket; at-- > begin && bracket - at <= kLongestName && words < 4;) {
    if (at > begin && !letters_.blank(at - 1)) continue;
    ++words;
    glossed_.insert(packed(letters_between(letters_, at, bracket)));
  }
}

bool TurnReader::is_speaker(const Label& label, std::size_t unit) const {
  const OutlineWords& words = OutlineWords::all();
  if (label.short_form || label.narrator || words.has(Kind::Speaker, label.name)) return true;
  if (label.one_unit) return true;
  if (words.has(Kind::Label, label.name) || words.has(Kind::Caption, label.name + U':')) return false;
  if (!ends_as_sentence(unit)) return false;
  if (is_glossed(label)) return true;
  if (label.name.size() >= 3 && words.has(Kind::Person, label.name)) return true;
  const auto count = counts_.find(label.name);
  return count != counts_.end() && count->second >= 2;
}

void TurnReader::read() {
  std::vector<std::optional<Label>> labels(outline_.size());
  for (std::size_t unit = 0; unit < outline_.size(); ++unit) {
    const UnitRole role = outline_[unit].role;
    if (role == UnitRole::Cell || role == UnitRole::Caption) continue;
    labels[unit] = label_of(unit);
    // The brackets of a gloss; only there a name is looked for.
    const UnitLetters& here = lines_.units[unit];
    for (std::size_t at = here.begin + 2; at + 1 < here.end; ++at) {
      if (letters_[at].c == U'(' && is_latin_capital(letters_[at + 1].c)) note_gloss(here.begin, at);
    }
    if (labels[unit] && !labels[unit]->short_form && ends_as_sentence(unit)) ++counts_[labels[unit]->name];
  }
  std::vector<bool> starts(outline_.size());
  std::size_t last_turn = 0;
  for (std::size_t unit = 0; unit < outline_.size(); ++unit) {
    starts[unit] = labels[unit] && is_speaker(*labels[unit], unit);
    if (starts[unit]) last_turn = unit;
  }
  std::optional<Span> speaker;
  for (std::size_t unit = 0; unit < outline_.size(); ++unit) {
    const UnitRole role = outline_[unit].role;
    if (starts[unit]) {
      speaker.reset();
      if (!labels[unit]->narrator) speaker = letters_.span(labels[unit]->begin, labels[unit]->end);
      if (role == UnitRole::Heading && !labels[unit]->short_form) outline_[unit].role = UnitRole::Prose;
    } else if (role == UnitRole::Heading && unit > last_turn) {
      speaker.reset();  // behind the last turn the author goes on
    }
    const bool part = role == UnitRole::Prose || role == UnitRole::ListItem || starts[unit];
    if (part) outline_[unit].speaker = speaker;
    if (starts[unit] && labels[unit]->one_unit) speaker.reset();
  }
}

}  // namespace

void name_speakers(const Letters& letters, const OutlineLines& lines, std::vector<OutlineUnit>& outline) {
  TurnReader(letters, lines, outline).read();
}

}  // namespace mitjul
