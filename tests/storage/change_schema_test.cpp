// Operations on the schema of a project, with the annotations that they concern.

#include <gmock/gmock.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Label changed(const Schema& schema, std::string_view id, const std::function<void(Label&)>& change) {
  Label label = *schema.find(id);
  change(label);
  return label;
}

class ChangeSchemaTest : public testing::Test {
 protected:
  void SetUp() override {
    project.annotate_article();
    ASSERT_TRUE(project
                    .perform({project.edited(1,
                                             [](Annotation& claim) {
                                               claim.attributes = {{"type", {"opinion"}}, {"restated", {"🚀 다시"}}};
                                             })})
                    .done());
    before = in_words(project.file());
  }

  Outcome change(const SchemaOperation& operation) {
    Outcome outcome = project.workspace().change_schema(operation);
    EXPECT_TRUE(outcome.done()) << in_words(*outcome.refused);
    return outcome;
  }

  const Annotation& annotation(std::int64_t number) { return *project.opened().find(project.id(number)); }

  /// One undo takes all of it back, one redo does all of it again, and the file is sound all the while.
  void expect_undone_and_redone() {
    const std::string after = in_words(project.file());
    EXPECT_NE(after, before);
    project.reopen();
    EXPECT_EQ(in_words(project.file()), after);
    ASSERT_TRUE(project.workspace().undo().done());
    EXPECT_EQ(in_words(project.file()), before);
    ASSERT_TRUE(project.workspace().redo().done());
    EXPECT_EQ(in_words(project.file()), after);
    EXPECT_THAT(in_words(project.file().check_file()), IsEmpty());
  }

  Project project;
  std::string before;
};

TEST_F(ChangeSchemaTest, ANameIsADraftWithoutAnotherVersion) {
  change(ChangeLabel{changed(project.workspace().schema(), "ORG", [](Label& org) { org.name = "조직 🚀"; }), {}});
  EXPECT_EQ(project.workspace().schema().version, 1);
  EXPECT_TRUE(project.workspace().schema().draft);
  EXPECT_EQ(project.file().last_published().find("ORG")->name, "기관");
  expect_undone_and_redone();
}

TEST_F(ChangeSchemaTest, WhatChangesNothingIsNoEdit) {
  const EditNumber last = project.file().last_edit();
  change(ChangeGuideline{project.workspace().schema().guideline});
  EXPECT_EQ(project.file().last_edit(), last);
}

TEST_F(ChangeSchemaTest, AMergedLabelTakesItsAnnotationsAlong) {
  const Provenance made = annotation(1).provenance;
  EXPECT_EQ(project.workspace().effect_of(MergeLabels{"CLAIM", "PREMISE"}), (SchemaEffect{.retagged = 1}));
  change(MergeLabels{"CLAIM", "PREMISE"});
  EXPECT_EQ(annotation(1).label, "PREMISE");
  EXPECT_EQ(annotation(1).attributes.at("restated"), std::vector<std::string>{"🚀 다시"});
  EXPECT_EQ(annotation(1).provenance, made);
  EXPECT_EQ(project.workspace().schema().find("CLAIM"), nullptr);
  expect_undone_and_redone();
}

TEST_F(ChangeSchemaTest, ADeletedLabelTakesItsAnnotationsAndTheirRelationsAlong) {
  const SchemaEffect effect = project.workspace().effect_of(DeleteLabel{"ORG"});
  EXPECT_EQ(effect, (SchemaEffect{.deleted = 1, .relations = 1}));
  change(DeleteLabel{"ORG"});
  EXPECT_EQ(project.opened().find(project.id(2)), nullptr);
  EXPECT_EQ(project.opened().find(project.id(4)), nullptr);
  EXPECT_EQ(annotation(1).label, "CLAIM");
  expect_undone_and_redone();
}

TEST_F(ChangeSchemaTest, AValueBecomesAnotherOrIsTakenAway) {
  const Schema& schema = project.workspace().schema();
  const Label without = changed(schema, "CLAIM", [](Label& claim) {
    auto& values = claim.attributes[0].values;
    values.erase(std::find_if(values.begin(), values.end(), [](const auto& value) { return value.id == "opinion"; }));
  });
  EXPECT_EQ(project.workspace().effect_of(ChangeLabel{without, {}}), (SchemaEffect{.retagged = 1, .values_lost = 1}));
  EXPECT_EQ(project.workspace().effect_of(ChangeLabel{without, {{"type", "opinion", "fact"}}}),
            (SchemaEffect{.retagged = 1}));
  change(ChangeLabel{without, {{"type", "opinion", "fact"}}});
  EXPECT_EQ(annotation(1).attributes.at("type"), std::vector<std::string>{"fact"});
  expect_undone_and_redone();
  ASSERT_TRUE(project.workspace().undo().done());
  change(ChangeLabel{without, {}});
  EXPECT_EQ(annotation(1).attributes.count("type"), 0U);
  EXPECT_EQ(annotation(1).attributes.count("restated"), 1U);
  expect_undone_and_redone();
}

TEST_F(ChangeSchemaTest, TheTrashFollowsTheSchema) {
  ASSERT_TRUE(project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })}).done());
  before = in_words(project.file());
  change(MergeLabels{"CLAIM", "PREMISE"});
  EXPECT_EQ(annotation(1).label, "PREMISE");
  expect_undone_and_redone();
}

