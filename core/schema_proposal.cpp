#include "core/schema_proposal.h"

#include <algorithm>
#include <set>

#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 3> kStates{"open", "accepted", "declined"};

std::set<std::string> labels_named(const SchemaOperation& operation) {
  struct Named {
    std::set<std::string> operator()(const AddLabel& added) const { return {added.label.parent, added.before}; }
    std::set<std::string> operator()(const ChangeLabel& change) const { return {change.label.id}; }
    std::set<std::string> operator()(const MoveLabel& move) const { return {move.label, move.parent, move.before}; }
    std::set<std::string> operator()(const MergeLabels& merge) const { return {merge.from, merge.into}; }
    std::set<std::string> operator()(const SplitLabel& split) const { return {split.label}; }
    std::set<std::string> operator()(const DeleteLabel& deletion) const { return {deletion.label}; }
    std::set<std::string> operator()(const ChangeGuideline&) const { return {}; }
    std::set<std::string> operator()(const ReplaceSchema&) const { return {}; }
  };
  return std::visit(Named(), operation);
}

/// Without the marks of what was revised when, which come with every version and say nothing of what is meant.
Label unmarked(Label label) {
  label.revised = 0;
  for (Attribute& attribute : label.attributes) {
    for (AttributeValue& value : attribute.values) value.revised = 0;
  }
  return label;
}

/// A field that was to become `wanted`; false where it has become something else since.
template <class Field>
bool take_over(Field& wanted, const Field& seen, const Field& present) {
  if (wanted == seen) wanted = present;
  return present == seen || wanted == present;
}

bool take_over_label(Label& wanted, const Label& seen, const Label& present) {
  return take_over(wanted.name, seen.name, present.name) && take_over(wanted.color, seen.color, present.color) &&
         take_over(wanted.key, seen.key, present.key) &&
         take_over(wanted.description, seen.description, present.description) &&
         take_over(wanted.guideline, seen.guideline, present.guideline) &&
         take_over(wanted.attributes, seen.attributes, present.attributes) &&
         take_over(wanted.roles, seen.roles, present.roles) &&
         take_over(wanted.overlap, seen.overlap, present.overlap) &&
         take_over(wanted.may_be_discontinuous, seen.may_be_discontinuous, present.may_be_discontinuous) &&
         take_over(wanted.may_cross_units, seen.may_cross_units, present.may_cross_units) &&
         take_over(wanted.needs_relation, seen.needs_relation, present.needs_relation);
}

bool is_same(const Schema& a, const Schema& b) {
  return a.name == b.name && a.guideline == b.guideline &&
         std::equal(a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(),
                    [](const Label& one, const Label& other) { return unmarked(one) == unmarked(other); });
}

}  // namespace

std::string_view to_string(ProposalState state) { return name_of(kStates, state); }

std::optional<ProposalState> parse_proposal_state(std::string_view text) {
  return enum_named<ProposalState>(kStates, text);
}

Schema part_of(const Schema& schema, const SchemaOperation& operation) {
  if (std::holds_alternative<ReplaceSchema>(operation)) return schema;
  Schema part{schema.name, schema.version, {}, {}, schema.draft};
  if (std::holds_alternative<ChangeGuideline>(operation)) part.guideline = schema.guideline;
  const std::set<std::string> named = labels_named(operation);
  std::copy_if(schema.labels.begin(), schema.labels.end(), std::back_inserter(part.labels), [&](const Label& label) {
    return std::any_of(named.begin(), named.end(), [&](const std::string& id) { return schema.is_a(id, label.id); });
  });
  return part;
}

std::optional<Problem> bring_up_to_date(SchemaOperation& operation, const Schema& seen, const Schema& present) {
  if (auto* const change = std::get_if<ChangeLabel>(&operation)) {
    const Label* const before = seen.find(change->label.id);
    const Label* const now = present.find(change->label.id);
    if (before == nullptr || now == nullptr) return make_problem(ProblemCode::UnknownLabel, {change->label.id});
    change->label = unmarked(change->label);
    if (take_over_label(change->label, unmarked(*before), unmarked(*now))) return std::nullopt;
    return make_problem(ProblemCode::ChangedMeanwhile, {now->name});
  }
  if (auto* const change = std::get_if<ChangeGuideline>(&operation)) {
    if (take_over(change->guideline, seen.guideline, present.guideline)) return std::nullopt;
    return make_problem(ProblemCode::ChangedMeanwhile, {"guideline"});
  }
  if (std::holds_alternative<ReplaceSchema>(operation) && !is_same(seen, present)) {
    return make_problem(ProblemCode::ChangedMeanwhile, {"schema"});
  }
  return std::nullopt;
}

}  // namespace mitjul
