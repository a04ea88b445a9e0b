#include "export/gate.h"

#include <map>
#include <set>

#include "export/held_relations.h"
#include "export/layers.h"
#include "export/read_text.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

using Feature = AnnotationFeature;

// GATE's ids are 32 bits wide, and all of its numbers are positive.
constexpr std::int64_t kLargestId = INT32_MAX;

class GateFile {
 public:
  GateFile(const ExportTask& task, const AnnotatedDocument& document)
      : task_(task), document_(document), text_(document.document.text), read_(text_) {
    task_.expected.begin_document(read_.utf8());
  }

  std::string xml() {
    xml_.raw("<?xml version='1.0' encoding='UTF-8'?>\n<GateDocument version=\"3\">\n");
    add_document_features();
    add_text();
    number_annotations();
    for (const auto& [key, set] : document_.sets) {
      if (says_something(set)) add_spans(set);
    }
    add_zones();
    for (const auto& [key, set] : document_.sets) {
      if (says_something(set)) add_relations(set);
    }
    xml_.raw("</GateDocument>\n");
    return xml_.str();
  }

 private:
  void add_feature(std::string_view name, std::string_view value, std::string_view type = "java.lang.String") {
    xml_.raw("<Feature>\n  <Name className=\"java.lang.String\">").text(name).raw("</Name>\n  <Value className=\"");
    xml_.raw(type).raw("\">").text(value).raw("</Value>\n</Feature>\n");
  }

  void add_document_features() {
    const DocumentInfo& info = document_.document.info;
    xml_.raw("<GateDocumentFeatures>\n");
    add_feature("gate.SourceURL", "created from String");
    add_feature("mitjul:key", info.key.view());
    add_feature("mitjul:name", info.name);
    if (!info.title.empty()) add_feature("mitjul:title", info.title);
    if (!info.language.empty()) add_feature("mitjul:language", info.language);
    std::map<std::string, int> seen;  // of several features of a name GATE keeps one
    for (const auto& [key, value] : info.metadata) {
      const int number = ++seen[key];
      add_feature(number == 1 ? key : key + " (" + std::to_string(number) + ")", value);
    }
    xml_.raw("</GateDocumentFeatures>\n");
  }

