#include "import/native_xml.h"

#include <charconv>
#include <set>

#include "core/annotation_checks.h"
#include "core/crypto.h"
#include "import/schema_xml.h"
#include "import/xml_fields.h"
#include "import/xml_stream.h"

namespace mitjul {
namespace {

std::optional<double> parse_confidence(std::string_view text) {
  double value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || rest != text.data() + text.size() || !(value >= 0 && value <= 1)) return std::nullopt;
  return value;
}

std::optional<std::string> parse_hex(std::string_view text) {
  if (text.empty() || text.size() % 2 != 0 || text.find_first_not_of("0123456789ABCDEF") != std::string_view::npos)
    return std::nullopt;
  return std::string(text);
}

class NativeXml {
 public:
  NativeXml(const OnHeader& on_header, const OnDocument& on_document)
      : on_header_(on_header), on_document_(on_document), fields_(problems_) {}

  std::vector<Problem> read(const std::filesystem::path& path) {
    XmlStreamHandler handler;
    handler.containers = {"annotations", "annotations/documents"};
    handler.on_container = [this](std::string_view where, pugi::xml_node element, std::size_t line) {
      begin(where, element, line);
    };
    handler.on_element = [this](std::string_view where, pugi::xml_node element, const XmlLines& lines) {
      fields_.in(lines);
      take(where, element);
    };
    const std::vector<Problem> malformed = read_xml_stream(path, kNativeNamespace, handler);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    if (malformed.empty() && !header_given_) {
      problems_.push_back(make_problem(ProblemCode::MissingField, {"schema, annotators, documents"}));
    }
    return std::move(problems_);
  }

 private:
  void begin(std::string_view where, pugi::xml_node element, std::size_t line) {
    XmlLines lines;
    lines.set(element, line);
    fields_.in(lines);
    if (where == "annotations") {
      const std::string version = fields_.required(element, "formatVersion");
      // A later 1.x only adds to what is here.
      if (version.substr(0, 2) != "1.") fields_.report(element, ProblemCode::UnsupportedFormatVersion, {version});
      const std::string unit = fields_.required(element, "offsetUnit");
      if (unit != "unicode-codepoint") fields_.report(element, ProblemCode::UnsupportedOffsetUnit, {unit});
    } else if (header_given_) {
      fields_.report(element, ProblemCode::UnexpectedElement, {"documents"});
    } else if (!schema_seen_ || !annotators_seen_) {
      fields_.report(element, ProblemCode::MissingField, {schema_seen_ ? "annotators" : "schema"});
    } else {
      if (on_header_) on_header_(header_);
      header_given_ = true;
    }
  }

  void take(std::string_view where, pugi::xml_node element) {
    const std::string_view name = element.name();
    if (where == "annotations" && name == "schema" && !schema_seen_) {
      header_.schema = read_schema_element(element, fields_);
      schema_seen_ = true;
    } else if (where == "annotations" && name == "annotators" && !annotators_seen_) {
      read_annotators(element);
    } else if (where == "annotations/documents" && name == "document") {
      read_document(element);
    } else {
      fields_.report(element, ProblemCode::UnexpectedElement, {std::string(name)});
    }
  }

  void read_annotators(pugi::xml_node element) {
    annotators_seen_ = true;
    fields_.expect_children(element, {"annotator"});
    for (const pugi::xml_node annotator : element.children("annotator")) {
      fields_.expect_children(annotator, {});
      const auto key = fields_.value(annotator, "key", AnnotatorKey::parse);
      const std::string name = fields_.name(annotator);
      if (!key) continue;
      if (!annotators_.insert(*key).second) {
        fields_.report(annotator, ProblemCode::DuplicateId, {key->str()});
      } else {
        header_.annotators.push_back({*key, name, true});
      }
    }
  }

  void read_document(pugi::xml_node element) {
    fields_.in_document(fields_.optional(element, "name"));
    fields_.expect_children(element, {"meta", "substitution", "text", "zone", "set"});
    AnnotatedDocument document;
    DocumentInfo& info = document.document.info;
    info.key = fields_.value(element, "key", DocumentKey::parse).value_or(DocumentKey());
    if (!info.key.empty() && !documents_.insert(info.key).second) {
      fields_.report(element, ProblemCode::DuplicateId, {info.key.str()});
    }
    info.name = fields_.name(element);
    info.title = fields_.optional(element, "title");
    info.language = fields_.optional(element, "lang");
    for (const pugi::xml_node meta : element.children("meta")) {
      info.metadata.emplace_back(fields_.required(meta, "key"), fields_.text(meta));
    }
    read_text(element, document.document);
    const std::uint32_t length = info.code_points;
    for (const pugi::xml_node substitution : element.children("substitution")) {
      read_substitution(substitution, document.document);
    }
    for (const pugi::xml_node zone : element.children("zone")) {
      fields_.expect_children(zone, {});
      const auto kind = fields_.value(zone, "kind", parse_zone_kind);
      const auto span = read_span(zone, length);
      if (kind && span) info.zones.push_back({*kind, *span});
    }
    for (const pugi::xml_node set : element.children("set")) read_set(set, document);
    fields_.in_document({});
    if (on_document_) on_document_(std::move(document));
  }

