#include "korean/reported_speech.h"

#include <algorithm>
#include <optional>

#include "korean/source_lists.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

using Parts = std::vector<SentencePart>;
using Kind = QuotationCue::Kind;

/// How a noun phrase stands in its sentence.
enum class Case { None, Topic, Subject, Place };

Case case_of(const SentencePart& part) {
  std::u32string_view particle = part.particle;
  if (begins_with(particle, U"측")) particle.remove_prefix(1);
  static constexpr std::u32string_view kTopics[] = {U"은", U"는", U"께서는", U"들은", U"만은", U"까지는", U"으로서는"};
  static constexpr std::u32string_view kSubjects[] = {U"이",   U"가",   U"도",   U"께서",
                                                      U"들이", U"마저", U"조차", U"까지도"};
  static constexpr std::u32string_view kPlaces[] = {U"에서", U"에서는", U"에서도", U"에선",
                                                    U"에는", U"엔",     U"에도",   U"에"};
  const auto in = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), particle) != std::end(list);
  };
  if (in(kTopics)) return Case::Topic;
  if (in(kSubjects)) return Case::Subject;
  if (in(kPlaces)) return Case::Place;
  return Case::None;
}

/// How likely something is a source by what it is.
double weight(SourceKind kind) {
  switch (kind) {
    case SourceKind::Person: return 6;
    case SourceKind::People: return 5;
    case SourceKind::Body: return 5;
    case SourceKind::Place: return 4;
    case SourceKind::Document: return 3.5;
    case SourceKind::Words: return 1;
    case SourceKind::Unknown: return 2.5;
  }
  return 0;
}

// The present of verbs: 보낸다, 줄인다.
constexpr std::uint32_t kFinalNieun = 4;

class SpeechReader {
 public:
  SpeechReader(const Text& text, Span unit, const WordEvidence& evidence, const KnownPersons& persons) : text_(text) {
    speech_.parts = sentence_parts(text, unit, evidence);
    mark_persons(speech_.parts, persons);
    speech_.cues = quotation_cues(speech_.parts);
  }

  ReportedSpeech read() {
    for (std::size_t i = 0; i < speech_.cues.size(); ++i) read_cue(i);
    std::stable_sort(speech_.sources.begin(), speech_.sources.end(),
                     [](const NamedSource& a, const NamedSource& b) { return a.strength > b.strength; });
    speech_.continues = speech_.continues || continues();
    speech_.acts_without_subject = acts_without_subject();
    read_label();
    for (const QuotationCue& cue : speech_.cues) {
      speech_.quotes = speech_.quotes || cue.quoted;
      speech_.says_nothing = cue.says_nothing;
    }
    return std::move(speech_);
  }

 private:
  const Parts& parts() const { return speech_.parts; }

  /// How much a cue speaks for the whole sentence.
  double cue_strength(const QuotationCue& cue) const {
    const bool last = behind_cue(cue) <= 1;
    if (cue.cleft) return 8;
    switch (cue.kind) {
      case Kind::According: return 10;
      case Kind::Outcome: return 9;
      case Kind::Report: return cue.content != cue.at || cue.quoted ? (last ? 12 : 8) : (last ? 6 : 1);
      case Kind::Noun: return last || cue.existential ? 9 : 5;
      case Kind::Plan: return last || !another_subject_behind(cue) ? 8 : 2.5;
      case Kind::Finding: return 7;
      case Kind::Hearsay: return 4;
    }
    return 0;
  }
  bool another_subject_behind(const QuotationCue& cue) const {
    for (std::size_t i = cue.at + 1; i < parts().size(); ++i) {
      const Case how = parts()[i].kind == SentencePart::Kind::Mark ? Case::None : case_of(parts()[i]);
      if (how == Case::Topic || how == Case::Subject) return true;
    }
    return false;
  }
  /// Words behind a cue.
  std::size_t behind_cue(const QuotationCue& cue) const {
    std::size_t words = 0;
    for (std::size_t i = cue.at + 1; i < parts().size(); ++i) words += parts()[i].is_word() ? 1U : 0U;
    return words;
  }

  void add(SourceName name, double strength, std::size_t cue) {
    speech_.sources.push_back({std::move(name), strength, cue});
  }

  void read_cue(std::size_t index) {
    const QuotationCue& cue = speech_.cues[index];
    const double strength = cue_strength(cue);
    switch (cue.kind) {
      case Kind::According: read_according(index, strength); return;
      case Kind::Outcome: read_outcome(index, strength); return;
      case Kind::Noun: read_noun(index, strength); return;
      case Kind::Finding: read_finding(index, strength); return;
      case Kind::Hearsay: read_hearsay(index, strength); return;
      case Kind::Report:
      case Kind::Plan: read_subject(index, strength); return;
    }
  }

