// Annotations whose label or value has changed its meaning are found, confirmed, and found no more.

#include "core/review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document_edits.h"
#include "core/schema_operation.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ReviewTest : public testing::Test {
 protected:
  ReviewTest() { project.annotate_article(); }

  void describe(const std::string& id, const std::string& description) {
    Label changed = *project.workspace().schema().find(id);
    changed.description = description;
    ASSERT_TRUE(project.workspace().change_schema(ChangeLabel{changed, {}}).done());
  }
  void publish(const std::set<std::string>& unchanged = {}) {
    ASSERT_TRUE(project.workspace().publish_schema(unchanged).done());
  }
  ReviewWork work() {
    return project.file().review_work(revised_tags(project.workspace().schema()), project.workspace().annotator());
  }
  std::vector<std::string> waiting() {
    std::vector<std::string> words;
    for (const WaitingAnnotation& each : work().waiting) {
      words.push_back(std::to_string(each.id.number) + " " + each.label + " " + each.quote);
    }
    return words;
  }
  Outcome confirm(std::int64_t number) {
    const Annotation before = *project.opened().find(project.id(number));
    return project.perform({confirmation(project.set(), before, project.workspace().annotator())}, kConfirm);
  }

  Project project;
};

TEST_F(ReviewTest, BeginsWhenTheVersionIsPublished) {
  EXPECT_THAT(waiting(), IsEmpty());
  describe("ORG", "이름이 있는 조직");
  EXPECT_THAT(waiting(), IsEmpty()) << "still a draft";
  publish();
  EXPECT_THAT(waiting(), ElementsAre("2 ORG 화웨이"));
  const WaitingAnnotation found = work().waiting.front();
  EXPECT_EQ(found.document, project.document);
  EXPECT_EQ(found.document_name, "기사.txt");
  EXPECT_EQ(found.kind, LabelKind::Span);
  EXPECT_EQ(found.start, TextPos(2));
  EXPECT_EQ(found.schema_version, 1);
  EXPECT_THAT(found.reasons, ElementsAre(0));
}

TEST_F(ReviewTest, TyposOpenNone) {
  describe("ORG", "이름이 있는 조직");
  publish({"ORG"});
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(ReviewTest, RelationsWaitBehindSpansAndSayWhatTheyTie) {
  describe("about", "무엇에 대한 주장인가");
  describe("CUE", "말했다는 표지");
  publish();
  EXPECT_THAT(waiting(), ElementsAre("3 CUE 밝혔다", "4 about 화웨이가 칩을 확보했다 → 화웨이"));
}

TEST_F(ReviewTest, ValuesWaitWhereTheyStand) {
  project.perform({project.edited(1, [](Annotation& claim) { claim.attributes = {{"type", {"fact"}}}; })});
  Label claim = *project.workspace().schema().find("CLAIM");
  auto& values = claim.attributes[0].values;
  values.erase(std::find_if(values.begin(), values.end(), [](const auto& value) { return value.id == "causal"; }));
  ASSERT_TRUE(project.workspace().change_schema(ChangeLabel{claim, {{"type", "causal", "fact"}}}).done());
  publish();
  EXPECT_THAT(waiting(), ElementsAre("1 CLAIM 화웨이가 칩을 확보했다"));
  project.perform({project.edited(1, [](Annotation& each) { each.attributes = {{"type", {"opinion"}}}; })});
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(ReviewTest, AConfirmationIsAnEditThatModifiesNothing) {
  describe("ORG", "이름이 있는 조직");
  publish();
  const Annotation before = *project.opened().find(project.id(2));
  ASSERT_TRUE(confirm(2).done());
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_EQ(work().confirmed, 1);
  Annotation expected = before;
  expected.provenance.schema_version = 2;
  expected.provenance.confirmed_by = project.workspace().annotator();
  expected.provenance.confirmed = project.opened().find(project.id(2))->provenance.confirmed;
  EXPECT_EQ(*project.opened().find(project.id(2)), expected);
  EXPECT_GT(*expected.provenance.confirmed, before.provenance.created);
  EXPECT_EQ(project.file().log().back().header.name, "confirm");
  EXPECT_EQ(project.file().load(project.document).find(project.id(2))->provenance, expected.provenance);
}

TEST_F(ReviewTest, UndoBringsItBackAlsoAfterARestart) {
  describe("ORG", "이름이 있는 조직");
  publish();
  confirm(2);
  project.reopen();
  EXPECT_THAT(waiting(), IsEmpty());
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_THAT(waiting(), ElementsAre("2 ORG 화웨이"));
  EXPECT_EQ(work().confirmed, 0);
}

TEST_F(ReviewTest, AnyOtherEditReviewsTheAnnotation) {
  describe("ORG", "이름이 있는 조직");
  publish();
  project.perform({project.edited(2, [](Annotation& each) { each.note = "다시 보았다"; })});
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(ReviewTest, EditsUnderADraftConfirmWhatIsPublishedAndNoMore) {
  describe("ORG", "이름이 있는 조직");
  project.perform({project.edited(2, [](Annotation& each) { each.note = "아직 초안이다"; })});
  publish();
  EXPECT_THAT(waiting(), ElementsAre("2 ORG 화웨이"));
}

TEST_F(ReviewTest, WhatIsInTheTrashDoesNotWait) {
  describe("ORG", "이름이 있는 조직");
  publish();
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(ReviewTest, OthersHaveTheirOwnWork) {
  describe("ORG", "이름이 있는 조직");
  publish();
  const Annotator other = project.file().add_annotator("다른 사람");
  EXPECT_THAT(project.file().review_work(revised_tags(project.workspace().schema()), other.key).waiting, IsEmpty());
}

TEST_F(ReviewTest, PublishedVersionsStayToBeRead) {
  describe("ORG", "이름이 있는 조직");
  EXPECT_EQ(project.file().schema_version(2), std::nullopt) << "still a draft";
  publish();
  EXPECT_EQ(project.file().schema_version(1)->find("ORG")->description,
            preset("claims-entities")->find("ORG")->description);
  EXPECT_EQ(project.file().schema_version(2)->find("ORG")->description, "이름이 있는 조직");
  EXPECT_EQ(project.file().schema_version(3), std::nullopt);
}

}  // namespace
}  // namespace mitjul
