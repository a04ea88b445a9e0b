#include "core/schema_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ENTITY over PERSON and ORG, CLAIM with two attributes, `about` between CLAIM and ENTITY.
Schema schema() {
  Schema made = schema_of({label("ENTITY"), label("PERSON", LabelKind::Span, "ENTITY"),
                           label("ORG", LabelKind::Span, "ENTITY"), label("CLAIM"), label("PREMISE"),
                           relation_label("about", {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {"ENTITY"}}}),
                           label("TOPIC", LabelKind::Document)});
  made.labels[0].attributes = {attribute("known", AttributeType::Boolean)};
  made.labels[3].attributes = {
      attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"opinion", "의견"}, {"view", "견해"}})};
  made.labels[3].key = "8";
  return made;
}

Schema after(const SchemaOperation& operation, const Schema& before = schema()) {
  const SchemaAfter result = schema_after(before, operation);
  EXPECT_THAT(in_words(result.problems), IsEmpty());
  return result.schema;
}

std::vector<std::string> refused(const SchemaOperation& operation) {
  const SchemaAfter result = schema_after(schema(), operation);
  EXPECT_EQ(result.schema, schema());
  return in_words(result.problems);
}

std::vector<std::string> ids(const Schema& schema) {
  std::vector<std::string> found;
  for (const Label& each : schema.labels) found.push_back(each.parent.empty() ? each.id : each.parent + ">" + each.id);
  return found;
}

TEST(SchemaOperationTest, ALabelComesBehindItsSiblingsOrInFrontOfOne) {
  EXPECT_THAT(
      ids(after(AddLabel{label("PLACE", LabelKind::Span, "ENTITY"), ""})),
      ElementsAre("ENTITY", "ENTITY>PERSON", "ENTITY>ORG", "ENTITY>PLACE", "CLAIM", "PREMISE", "about", "TOPIC"));
  EXPECT_THAT(
      ids(after(AddLabel{label("PLACE", LabelKind::Span, "ENTITY"), "ORG"})),
      ElementsAre("ENTITY", "ENTITY>PERSON", "ENTITY>PLACE", "ENTITY>ORG", "CLAIM", "PREMISE", "about", "TOPIC"));
}

TEST(SchemaOperationTest, WhatWouldMakeABrokenSchemaIsRefused) {
  EXPECT_THAT(refused(AddLabel{label("ORG"), ""}), ElementsAre("duplicate-schema-id: ORG"));
  EXPECT_THAT(refused(AddLabel{label("장소"), ""}), ElementsAre("invalid-schema-id: 장소"));
  Label taken = label("PLACE");
  taken.key = "8";
  EXPECT_THAT(refused(AddLabel{taken, ""}), ElementsAre("key-taken: PLACE, 8, CLAIM"));
  EXPECT_THAT(refused(MoveLabel{"ENTITY", "ORG", ""}), testing::Contains(testing::HasSubstr("parent-cycle")));
  EXPECT_THAT(refused(MoveLabel{"about", "ENTITY", ""}), ElementsAre("parent-of-other-kind: about, ENTITY"));
  EXPECT_THAT(refused(DeleteLabel{"NONE"}), ElementsAre("unknown-label: NONE"));
  EXPECT_THAT(refused(MergeLabels{"CLAIM", "CLAIM"}), ElementsAre("cannot-merge: CLAIM, CLAIM"));
  EXPECT_THAT(refused(MergeLabels{"CLAIM", "TOPIC"}), ElementsAre("cannot-merge: CLAIM, TOPIC"));
  EXPECT_THAT(refused(DeleteLabel{"CLAIM"}), ElementsAre("label-in-role: CLAIM, claim"));
}

TEST(SchemaOperationTest, AChangedSchemaIsADraftOfTheSameVersion) {
  const Schema made = after(ChangeGuideline{"# 지침 🚀"});
  EXPECT_TRUE(made.draft);
  EXPECT_EQ(made.version, 1);
  EXPECT_EQ(made.guideline, "# 지침 🚀");
}

TEST(SchemaOperationTest, AnotherNameOrColourDoesNotTouchTheMeaning) {
  Label changed = schema().labels[3];
  changed.name = "주장 🚀";
  changed.color = "#112233";
  changed.attributes[0].values[0].name = "참";
  const Schema made = after(ChangeLabel{changed, {}});
  EXPECT_EQ(made.labels[3].name, "주장 🚀");
  EXPECT_THAT(revised_in_draft(made), IsEmpty());
}

TEST(SchemaOperationTest, AnotherDescriptionDoes) {
  Label changed = schema().labels[3];
  changed.description = "새 설명";
  EXPECT_THAT(revised_in_draft(after(ChangeLabel{changed, {}})), ElementsAre("CLAIM"));
  changed = schema().labels[3];
  changed.guideline = "새 지침";
  EXPECT_THAT(revised_in_draft(after(ChangeLabel{changed, {}})), ElementsAre("CLAIM"));
}

TEST(SchemaOperationTest, AValueThatTakesOverAnotherIsRevised) {
  Label changed = schema().labels[3];
  changed.attributes[0].values.pop_back();
  EXPECT_THAT(revised_in_draft(after(ChangeLabel{changed, {{"type", "view", "opinion"}}})),
              ElementsAre("CLAIM/type/opinion"));
  EXPECT_THAT(revised_in_draft(after(ChangeLabel{changed, {{"type", "view", ""}}})), IsEmpty());
}

TEST(SchemaOperationTest, KindAndPlaceOfALabelDoNotChangeWithIt) {
  Label changed = schema().labels[2];
  changed.kind = LabelKind::Document;
  changed.parent.clear();
  EXPECT_EQ(after(ChangeLabel{changed, {}}).find("ORG")->kind, LabelKind::Span);
  EXPECT_EQ(after(ChangeLabel{changed, {}}).find("ORG")->parent, "ENTITY");
}

