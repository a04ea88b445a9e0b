#include "export/w3c_annotations.h"

#include <algorithm>

#include "core/crypto.h"
#include "export/layer_facts.h"
#include "export/relation_ends.h"
#include "export/schema_xml.h"

namespace mitjul {
namespace {

// Code points before and behind a quote: enough to find it again in a text that has changed a little.
constexpr std::uint32_t kContext = 32;

std::string iri(std::string_view of) { return "urn:mitjul:" + std::string(of); }

std::string iri_of(const DocumentKey& document, const AnnotationRef& ref) {
  return iri((ref.document.empty() ? document : ref.document).str() + "/" + to_string(ref.id));
}

}  // namespace

void W3cWriter::begin() {
  lose_schema(task_.schema, task_.losses);
  const std::string created = to_string(task_.options.created);
  std::string what = created + "\n" + task_.options.generator + "\n" + schema_to_xml(task_.schema);
  for (const Annotator& annotator : task_.annotators) what += annotator.key.str() + "\n";
  const std::string hash = sha256_hex(what).substr(0, 32);
  json_.begin_object().field("@context", "http://www.w3.org/ns/anno.jsonld").field("id", iri("page/" + hash));
  json_.field("type", "AnnotationPage").key("partOf").begin_object().field("id", iri("collection/" + hash));
  json_.field("type", "AnnotationCollection");
  if (!task_.schema.name.empty()) json_.field("label", task_.schema.name);
  json_.field("created", created).key("generator").begin_object().field("type", "Software");
  json_.field("name", task_.options.generator).end_object().end_object().field("startIndex", std::int64_t{0});
  json_.key("items").begin_array();
  task_.sink.append(json_.str());
  json_.clear();
}

void W3cWriter::write(const AnnotatedDocument& document) {
  task_.expected.begin_document(document.document.text.utf8());
  write_text(document.document);
  for (const auto& [key, set] : document.sets) {
    if (!says_something(set)) continue;
    for (const Annotation* const annotation : listed(set)) write_annotation(*annotation, set, document.document);
  }
  task_.sink.append(json_.str());
  json_.clear();
}

void W3cWriter::end() {
  json_.space(first_ ? "" : "\n").end_array().end_object().space("\n");
  task_.sink.append(json_.str());
  json_.clear();
}

void W3cWriter::begin_item() {
  json_.begin_object();
  first_ = false;
}

void W3cWriter::end_item() { json_.end_object().space("\n"); }

void W3cWriter::write_text(const Document& document) {
  const DocumentInfo& info = document.info;
  begin_item();
  json_.field("id", iri(info.key.str() + "/text")).field("type", "Annotation").field("motivation", "describing");
  json_.field("label", info.name);
  if (!info.title.empty()) json_.field("dc:title", info.title);
  json_.key("body").begin_object().field("type", "TextualBody").field("value", document.text.utf8());
  json_.field("format", "text/plain");
  if (!info.language.empty()) json_.field("language", info.language);
  json_.end_object().key("target");
  begin_target(document);
  json_.end_object();
  end_item();
}

void W3cWriter::begin_target(const Document& document) {
  json_.begin_object().field("type", "SpecificResource").field("source", "urn:sha256:" + document.info.sha256);
  // Of two documents with the same text, which one.
  json_.field("scope", iri(document.info.key.view()));
}

void W3cWriter::write_annotation(const Annotation& annotation, const AnnotationSet& set, const Document& document) {
  const DocumentKey& key = document.info.key;
  const char* const motivation = annotation.spans() != nullptr      ? "tagging"
                                 : annotation.relation() != nullptr ? "linking"
                                                                    : "classifying";
  begin_item();
  json_.field("id", iri_of(key, {{}, annotation.id})).field("type", "Annotation").field("motivation", motivation);
  json_.field("created", to_string(annotation.provenance.created));
  if (annotation.provenance.modified) json_.field("modified", to_string(*annotation.provenance.modified));
  write_creator(set.key().annotator);
  begin_bodies(annotation);
  if (annotation.relation() != nullptr) {
    write_relation(annotation, key);
  } else {
    json_.end_array();
    write_targets(annotation, document);
  }
  end_item();
}

void W3cWriter::write_creator(const AnnotatorKey& key) {
  const Annotator* const annotator = find_annotator(task_.annotators, key);
  json_.key("creator").begin_object().field("id", iri(key.view())).field("type", "Person");
  if (annotator != nullptr) json_.field("nickname", annotator->name);
  json_.end_object();
}

void W3cWriter::begin_bodies(const Annotation& annotation) {
  const auto add = [this](std::string_view purpose, std::string_view value, std::string_view label) {
    json_.begin_object().field("type", "TextualBody").field("value", value).field("purpose", purpose);
    json_.field("format", "text/plain");
    if (!label.empty()) json_.field("label", label);
    json_.end_object();
  };
  json_.key("body").begin_array();
  add("tagging", annotation.label, "");
  for (const auto& [id, values] : annotation.attributes) {
    for (const std::string& value : values) add("classifying", value, id);
  }
  if (!annotation.note.empty()) add("commenting", annotation.note, "");
}

void W3cWriter::write_targets(const Annotation& annotation, const Document& document) {
  json_.key("target");
  const Spans* const spans = annotation.spans();
  if (spans == nullptr) {
    begin_target(document);
    json_.end_object();
    task_.expected.add_document_label(annotation.label);
    return;
  }
  if (spans->discontinuous()) json_.begin_array();
  for (const Span& segment : spans->segments()) {
    begin_target(document);
    write_selectors(document.text, segment);
    json_.end_object();
  }
  if (spans->discontinuous()) json_.end_array();
  task_.expected.add_span(annotation.label, spans->segments());
}

void W3cWriter::write_selectors(const Text& text, const Span& place) {
  const TextPos before(place.start.value() - std::min(place.start.value(), kContext));
  const TextPos behind(place.end.value() + std::min(text.length() - place.end.value(), kContext));
  json_.key("selector").begin_array().begin_object().field("type", "TextPositionSelector");
  json_.field("start", place.start.value()).field("end", place.end.value()).end_object();
  json_.begin_object().field("type", "TextQuoteSelector").field("exact", text.slice(place));
  json_.field("prefix", text.slice({before, place.start})).field("suffix", text.slice({place.end, behind}));
  json_.end_object().end_array();
}

void W3cWriter::write_relation(const Annotation& annotation, const DocumentKey& document) {
  const std::vector<const Argument*> ends = ends_in_order(*annotation.relation(), task_.schema.find(annotation.label));
  for (std::size_t i = 1; i < ends.size(); ++i) write_end(*ends[i], document);
  json_.end_array().key("target");
  if (ends.empty()) {
    json_.begin_array().end_array();
  } else {
    write_end(*ends.front(), document);
  }
  task_.expected.add_relation(annotation.label);
}

void W3cWriter::write_end(const Argument& end, const DocumentKey& document) {
  json_.begin_object().field("type", "SpecificResource").field("source", iri_of(document, end.target));
  json_.field("purpose", "linking").field("label", end.role).end_object();
}

}  // namespace mitjul
