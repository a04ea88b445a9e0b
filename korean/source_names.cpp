#include "korean/source_names.h"

#include <algorithm>

#include "korean/word_letters.h"
#include "korean/word_lists.h"
#include "korean/word_run.h"

namespace mitjul {
namespace {

// No name with all that belongs to it has more words: 김민수 한국과학기술원 인공지능대학원 교수.
constexpr std::size_t kLongestPhrase = 7;
// A document and who made it: 한국은행이 지난 3일 낸 보고서.
constexpr std::size_t kFarthestMaker = 7;

using Parts = std::vector<SentencePart>;

bool is_hangul_word(std::u32string_view letters) {
  return !letters.empty() && std::all_of(letters.begin(), letters.end(), is_syllable);
}
bool begins_with_digit(std::u32string_view letters) {
  return !letters.empty() && letter_kind(letters.front()) == LetterKind::Digit;
}
bool has_latin(std::u32string_view letters) {
  return std::any_of(letters.begin(), letters.end(), [](char32_t c) { return letter_kind(c) == LetterKind::Foreign; });
}

/// Words behind a name that are no part of it and take its particle: 엔비디아 측은, 삼성 등은.
bool is_tail(std::u32string_view word) { return SourceLists::all().is(SourceLists::Use::Tail, word); }

/// Forms of address that stand right behind a name.
bool is_address(std::u32string_view word) { return SourceLists::all().is(SourceLists::Use::Address, word); }

/// How much a word looks like a Korean name: 3 김민수, 2 with the surname alone, 1 of two or four syllables, 0 not,
/// -1 something else for sure.
int korean_name(std::u32string_view word) {
  const SourceLists& lists = SourceLists::all();
  const WordLists& words = WordLists::all();
  if (!is_hangul_word(word) || lists.modifiers.contains(word) || lists.places.contains(word) || lists.is_title(word) ||
      lists.is_body(word) || lists.noun_of(word) != nullptr) {
    return -1;
  }
  if (word.size() < 2 || word.size() > 4) return 0;
  const bool surname = words.surnames.contains(word.substr(0, 1));
  if (word.size() == 3) {
    if (!surname) return 1;
    const bool given = words.first_name_syllables.contains(word.substr(1, 1)) &&
                       words.second_name_syllables.contains(word.substr(2, 1));
    return given ? 3 : 2;
  }
  return surname ? 1 : 0;
}

/// A noun phrase, read from its last word to its first.
class Phrase {
 public:
  Phrase(const Text& text, const Parts& parts, std::size_t head) : text_(text), parts_(parts), last_(head) {}

  std::optional<SourceName> name() {
    while (last_ > 0 && parts_[last_].is_word() && is_tail(parts_[last_].noun()) && nominal(last_ - 1)) --last_;
    const SentencePart& head = parts_[last_];
    if (head.is_word() && begins_with_digit(head.letters)) return of_share();
    if (head.kind == SentencePart::Kind::Title) return of_title();
    if (!head.is_word() || head.noun().empty() || describes(head.noun())) return std::nullopt;
    if (const auto pronoun = of_pronoun()) return pronoun;
    if (lists_.modifiers.contains(head.noun()) || lists_.continuing_words.contains(head.letters) ||
        WordLists::all().function_words.contains(head.noun())) {
      return std::nullopt;
    }
    if (head.noun().size() == 1 && !is_single(head.noun()) && head.gloss.empty() && !head.person &&
        !behind_given_name()) {
      return std::nullopt;
    }
    if (is_one_letter(head.noun())) return std::nullopt;
    find_first();
    if (lists_.is_title(head.noun()) && !(first_ == last_ && is_plural(head.noun()))) return of_titled_person();
    if (const auto title = last_title()) return of_words_behind(*title);
    if (const auto* noun = lists_.noun_of(head.noun())) return of_noun(*noun);
    if (first_ < last_ || behind_genitive()) {
      const auto [report, length] = lists_.report_noun_of(head.noun());
      if (report != nullptr && length == head.noun().size()) return of_report_noun();
    }
    return of_plain_name();
  }

 private:
  /// A. in questions and answers
  static bool is_one_letter(std::u32string_view word) { return word.size() == 1 && has_latin(word); }
  static bool is_plural(std::u32string_view word) { return word.size() > 1 && word.back() == U'들'; }
  std::u32string_view word(std::size_t i) const { return parts_[i].is_word() ? parts_[i].noun() : U""; }

