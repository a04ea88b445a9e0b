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
  longest_given_ = 0;
  for (const Suggestion& each : given_) {
    open_.push_back(&each);
    longest_given_ = std::max(longest_given_, each.span.length());
  }
  selected_ = nullptr;
  if (!before) return;
  const auto again = std::find_if(given_.begin(), given_.end(), [&](const Suggestion& each) {
    return each.span == before->span && each.label == before->label;
  });
  if (again != given_.end()) selected_ = &*again;
}

/// Of some of what is given, what none of the annotations decides; both in order, and of the annotations all that may
/// overlap them.
std::vector<const Suggestion*> SuggestionList::open_among(Given first, Given last, Listed annotation, Listed end,
                                                          const IsRefused& is_refused) const {
  std::vector<const Suggestion*> open;
  std::vector<const Annotation*> near;  // those that may still overlap
  for (; first != last; ++first) {
    for (; annotation != end; ++annotation) {
      const Spans* const spans = (*annotation)->spans();
      // Relations and labels of the document are listed behind all spans.
      if (spans == nullptr || spans->start() >= first->span.end) break;
      near.push_back(*annotation);
    }
    std::erase_if(near, [&](const Annotation* each) { return each->spans()->end() <= first->span.start; });
    const bool decided = is_refused(*first) || std::any_of(near.begin(), near.end(), [&](const Annotation* each) {
                           return decides(*each, *first);
                         });
    if (!decided) open.push_back(&*first);
  }
  return open;
}

void SuggestionList::let_selected_go() {
  if (selected_ != nullptr && !std::binary_search(open_.begin(), open_.end(), selected_)) selected_ = nullptr;
}

bool SuggestionList::leave_out(const std::vector<const Annotation*>& listed, const IsRefused& is_refused) {
  longest_listed_ = 0;
  for (const Annotation* const each : listed) {
    if (each->spans() == nullptr) break;
    longest_listed_ = std::max(longest_listed_, each->spans()->hull().length());
  }
  std::vector<const Suggestion*> open =
      open_among(given_.begin(), given_.end(), listed.begin(), listed.end(), is_refused);
  const bool changed = open != open_;
  open_ = std::move(open);
  let_selected_go();
  return changed;
}

bool SuggestionList::leave_out_near(Span span, const std::vector<const Annotation*>& listed,
                                    const IsRefused& is_refused) {
  longest_listed_ = std::max(longest_listed_, span.length());
  const auto before = [](TextPos pos, std::uint32_t length) {
    return TextPos(pos.value() - std::min(pos.value(), length));
  };
  const auto first = std::partition_point(given_.begin(), given_.end(), [&](const Suggestion& each) {
    return each.span.start < before(span.start, longest_given_);
  });
  const auto last =
      std::partition_point(first, given_.end(), [&](const Suggestion& each) { return each.span.start < span.end; });
  if (first == last) return false;
  const auto annotation = std::partition_point(listed.begin(), listed.end(), [&](const Annotation* each) {
    return each->spans() != nullptr && each->spans()->start() < before(first->span.start, longest_listed_);
  });
  const std::vector<const Suggestion*> open = open_among(first, last, annotation, listed.end(), is_refused);
  const auto from = std::lower_bound(open_.begin(), open_.end(), &*first);
  const auto to = std::upper_bound(from, open_.end(), &*(last - 1));
  if (std::equal(from, to, open.begin(), open.end())) return false;
  open_.insert(open_.erase(from, to), open.begin(), open.end());
  let_selected_go();
  return true;
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
