#include "korean/claim_sources.h"

#include <algorithm>

#include "korean/reported_speech.h"
#include "korean/word_letters.h"
#include "korean/word_lists.h"

// Whose words a unit is, the first that fits:
//   1. its own: the unit names who says, thinks, plans or shows it (reported_speech)
//   2. it reports, or goes on, without a name: who was named last in the section
//   3. the turn of an interview: who speaks, or behind A. who is interviewed
//   4. a list: who is named by the item, label or sentence it hangs on
//   5. the heading: who or what it names as speaking (… 의 경고, 연구 결과)
//   6. the document or survey that the sentence before cited, as long as figures go on
//   7. who planned what is done, as long as sentences have no subject of their own
//   8. the author

namespace mitjul {
namespace {

// A source that was named further back has stopped speaking.
constexpr std::size_t kFarthestUnit = 4;
constexpr std::size_t kMostFindings = 3;
// Below this a cue is only a hint.
constexpr double kSure = 3;
constexpr std::size_t kLabelWords = 7;
// Items that can say what an opinion is.
constexpr std::size_t kMostOpened = 5;

bool is_content(UnitRole role) { return role == UnitRole::Prose || role == UnitRole::ListItem; }

}  // namespace

std::string_view to_string(Attribution attribution) {
  switch (attribution) {
    case Attribution::Explicit: return "explicit";
    case Attribution::Context: return "context";
    case Attribution::None: break;
  }
  return "none";
}

/// Reads the units one after the other and knows who spoke last.
class ClaimSources::Reader {
 public:
  Reader(ClaimSources& result, const WordEvidence& evidence) : result_(result), evidence_(evidence) {}

  void read() {
    const std::size_t count = result_.outline_.size();
    result_.readings_.resize(count);
    headings_.resize(count);
    announces_.resize(count);
    for (unit_ = 0; unit_ < count; ++unit_) read_unit();
  }

 private:
  const OutlineUnit& here() const { return result_.outline_[unit_]; }
  Reading& reading() { return result_.readings_[unit_]; }

  void read_unit() {
    Reading& now = reading();
    now.named_before = result_.said_.size();
    now.met_before = result_.met_.size();
    Span words = here().span;
    note_answer();
    const bool turn_begins = here().speaker && words.contains(*here().speaker) && !is_author(*here().speaker);
    if (turn_begins) bracketed_ = stands_in_bracket(*here().speaker);
    turn_unit_ = turn_begins ? unit_ : turn_unit_;
    if (turn_begins) words.start = std::min(here().speaker->end, words.end);
    const ReportedSpeech speech = read_speech(result_.text_, words, evidence_, persons_);
    for (const QuotationCue& cue : speech.cues) {
      if (!cue.span.empty() && (now.cues.empty() || now.cues.back() != cue.span)) now.cues.push_back(cue.span);
    }
    behind_list_ = listed_ && here().role == UnitRole::Prose;
    if (is_content(here().role)) listed_ = listed_ || here().role == UnitRole::ListItem;
    if (here().role == UnitRole::Heading) {
      listed_ = false;
      section_ = result_.said_.size();
      // A title sums up; it does not let anybody speak in the whole article.
      if (title_seen_) {
        headings_[unit_] = heading_source(speech);
        const Candidate* const outer = headings_[unit_] ? nullptr : of_heading();
        if (outer != nullptr) headings_[unit_] = inner_name(speech, *outer);
      }
      title_seen_ = true;
      announced_.reset();
      opened_.reset();
      topic_.reset();
    }
    note_introduction(speech);
    note_persons(speech.parts);
    take_sources(speech);
    inherit(speech);
    const bool only_words = !now.own.empty() && now.own.front().kind == SourceKind::Words;
    const bool another_opinion = now.inherited && now.inherited->kind == SourceKind::Words;
    if (only_words && now.inherited && !another_opinion && !speaks_here()) sure_ = false;
    const bool explicit_own = !now.own.empty() && !now.author && sure_;
    if (turn_begins && !explicit_own) {
      now.attribution = Attribution::Explicit;
    } else if (explicit_own) {
      now.attribution = Attribution::Explicit;
    } else {
      now.attribution = now.inherited ? Attribution::Context : Attribution::None;
    }
    remember(speech, explicit_own);
  }