  /// 누리셀 측: “…”, 김민수/상인 : “…”: who stands before the colon says the quotation.
  void read_label() {
    if (!speech_.sources.empty() && speech_.sources.front().strength >= 8) return;
    for (std::size_t i = 1; i + 1 < parts().size() && i < 8; ++i) {
      if (parts()[i].kind == SentencePart::Kind::Quotation) return;
      if (!parts()[i].is_mark(U':')) continue;
      if (parts()[i + 1].kind != SentencePart::Kind::Quotation || i + 3 < parts().size()) return;
      const std::size_t head = i > 1 && parts()[1].is_mark(U'/') ? 0 : i - 1;
      if (auto name = source_name(text_, parts(), head)) {
        speech_.sources.insert(speech_.sources.begin(), {std::move(*name), 9, 0});
        speech_.quotes = true;
      }
      return;
    }
  }

  void read_according(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    if (cue.at == 0) return;
    if (auto name = source_name(text_, parts(), cue.at - 1)) {
      speech_.cites = true;
      add(std::move(*name), strength + 3, index);
      return;
    }
    // 소문으로는: the word is the source itself.
    const SentencePart& part = parts()[cue.at - 1];
    SourceName name;
    name.span = part.core;
    name.kind = SourceKind::Words;
    name.first = name.last = cue.at - 1;
    add(std::move(name), strength, index);
  }

  void read_outcome(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    speech_.cites = true;
    if (!describes(parts()[cue.at].letters)) {
      if (auto name = source_name(text_, parts(), cue.at)) add(std::move(*name), strength, index);
      return;
    }
    read_subject(index, strength);
  }

  /// The subjects that may say it, the best first.
  struct Subject {
    std::size_t head;
    SourceName name;
    double score;
  };
  std::vector<Subject> subjects(std::size_t begin, std::size_t end, bool nearest) const {
    std::vector<Subject> found;
    std::size_t order = 0;
    for (std::size_t i = begin; i < end && i < parts().size(); ++i) {
      const double by_case = case_score(i, end);
      if (by_case < 0) continue;
      auto name = source_name(text_, parts(), i);
      if (!name) continue;
      // Before a comma much can stand: 셋째, 네,
      if (by_case == 0 && weight(name->kind) < 4) continue;
      const double place = nearest ? 0.3 * static_cast<double>(i - begin) / static_cast<double>(end - begin)
                                   : -1.2 * static_cast<double>(order);
      double score = by_case + (name->pronoun ? 5 : weight(name->kind)) + place;
      if (case_of(parts()[i]) == Case::Place) {
        // 정부에서는: only what can be nothing but somebody.
        if (name->kind != SourceKind::Body && name->kind != SourceKind::People && !has_side(i)) continue;
        score -= 3;
      }
      found.push_back({i, std::move(*name), score});
      ++order;
    }
    std::stable_sort(found.begin(), found.end(), [](const Subject& a, const Subject& b) { return a.score > b.score; });
    return found;
  }
  /// 미국 측에서는
  bool has_side(std::size_t i) const {
    return begins_with(parts()[i].particle, U"측") || (parts()[i].is_word() && parts()[i].noun() == U"측");
  }
  double case_score(std::size_t i, std::size_t end) const {
    const SentencePart& part = parts()[i];
    if (part.kind == SentencePart::Kind::Mark || part.kind == SentencePart::Kind::Quotation) return -1;
    switch (case_of(part)) {
      case Case::Topic: return has_side(i) ? 4 : 3;
      case Case::Subject: return part.particle == U"도" ? 1 : 1.5;
      case Case::Place: return 2;
      case Case::None: break;
    }
    // 누리셀만 해도
    if (part.particle == U"만" && i + 1 < end && parts()[i + 1].letters == U"해도") return 3;
    if (!part.particle.empty()) return -1;
    // A name before a comma or right before a quotation: 에릭 슈미트, “…”
    const bool comma = i + 1 < end && parts()[i + 1].is_mark(U',');
    const bool quotation = i + 1 < parts().size() && parts()[i + 1].kind == SentencePart::Kind::Quotation;
    const bool behind_comma = comma && i + 2 < parts().size() && parts()[i + 2].kind == SentencePart::Kind::Quotation;
    if (behind_comma || (quotation && i + 1 <= end)) return 1;
    // 창룬에너지: 시장을 선점하려는 전략
    const bool colon = i + 1 < end && parts()[i + 1].is_mark(U':');
    if (colon && part.is_word()) return 1.5;
    return comma && i <= 6 && part.is_word() ? 0 : -1;
  }

