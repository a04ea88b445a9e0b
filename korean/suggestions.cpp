#include "korean/suggestions.h"

#include <algorithm>
#include <map>
#include <optional>

#include "korean/date_quantity.h"
#include "korean/embedded_table.h"
#include "korean/occurrences.h"

namespace mitjul {
namespace {

// Below this nothing is suggested.
constexpr double kLeastConfidence = 0.5;
constexpr double kListedConfidence = 0.95;
constexpr double kPatternConfidence = 0.9;
// Names of one letter are mostly something else.
constexpr std::size_t kShortestSurface = 2;

std::string_view row_of(PatternKind kind) {
  switch (kind) {
    case PatternKind::Date: return "date";
    case PatternKind::TimeOfDay: return "time";
    case PatternKind::Days: return "days";
    case PatternKind::Hours: return "hours";
    case PatternKind::Quantity: return "quantity";
  }
  return {};
}

/// A label that a suggestion can be of: on spans, and complete without an attribute that only a person can give.
bool can_be_suggested(const Schema& schema, std::string_view label) {
  const Label* const found = schema.find(label);
  if (found == nullptr || found->kind != LabelKind::Span) return false;
  const std::vector<const Attribute*> attributes = schema.attributes_of(label);
  return std::none_of(attributes.begin(), attributes.end(), [](const Attribute* attribute) {
    return attribute->required && attribute->default_value.empty();
  });
}

/// The label for a kind of pattern; empty where the schema has none.
std::string label_of(PatternKind kind, const Schema& schema) {
  for (const auto& row : korean_table_rows("pattern_labels")) {
    if (row.at(0) != row_of(kind)) continue;
    const std::string& labels = row.at(1);
    for (std::size_t start = 0; start < labels.size();) {
      const std::size_t end = std::min(labels.find(' ', start), labels.size());
      const std::string label = labels.substr(start, end - start);
      if (can_be_suggested(schema, label)) return label;
      start = end + 1;
    }
  }
  return {};
}

/// Everything that could be suggested for a document, before the annotator's own annotations are looked at.
class Candidates {
 public:
  Candidates(const Text& text, const ProjectWords& words, const DocumentKey& document, const Schema& schema)
      : source_(text),
        words_(words),
        elsewhere_(words.elsewhere(document)),
        schema_(schema),
        in_text_(surface_text(text), words),
        spans_(text, words.options) {}

  /// The longest first; of as long ones those of the word list, then the more confident.
  std::vector<Suggestion> all();

 private:
  void take_words_at(std::size_t begin);
  void take_patterns();
  void add(std::size_t begin, std::size_t end, Suggestion suggestion);
  std::optional<Suggestion> from_lexicon(const Lexicon::Entry& entry);
  std::optional<Suggestion> make_from_lexicon(const Lexicon::Entry& entry) const;
  bool suggestible(const std::string& label);

  const Text& source_;
  const ProjectWords& words_;
  ProjectWords::Elsewhere elsewhere_;
  const Schema& schema_;
  WordsInText in_text_;
  SpansWithParticles spans_;
  std::vector<Suggestion> found_;
  // What was found out before, by surface and by label.
  std::map<const Lexicon::Entry*, std::optional<Suggestion>> from_lexicon_;
  std::map<std::string, bool> suggestible_;
};

std::vector<Suggestion> Candidates::all() {
  for (std::size_t i = 0; i < in_text_.text().letters.size(); ++i) {
    if (in_text_.begins_at(i)) take_words_at(i);
  }
  take_patterns();
  std::sort(found_.begin(), found_.end(), [](const Suggestion& a, const Suggestion& b) {
    if (a.span.length() != b.span.length()) return a.span.length() > b.span.length();
    if (a.method != b.method) return a.method == Method::Gazetteer;
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    return a.span < b.span;
  });
  return std::move(found_);
}

void Candidates::take_words_at(std::size_t begin) {
  const std::u32string_view letters = std::u32string_view(in_text_.text().letters).substr(begin);
  words_.listed().for_each_beginning(letters, [&](std::size_t length, std::uint32_t number) {
    const std::string& label = words_.word_list()[number].label;
    if (!label.empty() && !suggestible(label)) return;
    if (in_text_.trust(begin, begin + length) == Trust::Uncertain) return;
    add(begin, begin + length,
        {{}, label, {}, kListedConfidence, Method::Gazetteer, {SuggestionReason::Kind::Gazetteer, 0, 0, ""}});
  });
  words_.lexicon().index().for_each_beginning(letters, [&](std::size_t length, std::uint32_t number) {
    const std::optional<Suggestion> suggestion = from_lexicon(words_.lexicon().entry(number));
    if (!suggestion || in_text_.trust(begin, begin + length) == Trust::Uncertain) return;
    add(begin, begin + length, *suggestion);
  });
}

void Candidates::take_patterns() {
  std::map<PatternKind, std::string> labels;
  for (const FoundPattern& pattern : dates_and_quantities(source_)) {
    const auto known = labels.find(pattern.kind);
    const std::string& label = known != labels.end()
                                   ? known->second
                                   : labels.emplace(pattern.kind, label_of(pattern.kind, schema_)).first->second;
    if (label.empty()) continue;
    const bool date = pattern.kind == PatternKind::Date || pattern.kind == PatternKind::TimeOfDay;
    const auto reason = date ? SuggestionReason::Kind::Date : SuggestionReason::Kind::Quantity;
    found_.push_back(
        {spans_.with_particle(pattern.span), label, {}, kPatternConfidence, Method::Suggestion, {reason, 0, 0, ""}});
  }
}

void Candidates::add(std::size_t begin, std::size_t end, Suggestion suggestion) {
  suggestion.span = in_text_.text().span(begin, end);
  // A letter that carries marks of its own is another one.
  if (source_.snap_to_graphemes(suggestion.span) != suggestion.span) return;
  suggestion.span = spans_.with_particle(suggestion.span);
  found_.push_back(std::move(suggestion));
}

bool Candidates::suggestible(const std::string& label) {
  const auto known = suggestible_.find(label);
  if (known != suggestible_.end()) return known->second;
  return suggestible_[label] = can_be_suggested(schema_, label);
}

std::optional<Suggestion> Candidates::from_lexicon(const Lexicon::Entry& entry) {
  const auto known = from_lexicon_.find(&entry);
  if (known != from_lexicon_.end()) return known->second;
  std::optional<Suggestion> made = make_from_lexicon(entry);
  if (made && !suggestible(made->label)) made.reset();
  return from_lexicon_[&entry] = made;
}

/// How often the surface was annotated so elsewhere, of all times that it stands there: once alone is little proof.
std::optional<Suggestion> Candidates::make_from_lexicon(const Lexicon::Entry& entry) const {
  if (entry.surface.size() < kShortestSurface) return std::nullopt;
  const std::vector<Lexicon::Use> uses = elsewhere_.uses(entry.surface);
  if (uses.empty()) return std::nullopt;
  std::uint32_t annotated = 0;
  for (const Lexicon::Use& use : uses) annotated += use.count;
  const std::uint32_t stands = std::max(annotated, elsewhere_.occurrences(entry.surface));
  const double confidence = (uses.front().count + 1.0) / (stands + 1.5);
  if (confidence < kLeastConfidence) return std::nullopt;
  return Suggestion{{},         uses.front().label, {},
                    confidence, Method::Suggestion, {SuggestionReason::Kind::Annotated, uses.front().count, 0, ""}};
}

/// Whether what the annotator has said already leaves no room for a suggestion. `behind`: annotations before this
/// place start before the suggestion ends.
class Annotated {
 public:
  Annotated(const std::vector<LabelledSpan>& annotations, const Schema& schema)
      : annotations_(annotations), schema_(schema) {
    for (const LabelledSpan& annotation : annotations) {
      reach_.push_back(reach_.empty() ? annotation.span.end : std::max(reach_.back(), annotation.span.end));
    }
  }

