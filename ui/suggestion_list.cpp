#include "ui/suggestion_list.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace mitjul {
namespace {

// Something longer is for reading, and no word to click at, whatever its label.
constexpr std::uint32_t kLongestWord = 30;

bool in_text_order(const Suggestion& a, const Suggestion& b) {
  return std::tuple(a.span.start, b.span.end, std::string_view(a.label)) <
         std::tuple(b.span.start, a.span.end, std::string_view(b.label));
}

bool decides(const Annotation& annotation, const Suggestion& suggestion) {
  const std::vector<Span>& segments = annotation.spans()->segments();
  if (segments.size() == 1 && segments.front() == suggestion.span) return true;
  return annotation.label == suggestion.label &&
         std::any_of(segments.begin(), segments.end(), [&](Span each) { return each.overlaps(suggestion.span); });
}

bool are_rivals(const Suggestion& a, const Suggestion& b) {
  return a.span == b.span || (a.span.overlaps(b.span) && a.label == b.label);
}

/// What says where an accepted suggestion came from, the same in every language.
std::string origin_of(const SuggestionReason& reason) {
  switch (reason.kind) {
    case SuggestionReason::Kind::Annotated: return "annotated elsewhere: " + std::to_string(reason.count);
    case SuggestionReason::Kind::Gazetteer: return "word list";
    case SuggestionReason::Kind::Date: return "form of a date";
    case SuggestionReason::Kind::Quantity: return "form of a quantity";
    case SuggestionReason::Kind::Claim: return "claim rule " + std::to_string(reason.rule);
  }
  return {};
}

}  // namespace

SuggestedMark suggested_mark(const Suggestion& suggestion) {
  const bool passage =
      suggestion.reason.kind == SuggestionReason::Kind::Claim || suggestion.span.length() > kLongestWord;
  return {suggestion.span, suggestion.label, passage ? SuggestedMark::Kind::Passage : SuggestedMark::Kind::Word};
}

void SuggestionList::set(std::vector<Suggestion> given) {
  const std::optional<Suggestion> before = selected_ == nullptr ? std::optional<Suggestion>() : *selected_;
  given_ = std::move(given);
  std::stable_sort(given_.begin(), given_.end(), in_text_order);
  open_.clear();
  open_.reserve(given_.size());
  for (const Suggestion& each : given_) open_.push_back(&each);
  selected_ = nullptr;
  if (!before) return;
  const auto again = std::find_if(given_.begin(), given_.end(), [&](const Suggestion& each) {
    return each.span == before->span && each.label == before->label;
  });
  if (again != given_.end()) selected_ = &*again;
}

bool SuggestionList::leave_out(const std::vector<const Annotation*>& listed,
                               const std::function<bool(const Suggestion&)>& is_refused) {
  const std::vector<const Suggestion*> before = std::exchange(open_, {});
  std::vector<const Annotation*> near;  // those that may still overlap
  std::size_t annotation = 0;
  for (std::size_t i = 0; i < given_.size(); ++i) {
    const Suggestion& suggestion = given_[i];
    for (; annotation < listed.size(); ++annotation) {
      const Spans* const spans = listed[annotation]->spans();
      // Relations and labels of the document are listed behind all spans.
      if (spans == nullptr || spans->start() >= suggestion.span.end) break;
      near.push_back(listed[annotation]);
    }
    std::erase_if(near, [&](const Annotation* each) { return each->spans()->end() <= suggestion.span.start; });
    const bool decided = is_refused(suggestion) || std::any_of(near.begin(), near.end(), [&](const Annotation* each) {
                           return decides(*each, suggestion);
                         });
    if (!decided) open_.push_back(&suggestion);
  }
  if (selected_ != nullptr && !std::binary_search(open_.begin(), open_.end(), selected_)) selected_ = nullptr;
  return open_ != before;
}

const Suggestion* SuggestionList::next(TextPos from) const {
  if (selected_ != nullptr) return behind(*selected_);
  if (open_.empty()) return nullptr;
  const auto found = std::lower_bound(open_.begin(), open_.end(), from,
                                      [](const Suggestion* each, TextPos pos) { return each->span.start < pos; });
  return found == open_.end() ? open_.front() : *found;
}

const Suggestion* SuggestionList::previous(TextPos from) const {
  if (open_.empty()) return nullptr;
  const auto found = selected_ != nullptr
                         ? std::lower_bound(open_.begin(), open_.end(), selected_)
                         : std::lower_bound(open_.begin(), open_.end(), from,
                                            [](const Suggestion* each, TextPos pos) { return each->span.start < pos; });
  return found == open_.begin() ? open_.back() : *(found - 1);
}

const Suggestion* SuggestionList::behind(const Suggestion& gone) const {
  if (open_.empty()) return nullptr;
  const auto found = std::upper_bound(open_.begin(), open_.end(), &gone);
  return found == open_.end() ? open_.front() : *found;
}

std::vector<const Suggestion*> SuggestionList::like(const Suggestion& one, const Text& text) const {
  std::vector<const Suggestion*> found;
  const std::string_view words = text.slice(one.span);
  std::copy_if(open_.begin(), open_.end(), std::back_inserter(found),
               [&](const Suggestion* each) { return each->label == one.label && text.slice(each->span) == words; });
  return found;
}

std::vector<const Suggestion*> without_rivals(const std::vector<const Suggestion*>& suggestions) {
  std::vector<const Suggestion*> kept;
  std::vector<const Suggestion*> near;  // those kept that may still overlap
  for (const Suggestion* const each : suggestions) {
    std::erase_if(near, [&](const Suggestion* other) { return other->span.end <= each->span.start; });
    const bool beaten = std::any_of(near.begin(), near.end(), [&](const Suggestion* other) {
      return are_rivals(*each, *other) && other->confidence >= each->confidence;
    });
    if (beaten) continue;
    const auto is_rival = [&](const Suggestion* other) { return are_rivals(*each, *other); };
    if (std::erase_if(near, is_rival) > 0) std::erase_if(kept, is_rival);
    kept.push_back(each);
    near.push_back(each);
  }
  return kept;
}

Annotation annotation_of(const Suggestion& suggestion, const AnnotationId& provisional) {
  Annotation made{provisional, suggestion.label, Spans(suggestion.span), suggestion.attributes, "", {}};
  made.provenance.method = suggestion.method;
  made.provenance.origin = origin_of(suggestion.reason);
  made.provenance.confidence = suggestion.confidence;
  return made;
}

}  // namespace mitjul
