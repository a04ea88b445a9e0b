#include "import/jsonl.h"

#include "core/annotation_checks.h"
#include "core/error.h"
#include "core/schema_checks.h"
#include "tests/import/foreign_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ForeignReading read(std::string_view lines) { return read_foreign(read_jsonl, "주석 🚀.jsonl", lines); }

std::string example() { return bytes_of(std::string(MITJUL_FIXTURES) + "/jsonl/example/export.jsonl"); }

TEST(JsonlReaderTest, OurLinesAreReadWithEverything) {
  const ForeignReading file = read(example());
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_FALSE(file.header.inferred);
  EXPECT_EQ(file.header.schema.name, "claims-entities");
  ASSERT_EQ(file.documents.size(), 1U);
  EXPECT_THAT(spans_of(file.documents[0]),
              ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다.", "ORG 화웨이", "EVENT 칩을 확보했다"));
  EXPECT_EQ(file.documents[0].document.info.key.str(), "d3f7k2m5qa");
}

TEST(JsonlReaderTest, TheRowWithTheSchemaMayStandAnywhere) {
  std::string other = edited(example(), "\"id\":\"d3f7k2m5qa\"", "\"id\":\"e3f7k2m5qa\"");
  const std::size_t at = other.find("\"annotators\":");
  other = other.substr(0, at) + "\"annotators\":[],\"schema\":\"\"}\n";
  const ForeignReading file = read("\xEF\xBB\xBF" + other + "\r\n" + example());
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.documents.size(), 2U);
  EXPECT_EQ(file.header.annotators.size(), 1U);
  EXPECT_THAT(found(read(other).problems), ElementsAre("0:missing-field", "1:unknown-annotator"));
}

TEST(JsonlReaderTest, EverythingThatDoesNotFitIsSaidWithItsLine) {
  const auto problems_of = [](std::string_view from, std::string_view to) {
    return found(read("\n" + edited(example(), from, to)).problems);
  };
  EXPECT_THAT(problems_of("\"text\":\"화웨이\"", "\"text\":\"화웨\""), ElementsAre("2:quote-differs"));
  EXPECT_THAT(problems_of("\"code_points\":15", "\"code_points\":14"), ElementsAre("2:length-differs"));
  EXPECT_THAT(problems_of("\"sha256\":\"c7", "\"sha256\":\"c8"), ElementsAre("2:text-differs"));
  EXPECT_THAT(problems_of("\"segments\":[{\"start\":2,\"end\":5}]", "\"segments\":[{\"start\":2,\"end\":16}]"),
              ElementsAre("2:span-outside-text"));
  EXPECT_THAT(problems_of("\"segments\":[{\"start\":2,\"end\":5}]", "\"segments\":[{\"start\":5,\"end\":5}]"),
              ElementsAre("2:empty-span"));
  EXPECT_THAT(problems_of("\"segments\":[{\"start\":2,\"end\":5}]", "\"segments\":[]"), ElementsAre("2:missing-field"));
  EXPECT_THAT(problems_of("{\"start\":10,\"end\":14}", "{\"start\":9,\"end\":14}"), ElementsAre("2:invalid-xml-value"));
  EXPECT_THAT(problems_of("{\"start\":2,\"end\":5}", "{\"start\":-2,\"end\":1e99}"),
              ElementsAre("2:invalid-xml-value", "2:wrong-field-type"));
  EXPECT_THAT(problems_of("\"id\":\"h4k2qa-2\"", "\"id\":\"h4k2qa-1\""), ElementsAre("2:duplicate-id"));
  EXPECT_THAT(problems_of("\"state\":\"finished\"", "\"state\":\"done\""), testing::Contains("2:invalid-xml-value"));
  EXPECT_THAT(problems_of("mitjul-jsonl-1", "mitjul-jsonl-2"), ElementsAre("2:unsupported-format-version"));
  EXPECT_THAT(problems_of("\"title\":\"화웨이 칩\"", "\"title\":\"\\u0001\""), ElementsAre("2:illegal-character"));
  EXPECT_THAT(problems_of("\"spans\":[", "\"spans\":7,\"x\":["), ElementsAre("2:wrong-field-type"));
  EXPECT_THAT(problems_of("<schema ", "<schema>"), ElementsAre("2:unexpected-element"));
}

TEST(JsonlReaderTest, ALineThatIsNoJsonIsSaidAndTheNextOneRead) {
  const ForeignReading file = read("{\"text\":\"🚀 하나\"}\n{\n[]\n\xFF\n{\"text\":\"🚀 둘\"}\n");
  EXPECT_THAT(found(file.problems), ElementsAre("2:invalid-json", "3:invalid-json", "4:invalid-utf8"));
  EXPECT_EQ(file.documents.size(), 2U);
}

