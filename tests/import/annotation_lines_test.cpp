#include "import/annotation_lines.h"

#include <chrono>

#include "tests/import/reading.h"
#include "tests/support/cpu_clock.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnnotatorKey kAnnotator = *AnnotatorKey::parse("h4k2qa");
const SetKey kSet{*DocumentKey::parse("d3f7k2m5qa"), kAnnotator, false};

AnnotationLines read(std::string_view lines) { return read_annotation_lines(lines, kSet); }

std::vector<std::string> refused(std::string_view lines) { return found(read(lines).problems); }

/// The annotations that good lines make.
std::vector<Annotation> made(std::string_view lines) {
  const AnnotationLines result = read(lines);
  EXPECT_THAT(found(result.problems), IsEmpty());
  EXPECT_EQ(result.lines.size(), result.edit.changes.size());
  std::vector<Annotation> annotations;
  for (const Change& change : result.edit.changes) {
    const auto& annotation = std::get<AnnotationChange>(change);
    EXPECT_EQ(annotation.set, kSet);
    EXPECT_FALSE(annotation.before);
    EXPECT_TRUE(annotation.after->id.provisional());
    annotations.push_back(*annotation.after);
  }
  return annotations;
}

Annotation made_one(std::string_view line) {
  const std::vector<Annotation> annotations = made(line);
  EXPECT_EQ(annotations.size(), 1U);
  return annotations.at(0);
}

TEST(AnnotationLinesTest, ASpanHasAStartAndAnEnd) {
  const Annotation annotation = made_one(R"({"start":2,"end":5,"label":"ORG"})");
  EXPECT_EQ(annotation.label, "ORG");
  EXPECT_EQ(*annotation.spans(), Spans(Span(2, 5)));
  EXPECT_THAT(annotation.attributes, IsEmpty());
  EXPECT_EQ(annotation.note, "");
  EXPECT_EQ(annotation.provenance.method, Method::Hand);
  EXPECT_EQ(annotation.provenance.origin, "");
  EXPECT_FALSE(annotation.provenance.confidence);
}

TEST(AnnotationLinesTest, SegmentsAreSortedAndJoined) {
  EXPECT_EQ(*made_one(R"({"segments":[[7,9],[10,14]],"label":"A"})").spans(), Spans({Span(7, 9), Span(10, 14)}));
  EXPECT_EQ(*made_one(R"({"segments":[[10,14],[7,9]],"label":"A"})").spans(), Spans({Span(7, 9), Span(10, 14)}));
  EXPECT_EQ(*made_one(R"({"segments":[[7,9],[9,14]],"label":"A"})").spans(), Spans(Span(7, 14)));
  EXPECT_EQ(*made_one(R"({"segments":[[7,9]],"label":"A"})").spans(), Spans(Span(7, 9)));
}

TEST(AnnotationLinesTest, EveryFieldIsTaken) {
  const Annotation annotation = made_one(
      R"({"start":0,"end":1,"label":"CLAIM","attributes":{"type":"fact","fields":["a","b"],"none":[]},"note":" 🚀\n\t\"쪽지\" ",)"
      R"("id":"c1","method":"suggestion","origin":"모델 1.0","confidence":0.25})");
  EXPECT_EQ(annotation.attributes, (Attributes{{"type", {"fact"}}, {"fields", {"a", "b"}}, {"none", {}}}));
  EXPECT_EQ(annotation.note, " 🚀\n\t\"쪽지\" ") << "nothing is trimmed";
  EXPECT_EQ(annotation.provenance.method, Method::Suggestion);
  EXPECT_EQ(annotation.provenance.origin, "모델 1.0");
  EXPECT_EQ(annotation.provenance.confidence, 0.25);
  EXPECT_EQ(made_one(R"({"document":true,"label":"A","confidence":1})").provenance.confidence, 1.0);
}

TEST(AnnotationLinesTest, TheExampleOfTheDocumentationIsRead) {
  const std::string page = bytes_of(std::string(MITJUL_SOURCE) + "/docs/formats/annotation-lines.md");
  const std::string fence = "```json\n";
  const std::size_t begin = page.find(fence) + fence.size();
  EXPECT_EQ(made(page.substr(begin, page.find("```", begin) - begin)).size(), 4U);
}

TEST(AnnotationLinesTest, ADocumentLabelIsSaidOfTheDocument) {
  EXPECT_TRUE(made_one(R"({"document":true,"label":"TOPIC"})").on_document());
}

