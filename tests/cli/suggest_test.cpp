#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string line(int start, int end, const std::string& label) {
  return "{\"start\":" + std::to_string(start) + ",\"end\":" + std::to_string(end) + ",\"label\":\"" + label + "\"}\n";
}

/// The labels that news is often tagged with.
const std::string kNewsSchema = R"(<schema xmlns="urn:mitjul:annotations:1" name="news" version="1">
  <label id="DT" name="날짜" kind="span"/>
  <label id="TI" name="시간" kind="span"/>
  <label id="QT" name="수량" kind="span"/>
</schema>)";

TEST(SuggestTest, WhatOtherDocumentsHaveAnnotatedIsSuggested) {
  const CliProject project;
  project.import("가.txt", "🚀 가온은 큰가? 가온이 이겼나?");
  project.import("나.txt", "🚀 어제 가온에서 왔나?");
  project.annotate("가.txt", line(2, 4, "ORG") + line(10, 12, "ORG"));
  const Rows rows = project.rows("suggest");
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_THAT(rows.at(0), ElementsAre("나.txt", "5", "7", "ORG", "가온", "0.857")) << "(2 + 1) / (2 + 1.5)";
}

TEST(SuggestTest, DatesAndQuantitiesAreSuggestedByTheirForm) {
  const CliProject project;
  project.import("가.txt", "🚀 2024년 3월 1일 약 200만 개를 팔았다.");
  EXPECT_THAT(project.rows("suggest", {"가.txt"}),
              ElementsAre(ElementsAre("가.txt", "2", "28", "CLAIM", "2024년 3월 1일 약 200만 개를 팔았다.", "0.85"),
                          ElementsAre("가.txt", "2", "13", "DATE", "2024년 3월 1일", "0.9"),
                          ElementsAre("가.txt", "16", "22", "QUANTITY", "200만 개", "0.9")));
}

TEST(SuggestTest, LabelsComeFromTheSchema) {
  const TempFolder folder;
  const CliProject klue({"--schema", folder.write("schema.xml", kNewsSchema)});
  klue.import("가.txt", "🚀 2024년 오후 3시에 20여 년 동안 5명을");
  const Rows rows = klue.rows("suggest");
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_EQ(rows.at(0).at(3), "DT");
  EXPECT_EQ(rows.at(1).at(3), "TI");
  EXPECT_EQ(rows.at(2).at(3), "DT") << "a length of time";
  EXPECT_EQ(rows.at(3).at(3), "QT");
  const CliProject none({"--schema", "empty"});
  none.import("가.txt", "🚀 2024년 3월 1일");
  EXPECT_THAT(none.rows("suggest"), IsEmpty());
}

TEST(SuggestTest, WhatIsAnnotatedAlreadyIsNotSuggested) {
  const CliProject project;
  project.import("가.txt", "🚀 2024년 3월 1일과 2025년");
  project.annotate("가.txt", line(2, 13, "DATE") + line(15, 20, "QUANTITY"));
  EXPECT_THAT(project.rows("suggest"), IsEmpty()) << "the same span, whatever its label";
  project.out("annotators", {"--add", "김주석"});
  EXPECT_THAT(project.rows("suggest", {"--annotator", "김주석"}), SizeIs(2)) << "another annotator";
}

TEST(SuggestTest, JsonSaysWhy) {
  const CliProject project;
  project.import("가.txt", "🚀 가온은 크다.");
  project.import("나.txt", "🚀 가온은 40%다.");
  project.annotate("가.txt", line(2, 4, "ORG"));
  const auto objects = objects_of(project.out("suggest", {"나.txt", "--json"}));
  ASSERT_THAT(objects, SizeIs(2));
  EXPECT_EQ(objects.at(0)["reason"], "annotated");
  EXPECT_EQ(objects.at(0)["count"], 1);
  EXPECT_EQ(objects.at(0)["method"], "suggestion");
  EXPECT_EQ(objects.at(0)["confidence"], 0.8);
  EXPECT_EQ(objects.at(1)["reason"], "quantity");
  EXPECT_EQ(objects.at(1)["surface"], "40%");
}

TEST(SuggestTest, NothingIsChangedAndUnknownDocumentsAreRefused) {
  const CliProject project;
  project.import("가.txt", "🚀 2024년");
  EXPECT_THAT(project.rows("suggest"), SizeIs(1));
  EXPECT_THAT(project.rows("annotations"), IsEmpty());
  expect_refusal(project.run("suggest", {"나.txt"}), 1, "나.txt");
}

}  // namespace
}  // namespace mitjul