  static Candidate candidate_of(const SourceName& name, const std::vector<SentencePart>& parts, std::size_t unit) {
    Candidate candidate;
    candidate.spans.push_back(name.span);
    candidate.spans.insert(candidate.spans.end(), name.others.begin(), name.others.end());
    candidate.kind = name.kind;
    candidate.phrase = {std::min(parts[name.first].span.start, name.span.start),
                        std::max(parts[name.last].core.end, name.span.end)};
    candidate.unit = unit;
    candidate.pronoun = name.pronoun;
    candidate.pronoun_names = name.pronoun_names;
    return candidate;
  }

  void take_sources(const ReportedSpeech& speech) {
    Reading& now = reading();
    now.elided = speech.elided;
    now.continues = speech.continues;
    now.cites = speech.cites;
    now.quotes = speech.quotes;
    sure_ = false;
    if (!is_content(here().role)) return;
    for (const NamedSource& source : speech.sources) {
      if (source.name.pronoun == SourceLists::Antecedent::Author) {
        now.author = now.author || now.own.empty();
        continue;
      }
      const Candidate candidate = candidate_of(source.name, speech.parts, unit_);
      const bool known = std::any_of(now.own.begin(), now.own.end(),
                                     [&](const Candidate& other) { return other.spans[0] == candidate.spans[0]; });
      if (known) continue;
      if (now.own.empty()) sure_ = source.strength >= kSure;
      now.own.push_back(candidate);
    }
    if (now.own.empty()) take_label(speech);
  }

  /// 교통공학자 김도윤: 신호등이 먼저다. Where a heading lets somebody speak, a person before a colon does.
  void take_label(const ReportedSpeech& speech) {
    if (here().role != UnitRole::ListItem || of_heading() == nullptr) return;
    for (std::size_t i = 1; i + 1 < speech.parts.size() && i < kLabelWords; ++i) {
      if (!speech.parts[i].is_mark(U':')) continue;
      const auto name = source_name(result_.text_, speech.parts, i - 1);
      if (!name || name->first > 0 || name->pronoun || name->kind != SourceKind::Person) return;
      reading().own.push_back(candidate_of(*name, speech.parts, unit_));
      sure_ = true;
      return;
    }
  }

  /// Who speaks if the unit does not say it.
  void inherit(const ReportedSpeech& speech) {
    Reading& now = reading();
    if (!is_content(here().role)) return;
    const Candidate* last = last_said();
    // Of what another one said before the turn, nothing goes on.
    if (last != nullptr && speaks_here() && last->unit < turn_unit_) last = nullptr;
    // 베스는 배를 탔다. “파도가 높았어요.”: whom the sentence before is about, speaks.
    const bool quoted_behind =
        only_quotation(speech) && !result_.met_.empty() && !speaks_here() && result_.met_.back().unit + 1 == unit_ &&
        result_.met_.back().kind == SourceKind::Person && (last == nullptr || last->unit + 1 < unit_);
    if (quoted_behind) last = &result_.met_.back();
    const bool goes_on = (now.elided && !now.author) || now.continues || only_quotation(speech);
    const bool heard = speech.hearsay && last != nullptr && last->unit + 1 == unit_;
    if (heard || (goes_on && last != nullptr && unit_ - last->unit <= kFarthestUnit)) {
      now.inherited = *last;
    } else if (speaks_here()) {
      Candidate speaker;
      speaker.spans.push_back(*here().speaker);
      speaker.kind = SourceKind::Person;
      speaker.phrase = *here().speaker;
      speaker.unit = unit_;
      // 송가람 교수: the name is 송가람.
      const auto parts = sentence_parts(result_.text_, *here().speaker, evidence_);
      const auto name = parts.empty() ? std::nullopt : source_name(result_.text_, parts, parts.size() - 1);
      if (name && name->kind == SourceKind::Person && !name->pronoun && name->span != *here().speaker) {
        speaker.spans.insert(speaker.spans.begin(), name->span);
      }
      now.inherited = speaker;
    } else if (answers_ && interview_ && interviewed_) {
      now.inherited = interviewed_;
    } else if (const Candidate* list = of_list()) {
      now.inherited = *list;
    } else if (goes_on && topic_) {
      now.inherited = topic_;
    } else if (opened_ && opens_for(speech)) {
      now.inherited = opened_;
    } else if (const Candidate* heading = behind_list_ ? nullptr : of_heading()) {
      now.inherited = last != nullptr ? *last : *heading;
    } else if (goes_on_with_findings(speech)) {
      now.inherited = findings_;
    } else if (goes_on_with_plans(speech) || (last != nullptr && is_announced_plan(speech, *last))) {
      now.inherited = *last;
    }
    if (now.inherited) name_nearest(*now.inherited);
    if (now.inherited && now.inherited->pronoun && !now.inherited->pronoun_names) {
      if (const Candidate* before = result_.antecedent(*now.inherited, now)) now.inherited = *before;
    }
  }