TEST(AnnotationLinesTest, ArgumentsPointAtLinesBeforeAndBehind) {
  const std::vector<Annotation> annotations = made(
      "{\"args\":{\"claim\":\"c\",\"target\":\"e\"},\"label\":\"about\",\"id\":\"r\"}\n"
      "{\"start\":0,\"end\":9,\"label\":\"CLAIM\",\"id\":\"c\"}\n"
      "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"e\"}\n"
      "{\"args\":{\"claim\":\"c\",\"target\":\"r\"},\"label\":\"about\"}\n");
  ASSERT_EQ(annotations.size(), 4U);
  const auto argument = [&](const char* role, std::size_t line) { return Argument{role, {{}, annotations[line].id}}; };
  EXPECT_EQ(annotations[0].relation()->arguments, (std::vector{argument("claim", 1), argument("target", 2)}));
  EXPECT_EQ(annotations[3].relation()->arguments, (std::vector{argument("claim", 1), argument("target", 0)}));
}

TEST(AnnotationLinesTest, ArgumentsPointAtAnnotationsThatExist) {
  const Annotation annotation = made_one(R"({"args":{"a":"h4k2qa-17","b":"zzzzzzzzzz/b2b2b2-3"},"label":"about"})");
  const Relation expected{
      {{"a", {{}, {kAnnotator, 17}}}, {"b", {*DocumentKey::parse("zzzzzzzzzz"), {*AnnotatorKey::parse("b2b2b2"), 3}}}}};
  EXPECT_EQ(*annotation.relation(), expected);
}

TEST(AnnotationLinesTest, AnIdInTheLinesGoesBeforeOneThatExists) {
  const std::vector<Annotation> annotations = made(
      "{\"start\":0,\"end\":1,\"label\":\"A\",\"id\":\"h4k2qa-1\"}\n"
      "{\"args\":{\"a\":\"h4k2qa-1\",\"b\":\"h4k2qa-2\"},\"label\":\"about\"}\n");
  EXPECT_EQ(annotations.at(1).relation()->arguments.at(0).target.id, annotations.at(0).id);
  EXPECT_EQ(annotations.at(1).relation()->arguments.at(1).target.id, (AnnotationId{kAnnotator, 2}));
}

TEST(AnnotationLinesTest, LineEndsBlankLinesAndAByteOrderMarkDoNotMatter) {
  const AnnotationLines result = read(
      "\xEF\xBB\xBF{\"start\":0,\"end\":1,\"label\":\"A\"}\r\n"
      "\r\n"
      " \t\n"
      "  {\"start\" : 1 , \"end\" : 2 , \"label\" : \"B\"}  \n"
      "\n"
      "{\"start\":2,\"end\":3,\"label\":\"C\"}");
  EXPECT_THAT(found(result.problems), IsEmpty());
  EXPECT_THAT(result.lines, ElementsAre(1U, 4U, 6U));
  EXPECT_EQ(result.edit.changes.size(), 3U);
}

TEST(AnnotationLinesTest, NoLinesAreNoChanges) {
  for (const std::string_view empty : {"", "\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n\r\n", "  "}) {
    EXPECT_THAT(made(empty), IsEmpty());
  }
}

TEST(AnnotationLinesTest, EveryBrokenLineIsListedWithItsNumber) {
  EXPECT_THAT(refused("{\"start\":0,\"end\":1,\"label\":\"🚀\"}\n"
                      "{\"start\":0,\"end\":1}\n"
                      "\n"
                      "{\"start\":0\n"
                      "{\"start\":0,\"end\":1,\"label\":\"A\"}\n"
                      "{\"start\":0,\"end\":0,\"label\":\"A\"}\n"),
              ElementsAre("2:missing-field", "4:invalid-json", "6:empty-span"));
}

TEST(AnnotationLinesTest, WhatIsNoJsonIsRefused) {
  for (const std::string_view line :
       {"{", "}", "{\"start\":0,\"end\":1,\"label\":\"A\"},", "{'start':0}", "{\"start\":0,}", "{\"start\":01}",
        "start", "🚀", "{\"a\":nan}", "{\"note\":\"\t\"}", "{\"note\":\"\\x\"}", "{\"note\":\"\\ud800\"}",
        "{\"start\":0,\"end\":1,\"label\":\"A\"}{}", "//"}) {
    EXPECT_THAT(refused(line), ElementsAre("1:invalid-json")) << line;
  }
  EXPECT_THAT(read("{\"start\":x}").problems.at(0).details, ElementsAre("10", "unexpected", "x"));
}

