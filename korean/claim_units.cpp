#include "korean/claim_units.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/utf8.h"
#include "korean/claim_ellipsis.h"
#include "korean/claim_sentence.h"
#include "korean/claim_subjects.h"
#include "korean/word_letters.h"

// The decision table of the claim guideline, in its order; the first rule that fits decides. The words that the rules
// name are groups of korean/tables/claim_phrases.tsv.
//
//   1  place: heading, by-line, caption, furniture, a speaker's name alone                   no
//   2  asks, requests, greets, announces what the text will do                               no
//   3  a cell, or a noun of which nothing is said                                            no
//   4  ends in advice, duty or wish, and nothing is stated beside it                         no
//   5  ends in praise, blame or feeling, and nothing is stated beside it                     no
//   6  opinions or doubts are said to exist, and their content is not said                   no
//   7  reports with the content                                                              yes
//   8  any other sentence                                                                    yes
//   9  … of what may or will be                                                              yes
//  10  no sentence, but says something of a subject in it or above it                        yes
//  11  rules 4 and 5 with a statement beside                                                 yes
//  12  a figure of speech that says nothing to be checked                                    no

namespace mitjul {
namespace {

const PhraseTable& phrases() {
  static const PhraseTable table("claim_phrases");
  return table;
}

/// Letters that must stand before a clause for it to be one: 하지만 at the start joins sentences.
constexpr std::size_t kShortestClause = 4;
/// Letters between a noun for opinions and what is said of it: 반론도 [적지않게]나온다
constexpr std::size_t kLongestAdverbial = 10;
constexpr std::size_t kLongestGreeting = 60;
constexpr std::size_t kLongestLabel = 24;
/// Words that may stand before the topic: 서울의 한 시민단체는
constexpr std::size_t kMostWordsBeforeTopic = 5;
constexpr std::size_t kLongestReply = 5;
constexpr std::size_t kLongestVague = 30;

std::string words_at(const PackedText& text, FoundPhrase found) {
  std::string bytes;
  for (std::size_t at = found.begin; at < found.end; ++at) append_utf8(bytes, text.letters[at]);
  return bytes;
}

struct Verdict {
  bool claim = false;
  int rule = 8;
  double confidence = 0.8;
  std::string words = {};
};

/// Judges one unit that is no heading and the like.
class UnitJudge {
 public:
  /// `label`: what stands before a colon, `words` what behind it, or all.
  UnitJudge(const OutlineUnit& unit, std::string_view label, std::string_view words)
      : unit_(unit), sentence_(read_sentence(words)), labelled_(!label.empty()) {
    labelled_advice_ = labelled_ && phrases().at_start("advice_label", read_sentence(label).clause);
  }

  Verdict judge() const;

 private:
  std::optional<Verdict> no_statement() const;      // rule 2
  std::optional<Verdict> figure_of_speech() const;  // rule 12
  std::optional<Verdict> advice_or_praise() const;  // rules 4, 5, 11
  std::optional<Verdict> debate() const;            // rule 6
  Verdict statement() const;                        // rules 7, 8, 9
  Verdict ellipsis() const;                         // rules 3, 10

  /// Whether another clause before the last one states something.
  FoundPhrase statement_beside(std::size_t last_clause) const;
  bool somebody_else() const;
  bool has_topic() const;
  /// The first letters of the clause.
  PackedText head(std::size_t letters) const;

  const PackedText& clause() const { return sentence_.clause; }
  FoundPhrase ends(std::string_view group) const { return phrases().at_end(group, clause()); }
  FoundPhrase holds(std::string_view group) const { return phrases().inside(group, clause()); }
  Verdict no(int rule, double confidence, FoundPhrase found) const {
    return {false, rule, confidence, words_at(clause(), found)};
  }
  Verdict yes(int rule, double confidence, FoundPhrase found) const {
    return {true, rule, confidence, words_at(clause(), found)};
  }