TEST(SchemaOperationTest, ALabelMovesWithWhatStandsBelowIt) {
  EXPECT_THAT(ids(after(MoveLabel{"ENTITY", "CLAIM", ""})),
              ElementsAre("CLAIM", "CLAIM>ENTITY", "ENTITY>PERSON", "ENTITY>ORG", "PREMISE", "about", "TOPIC"));
  EXPECT_THAT(ids(after(MoveLabel{"ORG", "", "ENTITY"})),
              ElementsAre("ORG", "ENTITY", "ENTITY>PERSON", "CLAIM", "PREMISE", "about", "TOPIC"));
}

TEST(SchemaOperationTest, AMergedLabelLeavesItsAttributesKeyAndRoles) {
  const Schema made = after(MergeLabels{"CLAIM", "PREMISE"});
  EXPECT_THAT(ids(made), ElementsAre("ENTITY", "ENTITY>PERSON", "ENTITY>ORG", "PREMISE", "about", "TOPIC"));
  EXPECT_EQ(made.find("PREMISE")->attributes, schema().labels[3].attributes);
  EXPECT_EQ(made.find("PREMISE")->key, "8");
  EXPECT_THAT(made.find("about")->roles[0].allowed, ElementsAre("PREMISE"));
  EXPECT_THAT(revised_in_draft(made), ElementsAre("PREMISE"));
}

TEST(SchemaOperationTest, ALabelMergedIntoOneBelowItLeavesItsPlace) {
  const Schema made = after(MergeLabels{"ENTITY", "ORG"});
  EXPECT_THAT(ids(made), ElementsAre("ORG", "ORG>PERSON", "CLAIM", "PREMISE", "about", "TOPIC"));
  EXPECT_NE(made.find_attribute("PERSON", "known"), nullptr);
  EXPECT_THAT(made.find("about")->roles[1].allowed, ElementsAre("ORG"));
}

TEST(SchemaOperationTest, ASplitLabelHasASiblingThatBeginsLikeIt) {
  Label made = label("FORECAST");
  made.color = "#445566";
  const Schema split = after(SplitLabel{"CLAIM", made});
  EXPECT_THAT(ids(split),
              ElementsAre("ENTITY", "ENTITY>PERSON", "ENTITY>ORG", "CLAIM", "FORECAST", "PREMISE", "about", "TOPIC"));
  EXPECT_EQ(split.find("FORECAST")->attributes, schema().labels[3].attributes);
  EXPECT_EQ(split.find("FORECAST")->color, "#445566");
  EXPECT_EQ(split.find("FORECAST")->key, "");
  EXPECT_THAT(split.find("about")->roles[0].allowed, ElementsAre("CLAIM", "FORECAST"));
  EXPECT_THAT(revised_in_draft(split), ElementsAre("CLAIM"));
}

TEST(SchemaOperationTest, WhatStandsBelowADeletedLabelKeepsItsAttributes) {
  const Schema made = after(DeleteLabel{"ENTITY"});
  EXPECT_THAT(ids(made), ElementsAre("PERSON", "ORG", "CLAIM", "PREMISE", "about", "TOPIC"));
  EXPECT_NE(made.find_attribute("ORG", "known"), nullptr);
  EXPECT_THAT(made.find("about")->roles[1].allowed, ElementsAre("PERSON", "ORG"));
}

TEST(SchemaOperationTest, AReplacedSchemaIsRevisedWhereItsDescriptionsDiffer) {
  Schema other = schema();
  other.version = 77;
  other.labels[1].description = "새 설명";
  other.labels.push_back(label("MORE"));
  const Schema made = after(ReplaceSchema{other});
  EXPECT_EQ(made.version, 1);
  EXPECT_THAT(revised_in_draft(made), ElementsAre("PERSON"));
}

TEST(SchemaOperationTest, APublishedDraftIsTheNextVersion) {
  Label changed = schema().labels[3];
  changed.description = "새 설명";
  Schema draft = after(ChangeLabel{changed, {}});
  changed = schema().labels[4];
  changed.description = "오자를 고침";
  draft = after(ChangeLabel{changed, {}}, draft);
  const Schema next = published(draft, schema(), {"PREMISE"});
  EXPECT_EQ(next.version, 2);
  EXPECT_FALSE(next.draft);
  EXPECT_EQ(next.find("CLAIM")->revised, 2);
  EXPECT_EQ(next.find("PREMISE")->revised, 0);
  EXPECT_THAT(revised_in_draft(next), IsEmpty());
}

TEST(SchemaOperationTest, WhatMeansTheSameKeepsTheMarkItHad) {
  Schema last = schema();
  last.version = 5;
  last.labels[3].revised = 3;
  Label changed = last.labels[3];
  changed.description = "오자를 고침";
  const Schema draft = after(ChangeLabel{changed, {}}, last);
  EXPECT_EQ(draft.find("CLAIM")->revised, 6);
  EXPECT_EQ(published(draft, last, {"CLAIM"}).find("CLAIM")->revised, 3);
}

TEST(SchemaOperationTest, ATakenNumberMovesTheMarks) {
  Schema next = schema();
  next.version = 2;
  next.labels[3].revised = 2;
  next.labels[4].revised = 1;
  const Schema moved = as_version(next, 1, 9);
  EXPECT_EQ(moved.version, 9);
  EXPECT_EQ(moved.labels[3].revised, 9);
  EXPECT_EQ(moved.labels[4].revised, 1);
}

}  // namespace
}  // namespace mitjul
