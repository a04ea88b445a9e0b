#include "import/bioc.h"

#include <algorithm>
#include <optional>

#include "import/xml_fields.h"
#include "import/xml_stream.h"

namespace mitjul {
namespace {

std::string infon(pugi::xml_node element, std::string_view key) {
  for (const pugi::xml_node child : element.children("infon")) {
    if (child.attribute("key").value() == key) return text_of(child);
  }
  return "";
}

class Bioc {
 public:
  explicit Bioc(const OnDocument& on_document) : on_document_(on_document), fields_(problems_) {}

  std::vector<Problem> read(const std::filesystem::path& path) {
    XmlStreamHandler handler;
    handler.containers = {"collection"};
    handler.allows_doctype = true;
    handler.on_container = [](std::string_view, pugi::xml_node, std::size_t) {};
    handler.on_element = [this](std::string_view, pugi::xml_node element, const XmlLines& lines) {
      fields_.in(lines);
      if (std::string_view(element.name()) == "document") take(element);
    };
    const std::vector<Problem> malformed = read_xml_stream(path, kAnyNamespace, handler);
    problems_.insert(problems_.end(), malformed.begin(), malformed.end());
    return std::move(problems_);
  }

 private:
  void take(pugi::xml_node element) {
    const pugi::xml_node passage = element.child("passage");
    fields_.in_document(infon(element, "name"));
    AnnotatedDocument document;
    document.document = Document::make(infon(element, "name"), Text(text_of(passage.child("text"))));
    if (const auto key = DocumentKey::parse(text_of(element.child("id")))) {
      document.document.info.key = *key;
    } else {
      fields_.report(element, ProblemCode::MissingField, {"id"});
    }
    if (text_of(passage.child("offset")) != "0") fields_.report(passage, ProblemCode::MissingField, {"offset"});
    for (const pugi::xml_node annotation : passage.children("annotation"))
      put(annotation, spans_of(annotation, document.document.text), document);
    for (const pugi::xml_node relation : passage.children("relation")) put(relation, relation_of(relation), document);
    for (const pugi::xml_node label : element.children("annotation")) put(label, WholeDocument(), document);
    if (on_document_) on_document_(std::move(document));
    fields_.in_document({});
  }

  std::optional<Anchor> spans_of(pugi::xml_node element, const Text& text) {
    std::vector<Span> segments;
    std::string quote;
    for (const pugi::xml_node location : element.children("location")) {
      const auto offset = fields_.number(location, "offset");
      const auto length = fields_.number(location, "length");
      if (!offset || !length) return std::nullopt;
      if (*length == 0 || *offset > text.length() || *length > text.length() - *offset) {
        fields_.report(
            location, ProblemCode::SpanOutsideText,
            {std::to_string(*offset), std::to_string(std::uint64_t{*offset} + *length), std::to_string(text.length())});
        return std::nullopt;
      }
      segments.emplace_back(*offset, *offset + *length);
      quote += (quote.empty() ? "" : " ") + std::string(text.slice(segments.back()));
    }
    if (segments.empty()) {
      fields_.report(element, ProblemCode::MissingField, {"location"});
      return std::nullopt;
    }
    if (const std::string stated = text_of(element.child("text")); stated != quote)
      fields_.report(element, ProblemCode::QuoteDiffers, {stated, quote});
    return Spans(std::move(segments));
  }

  std::optional<Anchor> relation_of(pugi::xml_node element) {
    Relation relation;
    for (const pugi::xml_node node : element.children("node")) {
      const auto ref = fields_.value(node, "refid", parse_annotation_ref);
      if (ref) relation.arguments.push_back({fields_.required(node, "role"), *ref});
    }
    return relation;
  }

  void put(pugi::xml_node element, std::optional<Anchor> anchor, AnnotatedDocument& document) {
    const auto id = fields_.value(element, "id", parse_annotation_id);
    if (!id || !anchor) return;
    const AnnotatorKey annotator = AnnotatorKey::made_from("annotator " + infon(element, "annotator"));
    document.set({document.document.info.key, annotator, false})
        .put({*id, infon(element, "type"), *std::move(anchor), {}, "", {}});
  }

  const OnDocument& on_document_;
  std::vector<Problem> problems_;
  XmlFields fields_;
};

}  // namespace

std::vector<Problem> read_bioc(const std::filesystem::path& path, const OnHeader& on_header,
                               const OnDocument& on_document) {
  if (on_header) on_header({});
  return Bioc(on_document).read(path);
}

}  // namespace mitjul
