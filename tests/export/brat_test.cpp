#include "tests/export/standoff.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(BratExportTest, TheExampleIsWrittenToTheByte) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId claim = project.add("CLAIM", at(0, 15), {{"type", {"fact"}}, {"checkworthy", {"true"}}}, "메모");
  project.relate("about", {{"target", org}, {"claim", claim}});
  project.add("ORG", Spans({Span(7, 9), Span(10, 14)}));
  const auto files = project.files("brat");
  EXPECT_EQ(files.at("기사.txt"), kSentence);
  EXPECT_EQ(files.at("기사.ann"),
            "T2\tCLAIM 0 15\t🚀 화웨이가 칩을 확보했다.\n"
            "T1\tORG 2 5\t화웨이\n"
            "T4\tORG 7 9;10 14\t칩을 확보했다\n"
            "R3\tabout Arg1:T2 Arg2:T1\t\n"
            "A1\tcheckworthy T2\n"
            "A2\ttype T2 fact\n"
            "#1\tAnnotatorNotes T2\t메모\n");
  EXPECT_THAT(files.at("annotation.conf"), HasSubstr("about\tArg1:CLAIM, Arg2:ORG"));
  EXPECT_THAT(files.at("visual.conf"), HasSubstr("ORG | 기관"));
}

TEST(BratExportTest, ASpanOverALineEndIsWrittenInPiecesAndIsOneAgain) {
  StandoffProject project;
  project.add_document("기사.txt", "🚀 첫 줄\n\n둘째 줄\n");
  project.add("CLAIM", at(2, 9));  // 첫 줄 LF LF 둘째
  project.add("ORG", at(5, 12));   // begins and ends with line ends
  EXPECT_THAT(project.files("brat").at("기사.ann"), HasSubstr("T1\tCLAIM 2 5;7 9\t첫 줄 둘째\n"));
  const auto documents = project.read_again("brat");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_THAT(said_in(documents[0]), ElementsAre("CLAIM 첫 줄\n\n둘째", "ORG 둘째 줄"));
  EXPECT_THAT(project.losses("brat"), testing::Contains("line-ends 1"));
}

TEST(BratExportTest, LabelsAreWhatTheConfigurationCallsThem) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("CT+", at(2, 5));
  project.add("CT-", at(2, 5));
  const auto files = project.files("brat");
  EXPECT_EQ(files.at("기사.ann"), "T1\tCT_ 2 5\t화웨이\nT2\tCT- 2 5\t화웨이\n");
  EXPECT_THAT(files.at("annotation.conf"), HasSubstr("\nCT_\nCT-\n"));
}

TEST(BratExportTest, EveryAnnotatorHasFilesOfTheirOwn) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence);
  project.add("ORG", at(2, 5));
  project.add_annotator("b2b2b2", "둘째");
  project.add("CLAIM", at(0, 15));
  const auto files = project.files("brat");
  EXPECT_EQ(files.at("기사.txt (annotator01).txt"), kSentence);
  EXPECT_EQ(files.at("기사.txt (annotator01).ann"), "T1\tORG 2 5\t화웨이\n");
  EXPECT_THAT(files.at("기사.txt (둘째).ann"), HasSubstr("CLAIM 0 15"));
}

TEST(BratExportTest, WhatBratCannotSayIsCounted) {
  StandoffProject project;
  project.add_document("기사.txt", kSentence).info.title = "제목";
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId cue = project.add("CT+", at(7, 9));
  const AnnotationId claim =
      project.add("CLAIM", at(0, 15), {{"checkworthy", {"false"}}, {"restated", {"둘\n줄"}}, {"topics", {"a", "b"}}});
  const AnnotationId about = project.relate("about", {{"claim", claim}, {"target", org}});
  project.relate("attributed", {{"source", org}, {"cue", cue}, {"content", claim}});
  project.relate("because", {{"of", about}, {"by", claim}});
  project.add("TOPIC", WholeDocument{});
  EXPECT_THAT(project.losses("brat"), ElementsAre("titles 1", "characters 1", "set-states 1", "annotators 1",
                                                  "attributes 1", "several-values 1", "large-relations 1",
                                                  "relations-on-relations 1", "document-labels 1", "provenance 6"));
  const std::string ann = project.files("brat").at("기사.ann");
  EXPECT_THAT(ann, HasSubstr("\trestated T3\t둘 줄\n")) << "what brat has no attribute for stands in a comment";
  EXPECT_THAT(ann, HasSubstr("\ttopics T3 a\n"));
  EXPECT_THAT(ann, Not(HasSubstr("checkworthy")));
}

TEST(BratExportTest, ArgumentsOfEventsAreEvents) {
  StandoffProject project;
  Schema& schema = project.delivery().schema;
  Label buy;
  buy.id = buy.name = "BUY";
  schema.labels.push_back(buy);
  Label event;
  event.id = "BUY.event";
  event.name = "BUY";
  event.kind = LabelKind::Relation;
  event.roles = {{"trigger", "trigger", {"BUY"}}, {"Buyer", "Buyer", {"ORG"}}, {"Goods", "Goods", {}}};
  schema.labels.push_back(event);
  project.add_document("기사.txt", kSentence);
  const AnnotationId org = project.add("ORG", at(2, 5));
  const AnnotationId words = project.add("BUY", at(10, 14), {}, "쪽지");
  const AnnotationId lone = project.add("BUY", at(7, 9));
  project.relate("BUY.event", {{"Buyer", org}, {"trigger", words}, {"Goods", lone}});
  EXPECT_EQ(project.files("brat").at("기사.ann"),
            "T1\tORG 2 5\t화웨이\nT3\tBUY 7 9\t칩을\nT2\tBUY 10 14\t확보했다\n"
            "E4\tBUY:T2 Buyer:T1 Goods:E5\nE5\tBUY:T3\n"
            "#1\tAnnotatorNotes E4\t쪽지\n");
  EXPECT_THAT(said_in(project.read_again("brat").at(0)),
              ElementsAre("BUY 칩을", "BUY 확보했다", "BUY.event", "ORG 화웨이"));
}

TEST(BratExportTest, CarriageReturnsOfATextCount) {
  StandoffProject project;
  project.add_document("기사.txt", "🚀\r\n화웨이\r끝");
  project.add("ORG", at(3, 6));
  project.add("CLAIM", at(7, 8));
  EXPECT_THAT(project.files("brat").at("기사.ann"), HasSubstr("T1\tORG 3 6\t화웨이\n"));
  const auto documents = project.read_again("brat");
  EXPECT_EQ(documents.at(0).document.text.utf8(), "🚀\n화웨이\n끝");
  EXPECT_THAT(said_in(documents.at(0)), ElementsAre("CLAIM 끝", "ORG 화웨이"));
}

}  // namespace
}  // namespace mitjul