  /// 법원은 신청을 받아들였다: only who can decide, and not 시장은 충격을 받아들였다.
  void read_decision(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    auto found = subjects(cue.begin, cue.at, false);
    // 제한은 지키도록 했다: what stands there is the object of the order.
    const bool orders = ends_with(parts()[cue.at - 1].letters, U"도록");
    const bool alone = found.empty() || (orders && std::all_of(found.begin(), found.end(), [&](const Subject& subject) {
                                           return subject.name.kind == SourceKind::Unknown &&
                                                  case_of(parts()[subject.head]) == Case::Topic;
                                         }));
    std::erase_if(found, [&](const Subject& subject) {
      const SourceKind kind = subject.name.kind;
      const bool decides = kind == SourceKind::Body || kind == SourceKind::Person || kind == SourceKind::People ||
                           kind == SourceKind::Place || subject.name.pronoun;
      return !decides || case_of(parts()[subject.head]) == Case::Place;
    });
    if (found.empty() && cue.begin > 0 && alone && inherit(index, strength)) return;
    if (found.empty() && alone) speech_.elided = true;
    add_subjects(std::move(found), index, strength);
  }
  /// 재판은 9월에 열릴 예정이다: it happens, and nobody plans it.
  bool only_happens(const QuotationCue& cue) const {
    if (cue.kind != Kind::Plan || cue.at == 0 || !begins_with(parts()[cue.at].letters, U"예정")) return false;
    return parts()[cue.at - 1].is_word() &&
           SourceLists::all().words.at(SourceLists::Use::Happening).ends(parts()[cue.at - 1].letters);
  }

  void read_subject(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    if (cue.decides) return read_decision(index, strength);
    if (only_happens(cue)) return;
    // “…”라고 김 대표는 말했다
    auto found = subjects(cue.content + 1, cue.at, true);
    std::erase_if(found, [](const Subject& subject) { return subject.name.kind == SourceKind::Document; });
    if (!found.empty()) {
      add_subjects(std::move(found), index, strength + 1);
      return;
    }
    found = subjects(cue.begin, cue.content, cue.quoted);
    if (found.empty() && cue.begin > 0 && inherit(index, strength)) return;
    if (found.empty()) found = subjects(0, cue.begin, cue.quoted);
    if (found.empty()) {
      if (!add_document(index, strength)) speech_.elided = true;
      return;
    }
    // 효과가 클 것으로 기대했다: the only subject, and no name, belongs to what is said.
    // Of a plan it is a thing: 시설이 들어설 예정이다.
    const bool scheduled = cue.kind == Kind::Plan && begins_with(parts()[cue.at].letters, U"예정");
    const bool of_content =
        !cue.quoted && (cue.content != cue.at || scheduled) && found.size() == 1 && is_plain_subject(found.front());
    // …했단다 without a verb: only a topic says it.
    const bool hinted = cue.span.empty() && !cue.quoted && case_of(parts()[found.front().head]) != Case::Topic;
    if (of_content || hinted) {
      speech_.elided = true;
      add_subjects(std::move(found), index, 1);
      return;
    }
    // 조사에서는 절반이 …라고 답했다
    if (found.front().name.kind == SourceKind::Unknown && !found.front().name.pronoun && !cue.quoted &&
        case_of(parts()[found.front().head]) == Case::Subject && add_document(index, strength)) {
      strength -= 1;
    }
    const bool weak = found.front().name.kind == SourceKind::Unknown && !found.front().name.pronoun;
    if (weak && cue.begin > 0 && inherit(index, strength + 0.5)) strength -= 1;
    add_subjects(std::move(found), index, strength);
  }
  bool is_plain_subject(const Subject& subject) const {
    const SentencePart& part = parts()[subject.head];
    return subject.name.kind == SourceKind::Unknown && !subject.name.pronoun && part.gloss.empty() &&
           case_of(part) == Case::Subject;
  }
  void add_subjects(std::vector<Subject> found, std::size_t index, double strength) {
    for (std::size_t i = 0; i < found.size() && i < 3; ++i) {
      if (found[i].name.kind == SourceKind::Document) speech_.cites = true;
      add(std::move(found[i].name), strength - (i == 0 ? 0 : 4 + static_cast<double>(i)), index);
    }
  }
  /// Who the cue before it in the sentence belongs to, says this too.
  bool inherit(std::size_t index, double strength) {
    const NamedSource* best = nullptr;
    for (const NamedSource& source : speech_.sources) {
      if (source.cue < index && (best == nullptr || source.strength > best->strength)) best = &source;
    }
    if (best == nullptr) return false;
    add(best->name, strength, index);
    return true;
  }

