#include "import/nikl_ne.h"

#include "core/error.h"
#include "tests/import/flat_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

FlatFile read(std::string_view bytes) { return read_flat("nikl-ne", bytes); }

std::string fixture(const std::string& name) { return std::string(MITJUL_FIXTURES) + "/nikl-ne/" + name; }

/// A file with one sentence.
std::string with_entities(const std::string& entities, const std::string& form = "🚀 화웨이가 화웨이를") {
  return "{\"document\":[{\"id\":\"a\",\"sentence\":[{\"id\":\"a.1\",\"form\":\"" + form + "\",\"NE\":[" + entities +
         "]}]}]}";
}

TEST(NiklNeImportTest, ReadsTheExampleOfTheDocumentation) {
  const FlatFile file = read_flat_file("nikl-ne", fixture("example/NXNE2600000001.json"));
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 화웨이가 칩을 확보했다.");
  EXPECT_THAT(file.spans(), ElementsAre("OGG_ECONOMY 화웨이"));
  EXPECT_EQ(file.documents[0].document.info.name, "NWRW2600000001.1");
  EXPECT_EQ(file.documents[0].document.info.title, "화웨이 칩");
  ASSERT_THAT(file.header.schema.labels, SizeIs(2));
  EXPECT_EQ(file.header.schema.labels[0].id, "OG");
  EXPECT_EQ(file.header.schema.labels[1].parent, "OG");
}

TEST(NiklNeImportTest, ReadsAFileAsTheCorporaAre) {
  const FlatFile file = read_flat_file("nikl-ne", fixture("corpus/SXNE1900000000.json"));
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.documents, SizeIs(2));
  EXPECT_EQ(file.text(0), "🎈 김밑줄은 부산에서 세 시간을 걸었다.\n\n밑줄대학교 🌊 앞이었다.");
  EXPECT_THAT(file.spans(0),
              ElementsAre("PS 김밑줄", "LCP_CITY 부산", "TI_DURATION 세 시간", "OGG_EDUCATION 밑줄대학교"));
  const DocumentInfo& info = file.documents[0].document.info;
  EXPECT_EQ(info.title, "소풍 🎈");
  EXPECT_THAT(info.metadata, ElementsAre(testing::Pair("author", "김밑줄"), testing::Pair("publisher", "밑줄신문"),
                                         testing::Pair("date", "20190401"), testing::Pair("topic", "생활"),
                                         testing::Pair("original_topic", "생활 > 나들이")));
  EXPECT_EQ(file.text(1), "끝.");
}

TEST(NiklNeImportTest, AQuoteThatHasMovedIsFoundWhereThereIsOneAlone) {
  const FlatFile file = read(with_entities(R"({"id":7,"form":"화웨이를","label":"OG","begin":6,"end":10})"));
  EXPECT_THAT(found(file.problems), ElementsAre("1:quote-moved"));
  EXPECT_EQ(file.problems[0].place.document, "a");
  EXPECT_EQ(file.problems[0].place.annotation, "a.1 7");
  EXPECT_THAT(file.spans(), ElementsAre("OG 화웨이를"));
}

TEST(NiklNeImportTest, AQuoteThatIsNotThereIsAProblem) {
  const FlatFile file = read(with_entities(R"({"form":"삼성","label":"OG","begin":2,"end":4})"));
  EXPECT_THAT(found(file.problems), ElementsAre("1:quote-differs"));
  EXPECT_THAT(file.documents.at(0).sets, IsEmpty());
}

TEST(NiklNeImportTest, WithoutAQuoteThePlaceIsTaken) {
  EXPECT_THAT(read(with_entities(R"({"label":"OG","begin":2,"end":5})")).spans(), ElementsAre("OG 화웨이"));
  EXPECT_THAT(found(read(with_entities(R"({"label":"OG","begin":2,"end":99})")).problems),
              ElementsAre("1:span-outside-text"));
}

TEST(NiklNeImportTest, OtherUnitsAreRecognised) {
  const FlatFile file = read(with_entities(R"({"form":"화웨이","label":"OG","begin":3,"end":6},)"
                                           R"({"form":"화웨이","label":"OG","begin":8,"end":11})"));
  EXPECT_THAT(found(file.problems), ElementsAre("1:other-offset-unit"));
  EXPECT_THAT(file.problems[0].details, ElementsAre("code points", "UTF-16"));
  EXPECT_THAT(file.spans(), ElementsAre("OG 화웨이", "OG 화웨이"));
}

TEST(NiklNeImportTest, PositionsOfAnotherKindAreProblems) {
  for (const char* const number : {"-1", "2.5", "\"2\"", "[2]", "true", "{}", "1e3"}) {
    const FlatFile file =
        read(with_entities("{\"form\":\"화웨이\",\"label\":\"OG\",\"begin\":" + std::string(number) + ",\"end\":5}"));
    EXPECT_THAT(found(file.problems), ElementsAre("1:wrong-field-type")) << number;
  }
  EXPECT_THAT(found(read(with_entities(R"({"label":"OG","begin":18446744073709551615,"end":5})")).problems),
              ElementsAre("1:span-outside-text"));
  EXPECT_THAT(found(read(with_entities(R"({"label":"OG","begin":1e999,"end":5})")).problems), SizeIs(1));
  EXPECT_THAT(found(read(with_entities(R"({"form":"화웨이","label":"OG","end":5})")).problems),
              ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read(with_entities(R"({"form":"화웨이","begin":2,"end":5})")).problems),
              ElementsAre("1:missing-field"));
}