  const OutlineUnit& unit_;
  ClaimSentence sentence_;
  bool labelled_ = false;
  bool labelled_advice_ = false;
};

/// Whether the subject is named and not who speaks. A company's people say 우리 and 저희 of its plans.
bool UnitJudge::somebody_else() const {
  const bool turn = unit_.speaker && unit_.speaker->length() > 2;
  for (const std::u32string& subject : subjects_of(clause())) {
    const bool we = subject == U"우리" || subject == U"저희";
    const bool self = we ? !turn
                         : subject == U"나" || subject == U"저" || subject == U"내" || subject == U"제" ||
                               subject == U"오늘" || subject == U"이번" || subject == U"다음" || subject == U"여기";
    if (!self) return true;
  }
  return false;
}

/// Whether one of the first words is a topic other than who speaks: 시민단체는 …
bool UnitJudge::has_topic() const {
  const auto words = words_of(clause());
  for (std::size_t at = 0; at < std::min(words.size(), kMostWordsBeforeTopic); ++at) {
    const std::u32string_view word = words[at];
    if (is_subject(word) && (word.back() == U'은' || word.back() == U'는')) return word != U"나는" && word != U"저는";
  }
  return false;
}

std::optional<Verdict> UnitJudge::no_statement() const {
  if (sentence_.style == ClauseStyle::Question) return no(2, 0.95, {});
  if (const auto found = ends("ask")) return no(2, 0.9, found);
  if (const auto found = ends("request")) {
    if (const auto beside = statement_beside(found.begin)) return yes(11, 0.6, beside);
    return no(2, 0.9, found);
  }
  if (clause().letters.size() <= kLongestGreeting) {
    if (const auto found = phrases().at_start("greet", clause())) return no(2, 0.9, found);
    if (const auto found = ends("greet")) return no(2, 0.85, found);
  }
  if (clause().letters.size() <= kLongestReply) {
    if (const auto found = ends("reply")) return no(2, 0.8, found);
  }
  if (const auto found = ends("announce")) return no(2, 0.8, found);
  if (const auto found = phrases().at_start("text_opens", clause())) return no(2, 0.8, found);
  if (const auto found = ends("will"); found && !ends("duty") && !somebody_else()) return no(2, 0.7, found);
  if (const auto self = holds("text_itself"); self && ends("announce_verb")) return no(2, 0.8, self);
  return std::nullopt;
}

std::optional<Verdict> UnitJudge::figure_of_speech() const {
  if (clause().letters.size() <= kLongestVague) {
    if (const auto found = ends("vague")) return no(12, 0.7, found);
  }
  if (const auto found = holds("stock"); found && !statement_beside(found.begin)) return no(12, 0.7, found);
  return std::nullopt;
}

PackedText UnitJudge::head(std::size_t letters) const {
  PackedText part;
  for (std::size_t at = 0; at < letters; ++at) part.add(clause().letters[at], clause().begins[at]);
  return part;
}

FoundPhrase UnitJudge::statement_beside(std::size_t last_clause) const {
  const auto found = phrases().inside("beside", clause(), kShortestClause);
  return found.end <= last_clause ? found : FoundPhrase{};
}

std::optional<Verdict> UnitJudge::advice_or_praise() const {
  if (const auto found = ends("urge"); found && !ends("forecast")) {
    if (has_topic()) return yes(7, 0.75, found);
    if (const auto beside = statement_beside(found.begin)) return yes(11, 0.6, beside);
    return no(4, 0.75, found);
  }
  for (const auto& [group, rule] : {std::pair<std::string_view, int>{"duty", 4}, {"praise", 5}}) {
    const auto found = ends(group);
    // A figure can be checked whatever is felt of it: 응답자 80 %가 만족했다.
    if (!found || ends("forecast") || (rule == 5 && has_figure(clause().letters))) continue;
    if (const auto beside = statement_beside(found.begin)) return yes(11, 0.6, beside);
    return no(rule, 0.8, found);
  }
  if (const auto noun = ends("empty_noun")) {
    const PackedText before = head(noun.begin);
    if (phrases().at_end("feeling", before) && !statement_beside(noun.begin)) return no(5, 0.75, noun);
  }
  return std::nullopt;
}

std::optional<Verdict> UnitJudge::debate() const {
  if (const auto found = ends("debate")) return no(6, 0.8, found);
  const auto said = ends("debate_end");
  if (!said) return std::nullopt;
  const std::size_t from = said.begin - std::min(said.begin, kLongestAdverbial);
  FoundPhrase noun;
  for (FoundPhrase next = phrases().inside("debate_noun", clause(), from); next && next.end <= said.begin;
       next = phrases().inside("debate_noun", clause(), next.end)) {
    noun = next;
  }
  if (!noun) return std::nullopt;
  if (phrases().at_end("content", head(noun.begin))) return std::nullopt;
  if (const auto beside = statement_beside(noun.begin); beside && !phrases().inside("debate_noun", head(beside.begin)))
    return std::nullopt;
  return no(6, 0.75, {noun.begin, said.end});
}

Verdict UnitJudge::statement() const {
  if (const auto found = holds("report")) return yes(7, 0.9, found);
  return yes(8, 0.85, {});
}

Verdict UnitJudge::ellipsis() const {
  const bool listed = unit_.role == UnitRole::ListItem;
  if (labelled_advice_) return no(4, 0.6, {});
  const Ellipsis read = read_ellipsis(clause(), sentence_.full_stop, listed, labelled_);
  if (!read.says_something) return {false, 3, 0.7, {}};
  if (const auto found = holds("report")) return yes(7, 0.85, found);
  return {true, 10, read.weak ? 0.55 : 0.8, read.words};
}

Verdict UnitJudge::judge() const {
  if (clause().letters.empty()) return {false, 1, 0.9, {}};
  if (const auto found = holds("notice")) return no(1, 0.8, found);
  if (names_only_a_person(clause())) return no(1, 0.75, {});
  if (const auto verdict = no_statement()) return *verdict;
  if (const auto verdict = figure_of_speech()) return *verdict;
  if (const auto verdict = advice_or_praise()) return *verdict;
  if (const auto verdict = debate()) return *verdict;
  return sentence_.style == ClauseStyle::Noun ? ellipsis() : statement();
}

/// Where what a unit says begins, behind the name of who speaks or a label and a colon.
struct Opening {
  TextPos start;
  bool labelled = false;
};

Opening opening_of(const Text& text, const OutlineUnit& unit) {
  Opening opening{unit.span.start, false};
  const bool speaks = unit.speaker && unit.span.contains(*unit.speaker);
  const std::string_view bytes = text.slice(unit.span);
  // (지원 대상) 만 19세 이상
  for (const auto& [open, close] : {std::pair<char, char>{'(', ')'}, {'[', ']'}, {'<', '>'}}) {
    const std::size_t end = bytes.find(close);
    if (speaks || bytes.empty() || bytes.front() != open || end == bytes.npos || end + 2 >= bytes.size()) continue;
    const std::size_t label = composed_letters(bytes.substr(0, end + 1)).size();
    if (label <= kLongestLabel && bytes[end + 1] == ' ') {
      return {text.from_byte(text.to_byte(unit.span.start) + static_cast<std::uint32_t>(end + 1)), true};
    }
  }
  std::size_t letters = 0;
  std::size_t words = 1;
  for (std::size_t byte = 0; byte < bytes.size();) {
    const char32_t c = next_code_point(bytes, byte);
    ++letters;
    if (speaks && letters <= unit.speaker->end - unit.span.start) continue;
    if (c == U' ') ++words;
    const bool colon = c == U':' || c == U'：' || (speaks && (c == U'.' || c == U']' || c == U')'));
    if (colon && byte < bytes.size()) {
      const bool blank = bytes[byte] == ' ' || speaks;
      if (blank) opening = {unit.span.start + static_cast<std::uint32_t>(letters), !speaks};
      return opening;
    }
    const bool sign = c == U'.' || c == U'“' || c == U'"' || c == U'?' || c == U',';
    if (letters > kLongestLabel + (speaks ? 20 : 0) || (!speaks && (words > 5 || sign))) return opening;
  }
  return opening;
}

bool looks_ahead(std::string_view heading) {
  for (const std::string_view word : {"전망", "미래", "예측", "시나리오"}) {
    if (heading.find(word) != heading.npos) return true;
  }
  return false;
}

bool is_judged(const OutlineUnit& unit) { return unit.role == UnitRole::Prose || unit.role == UnitRole::ListItem; }

ClaimJudgement judge_unit(const Text& text, const std::vector<OutlineUnit>& outline, std::size_t index) {
  const OutlineUnit& unit = outline[index];
  ClaimJudgement judgement;
  if (!is_judged(unit)) {
    judgement.rule = unit.role == UnitRole::Cell ? 3 : 1;
    judgement.confidence = 0.85;
    return judgement;
  }
  const Opening opening = opening_of(text, unit);
  const std::string_view label = opening.labelled ? text.slice({unit.span.start, opening.start}) : std::string_view();
  const Verdict verdict = UnitJudge(unit, label, text.slice({opening.start, unit.span.end})).judge();
  judgement.claim = verdict.claim;
  judgement.rule = verdict.rule;
  judgement.words = verdict.words;
  judgement.confidence = verdict.confidence;
  if (!verdict.claim) return judgement;
  judgement.type = claim_type(text, unit.span);
  // Below a heading that looks ahead a bullet without tense does so too.
  const bool ahead = verdict.rule == 10 && unit.parent && outline[*unit.parent].role == UnitRole::Heading &&
                     looks_ahead(text.slice(outline[*unit.parent].span));
  if (ahead && judgement.type != ClaimType::Causal) judgement.type = ClaimType::Prediction;
  if (verdict.rule == 8 && judgement.type == ClaimType::Prediction) judgement.rule = 9;
  return judgement;
}

}  // namespace

std::vector<ClaimJudgement> judge_claims(const Text& text, const std::vector<OutlineUnit>& outline) {
  std::vector<ClaimJudgement> judgements;
  judgements.reserve(outline.size());
  for (std::size_t index = 0; index < outline.size(); ++index) judgements.push_back(judge_unit(text, outline, index));
  return judgements;
}

}  // namespace mitjul
