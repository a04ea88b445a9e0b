#include "korean/quotation_cues.h"

#include <algorithm>
#include <optional>

#include "korean/source_lists.h"
#include "korean/source_names.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

using Parts = std::vector<SentencePart>;
using Kind = QuotationCue::Kind;
using ReportNoun = SourceLists::ReportNoun;
using Use = SourceLists::Use;

// Between what is said and the verb stand who says it, when and to whom.
constexpr std::size_t kFarthestVerb = 7;
constexpr std::size_t kFarthestNoun = 5;
// The last clause of a sentence, where a verb with an object or a plan speaks for the whole.
constexpr std::size_t kLastWords = 3;

constexpr char32_t kFinalRieul = 8;

bool begins_with_one(std::u32string_view letters, std::u32string_view firsts) {
  return !letters.empty() && firsts.find(letters.front()) != std::u32string_view::npos;
}

/// A word that reports: a verb, or a noun with 하다, 되다 or a particle.
struct ReportWord {
  enum class Form { Verb, Active, Passive, Bare, Particle } form = Form::Verb;
  ReportNoun::Kind kind = ReportNoun::Kind::Say;
  bool itself = false;
  bool object = false;
  std::size_t noun = 0;  ///< letters of the noun
};

std::optional<ReportWord> report_word(const SentencePart& part) {
  if (!part.is_word()) return std::nullopt;
  // 생각하면, 보자면: a condition of who writes.
  if (part.letters.size() > 2 && part.letters.back() == U'면' && !ends_with(part.letters, U"으면서"))
    return std::nullopt;
  const SourceLists& lists = SourceLists::all();
  const std::u32string_view letters = part.letters;
  if (const auto [noun, length] = lists.report_noun_of(letters); noun != nullptr) {
    const std::u32string_view rest = letters.substr(length);
    ReportWord word{ReportWord::Form::Bare, noun->kind, noun->itself, noun->object, length};
    if (rest.empty()) return word;
    if (begins_with_one(rest, U"하했한할함해합")) {
      word.form = ReportWord::Form::Active;
      return word;
    }
    if (begins_with_one(rest, U"되됐돼된될됨됩")) {
      word.form = ReportWord::Form::Passive;
      return word;
    }
    if (part.stem == length || begins_with_one(rest, U"이였일임입다을를도은는이가과와에의으로")) {
      word.form = ReportWord::Form::Particle;
      return word;
    }
  }
  if (const auto* verb = lists.report_verb_of(letters)) {
    return ReportWord{ReportWord::Form::Verb, verb->kind, false, verb->object, 0};
  }
  return std::nullopt;
}

bool is_passive_verb(const SentencePart& part) { return SourceLists::all().begins(Use::Passive, part.letters); }

/// The forms of 하다 behind …다고 that report: 했다, 한다, 하며, 하는데.
bool is_light_verb(const SentencePart& part) {
  return part.letters == U"한" || part.letters == U"함" || SourceLists::all().begins(Use::Light, part.letters);
}

class CueFinder {
 public:
  explicit CueFinder(const Parts& parts) : parts_(parts) {
    for (std::size_t i = parts.size(); i > 0 && last_words_.size() < kLastWords; --i) {
      if (parts[i - 1].is_word()) last_words_.push_back(i - 1);
    }
  }