  void add_text() {
    std::set<TextPos> nodes{TextPos(0), text_.end()};
    const auto add = [&](Span span) {
      nodes.insert(span.start);
      nodes.insert(span.end);
    };
    for (const Zone& zone : document_.document.info.zones) add(zone.span);
    for (const auto& [key, set] : document_.sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        if (const Spans* const spans = annotation.spans()) add(spans->hull());
      }
    }
    xml_.raw("<TextWithNodes>");
    TextPos done(0);
    for (const TextPos node : nodes) {
      xml_.text(text_.slice({done, node})).raw("<Node").number_attribute("id", text_.to_utf16(node)).raw("/>");
      done = node;
    }
    xml_.raw("</TextWithNodes>\n");
  }

  /// Ids are one for all of a document: the numbers of the annotations, as far as they go.
  void number_annotations() {
    std::vector<const Annotation*> all;
    for (const auto& [key, set] : document_.sets) {
      for (const Annotation* const annotation : listed(set)) all.push_back(annotation);
    }
    std::set<AnnotationId> spans;
    for (const Annotation* const annotation : all) {
      if (annotation->spans() == nullptr) continue;
      spans.insert(annotation->id);
      number(annotation->id);
    }
    for (const Annotation* const relation : held_relations(all, spans)) number(relation->id);
  }

  void number(const AnnotationId& id) {
    std::int64_t number = id.number;
    if (number > kLargestId || taken_.count(number) != 0) {
      while (taken_.count(next_) != 0) ++next_;
      number = next_;
    }
    taken_.insert(number);
    ids_.emplace(id, number);
  }

  std::string name_of(const AnnotationSet& set) const {
    const Annotator* const annotator = find_annotator(task_.annotators, set.key().annotator);
    return (annotator == nullptr ? set.key().annotator.str() : annotator->name) +
           (set.key().curated ? " (curated)" : "");
  }

  void add_annotation(std::int64_t id, std::string_view type, Span span) {
    xml_.raw("<Annotation").number_attribute("Id", static_cast<std::uint64_t>(id)).attribute("Type", type);
    xml_.number_attribute("StartNode", text_.to_utf16(span.start));
    xml_.number_attribute("EndNode", text_.to_utf16(span.end)).raw(">\n");
  }

  void add_spans(const AnnotationSet& set) {
    xml_.raw("<AnnotationSet").attribute("Name", name_of(set)).raw(">\n");
    for (const Annotation* const annotation : listed(set)) {
      const Spans* const spans = annotation->spans();
      if (spans == nullptr) continue;
      add_annotation(ids_.at(annotation->id), annotation->label, spans->hull());
      for (const auto& [id, values] : annotation->attributes) add_attribute(annotation->label, id, values);
      add_feature("mitjul:id", to_string(annotation->id));
      if (!annotation->note.empty()) add_feature("mitjul:note", annotation->note);
      if (spans->discontinuous()) add_feature("mitjul:segments", places_of(*spans));
      xml_.raw("</Annotation>\n");
      task_.expected.add_span(annotation->label, {read_.place(spans->hull())});
    }
    xml_.raw("</AnnotationSet>\n");
  }

  void add_attribute(const std::string& label, const std::string& id, const std::vector<std::string>& values) {
    const Attribute* const attribute = task_.schema.find_attribute(label, id);
    const AttributeType type = attribute == nullptr ? AttributeType::Text : attribute->type;
    if (type == AttributeType::Choices) {
      std::string joined;
      for (const std::string& value : values) joined += (joined.empty() ? "" : ";") + value;
      add_feature(id, joined, "java.util.ArrayList\" itemClassName=\"java.lang.String");
    } else {
      add_feature(id, values.front(),
                  type == AttributeType::Boolean  ? "java.lang.Boolean"
                  : type == AttributeType::Number ? "java.lang.Double"
                                                  : "java.lang.String");
    }
  }

  /// `8-10 11-15`, in the numbers of nodes.
  std::string places_of(const Spans& spans) const {
    std::string places;
    for (const Span& segment : spans.segments()) {
      places += (places.empty() ? "" : " ") + std::to_string(text_.to_utf16(segment.start)) + "-" +
                std::to_string(text_.to_utf16(segment.end));
    }
    return places;
  }

  /// Where GATE keeps what the layout of a document was.
  void add_zones() {
    if (document_.document.info.zones.empty()) return;
    xml_.raw("<AnnotationSet Name=\"Original markups\">\n");
    for (const Zone& zone : document_.document.info.zones) {
      while (taken_.count(next_) != 0) ++next_;
      taken_.insert(next_);
      add_annotation(next_, to_string(zone.kind), zone.span);
      xml_.raw("</Annotation>\n");
    }
    xml_.raw("</AnnotationSet>\n");
  }

  void add_relations(const AnnotationSet& set) {
    xml_.raw("<RelationSet").attribute("Name", name_of(set)).raw(">\n");
    for (const Annotation* const annotation : listed(set)) {
      const Relation* const relation = annotation->relation();
      const auto id = ids_.find(annotation->id);
      if (relation == nullptr) continue;
      if (id == ids_.end()) {
        lose(*relation);
        continue;
      }
      if (!annotation->note.empty()) task_.losses.add(Feature::Notes);
      xml_.raw("<Relation").number_attribute("Id", static_cast<std::uint64_t>(id->second));
      xml_.attribute("Type", annotation->label).plain_attribute("Members", members_of(*annotation));
      xml_.raw(">\n<UserData></UserData>\n</Relation>\n");
      task_.expected.add_relation(annotation->label);
    }
    xml_.raw("</RelationSet>\n");
  }

  /// What has an end in another document, or on a label of this one, is counted for all formats that cannot hold it.
  void lose(const Relation& relation) {
    for (const Argument& argument : relation.arguments) {
      if (!argument.target.document.empty()) return;
    }
    task_.losses.add(Feature::Relations);
  }

  /// In the order of the label's roles.
  std::string members_of(const Annotation& relation) const {
    std::string members;
    const Label* const label = task_.schema.find(relation.label);
    for (const Role& role : label->roles) {
      for (const Argument& argument : relation.relation()->arguments) {
        if (argument.role == role.id)
          members += (members.empty() ? "" : ";") + std::to_string(ids_.at(argument.target.id));
      }
    }
    return members;
  }

  const ExportTask& task_;
  const AnnotatedDocument& document_;
  const Text& text_;
  const ReadText read_;
  XmlWriter xml_;
  std::map<AnnotationId, std::int64_t> ids_;
  std::set<std::int64_t> taken_;
  std::int64_t next_ = 1;
};

}  // namespace

void GateWriter::begin() {
  if (!task_.schema.labels.empty()) task_.losses.add(Feature::SchemaDetails);
}

void GateWriter::write(const AnnotatedDocument& document) {
  task_.sink.begin_file(files_.name_for(document.document.info.name) + ".xml");
  task_.sink.append(GateFile(task_, document).xml());
}

}  // namespace mitjul
