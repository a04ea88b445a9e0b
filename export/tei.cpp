#include "export/tei.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "export/layers.h"
#include "export/schema_losses.h"

namespace mitjul {
namespace {

/// The ids that XML takes: `+`, which ours may hold, is no character of names.
std::string xml_id(std::string_view prefix, std::string_view id) {
  std::string made(prefix);
  for (const char c : id) made += c == '+' ? "\u00B7" : std::string(1, c);
  return made;
}

std::string label_id(const std::string& label) { return xml_id("label.", label); }
std::string set_id(const SetKey& key) { return "set." + key.annotator.str() + (key.curated ? ".curated" : ""); }
std::string anchor_id(TextPos place) { return "c" + std::to_string(place.value()); }

/// The labels of a schema with their attributes and values, as nested categories.
class Categories {
 public:
  Categories(XmlWriter& xml, const Schema& schema) : xml_(xml), schema_(schema) {}

  void run() {
    for (const Label& label : schema_.labels) {
      if (label.parent.empty()) add(label, "          ");
    }
  }

 private:
  void open(const std::string& indent, const std::string& id, const std::string& name, const std::string& description) {
    xml_.raw(indent).raw("<category");
    if (id.find('/') == std::string::npos) xml_.plain_attribute("xml:id", label_id(id));
    xml_.plain_attribute("n", id).raw("><catDesc>").text(name).raw("</catDesc>");
    if (!description.empty()) xml_.raw("<catDesc n=\"description\">").text(description).raw("</catDesc>");
  }

  void add(const Label& label, const std::string& indent) {
    open(indent, label.id, label.name, label.description);
    const std::string inner = indent + "  ";
    bool has_more = false;
    for (const Attribute& attribute : label.attributes) {
      xml_.raw("\n");
      has_more = true;
      const std::string path = label.id + "/" + attribute.id;
      open(inner, path, attribute.name, "");
      for (const AttributeValue& value : attribute.values) {
        xml_.raw("\n");
        open(inner + "  ", path + "/" + value.id, value.name, "");
        xml_.raw("</category>");
      }
      xml_.raw(attribute.values.empty() ? "" : "\n" + inner).raw("</category>");
    }
    for (const Label& child : schema_.labels) {
      if (child.parent != label.id) continue;
      xml_.raw("\n");
      has_more = true;
      add(child, inner);
    }
    xml_.raw(has_more ? "\n" + indent : "").raw("</category>");
    if (label.parent.empty()) xml_.raw("\n");
  }

  XmlWriter& xml_;
  const Schema& schema_;
};

class TeiDocument {
 public:
  TeiDocument(const ExportTask& task, const AnnotatedDocument& document, const std::string& categories)
      : task_(task), document_(document), info_(document.document.info), categories_(categories) {}

  std::string run() {
    xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI").attribute("xmlns", "http://www.tei-c.org/ns/1.0");
    xml_.plain_attribute("xml:id", info_.key.view()).raw(">\n");
    add_header();
    add_stand_off();
    add_text();
    xml_.raw("</TEI>\n");
    return xml_.str();
  }

 private:
  void add_header() {
    xml_.raw("  <teiHeader>\n    <fileDesc>\n      <titleStmt>\n        <title>");
    xml_.text(info_.title.empty() ? info_.name : info_.title).raw("</title>\n");
    for (const auto& [key, set] : document_.sets) {
      if (!says_something(set)) continue;
      const Annotator* const annotator = find_annotator(task_.annotators, key.annotator);
      xml_.raw("        <respStmt").plain_attribute("xml:id", set_id(key)).raw("><resp");
      xml_.plain_attribute("n", to_string(set.state())).raw(key.curated ? ">curation" : ">annotation");
      xml_.raw("</resp><name>").text(annotator == nullptr ? key.annotator.str() : annotator->name);
      xml_.raw("</name></respStmt>\n");
    }
    xml_.raw("      </titleStmt>\n      <publicationStmt><p>Exported by ").text(task_.options.generator);
    xml_.raw(" <date").plain_attribute("when", to_string(task_.options.created)).raw("/></p></publicationStmt>\n");
    xml_.raw("      <sourceDesc>\n        <bibl><title type=\"file\">").text(info_.name).raw("</title>");
    xml_.raw("<idno type=\"mitjul\">").text(info_.key.view()).raw("</idno>");
    xml_.raw("<idno type=\"sha256\">").text(info_.sha256).raw("</idno>");
    for (const auto& [key, value] : info_.metadata)
      xml_.raw("<note type=\"metadata\"").attribute("n", key).raw(">").text(value).raw("</note>");
    xml_.raw("</bibl>\n      </sourceDesc>\n    </fileDesc>\n    <encodingDesc>\n");
    xml_.raw(
        "      <listPrefixDef><prefixDef ident=\"mitjul\" matchPattern=\"([a-z2-7]+)/(.+)\" "
        "replacementPattern=\"#$2\"><p>The annotation $2 of the document whose idno is $1.</p></prefixDef>"
        "</listPrefixDef>\n");
    if (!categories_.empty()) {
      xml_.raw("      <classDecl>\n        <taxonomy xml:id=\"labels\">\n").raw(categories_);
      xml_.raw("        </taxonomy>\n      </classDecl>\n");
    }
    xml_.raw("    </encodingDesc>\n  </teiHeader>\n");
  }