TEST(NiklNeImportTest, FieldsOfAnotherKindAreProblems) {
  EXPECT_THAT(found(read("{}").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read(R"({"document":{}})").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read(R"({"document":[{"id":"🚀"}]})").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read(R"({"document":[{"sentence":"🚀"}]})").problems), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(found(read(R"({"document":[{"sentence":["🚀"]}]})").problems), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(found(read(R"({"document":[{"sentence":[{"form":1}]}]})").problems), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(found(read(R"({"document":[{"sentence":[{"form":"🚀","NE":1}]}]})").problems),
              ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(found(read(with_entities("3")).problems), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(read(R"({"document":[]})").problems, IsEmpty());
}

TEST(NiklNeImportTest, SaysInWhichLineTheJsonEnds) {
  const FlatFile file = read("{\"document\":[\n{\"id\":\"🚀\",\"sentence\":[]},\n{\"id\":");
  EXPECT_THAT(found(file.problems), ElementsAre("3:invalid-json"));
  EXPECT_THAT(file.documents, SizeIs(1)) << "what came before";
  EXPECT_THAT(read("").problems, SizeIs(1));
  EXPECT_THAT(read("🚀").problems, SizeIs(1));
  EXPECT_THAT(read("{\"document\":[]} x").problems, SizeIs(1));
  EXPECT_THAT(read("{\"document\":[{\"id\":\"\xFF\"}]}").problems, SizeIs(1));
}

TEST(NiklNeImportTest, EndlessNestingEnds) {
  EXPECT_THAT(found(read("{\"x\":" + std::string(1'000'000, '[')).problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(read("{\"document\":[{\"x\":" + std::string(100'000, '[')).problems, SizeIs(1));
}

TEST(NiklNeImportTest, WhatIsNotAskedForIsPassedOver) {
  const FlatFile file = read(R"({"x":[{"id":"b","sentence":[]}],"y":{"document":[{"id":"c","sentence":[]}]},)"
                             R"("document":[{"word":{"sentence":[1,[2]]},"id":"🚀","sentence":[{"form":"칩",)"
                             R"("word":[{"form":{"deep":[1,2,3]}}],"z":[[]]}]}],"n":[[[{"id":"d"}]]]})");
  EXPECT_THAT(file.problems, IsEmpty());
  ASSERT_THAT(file.documents, SizeIs(1));
  EXPECT_EQ(file.documents[0].document.info.name, "🚀");
  EXPECT_EQ(file.text(), "칩");
}

TEST(NiklNeImportTest, ReplacesWhatATextCannotHoldInPlace) {
  const FlatFile file = read(with_entities(R"({"form":"칩","label":"AF","begin":6,"end":7})", R"(🚀\r\n\u0001\r\t칩)"));
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_EQ(file.text(), "🚀 \n\uFFFD\n\t칩");
  EXPECT_THAT(file.spans(), ElementsAre("AF 칩"));
  EXPECT_THAT(file.documents[0].document.info.substitutions, ElementsAre(Substitution{TextPos(3), "0001"}));
}

TEST(NiklNeImportTest, LabelsOfOtherVersionsStandBelowTheirCoarseOne) {
  const FlatFile file =
      read(with_entities(R"({"label":"LCP_TOWN","begin":2,"end":5},{"label":"기타","begin":0,"end":1})"));
  ASSERT_THAT(file.header.schema.labels, SizeIs(3));
  EXPECT_EQ(file.header.schema.labels[0].id, "LC");
  EXPECT_EQ(file.header.schema.labels[1].parent, "LC");
  EXPECT_EQ(file.header.schema.labels[1].name, "LCP_TOWN");
  EXPECT_EQ(file.header.schema.labels[2].name, "기타");
}

TEST(NiklNeImportTest, IsRecognisedByItsFields) {
  EXPECT_EQ(recognised_as("a.json", bytes_of(fixture("example/NXNE2600000001.json"))), "nikl-ne");
  EXPECT_EQ(recognised_as("a", bytes_of(fixture("corpus/SXNE1900000000.json"))), "nikl-ne");
  EXPECT_EQ(recognised_as("a.json", R"({"document":[{"id":"🚀"}]})"), "");
  EXPECT_EQ(recognised_as("a.json", R"([{"document":1,"NE":2,"sentence":3}])"), "");
}

TEST(NiklNeImportTest, AFileThatIsNotThereIsAnError) { EXPECT_THROW(read_nikl_ne("/없음/🚀.json", {}, {}), Error); }

}  // namespace
}  // namespace mitjul