  /// Whether a part can stand in the phrase before its head.
  bool nominal(std::size_t i) const {
    const SentencePart& part = parts_[i];
    if (part.kind == SentencePart::Kind::Title) return part.particle.empty();
    if (!part.is_word() || begins_with_digit(part.letters)) return false;
    if (!part.particle.empty() && !is_in_name(i)) return false;
    if (part.letters.size() == 1 && !is_single(part.letters) && !WordLists::all().surnames.contains(part.letters) &&
        !lists_.modifiers.contains(part.letters) && !lists_.foreign_given_names.contains(part.letters)) {
      return false;
    }
    return !describes(part.letters) && !WordLists::all().function_words.contains(part.letters);
  }
  /// 연방준비제도 의장: before a title, what looks like a weak particle is the end of a name.
  bool is_in_name(std::size_t i) const {
    const SentencePart& part = parts_[i];
    static constexpr std::u32string_view kWeak = U"도로만나";
    return part.particle.size() == 1 && kWeak.find(part.particle[0]) != kWeak.npos && part.stem >= 3 && i < last_ &&
           lists_.titles.contains(word(i + 1));
  }
  void find_first() {
    first_ = last_;
    while (first_ > 0 && last_ - first_ + 1 < kLongestPhrase && nominal(first_ - 1)) --first_;
    while (first_ < last_ && lists_.modifiers.contains(word(first_))) ++first_;
  }
  /// The words of one syllable that can be a source: 시, 씨, 미.
  bool is_single(std::u32string_view word) const {
    return lists_.nouns.contains(std::u32string(word)) || is_address(word) || lists_.places.contains(word);
  }
  bool behind_given_name() const {
    return last_ > 0 && parts_[last_ - 1].is_word() && lists_.foreign_given_names.contains(parts_[last_ - 1].letters);
  }
  /// The part with 의 before the phrase; words that only describe (최신, 2025년) may stand between.
  std::optional<std::size_t> genitive() const {
    std::size_t i = first_;
    while (i > 0 && parts_[i - 1].is_word() && parts_[i - 1].particle.empty() &&
           (lists_.modifiers.contains(parts_[i - 1].letters) || begins_with_digit(parts_[i - 1].letters))) {
      --i;
    }
    if (i == 0 || parts_[i - 1].particle != U"의") return std::nullopt;
    return i - 1;
  }
  bool behind_genitive() const { return genitive().has_value(); }

  /// 응답자의 62%는, 주민 3명은: the persons.
  std::optional<SourceName> of_share() const {
    if (last_ == 0 || parts_[last_ - 1].particle != U"의") return std::nullopt;
    auto name = source_name(text_, parts_, last_ - 1);
    if (!name || name->kind != SourceKind::People) return std::nullopt;
    name->last = last_;
    return name;
  }

  Span from(std::size_t a, std::size_t b) const { return {parts_[a].core.start, parts_[b].core.end}; }

  SourceName made(Span span, SourceKind kind) const {
    SourceName name;
    name.span = span;
    name.kind = kind;
    name.first = first_;
    name.last = last_;
    return name;
  }
  static void add(SourceName& name, Span other) {
    if (other.empty() || other == name.span) return;
    if (std::find(name.others.begin(), name.others.end(), other) == name.others.end()) name.others.push_back(other);
  }

  SourceName of_title() {
    first_ = last_;
    SourceName name = made(parts_[last_].core, kind_of_title());
    add(name, parts_[last_].span);
    if (const auto owner = genitive()) add_owner(name, *owner);
    return name;
  }

  /// 《 》 hold documents, ‘ ’ anything: a name, where no document is meant.
  SourceKind kind_of_title() const {
    const char32_t open = text_.at(parts_[last_].span.start);
    if (open != U'‘' && open != U'\'') return SourceKind::Document;
    for (TextPos at = parts_[last_].core.start; at < parts_[last_].core.end;) {
      const Span here = word_at(text_, at);
      if (!here.empty() && here.start >= at) {
        const auto* noun = lists_.noun_of(read_word(text_, here).letters);
        if (noun != nullptr && noun->kind == SourceKind::Document) return SourceKind::Document;
      }
      at = std::max(here.end, at + 1);
    }
    return last_ > 0 && parts_[last_ - 1].is_word() && lists_.noun_of(word(last_ - 1)) != nullptr ? SourceKind::Body
                                                                                                  : SourceKind::Unknown;
  }

  /// With a word before it, a pronoun that is a noun is a noun like others: 삼성전자 연구팀, 최근 낸 보고서.
  bool belongs_to_another() const {
    if (genitive()) return true;
    if (last_ == 0 || !parts_[last_ - 1].is_word()) return false;
    const std::u32string& before = parts_[last_ - 1].letters;
    return describes(before) || (nominal(last_ - 1) && !lists_.modifiers.contains(before));
  }