  /// A person who was named again since then, is proposed by the nearer name, too.
  void name_nearest(Candidate& candidate) const {
    if (candidate.kind != SourceKind::Person || candidate.pronoun || result_.met_.empty()) return;
    const std::size_t before = result_.readings_[unit_].met_before;
    for (std::size_t i = before; i > 0 && i + 3 > before; --i) {
      const Candidate& met = result_.met_[i - 1];
      if (met.kind != SourceKind::Person || met.unit <= candidate.unit || met.pronoun) continue;
      const std::string_view shorter = result_.text_.slice(met.spans.front());
      const std::string_view whole = result_.text_.slice(candidate.spans.front());
      if (shorter.size() >= whole.size() || whole.substr(whole.size() - shorter.size()) != shorter) continue;
      candidate.spans.insert(candidate.spans.begin() + 1, met.spans.front());
      return;
    }
  }

  /// Q. and A. at the start of a unit: behind A. speaks who is interviewed, behind Q. the author.
  void note_answer() {
    const std::string_view unit = result_.text_.slice(here().span);
    const bool letter = unit.size() > 2 && (unit[0] == 'Q' || unit[0] == 'A') && (unit[1] == '.' || unit[1] == ':');
    if (letter && !questions_) questions_ = true;
    if (letter) answers_ = unit[0] == 'A';
    if (here().role == UnitRole::Heading && !letter) answers_ = false;
  }
  /// Whether a text says before its first question that it is an interview; then the person named there answers.
  void note_introduction(const ReportedSpeech& speech) {
    if (questions_) return;
    const SourceLists& lists = SourceLists::all();
    for (std::size_t i = 0; i < speech.parts.size(); ++i) {
      if (!speech.parts[i].is_word()) continue;
      interview_ = interview_ || lists.begins(SourceLists::Use::Interview, speech.parts[i].letters);
      if (speech.parts[i].particle.empty() && i + 1 < speech.parts.size() && speech.parts[i + 1].is_word()) continue;
      const auto name = source_name(result_.text_, speech.parts, i);
      const bool person = name && name->kind == SourceKind::Person && !name->pronoun;
      if (person && here().role != UnitRole::Furniture && name->first + 1 <= name->last) {
        interviewed_ = candidate_of(*name, speech.parts, unit_);
      }
    }
  }

