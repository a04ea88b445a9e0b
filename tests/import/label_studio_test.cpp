#include "import/label_studio.h"

#include "core/schema_checks.h"
#include "tests/import/foreign_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ForeignReading read(std::string_view tasks) { return read_foreign(read_label_studio, "tasks 🚀.json", tasks); }

std::string with_results(const std::string& results) {
  return "[{\"id\":1,\"data\":{\"text\":\"🚀 화웨이가 칩을 확보했다.\"},\"annotations\":[{\"id\":7,\"completed_by\":3,"
         "\"created_at\":\"2026-11-21T01:02:03.456789Z\",\"result\":[" +
         results + "]}]}]";
}

std::string fixture(const std::string& name) {
  return bytes_of(std::string(MITJUL_FIXTURES) + "/label-studio/" + name);
}

TEST(LabelStudioReaderTest, RegionsAnswersAndRelationsAreRead) {
  const ForeignReading file = read(fixture("tasks/export.json"));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(check_schema(file.header.schema), IsEmpty());
  ASSERT_EQ(file.documents.size(), 1U);
  const AnnotatedDocument& document = file.documents[0];
  EXPECT_THAT(check_document(document, file.header.schema, {}), IsEmpty());
  EXPECT_THAT(spans_of(document), ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다.", "ORG 화웨이"));
  EXPECT_THAT(relations_of(document), ElementsAre("about from=CLAIM to=ORG"));
  EXPECT_THAT(labels_of(document), ElementsAre("economy"));
  const Annotation& claim = *annotations_of(document)[0];
  EXPECT_EQ(claim.attributes,
            (Attributes{
                {"stance", {"asserted"}}, {"sure", {"3"}}, {"on", {"2026-11-21"}}, {"restated", {"첫 줄\n둘째 줄"}}}));
  EXPECT_EQ(claim.note, "쪽지");
  EXPECT_EQ(to_string(claim.provenance.created), "2026-11-21T01:02:03Z");
  EXPECT_EQ(file.header.schema.find("economy")->parent, "topic");
}

TEST(LabelStudioReaderTest, QuotesTellTheUnitAndThePlace) {
  const ForeignReading utf16 = read(with_results(
      R"({"id":"a","type":"labels","from_name":"label","to_name":"text","value":{"start":3,"end":6,"text":"화웨이","labels":["ORG"]}})"));
  EXPECT_THAT(found(utf16.problems), ElementsAre("1:other-offset-unit"));
  EXPECT_THAT(spans_of(utf16.documents.at(0)), ElementsAre("ORG 화웨이"));
  const ForeignReading moved = read(with_results(
      R"({"id":"a","type":"labels","from_name":"label","to_name":"text","value":{"start":9,"end":12,"text":"화웨이","labels":["ORG"]}})"));
  EXPECT_THAT(found(moved.problems), ElementsAre("1:quote-moved"));
  EXPECT_THAT(spans_of(moved.documents.at(0)), ElementsAre("ORG 화웨이"));
  const ForeignReading wrong = read(with_results(
      R"({"id":"a","type":"labels","from_name":"label","to_name":"text","value":{"start":2,"end":5,"text":"삼성","labels":["ORG"]}})"));
  EXPECT_THAT(found(wrong.problems), ElementsAre("1:quote-differs"));
}

TEST(LabelStudioReaderTest, QuotesAreWhatAPageShowsOfSeveralLines) {
  for (const char* const quote : {"화웨이\\n칩을", "화웨이\\\\n칩을", "화웨이칩을", "화웨이 칩을"}) {
    const ForeignReading file = read(
        "[{\"data\":{\"text\":\"🚀 화웨이\\n칩을\"},\"annotations\":[{\"result\":["
        "{\"id\":\"a\",\"type\":\"labels\",\"value\":{\"start\":2,\"end\":8,\"text\":\"" +
        std::string(quote) + "\",\"labels\":[\"ORG\"]}}]}]}]");
    EXPECT_THAT(found(file.problems), IsEmpty()) << quote;
    EXPECT_THAT(spans_of(file.documents.at(0)), ElementsAre("ORG 화웨이\n칩을")) << quote;
  }
}

TEST(LabelStudioReaderTest, TrueAndFalseHaveAnUnderscoreMoreThanTheirIds) {
  const ForeignReading file = read(with_results(
      R"({"id":"a","type":"labels","value":{"start":2,"end":5,"text":"화웨이","labels":["false_"]}},)"
      R"({"id":"a","type":"choices","from_name":"true_","value":{"start":2,"end":5,"choices":["true_","true__","so_"]}})"));
  EXPECT_THAT(found(file.problems), IsEmpty());
  const Annotation& company = *annotations_of(file.documents.at(0)).at(0);
  EXPECT_EQ(company.label, "false");
  EXPECT_EQ(company.attributes, (Attributes{{"true", {"true", "true_", "so_"}}}));
}

TEST(LabelStudioReaderTest, SeveralChoicesAnywhereMakeTheAttributeOneOfSeveral) {
  const auto region = [](const std::string& id) {
    return "{\"id\":\"" + id + R"(","type":"labels","value":{"start":2,"end":5,"text":"화웨이","labels":["ORG"]}},)";
  };
  const auto choice = [](const std::string& id, const std::string& values) {
    return "{\"id\":\"" + id + R"(","type":"choices","from_name":"kind","value":{"start":2,"end":5,"choices":[)" +
           values + "]}}";
  };
  const ForeignReading file =
      read(with_results(region("a") + choice("a", "\"x\"") + "," + region("b") + choice("b", "\"x\",\"y\"")));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_EQ(file.header.schema.labels.at(0).attributes.at(0).type, AttributeType::Choices);
  EXPECT_THAT(check_document(file.documents.at(0), file.header.schema, {}), IsEmpty());
}

