#include "export/xmi.h"

#include <map>
#include <set>

#include "export/file_names.h"
#include "export/held_relations.h"
#include "export/layers.h"
#include "export/read_text.h"
#include "export/sentences.h"
#include "export/tokens.h"
#include "export/uima_types.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

using Kind = UimaType::Kind;

std::string_view supertype_of(Kind kind) {
  if (kind == Kind::Many) return "uima.cas.TOP";
  return kind == Kind::Document ? "uima.cas.AnnotationBase" : "uima.tcas.Annotation";
}

/// The type system: what UIMA needs to read the files.
class TypeSystem {
 public:
  std::string xml(const Schema& schema, const UimaTypes& types) {
    xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml_.raw("<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n  <name>").text(schema.name);
    xml_.raw("</name>\n  <types>\n");
    for (const UimaType& type : types.all()) {
      const std::string& id = type.label->id;
      begin(std::string(kCustomPackage) + type.name, uima_description(type.label->name, id, type.name),
            supertype_of(type.kind));
      for (const UimaType::Feature& role : type.roles)
        feature(role.name, uima_description(role_name(*type.label, role.id), role.id, role.name), role.range);
      for (const UimaType::Feature& each : type.features) {
        const std::string& name = schema.find_attribute(id, each.id)->name;
        feature(each.name, uima_description(name, each.id, each.name),
                each.several ? "uima.cas.StringArray" : "uima.cas.String");
      }
      feature("identifier", "", "uima.cas.String");
      feature("note", "", "uima.cas.String");
      end();
    }
    add_given();
    xml_.raw("  </types>\n</typeSystemDescription>\n");
    return xml_.str();
  }

 private:
  static std::string role_name(const Label& label, const std::string& id) {
    for (const Role& role : label.roles) {
      if (role.id == id) return role.name;
    }
    return "";
  }

  void begin(std::string_view name, std::string_view description, std::string_view supertype) {
    xml_.raw("    <typeDescription>\n      <name>").raw(name).raw("</name>\n      ");
    describe(description);
    xml_.raw("\n      <supertypeName>").raw(supertype).raw("</supertypeName>\n      <features>\n");
  }
  void describe(std::string_view description) {
    if (description.empty()) {
      xml_.raw("<description/>");
    } else {
      xml_.raw("<description>").text(description).raw("</description>");
    }
  }
  void feature(std::string_view name, std::string_view description, std::string_view range) {
    xml_.raw("        <featureDescription><name>").raw(name).raw("</name>");
    describe(description);
    xml_.raw("<rangeTypeName>").raw(range).raw("</rangeTypeName></featureDescription>\n");
  }
  void end() { xml_.raw("      </features>\n    </typeDescription>\n"); }

  void add_given() {
    begin("mitjul.Document", "", "uima.cas.TOP");
    for (const char* const name : {"documentKey", "documentName", "annotatorKey", "annotatorName", "state", "curated"})
      feature(name, "", "uima.cas.String");
    end();
    begin("mitjul.Segment", "", "uima.tcas.Annotation");
    feature("of", "", "uima.tcas.Annotation");
    end();
    begin("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "", "uima.tcas.DocumentAnnotation");
    for (const char* const name : {"documentTitle", "documentId", "documentUri"}) feature(name, "", "uima.cas.String");
    end();
    for (const char* const name : {"Sentence", "Token"}) {
      begin(std::string("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.") + name, "", "uima.tcas.Annotation");
      end();
    }
  }

  XmlWriter xml_;
};

/// One document as one annotator sees it.
class Cas {
 public:
  Cas(const ExportTask& task, const UimaTypes& types, const AnnotatedDocument& document, const Layer& layer)
      : task_(task), types_(types), document_(document), layer_(layer), text_(document.document.text), read_(text_) {
    task_.expected.begin_document(read_.utf8());
  }

