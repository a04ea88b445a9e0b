#include "export/native_xml.h"

#include <fmt/format.h>

#include "core/annotation_stream.h"
#include "export/layers.h"
#include "export/schema_xml.h"
#include "export/xml_writer.h"

namespace mitjul {

class NativeXmlWriter::Elements {
 public:
  explicit Elements(ExportSink& sink) : sink_(sink) {}

  void begin(const Schema& schema, const std::vector<Annotator>& annotators, const ExportOptions& options) {
    xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annotations").attribute("xmlns", kNativeNamespace);
    xml_.attribute("formatVersion", "1.0").attribute("offsetUnit", "unicode-codepoint");
    xml_.attribute("generator", options.generator).attribute("created", to_string(options.created)).raw(">\n");
    write_schema(xml_, schema, "  ", false);
    if (annotators.empty()) {
      xml_.raw("  <annotators/>\n");
    } else {
      xml_.raw("  <annotators>");
      const bool several = annotators.size() > 1;
      for (const Annotator& annotator : annotators) {
        if (several) xml_.raw("\n    ");
        xml_.raw("<annotator").attribute("key", annotator.key.view()).attribute("name", annotator.name).raw("/>");
      }
      xml_.raw(several ? "\n  </annotators>\n" : "</annotators>\n");
    }
    xml_.raw("  <documents>\n");
    flush();
  }

  void write(const AnnotatedDocument& document) {
    const DocumentInfo& info = document.document.info;
    text_ = &document.document.text;
    xml_.raw("    <document").attribute("key", info.key.view()).attribute("name", info.name);
    xml_.optional_attribute("title", info.title).optional_attribute("lang", info.language);
    xml_.attribute("sha256", info.sha256).number_attribute("codepoints", info.code_points);
    xml_.number_attribute("utf16units", info.utf16_units).raw(">\n");
    for (const auto& [key, value] : info.metadata) {
      xml_.raw("      <meta").attribute("key", key).raw(">").text(value).raw("</meta>\n");
    }
    for (const Substitution& substitution : info.substitutions) {
      xml_.raw("      <substitution").number_attribute("offset", substitution.offset.value());
      xml_.attribute("original", substitution.original).raw("/>\n");
    }
    xml_.raw("      <text xml:space=\"preserve\">").text(text_->utf8()).raw("</text>\n");
    for (const Zone& zone : info.zones) {
      xml_.raw("      <zone").attribute("kind", to_string(zone.kind));
      xml_.number_attribute("start", zone.span.start.value());
      xml_.number_attribute("end", zone.span.end.value()).raw("/>\n");
    }
    for (const auto& [key, set] : document.sets) {
      if (says_something(set)) write(set);
    }
    xml_.raw("    </document>\n");
    flush();
  }

  void end() {
    xml_.raw("  </documents>\n</annotations>\n");
    flush();
  }

 private:
  void flush() {
    sink_.append(xml_.str());
    xml_.clear();
  }

  void write(const AnnotationSet& set) {
    xml_.raw("      <set")
        .attribute("annotator", set.key().annotator.view())
        .attribute("state", to_string(set.state()));
    if (set.key().curated) xml_.attribute("curated", "true");
    xml_.raw(">\n");
    for (const Annotation* const annotation : listed(set)) write(*annotation);
    xml_.raw("      </set>\n");
  }

  void write(const Annotation& annotation) {
    if (const Spans* const spans = annotation.spans()) {
      begin("span", annotation);
      for (const Span& segment : spans->segments()) {
        xml_.raw("<segment").number_attribute("start", segment.start.value());
        xml_.number_attribute("end", segment.end.value()).raw(">");
        xml_.text(text_->slice(segment)).raw("</segment>");
      }
      end("span", annotation);
    } else if (const Relation* const relation = annotation.relation()) {
      begin("relation", annotation);
      for (const Argument& argument : relation->arguments) {
        xml_.raw("<arg").attribute("role", argument.role).attribute("ref", to_string(argument.target)).raw("/>");
      }
      end("relation", annotation);
    } else {
      begin("documentLabel", annotation);
      end("documentLabel", annotation);
    }
  }

  void begin(std::string_view element, const Annotation& annotation) {
    const Provenance& provenance = annotation.provenance;
    xml_.raw("        <").raw(element).plain_attribute("id", to_string(annotation.id));
    xml_.plain_attribute("label", annotation.label).plain_attribute("created", time(provenance.created));
    if (provenance.modified) xml_.plain_attribute("modified", time(*provenance.modified));
    xml_.plain_attribute("method", to_string(provenance.method)).optional_attribute("origin", provenance.origin);
    if (provenance.confidence) xml_.attribute("confidence", fmt::format("{}", *provenance.confidence));
    xml_.number_attribute("schemaVersion", static_cast<std::uint64_t>(provenance.schema_version));
    if (provenance.confirmed) xml_.plain_attribute("confirmed", time(*provenance.confirmed));
    xml_.optional_attribute("confirmedBy", provenance.confirmed_by.view());
    xml_.raw(is_leaf(annotation) ? "/>\n" : ">");
  }

  void end(std::string_view element, const Annotation& annotation) {
    if (is_leaf(annotation)) return;
    for (const auto& [id, values] : annotation.attributes) {
      for (const std::string& value : values) xml_.raw("<attr").attribute("id", id).raw(">").text(value).raw("</attr>");
    }
    if (!annotation.note.empty()) xml_.raw("<note>").text(annotation.note).raw("</note>");
    xml_.raw("</").raw(element).raw(">\n");
  }

  static bool is_leaf(const Annotation& annotation) {
    return annotation.on_document() && annotation.attributes.empty() && annotation.note.empty();
  }

  /// Annotations of one sitting share their seconds.
  const std::string& time(Time moment) {
    if (moment != last_time_ || last_time_text_.empty()) {
      last_time_ = moment;
      last_time_text_ = to_string(moment);
    }
    return last_time_text_;
  }

  ExportSink& sink_;
  XmlWriter xml_;
  const Text* text_ = nullptr;
  Time last_time_{};
  std::string last_time_text_;
};

NativeXmlWriter::NativeXmlWriter(const ExportTask& task)
    : task_(task), elements_(std::make_unique<Elements>(task.sink)) {}

NativeXmlWriter::~NativeXmlWriter() = default;

void NativeXmlWriter::begin() { elements_->begin(task_.schema, task_.annotators, task_.options); }

void NativeXmlWriter::write(const AnnotatedDocument& document) {
  elements_->write(document);
  task_.expected.add_exactly(document);
}

void NativeXmlWriter::end() { elements_->end(); }

}  // namespace mitjul