  /// Persons with their full name or title, by which short form they are named again, and whom the sentence is about.
  void note_persons(const std::vector<SentencePart>& parts) {
    if (!is_content(here().role)) return;
    std::optional<Candidate> topic;
    std::optional<Candidate> body;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].is_word()) continue;
      const bool ends =
          !parts[i].particle.empty() || !parts[i].gloss.empty() || i + 1 == parts.size() || !parts[i + 1].is_word();
      if (!ends) continue;
      const auto name = source_name(result_.text_, parts, i);
      if (!name || name->pronoun) continue;
      const bool person = name->kind == SourceKind::Person;
      if (!person && name->kind != SourceKind::Body) continue;
      const bool introduced = name->first < name->last;
      if (person && !introduced && !parts[i].person) continue;
      if (person && introduced) note_short_form(parts, *name);
      static constexpr std::u32string_view kTopics[] = {U"은", U"는", U"이", U"가", U"께서"};
      const bool subject = std::find(std::begin(kTopics), std::end(kTopics), parts[i].particle) != std::end(kTopics);
      const bool predicate = i + 1 == parts.size() || (i + 2 == parts.size() && !parts[i + 1].is_word());
      if (!subject && !(person && predicate)) continue;
      std::optional<Candidate>& met = person ? topic : body;
      if (!met) met = candidate_of(*name, parts, unit_);
    }
    if (body) result_.met_.push_back(*body);
    if (topic) result_.met_.push_back(*topic);
  }
  /// 프레야 룬: will be named 룬.
  void note_short_form(const std::vector<SentencePart>& parts, const SourceName& name) {
    const SourceLists& lists = SourceLists::all();
    for (std::size_t i = name.last + 1; i > name.first; --i) {
      const SentencePart& part = parts[i - 1];
      if (!part.is_word() || part.core.end != name.span.end) continue;
      const std::u32string word(part.noun());
      const bool another = lists.modifiers.contains(word) || lists.places.contains(word) || lists.is_title(word) ||
                           lists.noun_of(word) != nullptr || WordLists::all().function_words.contains(word);
      const bool single = word.size() == 1;
      // 이, 한, 전: as surnames alone these are words like others.
      if (another || (single && (part.core == name.span || WordLists::all().surnames.contains(word)))) return;
      persons_.insert(word);
      return;
    }
  }

  /// In a broadcast, the programme itself speaks under these; its words are the author's.
  bool is_author(Span speaker) const {
    if (speaker.length() == 1) return true;
    return SourceLists::all().is(SourceLists::Use::Programme, composed_letters(result_.text_.slice(speaker)));
  }
  bool stands_in_bracket(Span speaker) const {
    return speaker.start > TextPos(0) && result_.text_.at(speaker.start - 1) == U'[';
  }
  /// Whether a turn goes on here: one in brackets ends with its unit.
  bool speaks_here() const {
    return here().speaker && !is_author(*here().speaker) && (!bracketed_ || turn_unit_ == unit_);
  }

  /// Whether what an opinion without content opened goes on: the items of its list, which say the content.
  bool opens_for(const ReportedSpeech& speech) const {
    if (opened_->unit + kMostOpened < unit_) return false;
    if (here().role == UnitRole::ListItem)
      return opened_role_ == UnitRole::ListItem && level_of(opened_->unit) <= here().level;
    return opened_role_ == UnitRole::Prose && here().role == UnitRole::Prose && here().paragraph == opened_paragraph_ &&
           (opens_more_ ? result_.readings_[unit_].own.empty() : speech.cues.empty() && opened_->unit + 1 == unit_);
  }
  int level_of(std::size_t unit) const { return result_.outline_[unit].level; }

  const Candidate* last_said() const { return result_.said_.size() > section_ ? &result_.said_.back() : nullptr; }

  static bool only_quotation(const ReportedSpeech& speech) {
    return speech.cues.empty() && !speech.parts.empty() && speech.parts.front().kind == SentencePart::Kind::Quotation &&
           speech.parts.size() <= 2;
  }

  /// The source of what a list item stands under.
  const Candidate* of_list() {
    if (here().role != UnitRole::ListItem) {
      announced_.reset();
      return nullptr;
    }
    if (here().parent && is_content(result_.outline_[*here().parent].role)) {
      if (labels_[*here().parent]) return &*labels_[*here().parent];
      const Reading& parent = result_.readings_[*here().parent];
      if (parent.inherited) return &*parent.inherited;
    }
    return announced_ ? &*announced_ : nullptr;
  }

  const Candidate* of_heading() const {
    std::optional<std::size_t> at = here().parent;
    for (std::size_t steps = 0; at && steps < 8; ++steps) {
      if (headings_[*at]) return &*headings_[*at];
      at = result_.outline_[*at].parent;
    }
    return nullptr;
  }

  /// 상담사도 보낸다: a sentence without subject about what is done goes on with who planned it in the unit before.
  bool goes_on_with_plans(const ReportedSpeech& speech) const {
    const Candidate* const last = last_said();
    if (unit_ == 0 || last == nullptr || !speech.cues.empty() || !speech.acts_without_subject) return false;
    const Reading& before = result_.readings_[unit_ - 1];
    const bool body = last->kind == SourceKind::Body || last->kind == SourceKind::Place;
    const bool planned = before.attribution != Attribution::None && (before.planned || before.inherited);
    return body && planned && result_.outline_[unit_ - 1].role == here().role;
  }

  static bool only_exists(const std::vector<SentencePart>& parts) {
    for (std::size_t i = parts.size(); i > 1; --i) {
      if (!parts[i - 1].is_word()) continue;
      const bool exists = begins_with(parts[i - 1].letters, U"있다") || begins_with(parts[i - 1].letters, U"있습니다");
      return exists && (parts[i - 2].particle == U"이" || parts[i - 2].particle == U"가");
    }
    return false;
  }
  /// 주요 내용은 다음과 같다, and below it what is done (깎아 준다): the plans of the body that spoke last.
  bool is_announced_plan(const ReportedSpeech& speech, const Candidate& last) const {
    const bool body = last.kind == SourceKind::Body || last.kind == SourceKind::Place;
    if (!body || !speech.acts_without_subject || !speech.cues.empty()) return false;
    std::optional<std::size_t> at = here().parent;
    for (std::size_t steps = 0; at && steps < 4; ++steps) {
      if (announces_[*at]) return true;
      at = result_.outline_[*at].parent;
    }
    return false;
  }
  bool goes_on_with_findings(const ReportedSpeech& speech) {
    if (!findings_ || here().paragraph != findings_paragraph_ || findings_count_ >= kMostFindings) return false;
    if (!speech.cues.empty() || here().role != UnitRole::Prose) return false;
    const bool figures = std::any_of(speech.parts.begin(), speech.parts.end(), [](const SentencePart& part) {
      return !part.letters.empty() && part.letters[0] >= U'0' && part.letters[0] <= U'9';
    });
    // 나머지는 …: what is left of what was counted. …이 4종 있다: the author adds something.
    const bool remainder = !speech.parts.empty() && speech.parts[0].is_word() &&
                           SourceLists::all().is(SourceLists::Use::Remainder, speech.parts[0].noun());
    if ((!figures || only_exists(speech.parts)) && !remainder) {
      findings_.reset();
      return false;
    }
    ++findings_count_;
    return true;
  }

  /// What the units behind will need to know of this one.
  void remember(const ReportedSpeech& speech, bool explicit_own) {
    Reading& now = reading();
    labels_.resize(unit_ + 1);
    if (!is_content(here().role)) {
      findings_.reset();
      return;
    }
    if (!now.elided) topic_.reset();
    if (const auto name = topic_of(result_.text_, speech.parts)) topic_ = candidate_of(*name, speech.parts, unit_);
    const bool follows = says_that_it_follows(speech.parts);
    announces_[unit_] = follows;
    const auto announced = follows ? announced_source(result_.text_, speech.parts) : std::nullopt;
    if (explicit_own || announced) opened_.reset();
    if (announced || (explicit_own && speech.says_nothing)) {
      opened_ = announced ? candidate_of(*announced, speech.parts, unit_) : now.own.front();
      opens_more_ = announced.has_value();
      opened_role_ = here().role;
      opened_paragraph_ = here().paragraph;
    }
    if (explicit_own) {
      Candidate source = now.own.front();
      if (source.pronoun && !source.pronoun_names) {
        if (const Candidate* before = result_.antecedent(source, now)) {
          source = *before;
          source.unit = unit_;
        }
      }
      result_.said_.push_back(source);
      if (now.cites) {
        findings_ = source;
        findings_paragraph_ = here().paragraph;
        findings_count_ = 0;
      } else {
        findings_.reset();
      }
    }
    now.planned = explicit_own && !speech.quotes;
    if (is_label(speech)) {
      labels_[unit_] = label_source(speech);
      if (!labels_[unit_] && explicit_own) labels_[unit_] = now.own.front();
    }
    announce(speech, explicit_own);
  }

  bool is_label(const ReportedSpeech& speech) const {
    if (speech.parts.empty() || speech.parts.size() > kLabelWords + 1) return false;
    return speech.parts.back().is_mark(U':') || here().role == UnitRole::ListItem;
  }
  std::optional<Candidate> inner_name(const ReportedSpeech& speech, const Candidate& outer) const {
    const auto name = named_label(result_.text_, speech.parts);
    if (!name) return std::nullopt;
    Candidate inner = candidate_of(*name, speech.parts, unit_);
    if (name->kind == SourceKind::Unknown) inner.spans = {name->span, outer.spans.front()};
    return inner;
  }
  /// 보고서 내용: names the report; 이유: goes on with the item before.
  std::optional<Candidate> label_source(const ReportedSpeech& speech) {
    for (std::size_t i = 0; i < speech.parts.size(); ++i) {
      if (!speech.parts[i].is_word()) continue;
      const auto* noun = SourceLists::all().noun_of(speech.parts[i].noun());
      if (noun == nullptr || noun->kind != SourceKind::Document) continue;
      if (const auto name = source_name(result_.text_, speech.parts, i))
        return candidate_of(*name, speech.parts, unit_);
    }
    if (auto heading = heading_source(speech)) return heading;
    // 제조사 발표 > 누리셀: who is named inside speaks, if that is a name.
    if (const auto& outer = reading().inherited) {
      if (auto inner = inner_name(speech, *outer)) return inner;
    }
    if (speech.parts.back().is_mark(U':') && !result_.said_.empty() && result_.said_.size() > section_ &&
        result_.said_.back().unit + 2 > unit_) {
      return result_.said_.back();
    }
    return std::nullopt;
  }

  /// Who a sentence that ends in “다음과 같다”, or a report before a list, lets speak in the list.
  void announce(const ReportedSpeech& speech, bool explicit_own) {
    if (here().role == UnitRole::ListItem) return;
    announced_.reset();
    if (explicit_own) announced_ = reading().own.front();
    if (announced_) return;
    if (const auto name = announced_source(result_.text_, speech.parts)) {
      announced_ = candidate_of(*name, speech.parts, unit_);
    }
  }

  /// Who or what a heading lets speak below it.
  std::optional<Candidate> heading_source(const ReportedSpeech& speech) const {
    const auto name = speaking_heading(result_.text_, speech.parts);
    if (!name) return std::nullopt;
    return candidate_of(*name, speech.parts, unit_);
  }

  ClaimSources& result_;
  const WordEvidence& evidence_;
  std::size_t unit_ = 0;
  std::size_t section_ = 0;  ///< where in `said_` the section begins
  bool sure_ = false;
  std::vector<std::optional<Candidate>> headings_;
  std::vector<std::optional<Candidate>> labels_;
  std::vector<bool> announces_;  ///< whether a unit says that something follows
  std::optional<Candidate> announced_;
  KnownPersons persons_;
  std::optional<Candidate> topic_;   ///< what the unit before is about
  std::optional<Candidate> opened_;  ///< who was last said to have an opinion, without its content
  bool opens_more_ = false;          ///< … or announced: his words go on to the end of the paragraph
  UnitRole opened_role_ = UnitRole::Prose;
  std::size_t opened_paragraph_ = 0;
  std::optional<Candidate> interviewed_;  ///< the person named in the introduction of an interview
  bool interview_ = false;                ///< the introduction says that it is one
  bool questions_ = false;                ///< a question was asked
  bool answers_ = false;                  ///< an answer goes on
  bool title_seen_ = false;
  bool listed_ = false;       ///< a list stood below the heading
  bool behind_list_ = false;  ///< … and ordinary sentences follow, in which the author speaks
  bool bracketed_ = false;    ///< the turn stands in brackets: [이름 : “…”]
  std::size_t turn_unit_ = 0;
  std::optional<Candidate> findings_;
  std::size_t findings_paragraph_ = 0;
  std::size_t findings_count_ = 0;
};