  void add_stand_off() {
    XmlWriter header = std::exchange(xml_, XmlWriter());
    add_places("zones", info_.zones, [this](const Zone& zone) {
      begin_span(zone.span).plain_attribute("type", to_string(zone.kind)).raw("/>\n");
    });
    add_places("substitutions", info_.substitutions, [this](const Substitution& substitution) {
      begin_span({substitution.offset, TextPos(substitution.offset.value() + 1)}).raw(">");
      xml_.text(substitution.original).raw("</span>\n");
    });
    for (const auto& [key, set] : document_.sets) {
      if (set.size() != 0) add_set(set);
    }
    XmlWriter parts = std::exchange(xml_, std::move(header));
    if (!parts.str().empty()) xml_.raw("  <standOff>\n").raw(parts.str()).raw("  </standOff>\n");
  }

  template <class Items, class Add>
  void add_places(const char* type, const Items& items, Add add) {
    if (items.empty()) return;
    xml_.raw("    <spanGrp").plain_attribute("type", type).raw(">\n");
    for (const auto& item : items) add(item);
    xml_.raw("    </spanGrp>\n");
  }

  /// The tag, open.
  XmlWriter& begin_span(Span span) {
    anchors_.insert({span.start, span.end});
    return xml_.raw("      <span")
        .plain_attribute("from", "#" + anchor_id(span.start))
        .plain_attribute("to", "#" + anchor_id(span.end));
  }

  void add_set(const AnnotationSet& set) {
    const std::vector<const Annotation*> annotations = listed(set);
    const auto is_link = [](const Annotation* annotation) { return annotation->relation() != nullptr; };
    const std::string by = "#" + set_id(set.key());
    if (!std::all_of(annotations.begin(), annotations.end(), is_link)) {
      xml_.raw("    <spanGrp type=\"annotations\"").plain_attribute("resp", by).raw(">\n");
      for (const Annotation* const annotation : annotations) {
        if (annotation->spans() != nullptr) add_span(*annotation);
        if (annotation->on_document()) add_document_label(*annotation);
      }
      xml_.raw("    </spanGrp>\n");
    }
    for (const Annotation* const annotation : annotations) {
      if (is_link(annotation)) add_link(*annotation, by);
    }
    for (const Annotation* const annotation : annotations) {
      add_values(*annotation);
      add_about(*annotation);
    }
  }

  void add_analysis(const Annotation& annotation) {
    std::string analysis = "#" + label_id(annotation.label);
    if (!annotation.attributes.empty()) analysis += " #values." + to_string(annotation.id);
    xml_.plain_attribute("ana", analysis + " #about." + to_string(annotation.id));
  }

  void add_span(const Annotation& annotation) {
    const std::vector<Span>& segments = annotation.spans()->segments();
    task_.expected.add_span(annotation.label, segments);
    const auto piece_id = [&](std::size_t piece) {
      return to_string(annotation.id) + (piece == 0 ? "" : "." + std::to_string(piece + 1));
    };
    for (std::size_t i = 0; i < segments.size(); ++i) {
      begin_span(segments[i]).plain_attribute("xml:id", piece_id(i));
      if (i == 0) {
        add_analysis(annotation);
        xml_.plain_attribute("corresp", string_range(segments));
      }
      if (i != 0) xml_.plain_attribute("prev", "#" + piece_id(i - 1));
      if (i + 1 != segments.size()) xml_.plain_attribute("next", "#" + piece_id(i + 1));
      xml_.raw(">").text(document_.document.text.slice(segments[i])).raw("</span>\n");
    }
  }

  static std::string string_range(const std::vector<Span>& segments) {
    std::string range = "#string-range(text";
    for (const Span& segment : segments) range += fmt::format(",{},{}", segment.start.value(), segment.length());
    return range + ")";
  }

  void add_document_label(const Annotation& annotation) {
    task_.expected.add_document_label(annotation.label);
    xml_.raw("      <span target=\"#text\"").plain_attribute("xml:id", to_string(annotation.id));
    add_analysis(annotation);
    xml_.raw("/>\n");
  }