  std::optional<SourceName> of_pronoun() {
    const std::u32string own(word(last_));
    const std::u32string two = last_ > 0 ? parts_[last_ - 1].letters + U" " + own : own;
    auto found = lists_.pronouns.find(two);
    first_ = last_ - (found != lists_.pronouns.end() && last_ > 0 ? 1 : 0);
    if (found == lists_.pronouns.end()) {
      if (lists_.noun_of(own) != nullptr && belongs_to_another()) return std::nullopt;
      found = lists_.pronouns.find(own);
    }
    if (found == lists_.pronouns.end()) return of_demonstrative();
    SourceName name = made(from(first_, last_), SourceKind::Unknown);
    name.pronoun = found->second;
    name.pronoun_names = first_ < last_ || lists_.noun_of(own) != nullptr;
    if (own == U"사람") name.pronoun_names = false;
    if (first_ < last_) {
      // 이 회사: the noun alone, too.
      name.span = from(last_, last_);
      add(name, from(first_, last_));
    }
    if (const auto* noun = lists_.noun_of(own)) name.kind = noun->kind;
    if (!name.pronoun_names && name.pronoun == SourceLists::Antecedent::Person) name.kind = SourceKind::Person;
    if (!name.pronoun_names && name.pronoun == SourceLists::Antecedent::People) name.kind = SourceKind::People;
    return name;
  }

  /// 이 증권사, 같은 협회, 이 변호사: any noun that can be a source, behind a word that points back.
  std::optional<SourceName> of_demonstrative() {
    if (last_ == 0 || !parts_[last_ - 1].is_word() || !parts_[last_ - 1].particle.empty()) return std::nullopt;
    if (!lists_.is(SourceLists::Use::Demonstrative, parts_[last_ - 1].letters)) return std::nullopt;
    using Antecedent = SourceLists::Antecedent;
    const std::u32string_view own = word(last_);
    const auto* const noun = lists_.noun_of(own);
    SourceKind kind = SourceKind::Unknown;
    if (lists_.is_title(own) && !is_plural(own)) {
      kind = SourceKind::Person;
    } else if (noun != nullptr) {
      kind = noun->kind;
    } else if (lists_.is_body(own)) {
      kind = SourceKind::Body;
    } else {
      return std::nullopt;
    }
    first_ = last_ - 1;
    SourceName name = made(from(last_, last_), kind);
    add(name, from(first_, last_));
    name.pronoun = kind == SourceKind::Body       ? Antecedent::Body
                   : kind == SourceKind::Document ? Antecedent::Document
                   : kind == SourceKind::People   ? Antecedent::People
                                                  : Antecedent::Person;
    name.pronoun_names = true;
    return name;
  }

  /// 김민수 대표, 샘 올트먼 오픈AI 최고경영자, 삼성전자 김민수 대표
  std::optional<SourceName> of_titled_person() {
    std::size_t end = last_;  // the first of the titles at the end
    while (end > first_ && (lists_.is_title(word(end - 1)) || lists_.modifiers.contains(word(end - 1)))) --end;
    // 업계 전문가들: of several, nobody is named.
    if (end == first_ || is_plural(word(last_))) {
      SourceName name = made(from(last_, last_), SourceKind::People);
      add(name, from(first_, last_));
      return name;
    }
    SourceName name = made(name_before(end), SourceKind::Person);
    add(name, from(end - 1, end - 1));
    add(name, {name.span.start, parts_[last_].core.end});
    add(name, from(first_, last_));
    return name;
  }

  /// The name among the words from the first to the title.
  Span name_before(std::size_t end) const {
    if (is_address(word(last_))) return from(end - 1 - foreign_words_before(end - 1), end - 1);
    for (std::size_t i = first_; i < end; ++i) {
      if (const auto words = words_of_gloss(i)) return from(i + 1 - *words, i);
    }
    const int at_start = korean_name(word(first_));
    const int at_end = korean_name(word(end - 1));
    if (at_start >= 2 && at_start >= at_end) return from(first_, first_);
    if (at_end >= 2) return from(end - 1, end - 1);
    if (word(end - 1).size() == 1 && WordLists::all().surnames.contains(word(end - 1))) return from(end - 1, end - 1);
    return foreign_name(end);
  }

  /// Of a foreign name how many words stand before its last one, as far as the list of given names tells.
  std::size_t foreign_words_before(std::size_t last) const {
    return last > first_ && lists_.foreign_given_names.contains(word(last - 1)) ? 1 : 0;
  }