  void read_text(pugi::xml_node element, Document& document) {
    DocumentInfo& info = document.info;
    const pugi::xml_node text = element.child("text");
    if (!text) fields_.report(element, ProblemCode::MissingField, {"text"});
    if (text.next_sibling("text")) fields_.report(text.next_sibling("text"), ProblemCode::UnexpectedElement, {"text"});
    std::string utf8 = fields_.text(text);
    info.sha256 = sha256_hex(utf8);
    document.text = Text(std::move(utf8));
    info.code_points = document.text.length();
    info.utf16_units = document.text.utf16_length();
    if (fields_.required(element, "sha256") != info.sha256)
      fields_.report(element, ProblemCode::TextDiffers, {info.name});
    expect_length(element, "codepoints", info.code_points);
    expect_length(element, "utf16units", info.utf16_units);
  }

  /// In order, and where a U+FFFD stands.
  void read_substitution(pugi::xml_node element, Document& document) {
    fields_.expect_children(element, {});
    std::vector<Substitution>& known = document.info.substitutions;
    const auto offset = fields_.number(element, "offset");
    auto original = fields_.value(element, "original", parse_hex);
    if (!offset || !original) return;
    const TextPos place(*offset);
    if (place >= document.text.end() || document.text.at(place) != U'\uFFFD' ||
        (!known.empty() && place <= known.back().offset)) {
      fields_.report(element, ProblemCode::InvalidXmlValue, {std::to_string(*offset), "offset"});
      return;
    }
    known.push_back({place, *std::move(original)});
  }

  void expect_length(pugi::xml_node element, const char* attribute, std::uint32_t counted) {
    const auto stated = fields_.number(element, attribute);
    if (stated && *stated != counted) {
      fields_.report(element, ProblemCode::LengthDiffers, {std::to_string(*stated), std::to_string(counted)});
    }
  }

  std::optional<Span> read_span(pugi::xml_node element, std::uint32_t length) {
    const auto start = fields_.number(element, "start");
    const auto end = fields_.number(element, "end");
    if (!start || !end) return std::nullopt;
    if (*start >= *end) {
      fields_.report(element, ProblemCode::EmptySpan, {std::to_string(*start), std::to_string(*end)});
      return std::nullopt;
    }
    if (*end > length) {
      fields_.report(element, ProblemCode::SpanOutsideText,
                     {std::to_string(*start), std::to_string(*end), std::to_string(length)});
      return std::nullopt;
    }
    return Span(*start, *end);
  }

  void read_set(pugi::xml_node element, AnnotatedDocument& document) {
    fields_.expect_children(element, {"span", "relation", "documentLabel"});
    const auto annotator = fields_.value(element, "annotator", AnnotatorKey::parse);
    const auto state = fields_.value(element, "state", parse_set_state);
    if (!annotator || !state) return;
    expect_annotator(element, *annotator);
    const SetKey key{document.document.info.key, *annotator, fields_.boolean(element, "curated", false)};
    if (document.find_set(key) != nullptr) fields_.report(element, ProblemCode::DuplicateId, {annotator->str()});
    AnnotationSet& set = document.set(key);
    set.set_state(*state);
    for (const pugi::xml_node child : element.children()) {
      if (child.type() != pugi::node_element) continue;
      fields_.in_annotation(fields_.optional(child, "id"));
      auto annotation = read_annotation(child, document.document);
      if (!annotation) continue;
      if (document.find(annotation->id) != nullptr) {
        fields_.report(child, ProblemCode::DuplicateId, {to_string(annotation->id)});
      } else {
        set.put(*std::move(annotation));
      }
    }
    fields_.in_annotation({});
  }

  void expect_annotator(pugi::xml_node element, const AnnotatorKey& key) {
    if (annotators_.count(key) == 0) fields_.report(element, ProblemCode::UnknownAnnotator, {key.str()});
  }

