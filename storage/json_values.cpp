#include "storage/json_values.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace mitjul {
namespace {

using nlohmann::json;

constexpr int kFormVersion = 1;

template <class Value>
Value must(std::optional<Value> value, const char* what) {
  if (!value) throw std::invalid_argument(what);
  return *std::move(value);
}

/// What was damaged on the disk may be no UTF-8 any more; its fingerprint will differ, and that is what counts.
std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

json parse(std::string_view text) {
  json value = json::parse(text, nullptr, false);
  if (!value.is_object() || value.value("v", 0) != kFormVersion) throw std::invalid_argument("form of the log entry");
  return value;
}

/// Runs `read`; what the JSON library throws becomes invalid_argument, too.
template <class Read>
auto reading(std::string_view text, Read read) {
  try {
    return read(parse(text));
  } catch (const json::exception& error) {
    throw std::invalid_argument(error.what());
  }
}

json anchor_to_json(const Anchor& anchor) {
  json value;
  if (const auto* spans = std::get_if<Spans>(&anchor)) {
    json& list = value["spans"] = json::array();
    for (const Span& span : spans->segments()) list.push_back({span.start.value(), span.end.value()});
  } else if (const auto* relation = std::get_if<Relation>(&anchor)) {
    json& list = value["arguments"] = json::array();
    for (const Argument& argument : relation->arguments) list.push_back({argument.role, to_string(argument.target)});
  } else {
    value["document"] = true;
  }
  return value;
}

Anchor anchor_from_json(const json& value) {
  if (value.contains("spans")) {
    std::vector<Span> segments;
    for (const json& pair : value.at("spans")) {
      const Span span(pair.at(0).get<std::uint32_t>(), pair.at(1).get<std::uint32_t>());
      if (span.start >= span.end) throw std::invalid_argument("span of the log entry");
      segments.push_back(span);
    }
    if (segments.empty()) throw std::invalid_argument("span of the log entry");
    return Spans(std::move(segments));
  }
  if (value.contains("arguments")) {
    Relation relation;
    for (const json& pair : value.at("arguments")) {
      relation.arguments.push_back(
          {pair.at(0).get<std::string>(), must(parse_annotation_ref(pair.at(1).get<std::string>()), "argument")});
    }
    return relation;
  }
  return WholeDocument{};
}

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

}  // namespace

std::string to_json(const Annotation& annotation) {
  json value = anchor_to_json(annotation.anchor);
  value["v"] = kFormVersion;
  value["id"] = to_string(annotation.id);
  value["label"] = annotation.label;
  if (!annotation.attributes.empty()) value["attributes"] = annotation.attributes;
  if (!annotation.note.empty()) value["note"] = annotation.note;
  const Provenance& provenance = annotation.provenance;
  value["created"] = to_string(provenance.created);
  if (provenance.modified) value["modified"] = to_string(*provenance.modified);
  value["method"] = to_string(provenance.method);
  if (!provenance.origin.empty()) value["origin"] = provenance.origin;
  if (provenance.confidence) value["confidence"] = *provenance.confidence;
  value["schemaVersion"] = provenance.schema_version;
  if (provenance.confirmed) value["confirmed"] = to_string(*provenance.confirmed);
  if (!provenance.confirmed_by.empty()) value["confirmedBy"] = provenance.confirmed_by.view();
  return dump(value);
}

Annotation annotation_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    const auto time = [&](const char* name) {
      return value.contains(name) ? std::optional(must(parse_time(value.at(name).get<std::string>()), name))
                                  : std::nullopt;
    };
    Annotation annotation{must(parse_annotation_id(value.at("id").get<std::string>()), "id"),
                          value.at("label"),
                          anchor_from_json(value),
                          value.value("attributes", Attributes()),
                          value.value("note", ""),
                          {}};
    Provenance& provenance = annotation.provenance;
    provenance.created = must(time("created"), "created");
    provenance.modified = time("modified");
    provenance.method = must(parse_method(value.at("method").get<std::string>()), "method");
    provenance.origin = value.value("origin", "");
    if (value.contains("confidence")) provenance.confidence = value.at("confidence").get<double>();
    provenance.schema_version = value.at("schemaVersion");
    provenance.confirmed = time("confirmed");
    if (value.contains("confirmedBy")) {
      provenance.confirmed_by = must(AnnotatorKey::parse(value.at("confirmedBy").get<std::string>()), "confirmedBy");
    }
    return annotation;
  });
}

std::string to_json(const Tagging& tagging, const std::vector<AnnotationId>& annotations) {
  json value{{"v", kFormVersion}, {"label", tagging.label}};
  if (!tagging.attributes.empty()) value["attributes"] = tagging.attributes;
  json& ids = value["annotations"] = json::array();
  for (const AnnotationId& id : annotations) ids.push_back(to_string(id));
  return dump(value);
}

