#include "core/review.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace mitjul {
namespace {

/// Revised in a version above `after`, but not above `up_to`.
std::vector<RevisedTag> tags_between(const Schema& schema, int after, int up_to) {
  std::vector<RevisedTag> tags;
  const auto revised = [&](int version) { return version > after && version <= up_to; };
  for (const Label& label : schema.labels) {
    if (revised(label.revised)) tags.push_back({{label.id}, {}, {}, label.revised, label.id});
    for (const Attribute& attribute : label.attributes) {
      for (const AttributeValue& value : attribute.values) {
        if (!revised(value.revised)) continue;
        RevisedTag tag{{}, attribute.id, value.id, value.revised, label.id};
        for (const Label& each : schema.labels) {
          if (schema.find_attribute(each.id, attribute.id) == &attribute) tag.labels.insert(each.id);
        }
        tags.push_back(std::move(tag));
      }
    }
  }
  return tags;
}

bool has(const Annotation& annotation, const RevisedTag& tag) {
  if (tag.labels.count(annotation.label) == 0) return false;
  if (tag.attribute.empty()) return true;
  const auto found = annotation.attributes.find(tag.attribute);
  return found != annotation.attributes.end() &&
         std::find(found->second.begin(), found->second.end(), tag.value) != found->second.end();
}

}  // namespace

std::string RevisedTag::id() const { return attribute.empty() ? owner : owner + "/" + attribute + "/" + value; }

std::vector<RevisedTag> revised_tags(const Schema& schema) { return tags_between(schema, 0, schema.version); }

std::vector<RevisedTag> tags_revised_in_draft(const Schema& schema) {
  return tags_between(schema, schema.version, std::numeric_limits<int>::max());
}

std::vector<std::size_t> reasons_to_review(const std::vector<RevisedTag>& tags, const Annotation& annotation) {
  std::vector<std::size_t> reasons;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (annotation.provenance.schema_version < tags[i].version && has(annotation, tags[i])) reasons.push_back(i);
  }
  return reasons;
}

bool in_review_order(const WaitingAnnotation& a, const WaitingAnnotation& b) {
  const auto key = [](const WaitingAnnotation& each) {
    return std::tie(each.document_name, each.document, each.kind, each.start, each.id);
  };
  return key(a) < key(b);
}

int last_revision(const std::vector<RevisedTag>& tags) {
  int last = 0;
  for (const RevisedTag& tag : tags) last = std::max(last, tag.version);
  return last;
}

bool is_reviewed(const Annotation& annotation, int last_revision, const AnnotatorKey& annotator) {
  const Provenance& provenance = annotation.provenance;
  return provenance.confirmed && provenance.confirmed_by == annotator && provenance.schema_version >= last_revision;
}

Annotation confirmed(Annotation annotation, const AnnotatorKey& annotator) {
  annotation.provenance.confirmed = Time();
  annotation.provenance.confirmed_by = annotator;
  return annotation;
}

AnnotationChange confirmation(const SetKey& set, const Annotation& annotation, const AnnotatorKey& annotator) {
  return {set, annotation, confirmed(annotation, annotator)};
}

}  // namespace mitjul
