#include "export/flat_document.h"

namespace mitjul {

FlatDocuments::FlatDocuments(const ExportTask& task, TagMap tags, const std::string& rule)
    : task_(task), tags_(std::move(tags)), flattening_(task.schema, task.options.value("flatten", rule)) {}

void FlatDocuments::count_schema() const {
  if (!task_.schema.labels.empty()) task_.losses.add(AnnotationFeature::SchemaDetails);
}

FlatDocument FlatDocuments::make(const Text& text, const Layer& layer) const {
  FlatDocument document;
  document.sentences = sentences_of(text, task_.options);
  document.spans =
      in_sentences(tagged_spans(layer, tags_, flattening_, task_.losses), document.sentences, task_.losses);
  return document;
}

void ExpectedLines::add(std::string_view as_read, Span sentence, const std::vector<TaggedSpan>& spans) {
  if (sentences_++ > 0) {
    text_ += '\n';
    ++length_;
  }
  for (const TaggedSpan& span : spans) {
    const TextPos start = TextPos(length_) + (span.span.start - sentence.start);
    spans_.push_back({Span(start, start + span.span.length()), span.tag});
  }
  text_ += as_read;
  length_ += sentence.length();
}

void ExpectedLines::tell(ExpectedReading& expected) const {
  expected.begin_document(text_);
  for (const TaggedSpan& span : spans_) expected.add_span(span.tag, {span.span});
}

}  // namespace mitjul