  /// Of a part with a name in Latin letters behind it (리헤인(Chris Lehane)), how many words its name has.
  std::optional<std::size_t> words_of_gloss(std::size_t i) const {
    const std::vector<Span>& gloss = parts_[i].gloss;
    if (gloss.size() < 2 || gloss.size() > 4 || !is_hangul_word(word(i))) return std::nullopt;
    for (const Span& one : gloss) {
      const std::string_view latin = text_.slice(one);
      if (latin.empty() || latin[0] < 'A' || latin[0] > 'Z') return std::nullopt;
    }
    std::size_t words = 1;
    while (words < gloss.size() && i >= first_ + words && is_hangul_word(word(i - words))) ++words;
    return words;
  }

  bool no_name_word(std::size_t i) const {
    const std::u32string_view letters = word(i);
    return !is_hangul_word(letters) || lists_.places.contains(letters) || lists_.modifiers.contains(letters) ||
           lists_.is_body(letters) || lists_.is_title(letters) || lists_.noun_of(letters) != nullptr;
  }

  /// 도널드 트럼프 미국 대통령, OpenAI 크리스 리헤인 부사장
  Span foreign_name(std::size_t end) const {
    for (std::size_t i = first_; i + 1 < end; ++i) {
      if (lists_.foreign_given_names.contains(word(i)) && !no_name_word(i + 1)) return from(i, i + 1);
    }
    std::size_t a = first_;
    while (a < end && no_name_word(a)) ++a;
    if (a == end) return from(end - 1, end - 1);
    std::size_t b = a;
    while (b + 1 < end && !no_name_word(b + 1)) ++b;
    // 이름 회사 직함: the name of a person has one word or two.
    if (b - a >= 2) b = a + 1;
    return from(a, b);
  }

  /// The last title before the head: 구글 전 CEO 에릭 슈미트.
  std::optional<std::size_t> last_title() const {
    for (std::size_t i = last_; i > first_; --i) {
      const std::u32string_view letters = word(i - 1);
      if (lists_.titles.contains(letters) || (letters.size() > 2 && lists_.is_title(letters))) return i - 1;
    }
    return std::nullopt;
  }
  std::optional<SourceName> of_words_behind(std::size_t title) {
    const SourceLists::Noun* noun = lists_.noun_of(word(last_));
    if (noun != nullptr) return of_noun(*noun);
    std::size_t begin = std::max(title + 1, last_ >= 1 ? last_ - 1 : 0);
    if (const auto words = words_of_gloss(last_)) begin = last_ + 1 - *words;
    SourceName name = made(from(std::max(begin, title + 1), last_), SourceKind::Person);
    const int korean = korean_name(word(last_));
    // 연구자 잉그리드 하우겐: 하우겐 could be a Korean name, but not behind another word that can be one.
    const bool whole = words_of_gloss(last_) || (korean == 2 && title + 1 < last_ && !no_name_word(last_ - 1));
    if (korean >= 2 && !whole) name.span = from(last_, last_);
    add(name, from(last_, last_));
    add(name, from(title, last_));
    return name;
  }

  std::optional<SourceName> of_noun(const SourceLists::Noun& noun) {
    SourceName name = made(from(last_, last_), noun.kind);
    if (noun.kind == SourceKind::Document) return of_document();
    std::size_t begin = last_;
    if (noun.owner) begin = first_;
    name.span = from(begin, last_);
    add_abbreviation(name);
    for (std::size_t i = last_; i > first_; --i) add(name, from(i - 1, last_));
    add(name, from(last_, last_));
    if (first_ < last_) add(name, from(first_, last_ - 1));
    if (const auto owner = genitive()) add_owner(name, *owner);
    return name;
  }

  /// A document is named by what stands before it, or by who made it.
  SourceName of_document() {
    SourceName name = made(from(first_, last_), SourceKind::Document);
    const bool bare = first_ == last_;
    if (bare && behind_genitive()) {
      lead_with_owner(name, *genitive());
    } else if (bare) {
      if (const auto maker = maker_before(first_)) lead_with_owner(name, *maker);
    } else {
      if (const auto owner = genitive()) add_owner(name, *owner);
      // 노을군 보고서: the body is the source as well.
      if (const auto owner = source_name(text_, parts_, last_ - 1)) add(name, owner->span);
      add(name, from(first_, last_ - 1));
    }
    for (std::size_t i = first_ + 1; i <= last_; ++i) add(name, from(i, last_));
    return name;
  }

