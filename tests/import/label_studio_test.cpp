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

/// What was left out as `id why number`.
std::vector<std::string> left_out(const ForeignReading& file) {
  std::vector<std::string> words;
  for (const Problem& problem : file.problems) {
    EXPECT_EQ(problem.code, ProblemCode::AnnotationsLeftOut) << to_string(problem.code);
    EXPECT_EQ(problem.place.line, 1U);
    words.push_back(problem.place.annotation);
    for (const std::string& detail : problem.details) words.back() += " " + detail;
  }
  return words;
}

TEST(LabelStudioReaderTest, EveryAnnotationThatIsLeftOutIsNamedWithTheReason) {
  const ForeignReading file = read(with_results(
      R"({"id":"s","type":"labels","value":{"start":"2","end":"5","labels":["A"]}},)"
      R"({"id":"f","type":"labels","value":{"start":2.5,"end":5,"labels":["A"]}},)"
      R"({"id":"n","type":"labels","value":{"start":-2,"end":5,"labels":["A"]}},)"
      R"({"id":"h","type":"hypertextlabels","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":2,)"
      R"("endOffset":5,"globalOffsets":{"start":2,"end":5},"hypertextlabels":["A"]}},)"
      R"({"id":"p","type":"paragraphlabels","value":{"start":"0","end":"0","startOffset":2,"endOffset":5,)"
      R"("paragraphlabels":["A"]}},)"
      R"({"id":"a","type":"labels","value":{"start":0.5,"end":1.25,"channel":0,"labels":["A"]}},)"
      R"({"id":"r","type":"rectanglelabels","value":{"x":1,"y":2,"rectanglelabels":["A"]}},)"
      R"({"id":"u","type":"labels","value":{"start":2,"end":5,"labels":[]}},)"
      R"({"id":"c","type":"choices","from_name":"k","value":{"start":2,"end":5,"choices":["x"]}},)"
      R"({"id":"v","type":"pairwise","from_name":"k","value":{"selected":"left"}},)"
      R"({"type":"relation","from_id":"q","to_id":"r","labels":[]},{"type":"labels","value":7},7)"));
  EXPECT_THAT(left_out(file),
              ElementsAre("s place-no-number 1", "f place-no-number 1", "n place-no-number 1", "h place-in-markup 1",
                          "p place-in-turns 1", "a other-media 1", "r other-media 1", "u unlabelled 1",
                          "v unknown-results 1", "c lost-answers 1", "q lost-relations 1", " unknown-results 2"));
  EXPECT_THAT(file.documents.at(0).sets, IsEmpty());
}

TEST(LabelStudioReaderTest, WhoAnnotatedATaskTwiceIsTwo) {
  const std::string region = R"("result":[{"id":"a","type":"labels","value":{"start":2,"end":5,"labels":["ORG"]}}])";
  const ForeignReading file =
      read(R"([{"data":{"text":"🚀 화웨이"},"annotations":[{"completed_by":{"id":1,"email":"kim@example.invalid"},)" +
           region + R"(},{"completed_by":{"id":1,"email":"kim@example.invalid"},)" + region +
           R"(},{"completed_by":"lee@example.invalid",)" + region + R"(},{"was_cancelled":true,"completed_by":4,)" +
           region + R"(},8],"drafts":[{)" + region + R"(}],"predictions":[9]}])");
  EXPECT_THAT(left_out(file), ElementsAre(" cancelled 1", " drafts 1", " numbers-only 2"));
  std::vector<std::string> names;
  for (const Annotator& annotator : file.header.annotators) names.push_back(annotator.name);
  EXPECT_THAT(names, ElementsAre("kim@example.invalid", "kim@example.invalid (2)", "lee@example.invalid"));
  EXPECT_EQ(file.documents.at(0).sets.size(), 3U);
}

TEST(LabelStudioReaderTest, TheTextIsWhereTheQuotesStandWhateverItIsCalled) {
  const auto text_of = [](const std::string& data, const std::string& value) {
    const ForeignReading file = read("[{\"data\":{" + data +
                                     R"(},"annotations":[{"result":[{"id":"a","type":"labels","to_name":"body",)"
                                     R"("value":{"start":2,"end":5,"labels":["ORG"])" +
                                     value + "}}]}]}]");
    EXPECT_THAT(found(file.problems), IsEmpty());
    return file.documents.at(0).document.text.utf8();
  };
  const std::string quote = ",\"text\":\"화웨이\"";
  EXPECT_EQ(text_of(R"("article":"🚀 화웨이가","text":"🚀 삼성이 더 긴 글")", quote), "🚀 화웨이가");
  EXPECT_EQ(text_of(R"("article":"🚀 화웨이가","body":"🚀 화웨이는","text":"🚀 화웨이도")", quote), "🚀 화웨이는");
  EXPECT_EQ(text_of(R"("article":"🚀 화웨이가 긴","body":"🚀 화웨이는","text":"🚀 화웨이도")", ""), "🚀 화웨이는");
  EXPECT_EQ(text_of(R"("article":"🚀 화웨이가 긴","text":"🚀 화웨이도")", ""), "🚀 화웨이도");
  EXPECT_EQ(text_of(R"("article":"🚀 화웨이가 긴","title":"🚀 화웨이")", ""), "🚀 화웨이가 긴");
}