  std::string xml() {
    xml_.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
        "xmlns:tcas=\"http:///uima/tcas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" "
        "xmlns:metadata=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\" "
        "xmlns:segmentation=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\" "
        "xmlns:mitjul=\"http:///mitjul.ecore\" xmi:version=\"2.0\">\n  <cas:NULL xmi:id=\"0\"/>\n");
    add_metadata();
    number_annotations();
    for (const auto& [annotation, id] : numbered_) add(*annotation, id);
    add_segments();
    add_own();
    for (const Span& sentence : sentences_of(text_, task_.options)) {
      add_place("segmentation:Sentence", sentence);
      xml_.raw("/>\n");
      for (const Span& token : tokens_of(text_, sentence, {})) {
        add_place("segmentation:Token", token);
        xml_.raw("/>\n");
      }
    }
    xml_.raw("  <cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\"");
    xml_.attribute("sofaString", text_.utf8()).raw("/>\n  <cas:View sofa=\"1\" members=\"");
    for (std::size_t id = 2; id < next_; ++id) xml_.raw(id == 2 ? "" : " ").raw(std::to_string(id));
    xml_.raw("\"/>\n</xmi:XMI>\n");
    return xml_.str();
  }

 private:
  XmlWriter& begin(std::string_view element, std::size_t id) {
    return xml_.raw("  <").raw(element).number_attribute("xmi:id", id);
  }

  void put_place(Span span) {
    xml_.raw(" sofa=\"1\"").number_attribute("begin", text_.to_utf16(span.start));
    xml_.number_attribute("end", text_.to_utf16(span.end));
  }

  void add_place(std::string_view element, Span span) {
    begin(element, next_++);
    put_place(span);
  }

  void add_metadata() {
    const DocumentInfo& info = document_.document.info;
    add_place("metadata:DocumentMetaData", text_.all());
    xml_.attribute("language", info.language.empty() ? "x-unspecified" : info.language);
    xml_.attribute("documentTitle", info.title.empty() ? info.name : info.title);
    xml_.attribute("documentId", info.key.view()).raw("/>\n");
  }

  void number_annotations() {
    std::set<AnnotationId> present;
    for (const Annotation* const annotation : layer_.annotations) {
      if (annotation->relation() == nullptr) present.insert(annotation->id);
    }
    const std::vector<const Annotation*> relations = held_relations(layer_.annotations, present);
    auto relation = relations.begin();
    for (const Annotation* const annotation : layer_.annotations) {
      if (annotation->relation() == nullptr) {
        number(*annotation);
      } else if (relation != relations.end() && *relation == annotation) {
        number(*annotation);
        ++relation;
      } else if (!is_distant(*annotation)) {
        task_.losses.add(AnnotationFeature::Relations);  // on a relation that is distant
      }
    }
  }

  void number(const Annotation& annotation) {
    ids_.emplace(annotation.id, next_);
    numbered_.emplace_back(&annotation, next_++);
    by_id_.emplace(annotation.id, &annotation);
  }

  static bool is_distant(const Annotation& relation) {
    for (const Argument& argument : relation.relation()->arguments) {
      if (!argument.target.document.empty()) return true;
    }
    return false;
  }

  void add(const Annotation& annotation, std::size_t id) {
    const UimaType& type = types_.of(annotation.label);
    const std::string element = "custom:" + type.name;
    begin(element, id);
    if (const Spans* const spans = annotation.spans()) {
      put_place(spans->hull());
      task_.expected.add_span(annotation.label, read_.places(spans->segments()));
    } else if (annotation.relation() != nullptr) {
      if (type.kind == Kind::Pair) put_place(by_id_.at(end(annotation, type.roles[1].id))->spans()->hull());
      for (const UimaType::Feature& role : type.roles) {
        const AnnotationId target = end(annotation, role.id);
        if (target != AnnotationId()) xml_.number_attribute(role.name, ids_.at(target));
      }
      task_.expected.add_relation(annotation.label);
    } else {
      xml_.raw(" sofa=\"1\"");
      task_.expected.add_document_label(annotation.label);
    }
    add_features(annotation, type, element);
  }

