#pragma once

// The sentence in which every format is shown: an emoji before a span, one that covers everything, one in two pieces,
// and a relation.

#include "tests/export/exporting.h"

namespace mitjul {

inline Annotation described_annotation(std::int64_t number, std::string label, Anchor anchor) {
  Annotation made{{*AnnotatorKey::parse("h4k2qa"), number}, std::move(label), std::move(anchor), {}, "", {}};
  made.provenance.created = example_time();
  made.provenance.schema_version = 3;
  return made;
}

inline Label example_label(std::string id, std::string name, LabelKind kind, std::string color = "") {
  Label made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.kind = kind;
  made.color = std::move(color);
  return made;
}

inline Delivery described_sentence() {
  Delivery delivery;
  delivery.schema = {"claims-entities", 3, {}};
  auto& labels = delivery.schema.labels;
  labels.push_back(example_label("ORG", "기관", LabelKind::Span, "#1F77B4"));
  labels.push_back(example_label("CLAIM", "주장", LabelKind::Span, "#D62728"));
  labels[1].attributes = {
      {"type", "유형", AttributeType::Choice, false, "", {{"fact", "사실"}, {"prediction", "예측"}}},
      {"restated", "정리된 문장", AttributeType::Text, false, "", {}}};
  labels.push_back(example_label("EVENT", "사건", LabelKind::Span));
  labels.push_back(example_label("about", "대상", LabelKind::Relation));
  labels[3].roles = {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {"ORG"}}};
  labels.push_back(example_label("TOPIC", "주제", LabelKind::Document));
  const AnnotatorKey annotator = *AnnotatorKey::parse("h4k2qa");
  delivery.annotators = {{annotator, "annotator01", false}};
  AnnotatedDocument article;
  article.document = Document::make("기사.txt", Text("🚀 화웨이가 칩을 확보했다."));
  DocumentInfo& info = article.document.info;
  info.key = *DocumentKey::parse("d3f7k2m5qa");
  info.title = "화웨이 칩";
  info.metadata = {{"url", "https://example.invalid/1"}};
  info.zones = {{ZoneKind::Title, Span(0, 15)}};
  AnnotationSet& set = article.set({info.key, annotator, false});
  set.set_state(SetState::Finished);
  set.put(described_annotation(1, "ORG", Spans(Span(2, 5))));
  Annotation claim = described_annotation(2, "CLAIM", Spans(Span(0, 15)));
  claim.attributes = {{"type", {"fact"}}, {"restated", {"화웨이가 칩을 얻었다."}}};
  claim.note = "메모 <1> & \"2\"";
  set.put(claim);
  set.put(described_annotation(3, "EVENT", Spans({Span(7, 9), Span(10, 14)})));
  set.put(
      described_annotation(4, "about", Relation{{{"claim", {{}, {annotator, 2}}}, {"target", {{}, {annotator, 1}}}}}));
  set.put(described_annotation(5, "TOPIC", WholeDocument()));
  delivery.documents.push_back(std::move(article));
  return delivery;
}

/// A project with everything that a project may hold.
inline Delivery everything_delivery() {
  return read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml");
}

inline void export_as(const char* format, const Delivery& delivery, const std::filesystem::path& out,
                      const AnnotationStream& reader) {
  write_export(*find_export_format(format), delivery.source(), out, example_options(), reader, {});
}

}  // namespace mitjul