  void add_link(const Annotation& annotation, const std::string& by) {
    task_.expected.add_relation(annotation.label);
    std::string roles;
    std::string targets;
    for (const Argument& argument : annotation.relation()->arguments) {
      const AnnotationRef& target = argument.target;
      roles += (roles.empty() ? "" : " ") + argument.role;
      targets +=
          (targets.empty() ? "" : " ") + (target.document.empty() ? "#" : std::string("mitjul:")) + to_string(target);
    }
    xml_.raw("    <linkGrp").plain_attribute("type", annotation.label).plain_attribute("targFunc", roles);
    xml_.plain_attribute("resp", by).raw("><link").plain_attribute("xml:id", to_string(annotation.id));
    xml_.plain_attribute("target", targets);
    add_analysis(annotation);
    xml_.raw("/></linkGrp>\n");
  }

  void add_values(const Annotation& annotation) {
    if (annotation.attributes.empty()) return;
    xml_.raw("    <fs").plain_attribute("xml:id", "values." + to_string(annotation.id));
    xml_.plain_attribute("type", annotation.label).raw(">");
    for (const auto& [id, values] : annotation.attributes) {
      xml_.raw("<f").plain_attribute("name", id).raw(">");
      if (values.size() != 1) xml_.raw("<vColl org=\"list\">");
      const Attribute* const attribute = task_.schema.find_attribute(annotation.label, id);
      for (const std::string& value : values) add_value(attribute, value);
      xml_.raw(values.size() != 1 ? "</vColl></f>" : "</f>");
    }
    xml_.raw("</fs>\n");
  }

  void add_value(const Attribute* attribute, const std::string& value) {
    switch (attribute == nullptr ? AttributeType::Text : attribute->type) {
      case AttributeType::Choice:
      case AttributeType::Choices: xml_.raw("<symbol").attribute("value", value).raw("/>"); break;
      case AttributeType::Boolean: xml_.raw("<binary").attribute("value", value).raw("/>"); break;
      case AttributeType::Number: xml_.raw("<numeric").attribute("value", value).raw("/>"); break;
      default: add_string(value);
    }
  }

  void add_string(std::string_view value) { xml_.raw("<string>").text(value).raw("</string>"); }

  /// Where an annotation comes from, and its note.
  void add_about(const Annotation& annotation) {
    const Provenance& provenance = annotation.provenance;
    xml_.raw("    <fs").plain_attribute("xml:id", "about." + to_string(annotation.id)).raw(" type=\"about\">");
    const auto add = [this](const char* name, std::string_view value) {
      if (value.empty()) return;
      xml_.raw("<f").plain_attribute("name", name).raw(">");
      add_string(value);
      xml_.raw("</f>");
    };
    add("created", to_string(provenance.created));
    if (provenance.modified) add("modified", to_string(*provenance.modified));
    add("method", to_string(provenance.method));
    add("origin", provenance.origin);
    if (provenance.confidence) add("confidence", fmt::format("{}", *provenance.confidence));
    add("schemaVersion", std::to_string(provenance.schema_version));
    if (provenance.confirmed) add("confirmed", to_string(*provenance.confirmed));
    add("confirmedBy", provenance.confirmed_by.view());
    add("note", annotation.note);
    xml_.raw("</fs>\n");
  }

  /// One element that holds every character of the text and nothing else but anchors.
  void add_text() {
    const Text& text = document_.document.text;
    xml_.raw("  <text").optional_attribute("xml:lang", info_.language).raw("><body><ab xml:id=\"text\" ");
    xml_.raw("xml:space=\"preserve\">");
    TextPos written(0);
    for (const TextPos place : anchors_) {
      xml_.text(text.slice({written, place})).raw("<anchor").plain_attribute("xml:id", anchor_id(place)).raw("/>");
      written = place;
    }
    xml_.text(text.slice({written, text.end()})).raw("</ab></body></text>\n");
  }

  const ExportTask& task_;
  const AnnotatedDocument& document_;
  const DocumentInfo& info_;
  const std::string& categories_;
  XmlWriter xml_;
  std::set<TextPos> anchors_;
};

}  // namespace

void TeiWriter::begin() {
  task_.losses.add(
      losses_of(task_.schema,
                {SchemaFeature::NameAndVersion, SchemaFeature::Guidelines, SchemaFeature::Colors, SchemaFeature::Keys,
                 SchemaFeature::OverlapRules, SchemaFeature::SpanRules, SchemaFeature::Revisions,
                 SchemaFeature::AllowedEnds, SchemaFeature::RequiredAttributes, SchemaFeature::Defaults}));
  XmlWriter xml;
  Categories(xml, task_.schema).run();
  categories_ = xml.str();
}

void TeiWriter::write(const AnnotatedDocument& document) {
  task_.expected.begin_document(document.document.text.utf8());
  const std::string bytes = TeiDocument(task_, document, categories_).run();
  task_.sink.begin_file(names_.name_for(document.document.info.name) + ".xml");
  task_.sink.append(bytes);
}

}  // namespace mitjul
