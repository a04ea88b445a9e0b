#include "export/doccano.h"

#include "export/layer_facts.h"

namespace mitjul {

void DoccanoWriter::begin() { lose_schema(task_.schema, task_.losses); }

void DoccanoWriter::write(const AnnotatedDocument& document) {
  const Text& text = document.document.text;
  lose_metadata(document.document.info, task_.losses);
  for (const Layer& layer : layers_of(document, task_.annotators)) {
    const LayerNumbers numbers(layer);
    task_.expected.begin_document(text.utf8());
    json_.begin_object().field("text", text.utf8()).key("entities").begin_array();
    for (const Annotation* const annotation : layer.annotations) {
      if (annotation->spans() == nullptr) continue;
      bool first = true;
      for (const Span& segment : annotation->spans()->segments()) {
        json_.begin_object();
        // Relations mean the first piece.
        if (first) json_.field("id", numbers.of(annotation->id));
        first = false;
        json_.field("start_offset", text.to_utf16(segment.start)).field("end_offset", text.to_utf16(segment.end));
        json_.field("label", annotation->label).end_object();
        task_.expected.add_span(annotation->label, {segment});
      }
    }
    json_.end_array().key("relations").begin_array();
    for (const Annotation* const annotation : layer.annotations) {
      if (annotation->relation() == nullptr) continue;
      const SpanPair pair = span_pair(*annotation, layer, document, task_.schema);
      if (!pair.whole()) {
        task_.losses.add(pair.lost);
        continue;
      }
      json_.begin_object().field("id", numbers.of(annotation->id)).field("from_id", numbers.of(pair.head->id));
      json_.field("to_id", numbers.of(pair.child->id)).field("type", annotation->label).end_object();
      task_.expected.add_relation(annotation->label);
    }
    json_.end_array();
    write_layer_facts(json_, document.document.info, layer);
    json_.end_object().space("\n");
  }
  task_.sink.append(json_.str());
  json_.clear();
}

}  // namespace mitjul
