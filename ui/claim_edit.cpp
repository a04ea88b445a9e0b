#include "ui/claim_edit.h"

#include <algorithm>
#include <cassert>
#include <functional>

#include "core/annotation_edits.h"

namespace mitjul {
namespace {

constexpr const char* kSourceRelation = "source";
constexpr const char* kCueRelation = "cue";
constexpr const char* kPartRelation = "part";
constexpr const char* kCueLabel = "CUE";

const Annotation* annotation_on(const AnnotationSet* set, Span span,
                                const std::function<bool(const Annotation&)>& fits) {
  if (set == nullptr) return nullptr;
  for (const auto& [id, annotation] : set->annotations()) {
    const Spans* const spans = annotation.spans();
    if (spans != nullptr && *spans == Spans(span) && fits(annotation)) return &annotation;
  }
  return nullptr;
}

/// Puts an edit together, taking what is annotated already.
class ClaimEdit {
 public:
  ClaimEdit(const Schema& schema, const SetKey& key, const AnnotationSet* set)
      : schema_(schema), key_(key), set_(set) {}

  Edit make(const ClaimChoice& choice) {
    const Annotation claim = put_claim(choice.claim, attributes_of(choice), choice.untouched);
    put_source(claim, choice);
    for (const Span& cue : choice.cues) relate(claim, kCueRelation, cue, kCueLabel);
    if (schema_.find(kPartRelation) != nullptr) {
      for (const Span& part : choice.parts) relate_to(claim, kPartRelation, put_claim(part, {}, {}));
    }
    return std::move(edit_);
  }

 private:
  /// An attribute that is to have no value has none in its list.
  Attributes attributes_of(const ClaimChoice& choice) const {
    Attributes attributes;
    const auto add = [&](const char* id, const std::string& value) {
      const Attribute* const attribute = schema_.find_attribute(claim_label(schema_), id);
      if (attribute == nullptr) return;
      if (value.empty()) {
        attributes[id] = {};
        return;
      }
      const bool known =
          attribute->values.empty() || std::any_of(attribute->values.begin(), attribute->values.end(),
                                                   [&](const AttributeValue& each) { return each.id == value; });
      if (known) attributes[id] = {value};
    };
    add("type", choice.type);
    add("attribution", choice.attribution);
    add("restated", choice.restated);
    return attributes;
  }

  Annotation add(const std::string& label, Anchor anchor, Attributes attributes) {
    AnnotationChange change =
        new_annotation(key_, edit_.changes.size() + 1, label, std::move(anchor), Method::Suggestion);
    change.after->attributes = std::move(attributes);
    edit_.changes.emplace_back(change);
    return *change.after;
  }

  Annotation put_claim(Span span, const Attributes& attributes, const std::set<std::string>& untouched) {
    const Annotation* const present = claim_on(schema_, set_, span);
    Attributes wanted = present == nullptr ? Attributes() : present->attributes;
    for (const auto& [id, values] : attributes) {
      if (untouched.count(id) > 0 && wanted.count(id) > 0) continue;
      if (values.empty()) {
        wanted.erase(id);
      } else {
        wanted[id] = values;
      }
    }
    if (present == nullptr) return add(claim_label(schema_), Spans(span), std::move(wanted));
    Annotation changed = *present;
    changed.attributes = std::move(wanted);
    if (changed != *present) edit_.changes.emplace_back(AnnotationChange{key_, *present, changed});
    return changed;
  }

  void put_source(const Annotation& claim, const ClaimChoice& choice) {
    std::vector<PresentSource> present;
    if (set_ != nullptr && set_->find(claim.id) != nullptr) present = present_sources(schema_, *set_, claim);
    if (!present.empty() && choice.untouched.count(kSourceRelation) > 0) return;
    const bool is_there = choice.source && std::any_of(present.begin(), present.end(), [&](const PresentSource& each) {
                            return each.source->spans()->hull() == *choice.source;
                          });
    if (is_there) return;
    if (!choice.source || present.size() == 1) {
      for (const PresentSource& each : present) {
        edit_.changes.emplace_back(AnnotationChange{key_, *each.relation, std::nullopt});
      }
    }
    if (choice.source) relate(claim, kSourceRelation, *choice.source, choice.source_label);
  }

  /// Relates the claim to what is annotated there, or else to a new annotation with `label`.
  void relate(const Annotation& claim, const char* relation, Span span, const std::string& label) {
    const auto allowed = [&](const Annotation& other) {
      return relation_between(schema_, relation, claim, other).has_value();
    };
    if (const Annotation* const present = annotation_on(set_, span, allowed))
      return relate_to(claim, relation, *present);
    Annotation other = *new_annotation(key_, edit_.changes.size() + 1, label, Spans(span)).after;
    if (schema_.find(label) == nullptr || !allowed(other)) return;
    relate_to(claim, relation, add(label, Spans(span), {}));
  }

  void relate_to(const Annotation& claim, const char* label, const Annotation& other) {
    auto relation = relation_between(schema_, label, claim, other);
    if (!relation || is_related(label, *relation)) return;
    add(label, *std::move(relation), {});
  }

  bool is_related(const char* label, const Relation& relation) const {
    if (set_ == nullptr) return false;
    return std::any_of(set_->annotations().begin(), set_->annotations().end(), [&](const auto& each) {
      return each.second.label == label && each.second.relation() != nullptr && *each.second.relation() == relation;
    });
  }

  const Schema& schema_;
  const SetKey& key_;
  const AnnotationSet* set_;
  Edit edit_{"claim", {}};
};

}  // namespace

std::string claim_label(const Schema& schema) {
  for (const char* const id : {"CLAIM", "Claim"}) {
    const Label* const label = schema.find(id);
    if (label != nullptr && label->kind == LabelKind::Span) return id;
  }
  return {};
}

const Annotation* claim_on(const Schema& schema, const AnnotationSet* set, Span span) {
  const std::string label = claim_label(schema);
  return annotation_on(set, span, [&](const Annotation& each) { return schema.is_a(each.label, label); });
}

std::vector<PresentSource> present_sources(const Schema& schema, const AnnotationSet& set, const Annotation& claim) {
  std::vector<PresentSource> found;
  for (const auto& [id, each] : set.annotations()) {
    if (each.label != kSourceRelation || each.relation() == nullptr) continue;
    for (const Argument& end : each.relation()->arguments) {
      const Annotation* const other = end.target.document.empty() ? set.find(end.target.id) : nullptr;
      if (other == nullptr || other->id == claim.id || other->spans() == nullptr) continue;
      if (relation_between(schema, kSourceRelation, claim, *other) == *each.relation()) found.push_back({&each, other});
    }
  }
  return found;
}

Edit claim_edit(const Schema& schema, const SetKey& key, const AnnotationSet* set, const ClaimChoice& choice) {
  assert(!claim_label(schema).empty());
  return ClaimEdit(schema, key, set).make(choice);
}

}  // namespace mitjul
