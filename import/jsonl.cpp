#include "import/jsonl.h"

#include <set>

#include "core/annotation_checks.h"
#include "core/crypto.h"
#include "core/jsonl_format.h"
#include "import/foreign_lines.h"
#include "import/json_fields.h"
#include "import/json_lines.h"
#include "import/schema_xml.h"

namespace mitjul {
namespace {

using nlohmann::json;

/// What a row says of the format; empty where it says nothing.
std::string format_of(const json& row) {
  const auto found = row.find("format");
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_ours(const json& row) { return format_of(row).substr(0, kJsonlFamily.size()) == kJsonlFamily; }

std::optional<std::string> parse_hex(std::string_view text) {
  if (text.empty() || text.size() % 2 != 0 || text.find_first_not_of("0123456789ABCDEF") != std::string_view::npos)
    return std::nullopt;
  return std::string(text);
}

class Jsonl {
 public:
  Jsonl(const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document), fields_(problems_) {}

  std::vector<Problem> read(const std::filesystem::path& path) {
    read_header(path);
    if (on_header_) on_header_(header_);
    const std::vector<Problem> malformed = read_json_lines(path, [this](const json& row, std::size_t line) {
      fields_.in_line(line);
      read_row(row);
      return true;
    });
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  /// The schema stands in one row: usually the first, unless somebody has put the rows in another order.
  void read_header(const std::filesystem::path& path) {
    bool any = false;
    bool found = false;
    read_json_lines(path, [&](const json& row, std::size_t line) {
      any = true;
      const auto schema = row.find("schema");
      found = schema != row.end() && schema->is_string() && !schema->get_ref<const std::string&>().empty();
      if (!found) return true;
      fields_.in_line(line);
      SchemaFile file = read_schema_text(schema->get_ref<const std::string&>());
      for (Problem& problem : file.problems) fields_.report(std::move(problem));
      header_.schema = std::move(file.schema);
      read_annotators(row);
      return false;
    });
    if (any && !found) fields_.report(ProblemCode::MissingField, {"schema"});
  }

  void read_annotators(const json& row) {
    for (const json& annotator : fields_.objects(row, "annotators")) {
      const auto key = fields_.value(annotator, "key", AnnotatorKey::parse);
      const std::string name = fields_.name(annotator, "name");
      if (!key) continue;
      if (!annotators_.insert(*key).second) {
        fields_.report(ProblemCode::DuplicateId, {key->str()});
      } else {
        header_.annotators.push_back({*key, name, true});
      }
    }
  }

  void read_row(const json& row) {
    if (format_of(row) != kJsonlFormat) {
      if (row.contains("format")) return fields_.report(ProblemCode::UnsupportedFormatVersion, {format_of(row)});
      return fields_.report(ProblemCode::MissingField, {"format"});
    }
    AnnotatedDocument document;
    DocumentInfo& info = document.document.info;
    ids_.clear();
    fields_.in_document({});
    info.name = fields_.name(row, "name");
    fields_.in_document(info.name);
    info.key = fields_.value(row, "id", DocumentKey::parse).value_or(DocumentKey());
    if (!info.key.empty() && !documents_.insert(info.key).second)
      fields_.report(ProblemCode::DuplicateId, {info.key.str()});
    info.title = fields_.string(row, "title");
    info.language = fields_.string(row, "language");
    read_text(row, document.document);
    read_facts(row, document.document);
    read_sets(row, document);
    for (const json& span : fields_.objects(row, "spans")) {
      read_annotation(span, document, [&] { return read_spans(span, document.document.text); });
    }
    for (const json& relation : fields_.objects(row, "relations")) {
      read_annotation(relation, document, [&] { return read_relation(relation, info.key); });
    }
    for (const json& label : fields_.objects(row, "labels")) {
      read_annotation(label, document, [] { return std::optional<Anchor>(WholeDocument{}); });
    }
    fields_.in_document({});
    if (on_document_) on_document_(std::move(document));
  }

  void read_text(const json& row, Document& document) {
    DocumentInfo& info = document.info;
    std::string utf8 = fields_.string(row, "text");
    info.sha256 = sha256_hex(utf8);
    document.text = Text(std::move(utf8));
    info.code_points = document.text.length();
    info.utf16_units = document.text.utf16_length();
    if (fields_.string(row, "sha256") != info.sha256) fields_.report(ProblemCode::TextDiffers, {info.name});
    expect_length(row, "code_points", info.code_points);
    expect_length(row, "utf16_units", info.utf16_units);
  }

  void expect_length(const json& row, const char* name, std::uint32_t counted) {
    const auto stated = fields_.number(row, name, UINT32_MAX);
    if (stated && *stated != counted)
      fields_.report(ProblemCode::LengthDiffers, {std::to_string(*stated), std::to_string(counted)});
  }

  void read_facts(const json& row, Document& document) {
    DocumentInfo& info = document.info;
    for (const json& meta : fields_.objects(row, "metadata")) {
      info.metadata.emplace_back(fields_.string(meta, "key"), fields_.string(meta, "value"));
    }
    for (const json& zone : fields_.objects(row, "zones")) {
      const auto kind = fields_.value(zone, "kind", parse_zone_kind);
      const auto span = read_span(zone, info.code_points);
      if (kind && span) info.zones.push_back({*kind, *span});
    }
    for (const json& substitution : fields_.objects(row, "substitutions")) read_substitution(substitution, document);
  }

  /// In order, and where a U+FFFD stands.
  void read_substitution(const json& object, Document& document) {
    std::vector<Substitution>& known = document.info.substitutions;
    const auto offset = fields_.number(object, "offset", UINT32_MAX);
    auto original = fields_.value(object, "original", parse_hex);
    if (!offset || !original) return;
    const TextPos place(*offset);
    if (place >= document.text.end() || document.text.at(place) != U'\uFFFD' ||
        (!known.empty() && place <= known.back().offset)) {
      return fields_.report(ProblemCode::InvalidXmlValue, {std::to_string(*offset), "offset"});
    }
    known.push_back({place, *std::move(original)});
  }

  std::optional<Span> read_span(const json& object, std::uint32_t length) {
    const auto start = fields_.number(object, "start", UINT32_MAX);
    const auto end = fields_.number(object, "end", UINT32_MAX);
    if (!start || !end) return std::nullopt;
    if (*start >= *end) {
      fields_.report(ProblemCode::EmptySpan, {std::to_string(*start), std::to_string(*end)});
      return std::nullopt;
    }
    if (*end > length) {
      fields_.report(ProblemCode::SpanOutsideText,
                     {std::to_string(*start), std::to_string(*end), std::to_string(length)});
      return std::nullopt;
    }
    return Span(*start, *end);
  }

  void expect_annotator(const AnnotatorKey& key) {
    if (annotators_.count(key) == 0) fields_.report(ProblemCode::UnknownAnnotator, {key.str()});
  }

  void read_sets(const json& row, AnnotatedDocument& document) {
    for (const json& object : fields_.objects(row, "sets")) {
      const auto annotator = fields_.value(object, "annotator", AnnotatorKey::parse);
      const auto state = fields_.value(object, "state", parse_set_state);
      if (!annotator || !state) continue;
      expect_annotator(*annotator);
      const SetKey key{document.document.info.key, *annotator, fields_.boolean(object, "curated")};
      if (document.find_set(key) != nullptr) fields_.report(ProblemCode::DuplicateId, {annotator->str()});
      document.set(key).set_state(*state);
    }
  }

  template <class ReadAnchor>
  void read_annotation(const json& object, AnnotatedDocument& document, ReadAnchor read_anchor) {
    fields_.in_annotation({});
    const auto id = fields_.value(object, "id", parse_annotation_id);
    if (id) fields_.in_annotation(to_string(*id));
    std::optional<Anchor> anchor = read_anchor();
    const auto annotator = fields_.value(object, "annotator", AnnotatorKey::parse);
    const bool curated = fields_.boolean(object, "curated");
    if (!id || !anchor || !annotator) return;
    const SetKey key{document.document.info.key, *annotator, curated};
    if (document.find_set(key) == nullptr) {
      fields_.report(ProblemCode::UnknownAnnotator, {annotator->str()});
    } else if (!ids_.insert(*id).second) {
      fields_.report(ProblemCode::DuplicateId, {to_string(*id)});
    } else {
      Annotation annotation{*id, fields_.string(object, "label"), *std::move(anchor),
                            {},  fields_.string(object, "note"),  {}};
      read_attributes(object, annotation.attributes);
      read_provenance(object, annotation.provenance);
      document.set(key).put(std::move(annotation));
    }
    fields_.in_annotation({});
  }

  std::optional<Anchor> read_spans(const json& object, const Text& text) {
    std::vector<Span> segments;
    std::string quote;
    for (const json& item : fields_.objects(object, "segments")) {
      const auto segment = read_span(item, text.length());
      if (!segment) return std::nullopt;
      if (!segments.empty() && segment->start <= segments.back().end) {
        fields_.report(ProblemCode::InvalidXmlValue, {std::to_string(segment->start.value()), "start"});
        return std::nullopt;
      }
      if (!segments.empty()) quote += ' ';
      quote += text.slice(*segment);
      segments.push_back(*segment);
    }
    if (segments.empty()) {
      fields_.report(ProblemCode::MissingField, {"segments"});
      return std::nullopt;
    }
    if (const std::string stated = fields_.string(object, "text"); stated != quote)
      fields_.report(ProblemCode::QuoteDiffers, {stated, quote});
    Spans spans(std::move(segments));
    expect_place(object, "start", spans.start());
    expect_place(object, "end", spans.end());
    return spans;
  }

  void expect_place(const json& object, const char* name, TextPos place) {
    const auto stated = fields_.number(object, name, UINT32_MAX);
    if (stated && *stated != place.value())
      fields_.report(ProblemCode::InvalidXmlValue, {std::to_string(*stated), name});
  }

  std::optional<Anchor> read_relation(const json& object, const DocumentKey& document) {
    Relation relation;
    for (const json& item : fields_.objects(object, "args")) {
      auto target = fields_.value(item, "ref", parse_annotation_ref);
      if (!target) return std::nullopt;
      if (target->document == document) target->document = {};
      relation.arguments.push_back({fields_.string(item, "role"), *target});
    }
    return relation;
  }

  void read_attributes(const json& object, Attributes& attributes) {
    for (const json& attribute : fields_.objects(object, "attributes")) {
      std::vector<std::string>& values = attributes[fields_.string(attribute, "id")];
      for (const json& value : fields_.list(attribute, "values")) values.push_back(fields_.text(value, "values"));
    }
  }

  void read_provenance(const json& object, Provenance& provenance) {
    provenance.created = fields_.value(object, "created", parse_time).value_or(Time());
    provenance.modified = optional_time(object, "modified");
    provenance.method = fields_.value(object, "method", parse_method).value_or(Method::Import);
    provenance.origin = fields_.string(object, "origin");
    const auto confidence = object.find("confidence");
    if (confidence == object.end()) {
      fields_.report(ProblemCode::MissingField, {"confidence"});
    } else if (confidence->is_number()) {
      const double value = confidence->get<double>();
      if (!(value >= 0 && value <= 1)) fields_.report(ProblemCode::InvalidXmlValue, {confidence->dump(), "confidence"});
      provenance.confidence = value;
    } else if (!confidence->is_null()) {
      fields_.report(ProblemCode::WrongFieldType, {"confidence"});
    }
    provenance.schema_version = static_cast<int>(fields_.number(object, "schema_version", INT32_MAX).value_or(0));
    provenance.confirmed = optional_time(object, "confirmed");
    if (!fields_.string(object, "confirmed_by").empty()) {
      provenance.confirmed_by = fields_.value(object, "confirmed_by", AnnotatorKey::parse).value_or(AnnotatorKey());
      if (!provenance.confirmed_by.empty()) expect_annotator(provenance.confirmed_by);
    }
  }

  std::optional<Time> optional_time(const json& object, const char* name) {
    if (fields_.string(object, name).empty()) return std::nullopt;
    return fields_.value(object, name, parse_time);
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  StreamHeader header_;
  std::set<AnnotatorKey> annotators_;
  std::set<DocumentKey> documents_;
  std::set<AnnotationId> ids_;  // of the document that is read
};

}  // namespace

std::vector<Problem> read_jsonl(const std::filesystem::path& path, const OnHeader& on_header,
                                const OnDocument& on_document) {
  bool ours = false;
  bool any = false;
  const std::vector<Problem> malformed = read_json_lines(path, [&](const json& row, std::size_t) {
    any = true;
    ours = is_ours(row);
    return false;
  });
  if (!any) {
    if (on_header) on_header({Schema(), {}, true});
    return malformed;
  }
  if (ours) return Jsonl(on_header, on_document).read(path);
  return read_foreign_lines(path, {"JSONL", OffsetUnit::CodePoints}, on_header, on_document);
}

bool looks_like_jsonl(std::string_view extension, std::string_view beginning) {
  if (extension != "jsonl" && extension != "ndjson") return false;
  return beginning.find("\"text\"") != std::string_view::npos || beginning.find(kJsonlFamily) != std::string_view::npos;
}

}  // namespace mitjul
