#include "storage/schema_json.h"

#include "storage/json_form.h"

namespace mitjul {
namespace {

json attribute_to_json(const Attribute& attribute) {
  json value{{"id", attribute.id}, {"name", attribute.name}, {"type", to_string(attribute.type)}};
  if (attribute.required) value["required"] = true;
  if (!attribute.default_value.empty()) value["default"] = attribute.default_value;
  if (!attribute.key.empty()) value["key"] = attribute.key;
  for (const AttributeValue& choice : attribute.values) {
    json pair{choice.id, choice.name};
    if (choice.revised != 0) pair.push_back(choice.revised);
    value["values"].push_back(std::move(pair));
  }
  return value;
}

Attribute attribute_from_json(const json& value) {
  Attribute attribute;
  attribute.id = value.at("id");
  attribute.name = value.at("name");
  attribute.type = must(parse_attribute_type(value.at("type").get<std::string>()), "type of an attribute");
  attribute.required = value.value("required", false);
  attribute.default_value = value.value("default", "");
  attribute.key = value.value("key", "");
  for (const json& pair : value.value("values", json::array())) {
    attribute.values.push_back({pair.at(0), pair.at(1), pair.size() > 2 ? pair.at(2).get<int>() : 0});
  }
  return attribute;
}

json label_to_json(const Label& label) {
  json value{{"id", label.id}, {"name", label.name}, {"kind", to_string(label.kind)}};
  if (!label.parent.empty()) value["parent"] = label.parent;
  if (!label.color.empty()) value["color"] = label.color;
  if (!label.key.empty()) value["key"] = label.key;
  if (!label.description.empty()) value["description"] = label.description;
  if (!label.guideline.empty()) value["guideline"] = label.guideline;
  for (const Attribute& attribute : label.attributes) value["attributes"].push_back(attribute_to_json(attribute));
  for (const Role& role : label.roles) {
    value["roles"].push_back({{"id", role.id}, {"name", role.name}, {"allowed", role.allowed}});
  }
  if (label.overlap != OverlapRule::Any) value["overlap"] = to_string(label.overlap);
  if (!label.may_be_discontinuous) value["discontinuous"] = false;
  if (!label.may_cross_units) value["crossUnits"] = false;
  if (label.needs_relation) value["needsRelation"] = true;
  if (label.revised != 0) value["revised"] = label.revised;
  return value;
}

Label label_from_json(const json& value) {
  Label label;
  label.id = value.at("id");
  label.name = value.at("name");
  label.kind = must(parse_label_kind(value.at("kind").get<std::string>()), "kind of a label");
  label.parent = value.value("parent", "");
  label.color = value.value("color", "");
  label.key = value.value("key", "");
  label.description = value.value("description", "");
  label.guideline = value.value("guideline", "");
  for (const json& attribute : value.value("attributes", json::array())) {
    label.attributes.push_back(attribute_from_json(attribute));
  }
  for (const json& role : value.value("roles", json::array())) {
    label.roles.push_back({role.at("id"), role.at("name"), role.at("allowed").get<std::vector<std::string>>()});
  }
  label.overlap = must(parse_overlap_rule(value.value("overlap", "any")), "overlap rule");
  label.may_be_discontinuous = value.value("discontinuous", true);
  label.may_cross_units = value.value("crossUnits", true);
  label.needs_relation = value.value("needsRelation", false);
  label.revised = value.value("revised", 0);
  return label;
}

json schema_value(const Schema& schema) {
  json value{{"name", schema.name}, {"version", schema.version}, {"labels", json::array()}};
  for (const Label& label : schema.labels) value["labels"].push_back(label_to_json(label));
  if (!schema.guideline.empty()) value["guideline"] = schema.guideline;
  if (schema.draft) value["draft"] = true;
  return value;
}

Schema schema_from(const json& value) {
  Schema schema{value.at("name"), value.at("version"), {}, value.value("guideline", ""), value.value("draft", false)};
  for (const json& label : value.at("labels")) schema.labels.push_back(label_from_json(label));
  return schema;
}

/// The fields of an operation besides its name, which stands in `does`.
struct OperationToJson {
  json operator()(const AddLabel& added) const {
    return {{"label", label_to_json(added.label)}, {"before", added.before}};
  }
  json operator()(const ChangeLabel& change) const {
    json value = json::object({{"label", label_to_json(change.label)}});
    for (const ValueChange& each : change.values) value["values"].push_back({each.attribute, each.from, each.to});
    return value;
  }
  json operator()(const MoveLabel& move) const {
    return {{"label", move.label}, {"parent", move.parent}, {"before", move.before}};
  }
  json operator()(const MergeLabels& merge) const { return {{"from", merge.from}, {"into", merge.into}}; }
  json operator()(const SplitLabel& split) const {
    return {{"label", split.label}, {"made", label_to_json(split.made)}};
  }
  json operator()(const DeleteLabel& deletion) const { return json::object({{"label", deletion.label}}); }
  json operator()(const ChangeGuideline& change) const { return json::object({{"guideline", change.guideline}}); }
  json operator()(const ReplaceSchema& replacement) const {
    return json::object({{"schema", schema_value(replacement.schema)}});
  }
};

json operation_to_json(const SchemaOperation& operation) {
  json value = std::visit(OperationToJson(), operation);
  value["does"] = name_of(operation);
  return value;
}

SchemaOperation operation_from_json(const json& value) {
  const auto does = value.at("does").get<std::string>();
  if (does == "add-label") return AddLabel{label_from_json(value.at("label")), value.at("before")};
  if (does == "change-label") {
    ChangeLabel change{label_from_json(value.at("label")), {}};
    for (const json& each : value.value("values", json::array())) {
      change.values.push_back({each.at(0), each.at(1), each.at(2)});
    }
    return change;
  }
  if (does == "move-label") return MoveLabel{value.at("label"), value.at("parent"), value.at("before")};
  if (does == "merge-labels") return MergeLabels{value.at("from"), value.at("into")};
  if (does == "split-label") return SplitLabel{value.at("label"), label_from_json(value.at("made"))};
  if (does == "delete-label") return DeleteLabel{value.at("label")};
  if (does == "change-guideline") return ChangeGuideline{value.at("guideline")};
  if (does == "schema") return ReplaceSchema{schema_from(value.at("schema"))};
  throw std::invalid_argument("operation of the schema");
}

Time time_from(const json& value) { return must(parse_time(value.get<std::string>()), "time"); }

}  // namespace

std::string to_json(const Schema& schema) {
  json value = schema_value(schema);
  value["v"] = kFormVersion;
  return dump(value);
}

Schema schema_from_json(std::string_view text) {
  return reading(text, [](const json& value) { return schema_from(value); });
}

std::string to_json(const SchemaProposal& proposal) {
  json value{{"v", kFormVersion},
             {"number", proposal.number},
             {"annotator", proposal.annotator.view()},
             {"time", to_string(proposal.time)},
             {"operation", operation_to_json(proposal.operation)},
             {"seen", schema_value(proposal.seen)},
             {"state", to_string(proposal.state)}};
  if (!proposal.comment.empty()) value["comment"] = proposal.comment;
  if (!proposal.decided_by.empty()) value["decidedBy"] = proposal.decided_by.view();
  if (proposal.decided) value["decided"] = to_string(*proposal.decided);
  if (!proposal.answer.empty()) value["answer"] = proposal.answer;
  return dump(value);
}

SchemaProposal proposal_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    SchemaProposal proposal{value.at("number"),
                            annotator_from(value.at("annotator")),
                            time_from(value.at("time")),
                            value.value("comment", ""),
                            operation_from_json(value.at("operation")),
                            schema_from(value.at("seen")),
                            must(parse_proposal_state(value.at("state").get<std::string>()), "state")};
    if (value.contains("decidedBy")) proposal.decided_by = annotator_from(value.at("decidedBy"));
    if (value.contains("decided")) proposal.decided = time_from(value.at("decided"));
    proposal.answer = value.value("answer", "");
    return proposal;
  });
}

}  // namespace mitjul
