#include "import/jsonl.h"

#include <set>

#include "core/annotation_checks.h"
#include "core/crypto.h"
#include "core/jsonl_format.h"
#include "import/doccano.h"
#include "import/foreign_lines.h"
#include "import/foreign_row.h"
#include "import/json_fields.h"
#include "import/json_lines.h"
#include "import/jsonl_annotation.h"
#include "import/schema_xml.h"

namespace mitjul {
namespace {

using nlohmann::json;

/// What a row says of the format; empty where it says nothing.
std::string format_of(const json& row) {
  const auto found = row.find("format");
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::string> parse_hex(std::string_view text) {
  if (text.empty() || text.size() % 2 != 0 || text.find_first_not_of("0123456789ABCDEF") != std::string_view::npos)
    return std::nullopt;
  return std::string(text);
}

class Jsonl {
 public:
  Jsonl(const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document), fields_(problems_), parts_(fields_, annotators_) {}

  std::vector<Problem> read(const std::filesystem::path& path) {
    std::vector<Problem> malformed = read_header(path);
    if (on_header_) on_header_(header_);
    if (!schema_found_ && !malformed.empty()) return malformed;  // the line with the schema may be the broken one
    malformed = read_json_lines(path, [this](const json& row, std::size_t line) {
      fields_.in_line(line);
      read_row(row);
      return true;
    });
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  /// The schema stands in one row: usually the first, unless somebody has put the rows in another order.
  /// Returns what is no JSON up to there.
  std::vector<Problem> read_header(const std::filesystem::path& path) {
    header_.schema.name = kJsonlFormat;  // a schema has a name, also where there is none
    std::vector<Problem> malformed = read_json_lines(path, [&](const json& row, std::size_t line) {
      const auto schema = row.find("schema");
      schema_found_ = schema != row.end() && schema->is_string() && !schema->get_ref<const std::string&>().empty();
      if (!schema_found_) return true;
      fields_.in_line(line);
      SchemaFile file = read_schema_text(schema->get_ref<const std::string&>());
      for (Problem& problem : file.problems) fields_.report(std::move(problem));
      header_.schema = std::move(file.schema);
      read_annotators(row);
      return false;
    });
    if (!schema_found_ && malformed.empty()) fields_.report(ProblemCode::MissingField, {"schema"});
    return malformed;
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
      read_annotation(span, document, [&] { return parts_.spans(span, document.document.text); });
    }
    for (const json& relation : fields_.objects(row, "relations")) {
      read_annotation(relation, document, [&] { return parts_.relation(relation, info.key); });
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
      const auto span = parts_.place(zone, info.code_points);
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

  void read_sets(const json& row, AnnotatedDocument& document) {
    for (const json& object : fields_.objects(row, "sets")) {
      const auto annotator = fields_.value(object, "annotator", AnnotatorKey::parse);
      const auto state = fields_.value(object, "state", parse_set_state);
      if (!annotator || !state) continue;
      parts_.expect_annotator(*annotator);
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
      document.set(key).put({*id, fields_.string(object, "label"), *std::move(anchor), parts_.attributes(object),
                             fields_.string(object, "note"), parts_.provenance(object)});
    }
    fields_.in_annotation({});
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  std::vector<Problem> problems_;
  JsonFields fields_;
  StreamHeader header_;
  bool schema_found_ = false;
  std::set<AnnotatorKey> annotators_;
  std::set<DocumentKey> documents_;
  std::set<AnnotationId> ids_;  // of the document that is read
  JsonlAnnotations parts_;
};

}  // namespace

std::vector<Problem> read_jsonl(const std::filesystem::path& path, const OnHeader& on_header,
                                const OnDocument& on_document) {
  std::optional<RowFamily> family;
  read_json_lines(path, [&](const json& row, std::size_t) {
    family = family_of(row);
    return !family;
  });
  if (family == RowFamily::Ours) return Jsonl(on_header, on_document).read(path);
  if (family == RowFamily::Doccano) return read_doccano(path, on_header, on_document);
  return read_foreign_lines(path, kOtherLines, on_header, on_document);
}

bool looks_like_jsonl(std::string_view extension, std::string_view beginning) {
  if (extension != "jsonl" && extension != "ndjson") return false;
  return beginning.find("\"text\"") != std::string_view::npos || beginning.find(kJsonlFamily) != std::string_view::npos;
}

}  // namespace mitjul