TEST(LabelStudioReaderTest, AnnotationsOfAnotherTextOfTheTaskAreLeftOut) {
  const auto region = [](const std::string& id, const std::string& to, const std::string& quote) {
    return R"({"id":")" + id + R"(","type":"labels","to_name":")" + to + R"(","value":{"start":2,"end":5,"text":")" +
           quote + R"(","labels":["ORG"]}})";
  };
  const ForeignReading file = read(R"([{"data":{"title":"🚀 회사가","body":"🚀 화웨이가"},"annotations":[{"result":[)" +
                                   region("a", "b", "화웨이") + "," + region("b", "b", "화웨이") + "," +
                                   region("c", "t", "회사가") + "," + region("d", "other", "화웨이") + "]}]}]");
  EXPECT_THAT(left_out(file), ElementsAre("c other-text 1"));
  EXPECT_THAT(spans_of(file.documents.at(0)), ElementsAre("ORG 화웨이", "ORG 화웨이", "ORG 화웨이"));
}

TEST(LabelStudioReaderTest, RelationsHaveDirectionsAndLabels) {
  const auto region = [](const std::string& id, const std::string& label) {
    return R"({"id":")" + id + R"(","type":"labels","value":{"start":2,"end":5,"labels":[")" + label + R"("]}},)";
  };
  const ForeignReading file =
      read(with_results(region("a", "A") + region("b", "B") +
                        R"({"type":"relation","from_id":"a","to_id":"b","direction":"left","labels":["left"]},)"
                        R"({"type":"relation","from_id":"a","to_id":"b","direction":"bi","labels":["both"]},)"
                        R"({"type":"relation","from_id":"a","to_id":"b","direction":"right","labels":["one","two"]},)"
                        R"({"type":"relation","from_id":"a","to_id":"b"})"));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(relations_of(file.documents.at(0)),
              ElementsAre("left from=B to=A", "both from=A to=B", "both from=B to=A", "one from=A to=B",
                          "two from=A to=B", "relation from=A to=B"));
}

TEST(LabelStudioReaderTest, TheShortFormHasARecordForEachAnnotation) {
  const ForeignReading file = read(fixture("min/export.json"));
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(check_schema(file.header.schema), IsEmpty());
  ASSERT_EQ(file.documents.size(), 3U);
  EXPECT_THAT(spans_of(file.documents[0]), ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다.", "ORG 화웨이"));
  EXPECT_EQ(annotations_of(file.documents[0]).at(0)->attributes, (Attributes{{"kind", {"x", "y"}}}));
  EXPECT_THAT(labels_of(file.documents[0]), ElementsAre("sure value=4", "economy"));
  EXPECT_THAT(file.documents[0].document.info.metadata,
              ElementsAre(testing::Pair("sentiment", "긍정"), testing::Pair("tags", "[\"가\",\"나\"]"),
                          testing::Pair("url", "https://example.invalid/1")));
  EXPECT_EQ(to_string(annotations_of(file.documents[0]).at(0)->provenance.created), "2026-11-21T01:02:03Z");
  // The second record is the same task, by somebody else.
  EXPECT_EQ(file.documents[1].document.info.key, file.documents[0].document.info.key);
  EXPECT_NE(file.documents[2].document.info.key, file.documents[0].document.info.key);
  std::vector<std::string> names;
  for (const Annotator& annotator : file.header.annotators) names.push_back(annotator.name);
  EXPECT_THAT(names, ElementsAre("Label Studio 1", "lee@example.invalid"));
}

TEST(LabelStudioReaderTest, WhatElseATaskHoldsIsMetadata) {
  const ForeignReading file =
      read(R"([{"id":5,"meta":{"batch":3},"data":{"text":"🚀","tags":["a",{"b":1}],"ok":true,"none":null}}])");
  EXPECT_THAT(found(file.problems), IsEmpty());
  EXPECT_THAT(file.documents.at(0).document.info.metadata,
              ElementsAre(testing::Pair("ok", "true"), testing::Pair("tags", "[\"a\",{\"b\":1}]"),
                          testing::Pair("batch", "3")));
}

TEST(LabelStudioReaderTest, WhatStandsBehindTheTasksRefusesTheFile) {
  EXPECT_THAT(found(read("[{\"data\":{\"text\":\"🚀\"}}]\n\n, garbage").problems), ElementsAre("3:invalid-json"));
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