ClaimSources::ClaimSources(const Text& text, std::vector<OutlineUnit> outline, const WordEvidence& evidence)
    : text_(text), outline_(std::move(outline)) {
  Reader(*this, evidence).read();
}

std::optional<std::size_t> ClaimSources::unit_at(TextPos pos) const {
  const auto behind = std::upper_bound(outline_.begin(), outline_.end(), pos,
                                       [](TextPos at, const OutlineUnit& unit) { return at < unit.span.start; });
  if (behind == outline_.begin()) return std::nullopt;
  const auto unit = behind - 1;
  if (pos > unit->span.end) return std::nullopt;
  return static_cast<std::size_t>(unit - outline_.begin());
}

const ClaimSources::Candidate* ClaimSources::antecedent(const Candidate& pronoun, const Reading& reading) const {
  const std::size_t before = reading.named_before;
  using Antecedent = SourceLists::Antecedent;
  const auto fits = [&](SourceKind kind, bool surely) {
    switch (*pronoun.pronoun) {
      case Antecedent::Person: return kind == SourceKind::Person || (!surely && kind == SourceKind::Unknown);
      case Antecedent::People: return kind == SourceKind::People || (!surely && kind == SourceKind::Person);
      case Antecedent::Body: return kind == SourceKind::Body || (!surely && kind == SourceKind::Unknown);
      case Antecedent::Document: return kind == SourceKind::Document || (!surely && kind == SourceKind::Body);
      case Antecedent::Author: return false;
    }
    return false;
  };
  // Whom a sentence was about since then, is meant by 그 and 그녀.
  const Candidate* met = nullptr;
  for (std::size_t i = reading.met_before; i > 0 && i + 6 > reading.met_before && met == nullptr; --i) {
    if (fits(met_[i - 1].kind, true)) met = &met_[i - 1];
  }
  // 조사단체 바다눈에 따르면 …. 이 단체는: right before it, what no list knows is a body as well.
  const bool unknown = before > 0 && *pronoun.pronoun == Antecedent::Body &&
                       said_[before - 1].kind == SourceKind::Unknown && !said_[before - 1].pronoun;
  if (unknown && said_[before - 1].unit + 2 >= pronoun.unit) return &said_[before - 1];
  for (const bool surely : {true, false}) {
    for (std::size_t i = before; i > 0 && i + 12 > before; --i) {
      if (said_[i - 1].pronoun || !fits(said_[i - 1].kind, surely)) continue;
      const bool since = met != nullptr && met->unit > said_[i - 1].unit && *pronoun.pronoun == Antecedent::Person;
      return since ? met : &said_[i - 1];
    }
  }
  return met;
}