  std::vector<QuotationCue> find() {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (according(i) || outcome(i)) continue;
      if (said(i)) continue;
      if (cleft(i) || decision(i)) continue;
      if (plan(i) || bare_opinion(i)) continue;
      if (finding(i)) continue;
      object(i);
    }
    return std::move(cues_);
  }

 private:
  QuotationCue& add(Kind kind, std::size_t at, std::size_t content) {
    QuotationCue cue;
    cue.kind = kind;
    cue.at = at;
    cue.content = content;
    cue.begin = begin_;
    cue.quoted = parts_[content].kind == SentencePart::Kind::Quotation;
    cue.span = word_span(parts_[at]);
    cues_.push_back(cue);
    begin_ = at + 1;
    return cues_.back();
  }
  /// A noun without its particle, a verb with its ending.
  static Span word_span(const SentencePart& part) {
    const auto word = report_word(part);
    const bool noun = word && (word->form == ReportWord::Form::Particle || word->form == ReportWord::Form::Bare);
    if (!noun) return part.is_word() && part.gloss.empty() ? part.span : part.core;
    return {part.span.start, part.span.start + static_cast<std::uint32_t>(word->noun)};
  }
  bool in_last_words(std::size_t i) const {
    return std::find(last_words_.begin(), last_words_.end(), i) != last_words_.end();
  }
  bool is_last_word(std::size_t i) const { return !last_words_.empty() && last_words_.front() == i; }

  bool according(std::size_t i) {
    if (i == 0 || !parts_[i].is_word()) return false;
    for (const auto& pair : SourceLists::all().according) {
      if (!begins_with(parts_[i].letters, pair.word) || !ends_with(parts_[i - 1].particle, pair.before)) continue;
      add(Kind::According, i, i);
      return true;
    }
    // 표를 보면, 보고서를 보면; 연구팀 분석으로는, 소문으로는
    const SentencePart& before = parts_[i - 1];
    const bool seen = (before.particle == U"을" || before.particle == U"를") &&
                      (parts_[i].letters == U"보면" || begins_with(parts_[i].letters, U"살펴보면"));
    if (seen && is_document(i - 1)) {
      add(Kind::According, i, i);
      return true;
    }
    if ((before.particle == U"으로는" || before.particle == U"로는" || before.particle == U"으론") &&
        is_reported(i - 1)) {
      QuotationCue& cue = add(Kind::According, i, i);
      cue.span = before.core;
      begin_ = i;
      return said(i) || true;
    }
    return false;
  }
  bool is_document(std::size_t i) const {
    const auto* noun = SourceLists::all().noun_of(parts_[i].noun());
    return parts_[i].noun() == U"표" || (noun != nullptr && noun->kind == SourceKind::Document);
  }
  bool is_reported(std::size_t i) const {
    if (!parts_[i].is_word()) return false;
    if (is_document(i)) return true;
    const auto [noun, length] = SourceLists::all().report_noun_of(parts_[i].noun());
    return noun != nullptr && length == parts_[i].stem && noun->kind != ReportNoun::Kind::Plan && noun->itself;
  }

  /// 조사 결과, 주민에게 물은 결과
  bool outcome(std::size_t i) {
    if (i == 0 || !parts_[i].is_word() || i + 2 >= parts_.size()) return false;
    // 센터가 조사한 바로는, 센터가 조사한 바에 따르면
    const bool found = parts_[i].letters == U"바로는" ||
                       (parts_[i].letters == U"바에" &&
                        (begins_with(parts_[i + 1].letters, U"따르") || begins_with(parts_[i + 1].letters, U"의하")));
    if (found && SourceLists::all().is(Use::Asked, parts_[i - 1].letters)) {
      add(Kind::Outcome, i - 1, i - 1);
      begin_ = i + 1;
      return true;
    }
    if (parts_[i].noun() != U"결과") return false;
    if (!parts_[i].particle.empty() && parts_[i].particle != U"에서" && parts_[i].particle != U"에서는") return false;
    const SentencePart& before = parts_[i - 1];
    if (!before.is_word()) return false;
    const bool asked = SourceLists::all().is(Use::Asked, before.letters);
    if (!asked && !is_document(i - 1) && !is_reported(i - 1)) return false;
    QuotationCue& cue = add(Kind::Outcome, i - 1, i - 1);
    begin_ = i + 1;
    if (!asked) cue.span = before.core;
    return true;
  }

  /// How a part ends something said.
  const SourceLists::ReportEnding* ending_of(const SentencePart& part) const {
    const bool word = part.is_word();
    if (part.kind == SentencePart::Kind::Mark) return nullptr;
    std::u32string_view letters = word ? std::u32string_view(part.letters) : std::u32string_view(part.particle);
    if (letters.empty()) return nullptr;
    if (word && SourceLists::all().is(Use::NoEnding, letters)) return nullptr;
    for (int turn = 0; turn < 2; ++turn) {
      for (const auto& ending : SourceLists::all().report_endings) {
        if (word ? !ending.behind_word : !ending.behind_quotation) continue;
        const bool whole = ending.kind == SourceLists::EndingKind::Result;
        const bool fits =
            word ? letters.size() + (whole ? 1 : 0) > ending.ending.size() && ends_with(letters, ending.ending)
                 : begins_with(letters, ending.ending);
        if (fits && (word || letters.size() <= ending.ending.size() + 2)) return &ending;
      }
      if (letters.size() < 3 || !begins_with_one(letters.substr(letters.size() - 1), U"도는만요")) return nullptr;
      letters.remove_suffix(1);
    }
    return nullptr;
  }

  bool said(std::size_t i) {
    const auto* ending = ending_of(parts_[i]);
    if (ending == nullptr) return said_apart(i);
    switch (ending->kind) {
      case SourceLists::EndingKind::Verb: return said_with_verb(i, false);
      case SourceLists::EndingKind::Result: return said_with_verb(i, true);
      case SourceLists::EndingKind::Verbal: return said_verbally(i);
      case SourceLists::EndingKind::Noun: return said_as_noun(i);
      case SourceLists::EndingKind::Final: return said_at_end(i);
    }
    return false;
  }

  /// “…다.” 김 소장의 설명이다.
  bool said_apart(std::size_t i) {
    if (parts_[i].kind != SentencePart::Kind::Quotation || !parts_[i].particle.empty() || last_words_.empty())
      return false;
    const std::size_t j = last_words_.front();
    if (j < i + 2 || j > i + kFarthestNoun || parts_[j - 1].particle != U"의") return false;
    const auto word = report_word(parts_[j]);
    if (!word || (word->form != ReportWord::Form::Particle && word->form != ReportWord::Form::Bare)) return false;
    add(Kind::Noun, j, i);
    return true;
  }

  bool said_with_verb(std::size_t i, bool result) {
    for (std::size_t j = i + 1; j < parts_.size() && j <= i + kFarthestVerb; ++j) {
      const SentencePart& part = parts_[j];
      if (!part.is_word()) {
        if (part.kind == SentencePart::Kind::Mark) continue;
        break;
      }
      if (is_passive_verb(part)) return report(Kind::Hearsay, i, j);
      if (j == i + 1 && !result && is_light_verb(part))
        return report(is_hearsay(j) ? Kind::Hearsay : Kind::Report, i, j);
      const auto word = report_word(part);
      if (word && reports(*word, j, i, result)) return report(kind_of(*word, result), i, j);
      if (ending_of(part) != nullptr) break;
    }
    // …했다고. at the end: who said it was said before.
    if (!result && (is_last_word(i) || parts_[i].kind == SentencePart::Kind::Quotation) && i + 2 >= parts_.size()) {
      add(Kind::Report, i, i).span = Span(parts_[i].span.end, parts_[i].span.end);
      return true;
    }
    return false;
  }
  /// …였단다: the ending alone.
  bool said_at_end(std::size_t i) {
    if (!is_last_word(i)) return false;
    add(Kind::Report, i, i).span = Span(parts_[i].span.end, parts_[i].span.end);
    return true;
  }
  bool report(Kind kind, std::size_t content, std::size_t at) {
    add(kind, at, content);
    return true;
  }
  /// …다고 한다, with nothing behind it: somebody says so.
  bool is_hearsay(std::size_t j) const {
    return is_last_word(j) && (begins_with(parts_[j].letters, U"한다") || begins_with(parts_[j].letters, U"합니다"));
  }
  bool reports(const ReportWord& word, std::size_t at, std::size_t content, bool result) const {
    using Form = ReportWord::Form;
    if (word.form == Form::Particle) return result ? false : next_is_giving(at);
    // 본, 본다, 볼: with something between them also see.
    if (word.form == Form::Verb && parts_[at].letters.size() <= 2 && at > content + 1) {
      return is_last_word(at) || begins_with_one(parts_[at].letters, U"밝말");
    }
    if (word.form == Form::Bare) return is_last_word(at) || next_is_giving(at) || at == content + 1;
    return true;
  }
  /// Whether the noun is the object of a verb that gives it: 분석을 내놨다, 입을 모았다.
  bool next_is_giving(std::size_t at) const {
    if (at + 1 >= parts_.size() || !parts_[at + 1].is_word()) return false;
    if (parts_[at].particle != U"을" && parts_[at].particle != U"를" && !parts_[at].particle.empty()) return false;
    return report_word(parts_[at + 1]).has_value() || begins_with_one(parts_[at + 1].letters, U"했하");
  }
  static Kind kind_of(const ReportWord& word, bool result) {
    if (word.form == ReportWord::Form::Passive) {
      return word.kind == ReportNoun::Kind::Show || result ? Kind::Finding : Kind::Hearsay;
    }
    return word.kind == ReportNoun::Kind::Show && word.form != ReportWord::Form::Active ? Kind::Finding : Kind::Report;
  }

  /// …라며: the verb may be far, or no verb of saying (“…”며 웃었다).
  bool said_verbally(std::size_t i) {
    std::size_t verb = i;
    for (std::size_t j = i + 1; j < parts_.size(); ++j) {
      if (!parts_[j].is_word()) continue;
      verb = j;
      if (is_light_verb(parts_[j]) && j > 0 && ending_of(parts_[j - 1]) != nullptr) break;
      const auto word = report_word(parts_[j]);
      if (word && word->form != ReportWord::Form::Particle) break;
    }
    const std::size_t begin = begin_;
    add(Kind::Report, verb, i);
    begin_ = i + 1;
    cues_.back().begin = begin;
    return true;
  }

  bool said_as_noun(std::size_t i) {
    for (std::size_t j = i + 1; j < parts_.size() && j <= i + kFarthestNoun; ++j) {
      const SentencePart& part = parts_[j];
      if (!part.is_word()) break;
      const std::u32string_view noun = part.noun();
      const bool thing =
          noun == U"것" || noun == U"게" || noun == U"건" || part.letters == U"게" || part.letters == U"건";
      if (thing) {
        // …라는 것이다: somebody goes on; …라는 것이 업계의 설명이다: the noun follows.
        if (is_last_word(j)) {
          add(Kind::Hearsay, j, i).span = Span(part.span.end, part.span.end);
          return true;
        }
        continue;
      }
      if (const auto word = report_word(part)) {
        using Form = ReportWord::Form;
        if (word->form == Form::Bare && j + 1 < parts_.size() && parts_[j + 1].is_word() && !is_last_word(j) &&
            part.letters == U"말") {
          continue;
        }
        if (word->form == Form::Bare || word->form == Form::Particle || word->form == Form::Active) {
          // 전문가들의 설명, 업계 분석: the next word is the noun.
          if (is_refuted(j)) return false;
          QuotationCue& cue = add(word->kind == ReportNoun::Kind::Plan ? Kind::Plan : Kind::Noun, j, i);
          cue.itself = word->itself && word->form != Form::Active;
          cue.existential = is_existential(j, word->noun);
          return true;
        }
      }
      if (part.particle.empty() || part.particle == U"의" || ends_with(part.particle, U"인")) continue;
      if (ending_of(part) != nullptr) break;
    }
    return false;
  }
  /// 지적이 나온다, 평가를 받는다: there is such an opinion, and the subject of the sentence does not have it.
  bool is_existential(std::size_t j, std::size_t noun) const {
    const std::u32string_view rest = std::u32string_view(parts_[j].letters).substr(noun);
    const bool more = j + 1 < parts_.size() && parts_[j + 1].is_word();
    if (!more) return false;
    if (rest == U"이" || rest == U"가" || rest == U"도" || rest == U"은" || rest == U"만") return true;
    const std::u32string_view next = parts_[j + 1].letters;
    return begins_with_one(next, U"받듣사샀얻들") &&
           (rest == U"을" || rest == U"를" || rest == U"까지" || rest.empty());
  }

  /// 예상이 깨지고 있다: nobody expects it any more.
  bool is_refuted(std::size_t j) const {
    if (j + 1 >= parts_.size() || !parts_[j + 1].is_word()) return false;
    return SourceLists::all().begins(Use::Refuted, parts_[j + 1].letters);
  }
  /// A verb that describes the noun behind it, or a noun that is part of a longer one: not what the clause says.
  bool only_describes(std::size_t i, std::size_t word) const {
    if (i + 1 >= parts_.size() || !parts_[i + 1].is_word()) return false;
    if (parts_[i].letters.size() == word && word > 1 && !begins_with(parts_[i + 1].letters, U"중")) return true;
    const std::u32string_view next = parts_[i + 1].noun();
    return describes(parts_[i].letters) && next != U"것" && next != U"중" && next != U"상태" &&
           !begins_with(parts_[i + 1].letters, U"것") && !ends_with(parts_[i].letters, U"고") &&
           !ends_with(parts_[i].letters, U"며") && !ends_with(parts_[i].letters, U"지만") &&
           !ends_with(parts_[i].letters, U"하지") && !ends_with(parts_[i].letters, U"면서");
  }

  bool plan(std::size_t i) {
    if (!parts_[i].is_word()) return false;
    for (const auto& pair : SourceLists::all().plans) {
      if (!begins_with(parts_[i].letters, pair.word)) continue;
      if (!pair.before.empty() && (i == 0 || !ends_before(parts_[i - 1], pair.before))) continue;
      if (only_describes(i, pair.word.size())) continue;
      add(Kind::Plan, i, i);
      return true;
    }
    return attitude(i);
  }
  /// 회의적이다, 낙관적인 입장이다
  bool attitude(std::size_t i) {
    if (!is_last_word(i) || i == 0) return false;
    // 생각이 다르다
    const auto [thought, length] = SourceLists::all().report_noun_of(parts_[i - 1].letters);
    const std::u32string_view rest = std::u32string_view(parts_[i - 1].letters).substr(length);
    const bool differs = thought != nullptr && thought->kind == ReportNoun::Kind::Think &&
                         (rest == U"이" || rest == U"가" || rest == U"은" || rest == U"는") &&
                         (begins_with(parts_[i].letters, U"다르") || begins_with(parts_[i].letters, U"다릅") ||
                          begins_with(parts_[i].letters, U"달랐"));
    if (!differs && !SourceLists::all().begins(Use::Attitude, parts_[i].letters)) return false;
    add(Kind::Plan, i, i).says_nothing = true;
    return true;
  }
  /// 반론도 있다, 지적이 잇따른다: an opinion without its content.
  bool bare_opinion(std::size_t i) {
    if (i + 1 >= parts_.size() || !is_last_word(i + 1) || !parts_[i].is_word()) return false;
    const auto [noun, length] = SourceLists::all().report_noun_of(parts_[i].letters);
    if (noun == nullptr || !noun->itself) return false;
    const std::u32string_view rest = std::u32string_view(parts_[i].letters).substr(length);
    const bool exists = SourceLists::all().begins(Use::Exists, parts_[i + 1].letters);
    if (!exists || (rest != U"이" && rest != U"가" && rest != U"도")) return false;
    QuotationCue& cue = add(Kind::Noun, i, i);
    cue.itself = cue.existential = cue.says_nothing = true;
    return true;
  }
  static bool ends_before(const SentencePart& part, std::u32string_view end) {
    if (!part.is_word()) return ends_with(part.particle, end);
    if (end == U"ㄹ") return is_syllable(part.letters.back()) && final_consonant(part.letters.back()) == kFinalRieul;
    return ends_with(part.letters, end);
  }

  /// 주간지가 꼽은 원인은 …이다: the verb describes what the sentence is about.
  bool cleft(std::size_t i) {
    if (i == 0 || i + 2 >= parts_.size() || !parts_[i].is_word() || !parts_[i + 1].is_word()) return false;
    const SentencePart& topic = parts_[i + 1];
    if (topic.particle != U"은" && topic.particle != U"는") return false;
    if (!SourceLists::all().is(Use::Cleft, topic.noun()) || !describes(parts_[i].letters)) return false;
    const auto word = report_word(parts_[i]);
    if (!word || (word->form != ReportWord::Form::Verb && word->form != ReportWord::Form::Active)) return false;
    if (word->kind != ReportNoun::Kind::Say && word->kind != ReportNoun::Kind::Think) return false;
    bool subject = false;
    // 주민들이 가장 걱정하는 것은: adverbs may stand between.
    for (std::size_t j = i; j > begin_ && j + 2 >= i && !subject; --j) {
      const std::u32string_view particle = parts_[j - 1].particle;
      subject = particle == U"이" || particle == U"가" || particle == U"측이" || particle == U"들이";
      if (!subject && (!particle.empty() || !parts_[j - 1].is_word())) break;
    }
    if (!subject) return false;
    add(Kind::Report, i, i).cleft = true;
    return true;
  }

  /// 신청을 받아들였다, 벌금을 명했다; 제한을 지키도록 했다
  bool decision(std::size_t i) {
    if (i == 0 || !in_last_words(i) || !parts_[i].is_word() || only_describes(i, 0)) return false;
    const std::u32string_view particle = parts_[i - 1].particle;
    const bool object = particle == U"을" || particle == U"를" || particle == U"도";
    const bool orders = parts_[i - 1].is_word() && parts_[i - 1].letters.size() > 2 &&
                        ends_with(parts_[i - 1].letters, U"도록") && begins_with(parts_[i].letters, U"했");
    if (!orders && !(object && SourceLists::all().begins(Use::Decision, parts_[i].letters))) return false;
    add(Kind::Plan, i, i).decides = true;
    return true;
  }

  /// A document says so without …것으로: 명시되어 있다, 담겼다, 증가한 것으로.
  bool finding(std::size_t i) {
    if (!in_last_words(i)) return false;
    const auto word = report_word(parts_[i]);
    if (!word || word->kind != ReportNoun::Kind::Show) return false;
    if (word->form != ReportWord::Form::Passive && word->form != ReportWord::Form::Verb) return false;
    add(Kind::Finding, i, i);
    return true;
  }

  /// 그 근거로 협상을 들었다
  bool gives_reason(std::size_t i) const {
    static constexpr std::u32string_view kForms[] = {U"들었다", U"든다", U"들며", U"들면서", U"들고", U"들었습니다"};
    if (!parts_[i].is_word() || std::find(std::begin(kForms), std::end(kForms), parts_[i].letters) == std::end(kForms))
      return false;
    if (parts_[i - 1].particle != U"을" && parts_[i - 1].particle != U"를") return false;
    return std::any_of(parts_.begin(), parts_.begin() + static_cast<std::ptrdiff_t>(i), [](const SentencePart& part) {
      return part.is_word() && (part.particle == U"로" || part.particle == U"으로") &&
             SourceLists::all().is(Use::Reason, part.noun());
    });
  }

  /// 가능성을 제기했다, 우려를 나타냈다
  bool object(std::size_t i) {
    if (!in_last_words(i) || i == 0) return false;
    if (gives_reason(i)) return report(Kind::Report, i, i);
    // The verb of what is said before it.
    if (std::any_of(cues_.begin(), cues_.end(), [&](const QuotationCue& cue) { return cue.at == i; })) return false;
    const auto word = report_word(parts_[i]);
    if (!word || (!word->object && word->form != ReportWord::Form::Verb)) return false;
    using Form = ReportWord::Form;
    if (word->form == Form::Particle || word->form == Form::Passive) return false;
    if (word->form == Form::Bare && !is_last_word(i)) return false;
    if (only_describes(i, 0)) return false;
    const std::u32string_view particle = parts_[i - 1].particle;
    const bool has_object = particle == U"을" || particle == U"를" || particle == U"도";
    if (!has_object && !(word->form == Form::Active && is_last_word(i))) return false;
    if (word->form == Form::Verb && !word->object) {
      const auto [noun, length] = SourceLists::all().report_noun_of(parts_[i - 1].letters);
      if (noun == nullptr) return false;
    }
    add(Kind::Report, i, i);
    return true;
  }

  const Parts& parts_;
  std::vector<std::size_t> last_words_;  // the last one first
  std::vector<QuotationCue> cues_;
  std::size_t begin_ = 0;
};

}  // namespace

std::vector<QuotationCue> quotation_cues(const std::vector<SentencePart>& parts) { return CueFinder(parts).find(); }

}  // namespace mitjul
