#include "ui/annotation_filter.h"

#include <algorithm>

#include "core/relation_depth.h"
#include "korean/search.h"

namespace mitjul {
namespace {

std::string without_blanks_around(const std::string& words) {
  constexpr const char* kBlanks = " \t\n\r";
  const std::size_t first = words.find_first_not_of(kBlanks);
  if (first == std::string::npos) return {};
  return words.substr(first, words.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace

bool AnnotationFilter::empty() const { return label.empty() && !method && without_blanks_around(words).empty(); }

AnnotationMatcher::AnnotationMatcher(const AnnotationFilter& filter, const Schema& schema,
                                     const AnnotatedDocument& document, const SearchText& text)
    : document_(document), method_(filter.method), words_(without_blanks_around(filter.words)) {
  if (!filter.label.empty()) {
    labels_.emplace();
    for (const Label& label : schema.labels) {
      if (schema.is_a(label.id, filter.label)) labels_->insert(label.id);
    }
  }
  if (words_.empty()) return;
  const std::string words = without_blanks_around(filter.words);
  Search(words, usual_mode(words)).find(text, [this](Span hit) {
    hits_.push_back(hit);
    return true;
  });
}

bool AnnotationMatcher::accepts(const Annotation& annotation) const {
  if (labels_ && labels_->count(annotation.label) == 0) return false;
  if (method_ && annotation.provenance.method != *method_) return false;
  return words_.empty() || has_words(annotation, kDeepestRelation);
}

bool AnnotationMatcher::has_words(const Annotation& annotation, int depth) const {
  if (const Spans* const spans = annotation.spans(); spans != nullptr && has_hit(*spans)) return true;
  if (const Relation* const relation = annotation.relation(); relation != nullptr && depth > 0) {
    for (const Argument& end : relation->arguments) {
      const Annotation* const target = end.target.document.empty() ? document_.find(end.target.id) : nullptr;
      if (target != nullptr && has_words(*target, depth - 1)) return true;
    }
  }
  const auto says = [this](const std::string& text) { return !text.empty() && words_.accepts(text); };
  if (says(annotation.note) || says(annotation.provenance.origin)) return true;
  return std::any_of(annotation.attributes.begin(), annotation.attributes.end(), [&](const auto& attribute) {
    return std::any_of(attribute.second.begin(), attribute.second.end(), says);
  });
}

bool AnnotationMatcher::has_hit(const Spans& spans) const {
  return std::any_of(spans.segments().begin(), spans.segments().end(), [this](const Span& segment) {
    const auto hit = std::lower_bound(hits_.begin(), hits_.end(), segment.start,
                                      [](const Span& each, TextPos start) { return each.start < start; });
    return hit != hits_.end() && hit->end <= segment.end;
  });
}

}  // namespace mitjul
