#include "storage/json_values.h"

#include <algorithm>

#include "core/utf8.h"
#include "storage/json_form.h"

namespace mitjul {
namespace {

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

}  // namespace

namespace {

/// JSON of an annotation, member by member in the order of their names: edits of tens of thousands write nothing else,
/// and building a tree of values first would take twice as long.
class AnnotationJson {
 public:
  std::string take() {
    json_ += '}';
    return std::move(json_);
  }

  /// Begins a member, whose value is appended to the result.
  std::string& member(std::string_view name) {
    json_ += json_.empty() ? '{' : ',';
    json_ += '"';
    json_ += name;
    json_ += "\":";
    return json_;
  }
  void text(std::string_view name, std::string_view value) { append(member(name), value); }
  void text_if_any(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }

  static void append(std::string& out, std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
    });
    if (!plain || !is_valid_utf8(text)) {
      out += dump(json(text));
      return;
    }
    out += '"';
    out += text;
    out += '"';
  }

 private:
  std::string json_;
};

void append_attributes(std::string& out, const Attributes& attributes) {
  char before = '{';
  for (const auto& [id, values] : attributes) {
    out += before;
    AnnotationJson::append(out, id);
    out += ":[";
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) out += ',';
      AnnotationJson::append(out, values[i]);
    }
    out += ']';
    before = ',';
  }
  out += '}';
}

void append_spans(std::string& out, const Spans& spans) {
  char before = '[';
  for (const Span& span : spans.segments()) {
    out += before;
    out += '[' + std::to_string(span.start.value()) + ',' + std::to_string(span.end.value()) + ']';
    before = ',';
  }
  out += ']';
}

void append_arguments(std::string& out, const Relation& relation) {
  out += '[';
  for (std::size_t i = 0; i < relation.arguments.size(); ++i) {
    out += i == 0 ? "[" : ",[";
    AnnotationJson::append(out, relation.arguments[i].role);
    out += ',';
    AnnotationJson::append(out, to_string(relation.arguments[i].target));
    out += ']';
  }
  out += ']';
}

}  // namespace

std::string to_json(const Annotation& annotation) {
  const Provenance& provenance = annotation.provenance;
  AnnotationJson result;
  if (const Relation* const relation = annotation.relation()) append_arguments(result.member("arguments"), *relation);
  if (!annotation.attributes.empty()) append_attributes(result.member("attributes"), annotation.attributes);
  if (provenance.confidence) result.member("confidence") += dump(json(*provenance.confidence));
  if (provenance.confirmed) result.text("confirmed", to_string(*provenance.confirmed));
  result.text_if_any("confirmedBy", provenance.confirmed_by.view());
  result.text("created", to_string(provenance.created));
  if (annotation.on_document()) result.member("document") += "true";
  result.text("id", to_string(annotation.id));
  result.text("label", annotation.label);
  result.text("method", to_string(provenance.method));
  if (provenance.modified) result.text("modified", to_string(*provenance.modified));
  result.text_if_any("note", annotation.note);
  result.text_if_any("origin", provenance.origin);
  result.member("schemaVersion") += std::to_string(provenance.schema_version);
  if (const Spans* const spans = annotation.spans()) append_spans(result.member("spans"), *spans);
  result.member("v") += std::to_string(kFormVersion);
  return result.take();
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
      provenance.confirmed_by = annotator_from(value.at("confirmedBy"));
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