  /// What plays a role; no id where nothing does.
  static AnnotationId end(const Annotation& relation, const std::string& role) {
    for (const Argument& argument : relation.relation()->arguments) {
      if (argument.role == role) return argument.target.id;
    }
    return {};
  }

  void add_features(const Annotation& annotation, const UimaType& type, const std::string& element) {
    bool several = false;
    for (const UimaType::Feature& feature : type.features) {
      const auto values = annotation.attributes.find(feature.id);
      if (values == annotation.attributes.end()) continue;
      several = several || feature.several;
      if (!feature.several) xml_.attribute(feature.name, values->second.front());
    }
    xml_.plain_attribute("identifier", to_string(annotation.id)).optional_attribute("note", annotation.note);
    if (!several) {
      xml_.raw("/>\n");
      return;
    }
    xml_.raw(">");
    for (const UimaType::Feature& feature : type.features) {
      const auto values = annotation.attributes.find(feature.id);
      if (!feature.several || values == annotation.attributes.end()) continue;
      for (const std::string& value : values->second)
        xml_.raw("<").raw(feature.name).raw(">").text(value).raw("</").raw(feature.name).raw(">");
    }
    xml_.raw("</").raw(element).raw(">\n");
  }

  /// The pieces of spans that have several: their annotations reach from the first to the last.
  void add_segments() {
    for (const auto& [annotation, id] : numbered_) {
      if (annotation->spans() == nullptr || !annotation->spans()->discontinuous()) continue;
      for (const Span& segment : annotation->spans()->segments()) {
        add_place("mitjul:Segment", segment);
        xml_.number_attribute("of", id).raw("/>\n");
      }
    }
  }

  /// What INCEpTION knows by itself, and nobody else does.
  void add_own() {
    const DocumentInfo& info = document_.document.info;
    begin("mitjul:Document", next_++).attribute("documentKey", info.key.view()).attribute("documentName", info.name);
    if (layer_.set != nullptr) {
      xml_.attribute("annotatorKey", layer_.set->key().annotator.view());
      if (layer_.annotator != nullptr) xml_.attribute("annotatorName", layer_.annotator->name);
      xml_.attribute("state", to_string(layer_.set->state()));
      if (layer_.set->key().curated) xml_.attribute("curated", "true");
    }
    xml_.raw("/>\n");
  }

  const ExportTask& task_;
  const UimaTypes& types_;
  const AnnotatedDocument& document_;
  const Layer& layer_;
  const Text& text_;
  const ReadText read_;
  XmlWriter xml_;
  std::size_t next_ = 2;  // 1 is the text
  std::map<AnnotationId, std::size_t> ids_;
  std::map<AnnotationId, const Annotation*> by_id_;
  std::vector<std::pair<const Annotation*, std::size_t>> numbered_;
};

}  // namespace

class XmiWriter::Files {
 public:
  explicit Files(const Schema& schema) : types(schema) {}

  const UimaTypes types;
  FileNames names;
};

XmiWriter::XmiWriter(const ExportTask& task) : task_(task), files_(std::make_unique<Files>(task.schema)) {}

XmiWriter::~XmiWriter() = default;

void XmiWriter::begin() {
  task_.sink.begin_file("TypeSystem.xml");
  task_.sink.append(TypeSystem().xml(task_.schema, files_->types));
  if (!task_.schema.labels.empty()) task_.losses.add(AnnotationFeature::SchemaDetails);
  for (const UimaType& type : files_->types.all()) task_.losses.add(AnnotationFeature::RenamedIds, type.renamed_ids());
}

void XmiWriter::write(const AnnotatedDocument& document) {
  for (const Layer& layer : layers_of(document, task_.annotators)) {
    task_.sink.begin_file(files_->names.name_for(layer.name) + ".xmi");
    task_.sink.append(Cas(task_, files_->types, document, layer).xml());
  }
}

}  // namespace mitjul