  std::optional<Annotation> read_annotation(pugi::xml_node element, const Document& document) {
    const std::string_view kind = element.name();
    std::optional<Anchor> anchor;
    if (kind == "span") {
      fields_.expect_children(element, {"segment", "attr", "note"});
      anchor = read_spans(element, document);
    } else if (kind == "relation") {
      fields_.expect_children(element, {"arg", "attr", "note"});
      anchor = read_relation(element, document.info.key);
    } else if (kind == "documentLabel") {
      fields_.expect_children(element, {"attr", "note"});
      anchor = WholeDocument{};
    }
    const auto id = fields_.value(element, "id", parse_annotation_id);
    if (!anchor || !id) return std::nullopt;
    Annotation annotation{*id, fields_.required(element, "label"),  *std::move(anchor),
                          {},  fields_.child_text(element, "note"), {}};
    for (const pugi::xml_node attribute : element.children("attr")) {
      annotation.attributes[fields_.required(attribute, "id")].push_back(fields_.text(attribute));
    }
    read_provenance(element, annotation.provenance);
    return annotation;
  }

  std::optional<Anchor> read_spans(pugi::xml_node element, const Document& document) {
    std::vector<Span> segments;
    for (const pugi::xml_node node : element.children("segment")) {
      const auto segment = read_span(node, document.info.code_points);
      if (!segment) return std::nullopt;
      if (!segments.empty() && segment->start <= segments.back().end) {
        fields_.report(node, ProblemCode::InvalidXmlValue, {node.attribute("start").value(), "start"});
        return std::nullopt;
      }
      const std::string_view quote = document.text.slice(*segment);
      if (const std::string stated = fields_.text(node); stated != quote) {
        fields_.report(node, ProblemCode::QuoteDiffers, {stated, std::string(quote)});
      }
      segments.push_back(*segment);
    }
    if (segments.empty()) {
      fields_.report(element, ProblemCode::MissingField, {"segment"});
      return std::nullopt;
    }
    return Spans(std::move(segments));
  }

  std::optional<Anchor> read_relation(pugi::xml_node element, const DocumentKey& document) {
    Relation relation;
    for (const pugi::xml_node node : element.children("arg")) {
      fields_.expect_children(node, {});
      auto target = fields_.value(node, "ref", parse_annotation_ref);
      if (!target) return std::nullopt;
      if (target->document == document) target->document = {};
      relation.arguments.push_back({fields_.required(node, "role"), *target});
    }
    return relation;
  }

  void read_provenance(pugi::xml_node element, Provenance& provenance) {
    provenance.created = fields_.value(element, "created", parse_time).value_or(Time());
    if (element.attribute("modified")) provenance.modified = fields_.value(element, "modified", parse_time);
    provenance.method = fields_.value(element, "method", parse_method).value_or(Method::Import);
    provenance.origin = fields_.optional(element, "origin");
    if (element.attribute("confidence")) provenance.confidence = fields_.value(element, "confidence", parse_confidence);
    provenance.schema_version = static_cast<int>(fields_.number(element, "schemaVersion", INT32_MAX).value_or(0));
    if (element.attribute("confirmed")) provenance.confirmed = fields_.value(element, "confirmed", parse_time);
    if (element.attribute("confirmedBy")) {
      provenance.confirmed_by = fields_.value(element, "confirmedBy", AnnotatorKey::parse).value_or(AnnotatorKey());
      if (!provenance.confirmed_by.empty()) expect_annotator(element, provenance.confirmed_by);
    }
  }

  const OnHeader& on_header_;
  const OnDocument& on_document_;
  std::vector<Problem> problems_;
  XmlFields fields_;
  StreamHeader header_;
  bool schema_seen_ = false;
  bool annotators_seen_ = false;
  bool header_given_ = false;
  std::set<AnnotatorKey> annotators_;
  std::set<DocumentKey> documents_;
};

}  // namespace

std::vector<Problem> read_native_xml(const std::filesystem::path& path, const OnHeader& on_header,
                                     const OnDocument& on_document) {
  return NativeXml(on_header, on_document).read(path);
}

bool looks_like_native_xml(std::string_view beginning) {
  if (beginning.find(kNativeNamespace) == std::string_view::npos) return false;
  // Other programs may have given the namespace a prefix: `<ns0:annotations `.
  constexpr std::string_view kRoot = "annotations";
  for (std::size_t at = beginning.find(kRoot); at != std::string_view::npos; at = beginning.find(kRoot, at + 1)) {
    const std::string_view behind = beginning.substr(at + kRoot.size(), 1);
    if (!behind.empty() && std::string_view(" \t\r\n>").find(behind) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace mitjul