  /// A document in which something stands: 조사에서는, 계약서에는.
  bool add_document(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    for (std::size_t i = 0; i < cue.at; ++i) {
      const Case how = case_of(parts()[i]);
      if (how == Case::None || parts()[i].kind == SentencePart::Kind::Mark) continue;
      auto name = source_name(text_, parts(), i);
      if (!name || name->kind != SourceKind::Document) continue;
      if (how != Case::Place && how != Case::Topic) continue;
      speech_.cites = true;
      add(std::move(*name), strength, index);
      return true;
    }
    return false;
  }

  /// …것으로 나타났다: a document or nobody.
  void read_finding(std::size_t index, double strength) {
    if (!add_document(index, strength) && index > 0) inherit(index, strength);
  }

  /// …다고 한다, …것으로 알려졌다, …라는 것이다: a document, who was named before in the sentence, or a person.
  void read_hearsay(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    if (cue.span.empty()) speech_.continues = true;
    if (add_document(index, strength) || (index > 0 && inherit(index, strength))) return;
    if (!begins_with(parts()[cue.at].letters, U"한다") && !begins_with(parts()[cue.at].letters, U"합니다")) return;
    auto found = subjects(cue.begin, cue.content, cue.quoted);
    std::erase_if(found, [](const Subject& subject) {
      return subject.name.kind != SourceKind::Person && subject.name.kind != SourceKind::People &&
             !subject.name.pronoun;
    });
    // 어민의 40%가 …했다고 한다: of these it is said.
    std::erase_if(found, [&](const Subject& subject) { return case_of(parts()[subject.head]) != Case::Topic; });
    speech_.hearsay = found.empty();
    add_subjects(std::move(found), index, strength);
  }

  void read_noun(std::size_t index, double strength) {
    const QuotationCue& cue = speech_.cues[index];
    // 업계의 분석이다, 회사 측 설명이다
    if (cue.at > cue.content + 1) {
      const std::size_t owner = cue.at - 1;
      const SentencePart& part = parts()[owner];
      const bool joined = part.particle == U"의" || part.particle == U"측의" || part.particle.empty();
      if (joined && !describes(part.letters)) {
        if (auto name = source_name(text_, parts(), owner); name && name->kind != SourceKind::Unknown) {
          add(std::move(*name), strength + 2, index);
          return;
        }
      }
    }
    auto found = subjects(cue.begin, cue.content, cue.quoted);
    if (cue.existential) {
      std::erase_if(found, [&](const Subject& subject) {
        return case_of(parts()[subject.head]) != Case::Place || subject.name.kind == SourceKind::Document;
      });
    } else if (cue.itself) {
      std::erase_if(found, [](const Subject& subject) {
        return subject.name.kind == SourceKind::Unknown && !subject.name.pronoun;
      });
    }
    const bool named = !found.empty();
    if (named) add_subjects(std::move(found), index, strength);
    const bool document = !named && add_document(index, strength + 1);
    if (cue.itself && (cue.existential || !named)) {
      SourceName name;
      name.span = cue.span;
      name.kind = SourceKind::Words;
      name.first = name.last = cue.at;
      add(std::move(name), strength - (named || document ? 2 : 0), index);
    }
    if (!named && !document) speech_.elided = !cue.existential && !cue.itself;
  }

  bool acts_without_subject() const {
    const SentencePart* last = nullptr;
    for (const SentencePart& part : parts()) {
      if (part.kind == SentencePart::Kind::Mark) continue;
      const Case how = case_of(part);
      if (how == Case::Topic || (how == Case::Subject && part.particle != U"도")) return false;
      if (part.is_word()) last = &part;
    }
    if (last == nullptr || last->letters.size() < 2 || last->letters.back() != U'다') return false;
    const char32_t verb = last->letters[last->letters.size() - 2];
    return is_syllable(verb) && final_consonant(verb) == kFinalNieun && verb != U'된' && verb != U'진';
  }

  bool continues() const {
    const SourceLists& lists = SourceLists::all();
    if (parts().empty()) return false;
    if (parts()[0].is_word() && lists.continuing_words.contains(parts()[0].letters)) return true;
    std::u32string end;
    for (std::size_t i = parts().size() < 3 ? 0 : parts().size() - 3; i < parts().size(); ++i) {
      if (!parts()[i].is_word()) continue;
      if (!end.empty()) end += U' ';
      end += parts()[i].letters;
    }
    return std::any_of(lists.continuing_ends.begin(), lists.continuing_ends.end(),
                       [&](const std::u32string& sign) { return ends_with(end, sign); });
  }

  const Text& text_;
  ReportedSpeech speech_;
};

}  // namespace

ReportedSpeech read_speech(const Text& text, Span unit, const WordEvidence& evidence, const KnownPersons& persons) {
  return SpeechReader(text, unit, evidence, persons).read();
}

}  // namespace mitjul
