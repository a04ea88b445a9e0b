#include "export/spacy.h"

#include "export/layer_facts.h"

namespace mitjul {

void SpacyWriter::begin() { lose_schema(task_.schema, task_.losses); }

void SpacyWriter::write(const AnnotatedDocument& document) {
  const Text& text = document.document.text;
  lose_metadata(document.document.info, task_.losses);
  for (const Layer& layer : layers_of(document, task_.annotators)) {
    task_.expected.begin_document(text.utf8());
    json_.begin_object().field("text", text.utf8()).key("spans").begin_array();
    for (const Annotation* const annotation : layer.annotations) {
      if (annotation->spans() == nullptr) continue;
      for (const Span& segment : annotation->spans()->segments()) {
        json_.begin_object().field("start", segment.start.value()).field("end", segment.end.value());
        json_.field("label", annotation->label).field("id", to_string(annotation->id)).end_object();
        task_.expected.add_span(annotation->label, {segment});
      }
    }
    json_.end_array().key("meta").begin_object();
    write_layer_facts(json_, document.document.info, layer);
    json_.end_object().end_object().space("\n");
  }
  task_.sink.append(json_.str());
  json_.clear();
}

}  // namespace mitjul