TEST_F(ChangeSchemaTest, WordsOfTheListFollowTheirLabel) {
  ASSERT_TRUE(project.perform({GazetteerChange{{}, {{"화웨이", "ORG"}, {"화웨이", "PERSON"}, {"칩", "ORG"}}}}).done());
  before = in_words(project.file());
  EXPECT_EQ(project.workspace().effect_of(MergeLabels{"ORG", "PERSON"}), (SchemaEffect{.retagged = 1, .words = 2}));
  change(MergeLabels{"ORG", "PERSON"});
  EXPECT_EQ(project.workspace().gazetteer(), (GazetteerEntries{{"칩", "PERSON"}, {"화웨이", "PERSON"}}));
  expect_undone_and_redone();
}

TEST_F(ChangeSchemaTest, EveryAnnotatorsAnnotationsAreConcerned) {
  ASSERT_FALSE(project.workspace().add_annotator("둘째"));
  project.workspace().work_as(project.workspace().annotators().back().key);
  ASSERT_TRUE(project.perform({project.made("CLAIM", span(kClaim))}).done());
  before = in_words(project.file());
  EXPECT_EQ(project.workspace().effect_of(MergeLabels{"CLAIM", "PREMISE"}).retagged, 2);
  change(MergeLabels{"CLAIM", "PREMISE"});
  project.workspace().undo();
  EXPECT_EQ(in_words(project.file()), before);
}

TEST_F(ChangeSchemaTest, WhatBreaksARuleIsRefusedAndNothingHappens) {
  const Schema& schema = project.workspace().schema();
  const Label strict = changed(schema, "about", [](Label& about) { about.roles[1].allowed = {"PERSON"}; });
  const Outcome outcome = project.workspace().change_schema(ChangeLabel{strict, {}});
  ASSERT_TRUE(outcome.refused);
  EXPECT_EQ(outcome.refused->code, ProblemCode::RoleNotAllowed);
  EXPECT_EQ(in_words(project.file()), before);
}

TEST_F(ChangeSchemaTest, TheHistoryOfAnAnnotationTellsOfItsNewLabel) {
  change(MergeLabels{"CLAIM", "PREMISE"});
  const auto history = project.file().history(project.document, project.id(1));
  ASSERT_THAT(history, SizeIs(3));
  EXPECT_EQ(history.back().header.name, "merge-labels");
  EXPECT_EQ(history.back().change.before->label, "CLAIM");
  EXPECT_EQ(history.back().change.after->label, "PREMISE");
  EXPECT_EQ(history.back().change.after->anchor, annotation(1).anchor);
}

TEST_F(ChangeSchemaTest, ARevisedMeaningWaitsForReviewOnceItIsPublished) {
  auto& workspace = project.workspace();
  change(ChangeLabel{changed(workspace.schema(), "CLAIM", [](Label& claim) { claim.description = "새 뜻"; }), {}});
  EXPECT_EQ(workspace.schema().find("CLAIM")->revised, 2);
  const Outcome published = workspace.publish_schema();
  ASSERT_TRUE(published.done());
  EXPECT_EQ(workspace.schema().version, 2);
  EXPECT_FALSE(workspace.schema().draft);
  EXPECT_EQ(project.file().last_published(), workspace.schema());
  const RevisedTag claims{{"CLAIM"}, "", "", 2};
  EXPECT_THAT(project.file().tagged_before(claims, workspace.annotator()),
              ElementsAre(AnnotationRef{project.document, project.id(1)}));
  EXPECT_THAT(project.file().tagged_before({{"CLAIM"}, "type", "opinion", 2}, workspace.annotator()), SizeIs(1));
  EXPECT_THAT(project.file().tagged_before({{"CLAIM"}, "type", "fact", 2}, workspace.annotator()), IsEmpty());
  // Whatever is done to it is done under the new version.
  ASSERT_TRUE(project.perform({project.edited(1, [](Annotation& claim) { claim.note = "다시 봄"; })}).done());
  EXPECT_THAT(project.file().tagged_before(claims, workspace.annotator()), IsEmpty());
}

TEST_F(ChangeSchemaTest, ADraftIsPublishedUndoneAndPublishedAgain) {
  auto& workspace = project.workspace();
  change(ChangeLabel{changed(workspace.schema(), "CLAIM", [](Label& claim) { claim.description = "새 뜻"; }), {}});
  const Schema draft = workspace.schema();
  ASSERT_TRUE(workspace.publish_schema().done());
  ASSERT_TRUE(workspace.undo().done());
  EXPECT_EQ(workspace.schema(), draft);
  EXPECT_EQ(project.file().last_published().version, 1);
  ASSERT_TRUE(workspace.publish_schema().done());
  // A number that was published once is never given to anything else.
  EXPECT_GT(workspace.schema().version, 2);
  EXPECT_EQ(workspace.schema().find("CLAIM")->revised, workspace.schema().version);
  project.reopen();
  EXPECT_FALSE(project.workspace().schema().draft);
  EXPECT_THAT(in_words(project.file().check_file()), IsEmpty());
}

TEST_F(ChangeSchemaTest, NothingIsPublishedThatIsNoDraft) {
  const EditNumber last = project.file().last_edit();
  EXPECT_TRUE(project.workspace().publish_schema().done());
  EXPECT_EQ(project.file().last_edit(), last);
}

}  // namespace
}  // namespace mitjul