TEST(JsonlReaderTest, WhatIsNestedWithoutEndIsNoJson) {
  EXPECT_THAT(found(read("{\"text\":" + std::string(5'000'000, '[')).problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(found(read("{\"text\":\"🚀\",\"n\":1e999}").problems), ElementsAre("1:invalid-json"));
}

TEST(JsonlReaderTest, ABrokenLineIsAllThatIsWrong) {
  const ForeignReading foreign = read("{\"text\":\"🚀\",\n");
  EXPECT_THAT(found(foreign.problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(check_schema(foreign.header.schema), IsEmpty());
  // The line with the schema: nothing can be said of what the others use.
  std::string other = edited(example(), "\"id\":\"d3f7k2m5qa\"", "\"id\":\"e3f7k2m5qa\"");
  other = other.substr(0, other.find("\"annotators\":")) + "\"annotators\":[],\"schema\":\"\"}\n";
  const ForeignReading ours = read("{" + example() + other);
  EXPECT_THAT(found(ours.problems), ElementsAre("1:invalid-json"));
  EXPECT_THAT(check_schema(ours.header.schema), IsEmpty());
  EXPECT_THAT(ours.documents, IsEmpty());
}

TEST(JsonlReaderTest, AnEmptyFileIsNoDocument) {
  const ForeignReading file = read("");
  EXPECT_THAT(file.problems, IsEmpty());
  EXPECT_THAT(check_schema(file.header.schema), IsEmpty());
  EXPECT_THAT(file.documents, IsEmpty());
}

TEST(JsonlReaderTest, LinesOfOtherProgramsAreReadWithASchemaOfWhatTheyUse) {
  const ForeignReading file = read(
      R"({"id":"d1","text":"🚀 화웨이가 칩을 확보했다.","spans":[{"id":"T1","start":2,"end":5,"label":"기관","text":"화웨이"},)"
      R"({"id":"T2","start":0,"end":15,"label":"CLAIM","text":"🚀 화웨이가 칩을 확보했다."}],)"
      R"("relations":[{"head":"T2","child":"T1","label":"about"},{"head":"T2","child":"T9","label":"about"}],"url":"x"})");
  EXPECT_THAT(found(file.problems), ElementsAre("1:annotations-left-out"));
  EXPECT_TRUE(file.header.inferred);
  EXPECT_THAT(check_schema(file.header.schema), IsEmpty());
  ASSERT_EQ(file.documents.size(), 1U);
  const AnnotatedDocument& document = file.documents[0];
  EXPECT_THAT(check_document(document, file.header.schema, {}), IsEmpty());
  EXPECT_EQ(document.document.info.name, "d1");
  EXPECT_THAT(document.document.info.metadata, ElementsAre(testing::Pair("url", "x")));
  const std::string org = file.header.schema.labels.at(0).id;
  EXPECT_EQ(file.header.schema.labels.at(0).name, "기관");
  EXPECT_THAT(spans_of(document), ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다.", org + " 화웨이"));
}

TEST(JsonlReaderTest, TheSameFileHasTheSameKeysAtEveryReading) {
  constexpr std::string_view kLine = R"({"text":"🚀 가","spans":[{"start":2,"end":3,"label":"A"}]})";
  const ForeignReading once = read(kLine);
  const ForeignReading again = read(kLine);
  EXPECT_EQ(once.documents.at(0).document, again.documents.at(0).document);
  EXPECT_EQ(once.header.annotators, again.header.annotators);
  EXPECT_FALSE(once.documents.at(0).document.info.key.empty());
}

TEST(JsonlReaderTest, EntitiesAndTriplesAreSpansAndBareNamesAreLabelsOfTheDocument) {
  const ForeignReading file = read(
      "{\"text\":\"🚀 화웨이\",\"entities\":[{\"start\":2,\"end\":5,\"label\":\"ORG\"}]}\n"
      "{\"text\":\"🚀 화웨이\",\"label\":[[2,5,\"ORG\"]]}\n"
      "{\"text\":\"🚀 화웨이\",\"labels\":[[2,5,\"ORG\"],\"경제\"]}\n"
      "{\"text\":\"🚀 화웨이\",\"label\":\"경제\"}\n");
  EXPECT_THAT(found(file.problems), IsEmpty());
  ASSERT_EQ(file.documents.size(), 4U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_THAT(spans_of(file.documents[i]), ElementsAre("ORG 화웨이"));
  EXPECT_EQ(file.documents[2].sets.begin()->second.size(), 2U);
  EXPECT_TRUE(file.documents[3].sets.begin()->second.annotations().begin()->second.on_document());
}

TEST(JsonlReaderTest, EntsAndGroupsOfSpansAreSpans) {
  const ForeignReading file = read(
      "{\"text\":\"🚀 화웨이\",\"ents\":[{\"start\":2,\"end\":5,\"label\":\"ORG\"}],\"tokens\":[{\"id\":0}]}\n"
      "{\"text\":\"🚀 화웨이\",\"spans\":{\"sc\":[{\"start\":2,\"end\":5,\"label\":\"ORG\"}]}}\n"
      "{\"text\":\"🚀 화웨이\",\"spans\":{\"sc\":7}}\n");
  EXPECT_THAT(found(file.problems), ElementsAre("3:wrong-field-type"));
  EXPECT_THAT(spans_of(file.documents.at(0)), ElementsAre("ORG 화웨이"));
  EXPECT_THAT(spans_of(file.documents.at(1)), ElementsAre("ORG 화웨이"));
}

TEST(JsonlReaderTest, WhatAnAnnotatorHasNotAcceptedIsLeftOutAndSaid) {
  const std::string spans = "\"spans\":[{\"start\":2,\"end\":5,\"label\":\"ORG\"}]";
  const ForeignReading file = read("{\"text\":\"🚀 하나둘\"," + spans + ",\"answer\":\"accept\"}\n" +
                                   "{\"text\":\"🚀 셋넷다\"," + spans + ",\"answer\":\"reject\"}\n");
  EXPECT_THAT(found(file.problems), ElementsAre("2:annotations-left-out"));
  EXPECT_THAT(file.problems[0].details, ElementsAre("cancelled", "1"));
  EXPECT_EQ(spans_of(file.documents.at(0)).size(), 1U);
  EXPECT_THAT(file.documents.at(1).sets, IsEmpty());
}

TEST(JsonlReaderTest, SpansOfOneIdArePiecesUnlessTheirLabelsDiffer) {
  const auto row = [](const std::string& label) {
    return R"({"text":"🚀 화웨이","spans":[{"id":"T1","start":2,"end":3,"label":"A"},{"id":"T1","start":4,"end":5,"label":")" +
           label + "\"}]}";
  };
  EXPECT_THAT(found(read(row("A")).problems), IsEmpty());
  EXPECT_THAT(found(read(row("B")).problems), ElementsAre("1:duplicate-id"));
}

TEST(JsonlReaderTest, QuotesTellTheUnit) {
  const ForeignReading utf16 =
      read(R"({"text":"🚀 화웨이","spans":[{"start":3,"end":6,"label":"ORG","text":"화웨이"}]})");
  EXPECT_THAT(found(utf16.problems), ElementsAre("1:other-offset-unit"));
  EXPECT_THAT(spans_of(utf16.documents.at(0)), ElementsAre("ORG 화웨이"));
  const ForeignReading bytes =
      read(R"({"text":"🚀 화웨이","spans":[{"start":5,"end":14,"label":"ORG","text":"화웨이"}]})");
  EXPECT_THAT(found(bytes.problems), ElementsAre("1:other-offset-unit"));
  EXPECT_THAT(spans_of(bytes.documents.at(0)), ElementsAre("ORG 화웨이"));
}

TEST(JsonlReaderTest, CarriageReturnsCountInTheFileAndAreGoneFromTheText) {
  const ForeignReading file = read(
      R"({"text":"🚀\r\n화웨이\r\n칩\u0000","spans":[{"start":3,"end":6,"label":"ORG"},{"start":3,"end":9,"label":"A"},)"
      R"({"start":1,"end":2,"label":"HALF"}]})");
  EXPECT_THAT(found(file.problems), ElementsAre("1:empty-span")) << "half a line end";
  EXPECT_EQ(file.documents.at(0).document.text.utf8(), "🚀\n화웨이\n칩\uFFFD");
  EXPECT_THAT(spans_of(file.documents[0]), ElementsAre("A 화웨이\n칩", "ORG 화웨이"));
  EXPECT_EQ(file.documents[0].document.info.substitutions.size(), 1U);
}

TEST(JsonlReaderTest, PlacesThatAreNoneAreSaid) {
  const auto problems_of = [](const std::string& span) {
    return found(read("{\"text\":\"🚀 화웨이\",\"spans\":[" + span + "]}").problems);
  };
  EXPECT_THAT(problems_of(R"({"start":2,"end":6,"label":"A"})"), ElementsAre("1:span-outside-text"));
  EXPECT_THAT(problems_of(R"({"start":-2,"end":6,"label":"A"})"), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(problems_of(R"({"start":2,"end":18446744073709551615,"label":"A"})"), ElementsAre("1:span-outside-text"));
  EXPECT_THAT(problems_of(R"({"start":2.5,"end":6,"label":"A"})"), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(problems_of(R"({"start":"2","end":5,"label":"A"})"), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(problems_of(R"({"start":2,"label":"A"})"), ElementsAre("1:missing-field"));
  EXPECT_THAT(problems_of(R"({"start":2,"end":5})"), ElementsAre("1:missing-field"));
  EXPECT_THAT(problems_of("7"), ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(problems_of(R"({"start":2,"end":5,"label":"A","text":"삼성"})"), ElementsAre("1:quote-differs"));
}

TEST(JsonlReaderTest, ARowWithoutATextIsSaid) {
  EXPECT_THAT(found(read("{\"spans\":[]}\n{\"text\":7}").problems),
              ElementsAre("1:missing-field", "2:wrong-field-type"));
}

TEST(JsonlReaderTest, AFileThatIsNotThereIsAnError) { EXPECT_THROW(read_jsonl("/없음/🚀.jsonl", {}, {}), Error); }

}  // namespace
}  // namespace mitjul