std::vector<Span> ClaimSources::readings_of(const Candidate& candidate, const std::vector<NamedSpan>& named) const {
  std::vector<Span> spans = candidate.spans;
  auto entity = std::lower_bound(named.begin(), named.end(), candidate.phrase.start,
                                 [](const NamedSpan& one, TextPos at) { return one.span.end <= at; });
  for (; entity != named.end() && entity->span.start < candidate.phrase.end; ++entity) {
    const bool front = entity->kind == NamedSpan::Kind::Person || entity->kind == NamedSpan::Kind::Source ||
                       (entity->kind == NamedSpan::Kind::Organisation && candidate.kind != SourceKind::People &&
                        candidate.kind != SourceKind::Person && candidate.kind != SourceKind::Document);
    const auto known = std::find(spans.begin(), spans.end(), entity->span);
    if (front) {
      if (known != spans.end()) spans.erase(known);
      spans.insert(spans.begin(), entity->span);
    } else if (known == spans.end()) {
      spans.insert(spans.begin() + std::min<std::ptrdiff_t>(1, static_cast<std::ptrdiff_t>(spans.size())),
                   entity->span);
    }
  }
  return spans;
}

void ClaimSources::propose(std::vector<ClaimSource>& sources, const Candidate& candidate,
                           const std::vector<NamedSpan>& named, std::size_t readings) const {
  for (const Span& span : readings_of(candidate, named)) {
    if (readings == 0 || sources.size() == kMostSources) return;
    const bool known = std::any_of(sources.begin(), sources.end(), [&](const ClaimSource& source) {
      return !source.is_author() && text_.slice(source.span) == text_.slice(span);
    });
    if (known || span.empty()) continue;
    sources.push_back({span, candidate.kind});
    --readings;
  }
}

