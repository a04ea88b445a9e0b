#include "export/bioc.h"

#include <fmt/format.h>

#include <set>

#include "export/layers.h"

namespace mitjul {
namespace {

constexpr const char* kKey = "Offsets and lengths count Unicode code points from the beginning of the document.";

/// What is said of something, by key. Readers keep it in a dictionary: no key stands there twice.
class Infons {
 public:
  Infons(XmlWriter& xml, std::string indent) : xml_(xml), indent_(std::move(indent)) {}

  void add(std::string_view key, std::string_view value) {
    taken_.emplace(key);
    xml_.raw(indent_).raw("<infon").attribute("key", key).raw(">").text(value).raw("</infon>\n");
  }
  void add_unless_empty(std::string_view key, std::string_view value) {
    if (!value.empty()) add(key, value);
  }
  /// With a number behind the key where it is taken.
  void add_numbered(const std::string& key, std::string_view value) {
    std::string free = key;
    for (int number = 2; taken_.count(free) != 0; ++number) free = key + " (" + std::to_string(number) + ")";
    add(free, value);
  }

 private:
  XmlWriter& xml_;
  std::string indent_;
  std::set<std::string, std::less<>> taken_;
};

/// Keys of ours that an attribute may not take.
bool is_reserved(std::string_view key) { return key == "type" || key == "annotator" || key == "note"; }

class BiocDocument {
 public:
  BiocDocument(const ExportTask& task, XmlWriter& xml, const AnnotatedDocument& document)
      : task_(task), xml_(xml), document_(document) {}

  void write() {
    const DocumentInfo& info = document_.document.info;
    const Text& text = document_.document.text;
    task_.expected.begin_document(text.utf8());
    xml_.raw("  <document>\n    <id>").text(info.key.view()).raw("</id>\n");
    Infons infons(xml_, "    ");
    infons.add("name", info.name);
    infons.add_unless_empty("title", info.title);
    infons.add_unless_empty("language", info.language);
    infons.add("sha256", info.sha256);
    for (const auto& [key, value] : info.metadata) infons.add_numbered(key, value);
    xml_.raw("    <passage>\n");
    Infons(xml_, "      ").add("type", "document");
    xml_.raw("      <offset>0</offset>\n      <text>").text(text.utf8()).raw("</text>\n");
    for_each([](const Annotation& annotation) { return annotation.spans() != nullptr; });
    for_each([](const Annotation& annotation) { return annotation.relation() != nullptr; });
    xml_.raw("    </passage>\n");
    for_each([](const Annotation& annotation) { return annotation.on_document(); });
    xml_.raw("  </document>\n");
  }

 private:
  template <class Choose>
  void for_each(Choose choose) {
    for (const auto& [key, set] : document_.sets) {
      for (const Annotation* const annotation : listed(set)) {
        if (choose(*annotation)) add(*annotation, key);
      }
    }
  }

  void add(const Annotation& annotation, const SetKey& set) {
    const char* const element = annotation.relation() != nullptr ? "relation" : "annotation";
    const std::string indent = annotation.on_document() ? "    " : "      ";
    xml_.raw(indent).raw("<").raw(element).plain_attribute("id", to_string(annotation.id)).raw(">\n");
    add_infons(annotation, set, indent + "  ");
    if (const Spans* const spans = annotation.spans()) {
      add_locations(annotation.label, spans->segments());
    } else if (const Relation* const relation = annotation.relation()) {
      task_.expected.add_relation(annotation.label);
      for (const Argument& argument : relation->arguments) {
        xml_.raw("        <node").plain_attribute("refid", to_string(argument.target));
        xml_.plain_attribute("role", argument.role).raw("/>\n");
      }
    } else {
      task_.expected.add_document_label(annotation.label);
      xml_.raw("      <text></text>\n");
    }
    xml_.raw(indent).raw("</").raw(element).raw(">\n");
  }

  void add_locations(const std::string& label, const std::vector<Span>& segments) {
    task_.expected.add_span(label, segments);
    std::string quote;
    for (const Span& segment : segments) {
      xml_.raw("        <location").number_attribute("offset", segment.start.value());
      xml_.number_attribute("length", segment.length()).raw("/>\n");
      quote += (quote.empty() ? "" : " ") + std::string(document_.document.text.slice(segment));
    }
    xml_.raw("        <text>").text(quote).raw("</text>\n");
  }

  void add_infons(const Annotation& annotation, const SetKey& set, const std::string& indent) {
    const Provenance& provenance = annotation.provenance;
    Infons infons(xml_, indent);
    infons.add("type", annotation.label);
    const Annotator* const annotator = find_annotator(task_.annotators, set.annotator);
    infons.add("annotator", annotator == nullptr ? set.annotator.str() : annotator->name);
    for (const auto& [id, values] : annotation.attributes) {
      std::string all;
      for (const std::string& value : values) all += (all.empty() ? "" : " ") + value;
      infons.add(is_reserved(id) ? "attribute:" + id : id, all);
    }
    infons.add_unless_empty("note", annotation.note);
    infons.add("mitjul:annotator", set.annotator.view());
    if (set.curated) infons.add("mitjul:curated", "true");
    infons.add("mitjul:created", to_string(provenance.created));
    if (provenance.modified) infons.add("mitjul:modified", to_string(*provenance.modified));
    infons.add("mitjul:method", to_string(provenance.method));
    infons.add_unless_empty("mitjul:origin", provenance.origin);
    if (provenance.confidence) infons.add("mitjul:confidence", fmt::format("{}", *provenance.confidence));
    infons.add("mitjul:schemaVersion", std::to_string(provenance.schema_version));
    if (provenance.confirmed) infons.add("mitjul:confirmed", to_string(*provenance.confirmed));
    infons.add_unless_empty("mitjul:confirmedBy", provenance.confirmed_by.view());
  }

  const ExportTask& task_;
  XmlWriter& xml_;
  const AnnotatedDocument& document_;
};

}  // namespace

void BiocWriter::begin() {
  task_.losses.add(AnnotationFeature::SchemaDetails);
  xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE collection SYSTEM \"BioC.dtd\">\n<collection>\n");
  xml_.raw("  <source>").text(task_.schema.name).raw("</source>\n  <date>");
  xml_.raw(to_string(task_.options.created).substr(0, 10)).raw("</date>\n  <key>").raw(kKey).raw("</key>\n");
  Infons(xml_, "  ").add("generator", task_.options.generator);
  flush();
}

void BiocWriter::write(const AnnotatedDocument& document) {
  BiocDocument(task_, xml_, document).write();
  flush();
}

void BiocWriter::end() {
  xml_.raw("</collection>\n");
  flush();
}

void BiocWriter::flush() {
  task_.sink.append(xml_.str());
  xml_.clear();
}

}  // namespace mitjul