TEST(AnnotationLinesTest, WhatIsNoUtf8IsRefused) {
  for (const std::string_view bytes : {"\xB0\xA1", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    EXPECT_THAT(refused("{\"note\":\"🚀" + std::string(bytes) + "\"}"), ElementsAre("1:invalid-utf8"));
  }
  // UTF-16 is no UTF-8 either.
  EXPECT_EQ(refused(std::string_view("\xFF\xFE{\0\"\0", 6)).front(), "1:invalid-utf8");
}

TEST(AnnotationLinesTest, WhatIsNoObjectIsRefused) {
  for (const std::string_view line :
       {"[]", "1", "\"🚀\"", "null", "true", "[{\"start\":0,\"end\":1,\"label\":\"A\"}]"}) {
    EXPECT_THAT(refused(line), ElementsAre("1:missing-field")) << line;
  }
}

TEST(AnnotationLinesTest, FieldsThatAreMissingOrUnknownAreRefused) {
  EXPECT_THAT(refused("{}"), ElementsAre("1:missing-field"));
  EXPECT_THAT(refused(R"({"start":0,"end":1})"), ElementsAre("1:missing-field"));
  EXPECT_THAT(refused(R"({"label":"A"})"), ElementsAre("1:missing-field"));
  EXPECT_THAT(refused(R"({"start":0,"label":"A"})"), ElementsAre("1:missing-field"));
  EXPECT_THAT(refused(R"({"end":1,"label":"A"})"), ElementsAre("1:missing-field"));
  for (const std::string_view field : {"Label", "labels", "created", "schemaVersion", "메모", ""}) {
    const AnnotationLines result = read(R"({"start":0,"end":1,"label":"A",")" + std::string(field) + R"(":"x"})");
    EXPECT_THAT(found(result.problems), ElementsAre("1:unknown-field")) << field;
    EXPECT_THAT(result.problems.at(0).details, ElementsAre(field));
  }
}

TEST(AnnotationLinesTest, ALineIsAboutOneThing) {
  for (const std::string_view two :
       {R"("start":0,"end":1,"document":true)", R"("start":0,"end":1,"segments":[[0,1]])", R"("end":1,"args":{})",
        R"("document":true,"segments":[[0,1]])", R"("document":true,"args":{"a":"h4k2qa-1"})"}) {
    EXPECT_THAT(refused("{" + std::string(two) + ",\"label\":\"A\"}"), ElementsAre("1:unknown-field")) << two;
  }
}

TEST(AnnotationLinesTest, ValuesOfTheWrongKindAreRefused) {
  for (const std::string_view line : {R"({"start":"0","end":1,"label":"A"})",
                                      R"({"start":0,"end":null,"label":"A"})",
                                      R"({"start":true,"end":1,"label":"A"})",
                                      R"({"start":[0],"end":1,"label":"A"})",
                                      R"({"start":0,"end":1,"label":1})",
                                      R"({"start":0,"end":1,"label":["A"]})",
                                      R"({"start":0,"end":1,"label":"A","note":1})",
                                      R"({"start":0,"end":1,"label":"A","id":1})",
                                      R"({"start":0,"end":1,"label":"A","origin":{}})",
                                      R"({"start":0,"end":1,"label":"A","method":"mouse"})",
                                      R"({"start":0,"end":1,"label":"A","method":1})",
                                      R"({"start":0,"end":1,"label":"A","confidence":"0.5"})",
                                      R"({"start":0,"end":1,"label":"A","attributes":[]})",
                                      R"({"start":0,"end":1,"label":"A","attributes":{"a":true}})",
                                      R"({"start":0,"end":1,"label":"A","attributes":{"a":["x",1]}})",
                                      R"({"start":0,"end":1,"label":"A","attributes":{"a":{}}})",
                                      R"({"document":false,"label":"A"})",
                                      R"({"document":1,"label":"A"})",
                                      R"({"args":[],"label":"A"})",
                                      R"({"args":{"a":1},"label":"A"})",
                                      R"({"segments":[],"label":"A"})",
                                      R"({"segments":{},"label":"A"})",
                                      R"({"segments":[0,1],"label":"A"})",
                                      R"({"segments":[[0]],"label":"A"})",
                                      R"({"segments":[[0,1,2]],"label":"A"})",
                                      R"({"segments":[["0",1]],"label":"A"})"}) {
    EXPECT_THAT(refused(line), ElementsAre("1:wrong-field-type")) << line;
  }
}

TEST(AnnotationLinesTest, PositionsAreWholeNumbers) {
  for (const std::string_view number : {"2.0", "2.5", "1e1", "99999999999999999999", "-99999999999999999999"}) {
    EXPECT_THAT(refused("{\"start\":0,\"end\":" + std::string(number) + ",\"label\":\"A\"}"),
                ElementsAre("1:wrong-field-type"))
        << number;
  }
  // No double holds these at all.
  EXPECT_THAT(refused(R"({"start":0,"end":1e400,"label":"A"})"), ElementsAre("1:invalid-json"));
  EXPECT_THAT(refused(R"({"start":0,"end":1,"label":"A","confidence":-1e999})"), ElementsAre("1:invalid-json"));
}

TEST(AnnotationLinesTest, SpansHoldSomethingAndBeginInTheText) {
  EXPECT_THAT(refused(R"({"start":5,"end":5,"label":"A"})"), ElementsAre("1:empty-span"));
  EXPECT_THAT(refused(R"({"start":6,"end":5,"label":"A"})"), ElementsAre("1:empty-span"));
  EXPECT_THAT(refused(R"({"segments":[[0,1],[3,3]],"label":"A"})"), ElementsAre("1:empty-span"));
  EXPECT_THAT(refused(R"({"start":-1,"end":5,"label":"A"})"), ElementsAre("1:span-outside-text"));
  EXPECT_THAT(refused(R"({"start":-9223372036854775808,"end":5,"label":"A"})"), ElementsAre("1:span-outside-text"));
  for (const std::string_view end :
       {"4294967296", "9223372036854775807", "9223372036854775808", "18446744073709551615"}) {
    EXPECT_THAT(refused("{\"start\":0,\"end\":" + std::string(end) + ",\"label\":\"A\"}"),
                ElementsAre("1:span-outside-text"))
        << end;
  }
}

TEST(AnnotationLinesTest, ReferencesThatPointNowhereAreRefused) {
  for (const std::string_view reference :
       {"x", "", "h4k2qa", "h4k2qa-0", "d3f7k2m5qa/", "d3f7k2m5qa/x", "x/h4k2qa-1", "🚀"}) {
    EXPECT_THAT(refused("\n{\"args\":{\"a\":\"" + std::string(reference) + "\"},\"label\":\"A\"}"),
                ElementsAre("2:unknown-reference"))
        << reference;
  }
}

TEST(AnnotationLinesTest, AnIdThatTwoLinesHaveIsRefusedAtTheSecond) {
  EXPECT_THAT(refused("{\"start\":0,\"end\":1,\"label\":\"A\",\"id\":\"🚀\"}\n\n{\"start\":0,\"end\":1,\"label\":\"A\","
                      "\"id\":\"🚀\"}"),
              ElementsAre("3:duplicate-id"));
  // No id is no id.
  EXPECT_EQ(
      made("{\"start\":0,\"end\":1,\"label\":\"A\",\"id\":\"\"}\n{\"start\":0,\"end\":1,\"label\":\"A\",\"id\":\"\"}")
          .size(),
      2U);
}

TEST(AnnotationLinesTest, DeepNestingDoesNoHarm) {
  const std::string deep(100'000, '[');
  const auto start = CpuClock::now();
  EXPECT_THAT(refused(deep), ElementsAre("1:invalid-json"));
  EXPECT_THAT(refused(deep + std::string(100'000, ']')), ElementsAre("1:invalid-json"));
  EXPECT_THAT(refused("{\"segments\":" + deep + std::string(100'000, ']') + ",\"label\":\"A\"}"),
              ElementsAre("1:invalid-json"));
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(10));
}

TEST(AnnotationLinesTest, ManyLinesAreReadInReasonableTime) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += "{\"start\":0,\"end\":1,\"label\":\"A\",\"id\":\"🚀" + std::to_string(i) + "\"}\n";
  for (int i = 1; i < 20'000; ++i)
    lines += "{\"args\":{\"a\":\"🚀0\",\"b\":\"🚀" + std::to_string(i) + "\"},\"label\":\"A\"}\n";
  const auto start = CpuClock::now();
  EXPECT_EQ(made(lines).size(), 39'999U);
  EXPECT_LT(CpuClock::now() - start, std::chrono::seconds(30));
}

}  // namespace
}  // namespace mitjul