std::optional<Span> ClaimSources::annotated_subject(std::size_t unit, const std::vector<NamedSpan>& named) const {
  if (!readings_[unit].elided || readings_[unit].author) return std::nullopt;
  const Span span = outline_[unit].span;
  auto entity = std::lower_bound(named.begin(), named.end(), span.start,
                                 [](const NamedSpan& one, TextPos at) { return one.span.start < at; });
  for (; entity != named.end() && entity->span.end < span.end; ++entity) {
    const char32_t behind = text_.at(entity->span.end);
    const bool subject = behind == U'은' || behind == U'는' || behind == U'이' || behind == U'가';
    if (subject && entity->kind != NamedSpan::Kind::Location) return entity->span;
  }
  return std::nullopt;
}

ClaimSourceProposal ClaimSources::of(std::size_t unit, const std::vector<NamedSpan>& named) const {
  const Reading& reading = readings_.at(unit);
  ClaimSourceProposal proposal;
  proposal.attribution = reading.attribution;
  proposal.cues = reading.cues;
  std::vector<ClaimSource>& sources = proposal.sources;
  if (const auto subject = annotated_subject(unit, named)) {
    proposal.attribution = Attribution::Explicit;
    sources.push_back({*subject, SourceKind::Unknown});
  }
  const bool own_first = reading.attribution == Attribution::Explicit && !reading.own.empty() && !reading.author;
  if (proposal.attribution == Attribution::None) sources.push_back({});
  if (!own_first && reading.inherited) {
    const Candidate* const before = reading.inherited->pronoun ? antecedent(*reading.inherited, reading) : nullptr;
    propose(sources, *reading.inherited, named, before != nullptr ? 1 : 2);
    if (before != nullptr) propose(sources, *before, named, 1);
  }
  for (std::size_t i = 0; i < reading.own.size() && i < 3; ++i) {
    const Candidate& own = reading.own[i];
    const Candidate* before = own.pronoun ? antecedent(own, reading) : nullptr;
    const std::size_t readings = i == 0 && own_first && !(own.pronoun_names && before != nullptr) ? 2 : 1;
    if (own.pronoun && !own.pronoun_names && before != nullptr) propose(sources, *before, named, readings);
    propose(sources, own, named, readings);
    if (own.pronoun_names && before != nullptr) propose(sources, *before, named, 1);
  }
  if (own_first && reading.inherited) propose(sources, *reading.inherited, named, 1);
  for (std::size_t i = reading.named_before; i > 0 && sources.size() + 1 < kMostSources; --i) {
    if (i != reading.named_before && unit - said_[i - 1].unit > 3 * kFarthestUnit) break;
    propose(sources, said_[i - 1], named, 1);
  }
  const bool author =
      std::any_of(sources.begin(), sources.end(), [](const ClaimSource& one) { return one.is_author(); });
  if (!author) {
    if (sources.size() == kMostSources) sources.pop_back();
    sources.push_back({});
  }
  return proposal;
}

}  // namespace mitjul
