#pragma once

// What the tests of formats with places in a text share: small projects, put together in a few lines.

#include <gmock/gmock.h>

#include <utility>

#include "export/formats.h"
#include "import/formats.h"
#include "tests/export/exporting.h"

namespace mitjul {

inline const std::string kSentence = "🚀 화웨이가 칩을 확보했다.";

/// ORG and CLAIM with attributes of each type, a relation of two ends, one of three, one on relations, a document
/// label.
inline Schema standoff_schema() {
  Schema schema;
  schema.name = "시험";
  const auto add = [&](std::string id, std::string name, LabelKind kind) -> Label& {
    Label label;
    label.id = std::move(id);
    label.name = std::move(name);
    label.kind = kind;
    schema.labels.push_back(label);
    return schema.labels.back();
  };
  add("ORG", "기관", LabelKind::Span).color = "#1F77B4";
  Label& claim = add("CLAIM", "주장", LabelKind::Span);
  claim.attributes = {{"type", "유형", AttributeType::Choice, false, "", {{"fact", "사실"}, {"opinion", "의견"}}},
                      {"checkworthy", "검증 가치", AttributeType::Boolean, false, "", {}},
                      {"restated", "정리", AttributeType::Text, false, "", {}},
                      {"topics", "주제들", AttributeType::Choices, false, "", {{"a", "가"}, {"b", "나"}}}};
  add("CT+", "확실", LabelKind::Span);
  add("CT-", "불확실", LabelKind::Span);
  add("about", "대상", LabelKind::Relation).roles = {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {"ORG"}}};
  add("attributed", "귀속", LabelKind::Relation).roles = {
      {"source", "출처", {"ORG"}}, {"cue", "표지", {"CT+"}}, {"content", "내용", {"CLAIM"}}};
  add("because", "까닭", LabelKind::Relation).roles = {{"of", "무엇", {"about"}}, {"by", "까닭", {"CLAIM"}}};
  add("TOPIC", "주제", LabelKind::Document);
  return schema;
}

/// A project that grows document by document, annotation by annotation; the latest document is annotated.
class StandoffProject {
 public:
  StandoffProject() {
    delivery_.schema = standoff_schema();
    add_annotator("h4k2qa", "annotator01");
  }

  void add_annotator(std::string_view key, std::string name) {
    delivery_.annotators.push_back({*AnnotatorKey::parse(key), std::move(name), false});
    annotator_ = delivery_.annotators.back().key;
  }

  Document& add_document(std::string name, std::string text) {
    AnnotatedDocument document;
    document.document = Document::make(std::move(name), Text(std::move(text)));
    document.document.info.key = DocumentKey::made_from(document.document.info.name);
    delivery_.documents.push_back(std::move(document));
    number_ = 0;
    return delivery_.documents.back().document;
  }

  AnnotationId add(std::string label, Anchor anchor, Attributes attributes = {}, std::string note = "") {
    AnnotatedDocument& document = delivery_.documents.back();
    AnnotationSet& set = document.set({document.document.info.key, annotator_, false});
    set.set_state(SetState::InProgress);
    Annotation annotation{{annotator_, ++number_}, std::move(label), std::move(anchor),
                          std::move(attributes),   std::move(note),  {}};
    annotation.provenance.created = example_time();
    set.put(annotation);
    return annotation.id;
  }

  AnnotationId relate(std::string label, std::vector<std::pair<std::string, AnnotationId>> ends) {
    Relation relation;
    for (auto& [role, id] : ends) relation.arguments.push_back({std::move(role), {{}, id}});
    return add(std::move(label), std::move(relation));
  }

  Delivery& delivery() { return delivery_; }

  /// The files of its export, by name. Writing verifies it, too.
  std::map<std::string, std::string> files(std::string_view format) { return written(format).first; }
  /// What is lost, as `notes 2`.
  std::vector<std::string> losses(std::string_view format) { return written(format).second; }

  /// What reading the export gives.
  std::vector<AnnotatedDocument> read_again(std::string_view format) {
    const TempFolder folder;
    write_export(*find_export_format(format), delivery_.source(), folder / "밖", example_options(),
                 annotation_reader(format), {});
    std::vector<AnnotatedDocument> documents;
    annotation_reader(format)(folder / "밖", {},
                              [&](AnnotatedDocument document) { documents.push_back(std::move(document)); });
    return documents;
  }

 private:
  std::pair<std::map<std::string, std::string>, std::vector<std::string>> written(std::string_view format) {
    const TempFolder folder;
    const ExportResult result = write_export(*find_export_format(format), delivery_.source(), folder / "밖",
                                             example_options(), annotation_reader(format), {});
    std::vector<std::string> losses;
    for (const ExportLoss& loss : result.losses) {
      if (std::holds_alternative<AnnotationFeature>(loss.what))
        losses.push_back(std::string(to_string(loss)) + " " + std::to_string(loss.count));
    }
    return {all_bytes_of(folder / "밖"), losses};
  }

  Delivery delivery_;
  AnnotatorKey annotator_;
  std::int64_t number_ = 0;
};

/// Every span as `LABEL quote|quote`, every other annotation as its label, sorted.
inline std::vector<std::string> said_in(const AnnotatedDocument& document) {
  std::vector<std::string> words;
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      words.push_back(annotation.label);
      if (annotation.spans() == nullptr) continue;
      std::string quotes;
      for (const Span& segment : annotation.spans()->segments())
        quotes += (quotes.empty() ? " " : "|") + std::string(document.document.text.slice(segment));
      words.back() += quotes;
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

inline Anchor at(std::uint32_t start, std::uint32_t end) { return Spans(Span(start, end)); }

}  // namespace mitjul
