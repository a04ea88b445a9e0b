#include "export/schema_losses.h"

#include <algorithm>
#include <functional>
#include <set>

namespace mitjul {
namespace {

std::size_t one_if(bool is) { return is ? 1 : 0; }

std::size_t count_labels(const Schema& schema, const std::function<bool(const Label&)>& uses) {
  return static_cast<std::size_t>(std::count_if(schema.labels.begin(), schema.labels.end(), uses));
}

std::size_t count_attributes(const Schema& schema, const std::function<bool(const Label&, const Attribute&)>& uses) {
  std::size_t count = 0;
  for (const Label& label : schema.labels) {
    for (const Attribute& attribute : label.attributes) count += one_if(uses(label, attribute));
  }
  return count;
}

std::size_t count_keys(const Schema& schema) {
  return count_labels(schema, [](const Label& label) { return !label.key.empty(); }) +
         count_attributes(schema, [](const Label&, const Attribute& attribute) { return !attribute.key.empty(); });
}

std::size_t count_guidelines(const Schema& schema) {
  return one_if(!schema.guideline.empty()) +
         count_labels(schema, [](const Label& label) { return !label.guideline.empty(); });
}

std::size_t count_revisions(const Schema& schema) {
  std::size_t count = count_labels(schema, [](const Label& label) { return label.revised != 0; });
  for (const Label& label : schema.labels) {
    for (const Attribute& attribute : label.attributes) {
      for (const AttributeValue& value : attribute.values) count += one_if(value.revised != 0);
    }
  }
  return count;
}

bool breaks_span_rules(const Label& label) {
  return !label.may_be_discontinuous || !label.may_cross_units || label.needs_relation;
}

std::size_t count_roles(const Schema& schema, const std::function<bool(const Role&)>& uses) {
  return count_labels(schema,
                      [&](const Label& label) { return std::any_of(label.roles.begin(), label.roles.end(), uses); });
}

std::size_t count_kind(const Schema& schema, LabelKind kind) {
  return count_labels(schema, [kind](const Label& label) { return label.kind == kind; });
}

std::size_t count_attributes_of(const Schema& schema, LabelKind kind) {
  return count_attributes(schema, [kind](const Label& label, const Attribute&) { return label.kind == kind; });
}

bool is_free(const Attribute& attribute) {
  return attribute.type == AttributeType::Text || attribute.type == AttributeType::Number ||
         attribute.type == AttributeType::Date;
}

std::size_t count_uses(const Schema& schema, SchemaFeature feature) {
  switch (feature) {
    case SchemaFeature::NameAndVersion: return 1;
    case SchemaFeature::Guidelines: return count_guidelines(schema);
    case SchemaFeature::Descriptions:
      return count_labels(schema, [](const Label& label) { return !label.description.empty(); });
    case SchemaFeature::Colors: return count_labels(schema, [](const Label& label) { return !label.color.empty(); });
    case SchemaFeature::Keys: return count_keys(schema);
    case SchemaFeature::OverlapRules:
      return count_labels(schema, [](const Label& label) { return label.overlap != OverlapRule::Any; });
    case SchemaFeature::SpanRules: return count_labels(schema, breaks_span_rules);
    case SchemaFeature::Revisions: return count_revisions(schema);
    case SchemaFeature::Hierarchy:
      return count_labels(schema, [](const Label& label) { return !label.parent.empty(); });
    case SchemaFeature::DocumentLabels: return count_kind(schema, LabelKind::Document);
    case SchemaFeature::Relations: return count_kind(schema, LabelKind::Relation);
    case SchemaFeature::LargeRelations:
      return count_labels(schema, [](const Label& label) { return label.roles.size() > 2; });
    case SchemaFeature::AllowedEnds: return count_roles(schema, [](const Role& role) { return !role.allowed.empty(); });
    case SchemaFeature::RelationsAsEnds:
      return count_roles(schema, [&](const Role& role) {
        return std::any_of(role.allowed.begin(), role.allowed.end(), [&](const std::string& id) {
          const Label* const label = schema.find(id);
          return label != nullptr && label->kind == LabelKind::Relation;
        });
      });
    case SchemaFeature::RelationAttributes: return count_attributes_of(schema, LabelKind::Relation);
    case SchemaFeature::DocumentAttributes: return count_attributes_of(schema, LabelKind::Document);
    case SchemaFeature::FreeAttributes:
      return count_attributes(schema, [](const Label&, const Attribute& attribute) { return is_free(attribute); });
    case SchemaFeature::SeveralValues:
      return count_attributes(
          schema, [](const Label&, const Attribute& attribute) { return attribute.type == AttributeType::Choices; });
    case SchemaFeature::RequiredAttributes:
      return count_attributes(schema, [](const Label&, const Attribute& attribute) { return attribute.required; });
    case SchemaFeature::Defaults:
      return count_attributes(
          schema, [](const Label&, const Attribute& attribute) { return !attribute.default_value.empty(); });
    default: return 0;  // of other programs only, or counted by who writes
  }
}

}  // namespace

std::vector<SchemaLoss> losses_of(const Schema& schema, std::initializer_list<SchemaFeature> not_held) {
  std::vector<SchemaLoss> losses;
  for (const SchemaFeature feature : not_held) {
    if (const std::size_t count = count_uses(schema, feature)) losses.push_back({feature, count});
  }
  return losses;
}

std::vector<std::string> with_those_below(const Schema& schema, const std::string& label) {
  std::set<std::string_view> found{label};
  std::vector<std::string> all;
  for (const Label& candidate : schema.labels) {  // parents stand before their children
    if (found.count(candidate.parent) != 0) found.insert(candidate.id);
    if (found.count(candidate.id) != 0) all.push_back(candidate.id);
  }
  return all;
}

std::vector<const Label*> top_labels(const Schema& schema, LabelKind kind) {
  std::vector<const Label*> top;
  for (const Label& label : schema.labels) {
    if (label.kind == kind && label.parent.empty()) top.push_back(&label);
  }
  return top;
}

}  // namespace mitjul
