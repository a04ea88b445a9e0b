#include "export/jsonl.h"

#include "core/jsonl_format.h"
#include "export/layers.h"
#include "export/relation_ends.h"
#include "export/schema_xml.h"

namespace mitjul {
namespace {

LabelKind kind_of(const Annotation& annotation) {
  if (annotation.spans() != nullptr) return LabelKind::Span;
  return annotation.relation() != nullptr ? LabelKind::Relation : LabelKind::Document;
}

const char* list_of(LabelKind kind) {
  switch (kind) {
    case LabelKind::Span: return "spans";
    case LabelKind::Relation: return "relations";
    case LabelKind::Document: break;
  }
  return "labels";
}

}  // namespace

void JsonlWriter::write(const AnnotatedDocument& document) {
  const DocumentInfo& info = document.document.info;
  const Text& text = document.document.text;
  std::vector<ListedSet> sets;
  for (const auto& [key, set] : document.sets) {
    if (says_something(set)) sets.push_back({set, listed(set)});
  }
  json_.begin_object().field("id", info.key.view()).field("format", kJsonlFormat).field("name", info.name);
  json_.field("title", info.title).field("language", info.language).field("text", text.utf8());
  write_facts(info);
  write_sets(sets);
  for (const LabelKind kind : {LabelKind::Span, LabelKind::Relation, LabelKind::Document}) {
    write_annotations(kind, sets, text);
  }
  write_header();
  json_.end_object().space("\n");
  task_.sink.append(json_.str());
  json_.clear();
  task_.expected.add_exactly(document);
}

void JsonlWriter::end() {
  // A schema without a document has no line to stand in.
  if (first_ && !task_.schema.labels.empty())
    task_.losses.add(AnnotationFeature::SchemaDetails, task_.schema.labels.size());
}

void JsonlWriter::write_facts(const DocumentInfo& info) {
  json_.field("sha256", info.sha256).field("code_points", info.code_points).field("utf16_units", info.utf16_units);
  json_.key("metadata").begin_array();
  for (const auto& [key, value] : info.metadata) {
    json_.begin_object().field("key", key).field("value", value).end_object();
  }
  json_.end_array().key("zones").begin_array();
  for (const Zone& zone : info.zones) {
    json_.begin_object().field("kind", to_string(zone.kind));
    json_.field("start", zone.span.start.value()).field("end", zone.span.end.value()).end_object();
  }
  json_.end_array().key("substitutions").begin_array();
  for (const Substitution& substitution : info.substitutions) {
    json_.begin_object().field("offset", substitution.offset.value()).field("original", substitution.original);
    json_.end_object();
  }
  json_.end_array();
}

void JsonlWriter::write_sets(const std::vector<ListedSet>& sets) {
  json_.key("sets").begin_array();
  for (const ListedSet& listed : sets) {
    const SetKey& key = listed.set.key();
    const Annotator* const annotator = find_annotator(task_.annotators, key.annotator);
    json_.begin_object().field("annotator", key.annotator.view());
    json_.field("name", annotator == nullptr ? std::string_view() : annotator->name);
    json_.field("state", to_string(listed.set.state())).field("curated", key.curated).end_object();
  }
  json_.end_array();
}

void JsonlWriter::write_annotations(LabelKind kind, const std::vector<ListedSet>& sets, const Text& text) {
  json_.key(list_of(kind)).begin_array();
  for (const ListedSet& listed : sets) {
    for (const Annotation* const annotation : listed.annotations) {
      if (kind_of(*annotation) != kind) continue;
      json_.begin_object().field("id", to_string(annotation->id)).field("label", annotation->label);
      if (const Spans* const spans = annotation->spans()) write_spans(*spans, text);
      if (const Relation* const relation = annotation->relation())
        write_relation(*relation, task_.schema.find(annotation->label));
      write_what_all_have(*annotation, listed.set.key());
      json_.end_object();
    }
  }
  json_.end_array();
}

void JsonlWriter::write_spans(const Spans& spans, const Text& text) {
  json_.field("start", spans.start().value()).field("end", spans.end().value());
  if (spans.discontinuous()) {
    quote_.clear();
    for (const Span& segment : spans.segments()) {
      if (!quote_.empty()) quote_ += ' ';
      quote_ += text.slice(segment);
    }
    json_.field("text", quote_);
  } else {
    json_.field("text", text.slice(spans.hull()));
  }
  json_.key("segments").begin_array();
  for (const Span& segment : spans.segments()) {
    json_.begin_object().field("start", segment.start.value()).field("end", segment.end.value()).end_object();
  }
  json_.end_array();
}

void JsonlWriter::write_relation(const Relation& relation, const Label* label) {
  const std::vector<const Argument*> ends = ends_in_order(relation, label);
  json_.field("head", ends.empty() ? std::string() : to_string(ends.front()->target));
  json_.field("child", ends.size() < 2 ? std::string() : to_string(ends[1]->target));
  json_.key("args").begin_array();
  for (const Argument& argument : relation.arguments) {
    json_.begin_object().field("role", argument.role).field("ref", to_string(argument.target)).end_object();
  }
  json_.end_array();
}

void JsonlWriter::write_what_all_have(const Annotation& annotation, const SetKey& set) {
  json_.key("attributes").begin_array();
  for (const auto& [id, values] : annotation.attributes) {
    json_.begin_object().field("id", id).key("values").begin_array();
    for (const std::string& value : values) json_.string(value);
    json_.end_array().end_object();
  }
  json_.end_array().field("note", annotation.note);
  json_.field("annotator", set.annotator.view()).field("curated", set.curated);
  const Provenance& provenance = annotation.provenance;
  json_.field("created", time(provenance.created));
  json_.field("modified", provenance.modified ? std::string_view(time(*provenance.modified)) : std::string_view());
  json_.field("method", to_string(provenance.method)).field("origin", provenance.origin).key("confidence");
  if (provenance.confidence) {
    json_.number(*provenance.confidence);
  } else {
    json_.null();
  }
  json_.field("schema_version", static_cast<std::int64_t>(provenance.schema_version));
  json_.field("confirmed", provenance.confirmed ? std::string_view(time(*provenance.confirmed)) : std::string_view());
  json_.field("confirmed_by", provenance.confirmed_by.view());
}

void JsonlWriter::write_header() {
  json_.key("annotators").begin_array();
  for (const Annotator& annotator : task_.annotators) {
    if (first_) json_.begin_object().field("key", annotator.key.view()).field("name", annotator.name).end_object();
  }
  json_.end_array().field("schema", first_ ? schema_to_xml(task_.schema) : std::string());
  first_ = false;
}

const std::string& JsonlWriter::time(Time moment) {
  if (moment != last_time_ || last_time_text_.empty()) {
    last_time_ = moment;
    last_time_text_ = to_string(moment);
  }
  return last_time_text_;
}

}  // namespace mitjul
