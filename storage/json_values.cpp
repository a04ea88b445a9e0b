#include "storage/json_values.h"

#include "storage/json_form.h"

namespace mitjul {

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
  json value{{"v", kFormVersion}, {"suggestions", settings.suggestions}, {"particleInside", settings.particle_inside}};
  if (!settings.schema_owner.empty()) value["schemaOwner"] = settings.schema_owner.view();
  return dump(value);
}

ProjectSettings settings_from_json(std::string_view text) {
  return reading(text, [](const json& value) {
    ProjectSettings settings{value.at("suggestions"), value.at("particleInside")};
    if (value.contains("schemaOwner")) settings.schema_owner = annotator_from(value.at("schemaOwner"));
    return settings;
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