  bool rules_out(const Suggestion& suggestion) const {
    const auto behind = std::partition_point(annotations_.begin(), annotations_.end(), [&](const LabelledSpan& other) {
      return other.span.start < suggestion.span.end;
    });
    for (auto i = static_cast<std::size_t>(behind - annotations_.begin());
         i > 0 && reach_[i - 1] > suggestion.span.start; --i) {
      if (rules_out(annotations_[i - 1], suggestion)) return true;
    }
    return false;
  }

 private:
  bool rules_out(const LabelledSpan& annotation, const Suggestion& suggestion) const {
    if (!annotation.span.overlaps(suggestion.span)) return false;
    if (annotation.span == suggestion.span || annotation.label == suggestion.label) return true;
    // A part of a longer name: 미국 in 미국 경제자문위원회.
    if (annotation.span.length() <= kLongestName) return true;
    return stands_alone(annotation.label) || stands_alone(suggestion.label);
  }
  bool stands_alone(std::string_view label) const {
    const Label* const found = schema_.find(label);
    return found != nullptr && found->overlap == OverlapRule::None;
  }

  const std::vector<LabelledSpan>& annotations_;
  const Schema& schema_;
  std::vector<TextPos> reach_;  // how far the annotations up to here reach
};

bool is_refused(const Suggestion& suggestion, const Text& text, const Refused& refused) {
  if (refused.places.contains({suggestion.span, suggestion.label})) return true;
  if (refused.surfaces.empty()) return false;
  return refused.surfaces.contains({surface_letters(text.slice(suggestion.span)), suggestion.label});
}

}  // namespace

std::vector<Suggestion> suggest_words(const Text& text, const DocumentKey& document, const ProjectWords& words,
                                      const Schema& schema, const std::vector<LabelledSpan>& annotations,
                                      const Refused& refused) {
  std::map<TextPos, TextPos> taken;  // starts and ends
  const auto take = [&](Span span) {
    const auto next = taken.lower_bound(span.start);
    if (next != taken.end() && next->first < span.end) return false;
    if (next != taken.begin() && std::prev(next)->second > span.start) return false;
    taken.emplace_hint(next, span.start, span.end);
    return true;
  };
  const Annotated annotated(annotations, schema);
  std::vector<Suggestion> chosen;
  for (Suggestion& suggestion : Candidates(text, words, document, schema).all()) {
    // What is refused or annotated, and a listed word without a label, takes its place all the same: no part of it is
    // suggested instead.
    if (!take(suggestion.span) || suggestion.label.empty()) continue;
    if (annotated.rules_out(suggestion) || is_refused(suggestion, text, refused)) continue;
    chosen.push_back(std::move(suggestion));
  }
  std::sort(chosen.begin(), chosen.end(), [](const Suggestion& a, const Suggestion& b) { return a.span < b.span; });
  return chosen;
}

}  // namespace mitjul
