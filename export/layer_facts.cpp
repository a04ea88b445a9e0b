#include "export/layer_facts.h"

#include <algorithm>
#include <set>

#include "export/relation_ends.h"

namespace mitjul {

namespace {

/// The metadata that can stand beside the members to which we, or the programs that read them, give a meaning: of each
/// key the first.
std::vector<const std::pair<std::string, std::string>*> writable_metadata(const DocumentInfo& info) {
  std::set<std::string_view> taken{
      "doc_id",  "doc_name", "title",    "language",  "annotator", "annotator_key", "annotators", "text", "data",
      "content", "spans",    "entities", "relations", "label",     "labels",        "meta",       "id",   "name",
      "tokens",  "Comments", "cats",     "ents",      "answer",    "_task_hash",    "_input_hash"};
  std::vector<const std::pair<std::string, std::string>*> writable;
  for (const auto& pair : info.metadata) {
    if (taken.insert(pair.first).second) writable.push_back(&pair);
  }
  return writable;
}

}  // namespace

void write_document_facts(JsonWriter& json, const DocumentInfo& info) {
  json.field("doc_id", info.key.view()).field("doc_name", info.name);
  json.field("title", info.title).field("language", info.language);
  for (const auto* const pair : writable_metadata(info)) json.field(pair->first, pair->second);
}

void lose_metadata(const DocumentInfo& info, ExportLosses& losses) {
  losses.add(AnnotationFeature::Metadata, info.metadata.size() - writable_metadata(info).size());
}

std::pair<std::string, std::string> name_and_key(const Layer& layer) {
  if (layer.annotator == nullptr) return {};
  // Beside the annotator's own set it must be somebody else's.
  if (layer.set->key().curated) return {layer.annotator->name + " (curated)", ""};
  return {layer.annotator->name, layer.annotator->key.str()};
}

void write_layer_facts(JsonWriter& json, const DocumentInfo& info, const Layer& layer) {
  const auto [name, key] = name_and_key(layer);
  json.field("annotator", name).field("annotator_key", key);
  write_document_facts(json, info);
}

void lose_schema(const Schema& schema, ExportLosses& losses) {
  if (!schema.labels.empty()) losses.add(AnnotationFeature::SchemaDetails, schema.labels.size());
}

LayerNumbers::LayerNumbers(const Layer& layer) {
  const auto& annotations = layer.annotations;
  const bool one_annotator = std::all_of(annotations.begin(), annotations.end(), [&](const Annotation* annotation) {
    return annotation->id.annotator == annotations.front()->id.annotator;
  });
  std::int64_t place = 0;
  for (const Annotation* const annotation : annotations) {
    ++place;
    numbers_.emplace(annotation->id, one_annotator ? annotation->id.number : place);
  }
}

std::int64_t LayerNumbers::of(const AnnotationId& id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? 0 : found->second;
}

SpanPair span_pair(const Annotation& relation, const Layer& layer, const AnnotatedDocument& document,
                   const Schema& schema) {
  SpanPair pair;
  const std::vector<const Argument*> ends = ends_in_order(*relation.relation(), schema.find(relation.label));
  if (ends.size() != 2) {
    pair.lost = AnnotationFeature::LargeRelations;
    return pair;
  }
  const auto span_at = [&](const Argument& end) -> const Annotation* {
    const Annotation* const target = end.target.document.empty() ? document.find(end.target.id) : nullptr;
    if (target != nullptr && target->spans() == nullptr) {
      pair.lost = AnnotationFeature::RelationsOnRelations;
      return nullptr;
    }
    if (target == nullptr || layer.set->find(target->id) == nullptr) {
      pair.lost = AnnotationFeature::DistantRelations;
      return nullptr;
    }
    return target;
  };
  pair.head = span_at(*ends[0]);
  pair.child = span_at(*ends[1]);
  return pair;
}

}  // namespace mitjul