  /// The subject of the verb that describes the document: 한국은행이 낸 보고서.
  std::optional<std::size_t> maker_before(std::size_t first) const {
    std::size_t i = first;
    while (i > 0 && (lists_.modifiers.contains(word(i - 1)) || begins_with_digit(word(i - 1)))) --i;
    if (i == 0 || !parts_[i - 1].is_word() || !describes(parts_[i - 1].letters)) return std::nullopt;
    for (std::size_t steps = 0; i > 0 && steps < kFarthestMaker; --i, ++steps) {
      const SentencePart& part = parts_[i - 1];
      if (part.kind == SentencePart::Kind::Mark) return std::nullopt;
      if (part.particle == U"이" || part.particle == U"가" || part.particle == U"에서") return i - 1;
    }
    return std::nullopt;
  }
  void lead_with_owner(SourceName& name, std::size_t owner) const {
    const auto found = source_name(text_, parts_, owner);
    if (!found || found->kind == SourceKind::Document) return;
    std::vector<Span> others = found->others;
    others.insert(others.begin(), name.span);
    others.insert(others.end(), name.others.begin(), name.others.end());
    name.span = found->span;
    name.kind = found->kind;
    name.pronoun = found->pronoun;
    name.others = std::move(others);
    name.first = found->first;
  }
  void add_owner(SourceName& name, std::size_t owner) const {
    const auto found = source_name(text_, parts_, owner);
    if (found) add(name, found->span);
  }

  /// 업계 분석, 김 대표의 설명: who gives it.
  std::optional<SourceName> of_report_noun() {
    const std::size_t owner = last_ > first_ ? last_ - 1 : *genitive();
    auto found = source_name(text_, parts_, owner);
    if (!found) return std::nullopt;
    found->last = last_;
    add(*found, from(std::min(first_, last_), last_));
    return found;
  }

  /// 전략국제문제연구소(CSIS): the short form is the nearest name.
  void add_abbreviation(SourceName& name) const {
    if (parts_[last_].gloss.size() != 1) return;
    const Span gloss = parts_[last_].gloss[0];
    const std::string_view letters = text_.slice(gloss);
    const bool capitals = letters.size() >= 2 && letters.size() <= 6 &&
                          std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals) {
      add(name, gloss);
      return;
    }
    const Span whole = name.span;
    name.span = gloss;
    add(name, whole);
  }

  SourceName of_plain_name() {
    const std::u32string_view letters = word(last_);
    SourceKind kind = SourceKind::Unknown;
    std::size_t begin = last_;
    if (parts_[last_].person && first_ == last_) {
      kind = SourceKind::Person;
    } else if (lists_.places.contains(letters)) {
      kind = SourceKind::Place;
    } else if (lists_.is_body(letters)) {
      kind = SourceKind::Body;
      while (begin > first_ && (lists_.places.contains(word(begin - 1)) || lists_.is_body(word(begin - 1)))) --begin;
    } else if (const auto words = words_of_gloss(last_); words && *words > 1) {
      kind = SourceKind::Person;
      begin = last_ + 1 - *words;
    } else if (foreign_words_before(last_) > 0) {
      kind = SourceKind::Person;
      begin = last_ - 1;
    } else if (korean_name(letters) == 3) {
      kind = SourceKind::Person;
    } else if (has_latin(letters) || !parts_[last_].gloss.empty()) {
      kind = SourceKind::Body;
      while (begin > first_ && has_latin(word(begin - 1))) --begin;
    } else if (is_plural(letters)) {
      kind = SourceKind::People;
    }
    SourceName name = made(from(begin, last_), kind);
    add_abbreviation(name);
    add(name, from(last_, last_));
    if (last_ > first_) add(name, from(last_ - 1, last_));
    add(name, from(first_, last_));
    return name;
  }

  const SourceLists& lists_ = SourceLists::all();
  const Text& text_;
  const Parts& parts_;
  std::size_t first_ = 0;
  std::size_t last_;
};

}  // namespace

bool describes(std::u32string_view letters) {
  if (letters.size() < 2)
    return !letters.empty() &&
           std::u32string_view(U"낸쓴한된든본할될큰새옛첫펴온").find(letters[0]) != std::u32string_view::npos;
  const SourceLists& lists = SourceLists::all();
  return lists.describing_ends.ends(letters) && !lists.nouns_like_describing.ends(letters) &&
         !(letters.size() == 3 && letters.back() != U'한' && letters.back() != U'된' && korean_name(letters) == 3);
}

std::optional<SourceName> source_name(const Text& text, const std::vector<SentencePart>& parts, std::size_t head) {
  return Phrase(text, parts, head).name();
}

}  // namespace mitjul