std::pair<Tagging, std::vector<AnnotationId>> tagging_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    std::pair<Tagging, std::vector<AnnotationId>> read;
    read.first = {value.at("label"), value.value("attributes", Attributes())};
    for (const json& id : value.at("annotations")) {
      read.second.push_back(must(parse_annotation_id(id.get_ref<const std::string&>()), "id"));
    }
    return read;
  });
}

std::string to_json(const Schema& schema) {
  json value{{"v", kFormVersion}, {"name", schema.name}, {"version", schema.version}, {"labels", json::array()}};
  for (const Label& label : schema.labels) value["labels"].push_back(label_to_json(label));
  if (!schema.guideline.empty()) value["guideline"] = schema.guideline;
  if (schema.draft) value["draft"] = true;
  return dump(value);
}

Schema schema_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    Schema schema{value.at("name"), value.at("version"), {}, value.value("guideline", ""), value.value("draft", false)};
    for (const json& label : value.at("labels")) schema.labels.push_back(label_from_json(label));
    return schema;
  });
}

std::string to_json(const DocumentInfo& info) {
  json value{{"v", kFormVersion},       {"key", info.key.view()},         {"name", info.name},
             {"title", info.title},     {"language", info.language},      {"metadata", info.metadata},
             {"sha256", info.sha256},   {"codePoints", info.code_points}, {"utf16Units", info.utf16_units},
             {"inTrash", info.in_trash}};
  json& zones = value["zones"] = json::array();
  for (const Zone& zone : info.zones) {
    zones.push_back({to_string(zone.kind), zone.span.start.value(), zone.span.end.value()});
  }
  json& substitutions = value["substitutions"] = json::array();
  for (const Substitution& substitution : info.substitutions) {
    substitutions.push_back({substitution.offset.value(), substitution.original});
  }
  value["origin"] = {info.origin.format, info.origin.file, info.origin.sha256, info.origin.encoding,
                     info.origin.newlines};
  return dump(value);
}

DocumentInfo document_info_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    DocumentInfo info;
    info.key = must(DocumentKey::parse(value.at("key").get<std::string>()), "key");
    info.name = value.at("name");
    info.title = value.at("title");
    info.language = value.at("language");
    info.metadata = value.at("metadata").get<std::vector<std::pair<std::string, std::string>>>();
    info.sha256 = value.at("sha256");
    info.code_points = value.at("codePoints");
    info.utf16_units = value.at("utf16Units");
    info.in_trash = value.at("inTrash");
    for (const json& zone : value.at("zones")) {
      info.zones.push_back({must(parse_zone_kind(zone.at(0).get<std::string>()), "zone"),
                            Span(zone.at(1).get<std::uint32_t>(), zone.at(2).get<std::uint32_t>())});
    }
    for (const json& pair : value.at("substitutions")) {
      info.substitutions.push_back({TextPos(pair.at(0).get<std::uint32_t>()), pair.at(1)});
    }
    const json& origin = value.at("origin");
    info.origin = {origin.at(0), origin.at(1), origin.at(2), origin.at(3), origin.at(4)};
    return info;
  });
}

std::string to_json(const ProjectSettings& settings) {
  return dump(
      {{"v", kFormVersion}, {"suggestions", settings.suggestions}, {"particleInside", settings.particle_inside}});
}

ProjectSettings settings_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    return ProjectSettings{value.at("suggestions"), value.at("particleInside")};
  });
}

std::string name_to_json(const std::string& name) { return dump({{"v", kFormVersion}, {"name", name}}); }

std::string name_from_json(std::string_view text) {
  return reading(text, [](const json& value) { return value.at("name").get<std::string>(); });
}

std::string to_json(const std::vector<GazetteerEntry>& words) {
  json value{{"v", kFormVersion}, {"words", json::array()}};
  for (const GazetteerEntry& entry : words) value["words"].push_back({entry.word, entry.label});
  return dump(value);
}

std::vector<GazetteerEntry> words_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    std::vector<GazetteerEntry> words;
    for (const json& pair : value.at("words")) words.push_back({pair.at(0), pair.at(1)});
    return words;
  });
}

std::string to_json(const RefusedSuggestion& refusal) {
  return dump({{"v", kFormVersion},
               {"span", {refusal.span.start.value(), refusal.span.end.value()}},
               {"label", refusal.label}});
}

RefusedSuggestion refusal_from_json(std::string_view text, const AnnotatorKey& annotator) {
  return reading(text, [&](const json& value) {
    const json& span = value.at("span");
    return RefusedSuggestion{annotator, Span(span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()),
                             value.at("label")};
  });
}

}  // namespace mitjul
