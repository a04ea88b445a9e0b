#include "core/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema_operation.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ENTITY over ORG, both with the attribute `size` of ENTITY; version 5.
Schema schema_of_five() {
  Schema schema;
  schema.version = 5;
  schema.labels = {label("ENTITY"), label("ORG"), label("CUE")};
  schema.labels[0].attributes = {{"size", "", AttributeType::Choice, false, "", {{"big", ""}, {"small", ""}}}};
  schema.labels[1].parent = "ENTITY";
  return schema;
}

Annotation made_under(int version, const std::string& label, Attributes attributes = {}) {
  Annotation made = annotation(1, label, Spans(Span(2, 5)), std::move(attributes));
  made.provenance.schema_version = version;
  return made;
}

TEST(ReviewTest, ARevisedLabelConcernsItselfAndNotThoseBelowIt) {
  Schema schema = schema_of_five();
  schema.labels[0].revised = 4;
  const std::vector<RevisedTag> tags = revised_tags(schema);
  EXPECT_THAT(tags, ElementsAre(RevisedTag{{"ENTITY"}, "", "", 4, "ENTITY"}));
  EXPECT_EQ(tags[0].id(), "ENTITY");
  EXPECT_THAT(reasons_to_review(tags, made_under(3, "ENTITY")), ElementsAre(0));
  EXPECT_THAT(reasons_to_review(tags, made_under(3, "ORG")), IsEmpty());
}

TEST(ReviewTest, ARevisedValueConcernsTheLabelsThatHaveItsAttribute) {
  Schema schema = schema_of_five();
  schema.labels[0].attributes[0].values[1].revised = 5;
  const std::vector<RevisedTag> tags = revised_tags(schema);
  EXPECT_THAT(tags, ElementsAre(RevisedTag{{"ENTITY", "ORG"}, "size", "small", 5, "ENTITY"}));
  EXPECT_EQ(tags[0].id(), "ENTITY/size/small");
  EXPECT_THAT(reasons_to_review(tags, made_under(4, "ORG", {{"size", {"small"}}})), ElementsAre(0));
  EXPECT_THAT(reasons_to_review(tags, made_under(4, "ORG", {{"size", {"big"}}})), IsEmpty());
  EXPECT_THAT(reasons_to_review(tags, made_under(4, "ORG")), IsEmpty());
}

TEST(ReviewTest, WhatWasMadeOrConfirmedUnderThatVersionDoesNotWait) {
  Schema schema = schema_of_five();
  schema.labels[1].revised = 4;
  const std::vector<RevisedTag> tags = revised_tags(schema);
  EXPECT_THAT(reasons_to_review(tags, made_under(3, "ORG")), ElementsAre(0));
  EXPECT_THAT(reasons_to_review(tags, made_under(4, "ORG")), IsEmpty());
}

TEST(ReviewTest, WhatIsRevisedInADraftWaitsForTheNextVersion) {
  Schema schema = schema_of_five();
  schema.labels[1].revised = 4;
  schema.labels[2].revised = 6;
  schema.draft = true;
  EXPECT_THAT(revised_tags(schema), ElementsAre(RevisedTag{{"ORG"}, "", "", 4, "ORG"}));
  EXPECT_THAT(tags_revised_in_draft(schema), ElementsAre(RevisedTag{{"CUE"}, "", "", 6, "CUE"}));
}

TEST(ReviewTest, IsWorkedThroughDocumentByDocumentInReadingOrder) {
  const auto waiting = [](std::string name, LabelKind kind, std::uint32_t start, std::int64_t number) {
    WaitingAnnotation each;
    each.document_name = std::move(name);
    each.kind = kind;
    each.start = TextPos(start);
    each.id = annotation_id(number);
    return each;
  };
  std::vector<WaitingAnnotation> all{waiting("나", LabelKind::Span, 0, 9),     waiting("가", LabelKind::Document, 0, 1),
                                     waiting("가", LabelKind::Relation, 0, 2), waiting("가", LabelKind::Span, 7, 3),
                                     waiting("가", LabelKind::Span, 2, 5),     waiting("가", LabelKind::Span, 2, 4)};
  std::sort(all.begin(), all.end(), in_review_order);
  std::vector<std::int64_t> numbers;
  for (const WaitingAnnotation& each : all) numbers.push_back(each.id.number);
  EXPECT_THAT(numbers, ElementsAre(4, 5, 3, 2, 1, 9));
}

TEST(ReviewTest, OnesOwnConfirmationsSinceTheLastRevisionCount) {
  Annotation each = made_under(4, "ORG");
  EXPECT_FALSE(is_reviewed(each, 4, annotator_key()));
  each = confirmed(each, annotator_key());
  EXPECT_TRUE(is_reviewed(each, 4, annotator_key()));
  EXPECT_FALSE(is_reviewed(each, 5, annotator_key()));
  EXPECT_FALSE(is_reviewed(each, 4, annotator_key("z4k2qa")));
}

}  // namespace
}  // namespace mitjul
