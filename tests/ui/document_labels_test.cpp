#include "ui/document_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Schema schema() {
  Label topic = label("TOPIC", LabelKind::Document);
  topic.attributes = {attribute("area", AttributeType::Choice, {{"economy", "경제"}})};
  topic.attributes.front().required = true;
  return schema_of({label("ORG"), topic, label("SUBTOPIC", LabelKind::Document, "TOPIC")});
}

TEST(DocumentLabelsTest, AllLabelsOfDocumentsAreOffered) {
  const auto rows = document_label_rows(schema(), {});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].label, "TOPIC");
  EXPECT_EQ(rows[0].words, to_wx("이름 TOPIC"));
  EXPECT_EQ(rows[0].depth, 0);
  EXPECT_EQ(rows[1].depth, 1);
  EXPECT_THAT(rows[0].annotations, IsEmpty());
  EXPECT_THAT(document_label_rows(schema_of({label("ORG")}), {}), IsEmpty());
}

TEST(DocumentLabelsTest, ARowSaysWhatTheDocumentHas) {
  Annotation topic = annotation(3, "TOPIC", WholeDocument{}, {{"area", {"economy"}}});
  topic.note = "🚀 메모";
  const Annotation span = annotation(1, "ORG", Spans(Span(0, 2)));
  const auto rows = document_label_rows(schema(), {&span, &topic});
  EXPECT_THAT(rows[0].annotations, ElementsAre(annotation_id(3)));
  EXPECT_EQ(rows[0].words, to_wx("이름 TOPIC: 이름 area 경제, with a note"));
  EXPECT_THAT(rows[1].annotations, IsEmpty());
}

TEST(DocumentLabelsTest, ARowSaysWhatIsMissingAndWhatIsThereTwice) {
  const Annotation first = annotation(1, "TOPIC", WholeDocument{});
  const Annotation second = annotation(2, "TOPIC", WholeDocument{});
  const auto rows = document_label_rows(schema(), {&first, &second});
  EXPECT_THAT(rows[0].annotations, ElementsAre(annotation_id(1), annotation_id(2)));
  EXPECT_EQ(rows[0].words, to_wx("이름 TOPIC ×2: 이름 area required"));
}

TEST(DocumentLabelsTest, AnnotationsOfTheDocumentComeLastInTheListing) {
  const Annotation span = annotation(5, "ORG", Spans(Span(0, 2)));
  const Annotation first = annotation(1, "TOPIC", WholeDocument{});
  const Annotation second = annotation(2, "SUBTOPIC", WholeDocument{});
  EXPECT_THAT(on_document({&span, &first, &second}), ElementsAre(&first, &second));
  EXPECT_THAT(on_document({&span}), IsEmpty());
  EXPECT_THAT(on_document({&first}), ElementsAre(&first));
  EXPECT_THAT(on_document({}), IsEmpty());
}

}  // namespace
}  // namespace mitjul