TEST(LabelStudioReaderTest, PredictionsAreWhatTheModelSays) {
  const ForeignReading file =
      read(R"([{"data":{"body":"🚀 화웨이","n":"x"},"predictions":[{"model_version":"ner 1.0","score":0.5,"result":[)"
           R"({"id":"a","type":"labels","value":{"start":2,"end":5,"labels":["ORG"]},"score":0.25}]}]}])");
  EXPECT_THAT(found(file.problems), IsEmpty());
  const Annotation& org = *annotations_of(file.documents.at(0)).at(0);
  EXPECT_EQ(org.provenance.origin, "ner 1.0");
  EXPECT_EQ(org.provenance.confidence, 0.25);
  EXPECT_EQ(file.header.annotators.at(0).name, "ner 1.0");
}

TEST(LabelStudioReaderTest, WhatIsNotOfTextIsLeftOutAndSaid) {
  const ForeignReading file = read(with_results(
      R"({"id":"r","type":"rectanglelabels","value":{"x":1,"y":2}},{"id":"h","type":"hypertextlabels","value":{"start":"/p[1]","end":"/p[1]","hypertextlabels":["A"]}},)"
      R"({"id":"c","type":"choices","from_name":"k","value":{"start":2,"end":5,"choices":["x"]}},{"type":"relation","from_id":"q","to_id":"r","labels":[]},7)"));
  EXPECT_THAT(found(file.problems), ElementsAre("1:annotations-left-out"));
  EXPECT_THAT(file.problems.at(0).details, ElementsAre("results", "5"));
}

TEST(LabelStudioReaderTest, WhatIsNoTaskIsSaid) {
  EXPECT_THAT(found(read("[{\"text\":\"🚀\"}]").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read("[{\"data\":{\"n\":1}}]").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read("[{\"data\":{\"text\":\"🚀\"},\"annotations\":7}]").problems),
              ElementsAre("1:wrong-field-type"));
  EXPECT_THAT(found(read("[{\"data\":{\"text\":\"🚀\"},\"annotations\":[{}]}]").problems),
              ElementsAre("1:missing-field"));
  EXPECT_THAT(found(read("{}").problems), ElementsAre("1:missing-field"));
  EXPECT_THAT(
      found(read(with_results(R"({"id":"a","type":"labels","value":{"start":2,"end":99,"labels":["ORG"]}})")).problems),
      ElementsAre("1:span-outside-text"));
}

}  // namespace
}  // namespace mitjul
