#pragma once

#include <map>
#include <string>
#include <utility>

#include "export/export_writer.h"
#include "export/json_writer.h"
#include "export/layers.h"

namespace mitjul {

/// Writes what is known of a document as members of the open object, for formats in which a text may have any members:
/// `doc_id`, `doc_name`, `title`, `language`, and the metadata under their own keys.
void write_document_facts(JsonWriter& json, const DocumentInfo& info);
/// Counts the metadata that this leaves out, as their key is taken.
void lose_metadata(const DocumentInfo& info, ExportLosses& losses);

/// Whose a layer is: name and key, the key empty for the result of curation, which stands beside a set of the same
/// annotator; both empty where nobody has annotated.
std::pair<std::string, std::string> name_and_key(const Layer& layer);

/// Writes `annotator`, `annotator_key`, and the facts of the document.
void write_layer_facts(JsonWriter& json, const DocumentInfo& info, const Layer& layer);

/// Counts what a schema says beyond the ids that annotations carry: nothing of it stands in formats without a schema.
void lose_schema(const Schema& schema, ExportLosses& losses);

/// Small numbers for the annotations of a layer, for formats whose ids are numbers: those of their ids where all are of
/// one annotator, else their places in the list, from 1.
class LayerNumbers {
 public:
  explicit LayerNumbers(const Layer& layer);
  /// 0 where it is not in the layer.
  std::int64_t of(const AnnotationId& id) const;

 private:
  std::map<AnnotationId, std::int64_t> numbers_;
};

/// The two spans of its layer that a relation is about, in the order of its label's roles; where there are not two,
/// which feature it is that a format of such relations cannot hold.
struct SpanPair {
  const Annotation* head = nullptr;
  const Annotation* child = nullptr;
  AnnotationFeature lost = AnnotationFeature::Relations;

  bool whole() const { return head != nullptr && child != nullptr; }
};
SpanPair span_pair(const Annotation& relation, const Layer& layer, const AnnotatedDocument& document,
                   const Schema& schema);

}  // namespace mitjul
