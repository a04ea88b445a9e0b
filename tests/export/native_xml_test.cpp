#include "export/native_xml.h"

#include <algorithm>

#include "core/crypto.h"
#include "tests/export/exporting.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

const AnnotatorKey kAnnotator = *AnnotatorKey::parse("h4k2qa");

std::string fixture(const std::string& file) { return std::string(MITJUL_FIXTURES) + "/mitjul-xml/" + file; }

Annotation annotation(std::int64_t number, std::string label, Anchor anchor) {
  Annotation made{{kAnnotator, number}, std::move(label), std::move(anchor), {}, "", {}};
  made.provenance.created = example_time();
  made.provenance.schema_version = 3;
  return made;
}

Label label(std::string id, std::string name, LabelKind kind, std::string color = "", std::string key = "") {
  Label made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.kind = kind;
  made.color = std::move(color);
  made.key = std::move(key);
  return made;
}

AnnotatedDocument document(const char* key, std::string name, std::string text) {
  AnnotatedDocument made;
  made.document = Document::make(std::move(name), Text(std::move(text)));
  made.document.info.key = *DocumentKey::parse(key);
  return made;
}

/// The values of the example in the documentation, put together by hand.
Delivery example() {
  Delivery delivery;
  delivery.schema = {"claims-entities", 3, {}};
  auto& labels = delivery.schema.labels;
  labels.push_back(label("ORG", "기관", LabelKind::Span, "#1F77B4", "2"));
  labels.push_back(label("CLAIM", "주장", LabelKind::Span, "#D62728"));
  labels[1].description = "…";
  labels[1].attributes = {
      {"type", "유형", AttributeType::Choice, false, "", {{"fact", "사실"}, {"prediction", "예측"}}}};
  labels.push_back(label("about", "대상", LabelKind::Relation));
  labels[2].roles = {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {"ORG"}}};
  delivery.annotators = {{kAnnotator, "annotator01", false}};
  AnnotatedDocument article = document("d3f7k2m5qa", "기사.txt", "🚀 화웨이가 칩을 확보했다.");
  article.document.info.title = "화웨이 칩";
  article.document.info.metadata = {{"url", "https://example.invalid/1"}};
  article.document.info.zones = {{ZoneKind::Title, Span(0, 15)}};
  AnnotationSet& set = article.set({article.document.info.key, kAnnotator, false});
  set.set_state(SetState::Finished);
  set.put(annotation(1, "ORG", Spans(Span(2, 5))));
  Annotation claim = annotation(2, "CLAIM", Spans(Span(0, 15)));
  claim.attributes = {{"type", {"fact"}}};
  set.put(claim);
  set.put(annotation(3, "about", Relation{{{"claim", {{}, {kAnnotator, 2}}}, {"target", {{}, {kAnnotator, 1}}}}}));
  delivery.documents.push_back(std::move(article));
  return delivery;
}

TEST(NativeXmlWriterTest, TheExampleOfTheDocumentationIsWrittenByteForByte) {
  EXPECT_EQ(exported(example()), bytes_of(fixture("contract/export.xml")));
}

TEST(NativeXmlWriterTest, TheDocumentationShowsThatExample) {
  const std::string page = bytes_of(std::string(MITJUL_SOURCE) + "/docs/formats/mitjul-xml.md");
  EXPECT_NE(page.find("```xml\n" + bytes_of(fixture("contract/export.xml")) + "```\n"), std::string::npos);
}

TEST(NativeXmlWriterTest, TheResultCountsWhatWasWritten) {
  const TempFolder folder;
  const Delivery delivery = example();
  const ExportResult result =
      export_native_xml(delivery.source(), folder / "a.xml", example_options(), read_native_xml, {});
  EXPECT_EQ(result.documents, 1U);
  EXPECT_EQ(result.annotations, 3U);
  EXPECT_TRUE(result.losses.empty()) << "the native format holds everything";
}

TEST(NativeXmlWriterTest, EveryFixtureIsReadAndWrittenByteForByte) {
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(fixture(""))) {
    if (!entry.is_directory()) continue;
    ++cases;
    SCOPED_TRACE(entry.path());
    const fs::path input = entry.path() / "input.xml";
    const fs::path written = entry.path() / "export.xml";
    EXPECT_EQ(exported(read_delivery(fs::exists(input) ? input : written)), bytes_of(written));
  }
  EXPECT_GE(cases, 4U);
}

TEST(NativeXmlWriterTest, EveryFixtureIsValid) {
  const std::string schema = std::string(MITJUL_SOURCE) + "/export/mitjul-annotations-1.xsd";
  for (const auto& entry : fs::recursive_directory_iterator(fixture(""))) {
    if (entry.path().extension() != ".xml") continue;
    const ProgramResult result = run_program({"xmllint", "--nonet", "--noout", "--schema", schema, entry.path()});
    if (result.exit_code == 127) GTEST_SKIP() << "there is no xmllint";
    EXPECT_EQ(result.exit_code, 0) << result.err;
  }
}

/// The ids of the elements of this name, in the order in which they are written.
std::vector<std::string> ids_of(const std::string& xml, const std::string& element) {
  std::vector<std::string> ids;
  const std::string tag = "<" + element + " id=\"";
  for (std::size_t at = xml.find(tag); at != std::string::npos; at = xml.find(tag, at + 1)) {
    const std::size_t begin = at + tag.size();
    ids.push_back(xml.substr(begin, xml.find('"', begin) - begin));
  }
  return ids;
}

TEST(NativeXmlWriterTest, SpansStandByStartThenTheLongerOneFirstThenByNumber) {
  Delivery delivery = example();
  AnnotatedDocument& article = delivery.documents[0];
  AnnotationSet& set = article.set({article.document.info.key, kAnnotator, false});
  set = AnnotationSet(set.key());
  set.put(annotation(12, "ORG", Spans(Span(7, 8))));
  set.put(annotation(2, "ORG", Spans(Span(7, 8))));
  set.put(annotation(3, "ORG", Spans(Span(7, 9))));
  set.put(annotation(4, "ORG", Spans(Span(2, 5))));
  set.put(annotation(5, "ORG", Spans({Span(2, 3), Span(14, 15)})));
  set.put(annotation(6, "ORG", Spans(Span(0, 1))));
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids_of(exported(delivery), "span"),
            (Ids{"h4k2qa-6", "h4k2qa-5", "h4k2qa-4", "h4k2qa-3", "h4k2qa-2", "h4k2qa-12"}));
}

TEST(NativeXmlWriterTest, RelationsAndDocumentLabelsStandByNumberBehindTheSpans) {
  Delivery delivery = example();
  delivery.schema.labels.push_back(label("TOPIC", "주제", LabelKind::Document));
  AnnotatedDocument& article = delivery.documents[0];
  AnnotationSet& set = article.set({article.document.info.key, kAnnotator, false});
  const Relation relation = *set.find({kAnnotator, 3})->relation();
  set.put(annotation(20, "about", relation));
  set.put(annotation(10, "about", relation));
  set.put(annotation(100, "TOPIC", WholeDocument{}));
  set.put(annotation(9, "TOPIC", WholeDocument{}));
  const std::string xml = exported(delivery);
  using Ids = std::vector<std::string>;
  EXPECT_EQ(ids_of(xml, "relation"), (Ids{"h4k2qa-3", "h4k2qa-10", "h4k2qa-20"}));
  EXPECT_EQ(ids_of(xml, "documentLabel"), (Ids{"h4k2qa-9", "h4k2qa-100"}));
  EXPECT_LT(xml.rfind("<span "), xml.find("<relation "));
  EXPECT_LT(xml.rfind("<relation "), xml.find("<documentLabel "));
}

TEST(NativeXmlWriterTest, ASetThatSaysNothingIsLeftOut) {
  Delivery delivery = example();
  AnnotatedDocument& article = delivery.documents[0];
  article.set({article.document.info.key, *AnnotatorKey::parse("aaaaaa"), false});
  article.set({article.document.info.key, kAnnotator, true});
  EXPECT_EQ(exported(delivery), bytes_of(fixture("contract/export.xml")));
  // One that was finished without an annotation says that there is nothing.
  delivery.annotators.insert(delivery.annotators.begin(), {*AnnotatorKey::parse("aaaaaa"), "🚀", false});
  article.set({article.document.info.key, *AnnotatorKey::parse("aaaaaa"), false}).set_state(SetState::Finished);
  EXPECT_NE(exported(delivery).find("<set annotator=\"aaaaaa\" state=\"finished\">\n      </set>"), std::string::npos);
}

TEST(NativeXmlWriterTest, TheTimeOfTheExportIsAllThatDiffersBetweenTwo) {
  const TempFolder folder;
  const Delivery delivery = example();
  ExportOptions later = example_options();
  later.created = *parse_time("2027-01-02T03:04:05Z");
  export_native_xml(delivery.source(), folder / "a.xml", later, read_native_xml, {});
  std::string xml = bytes_of(folder / "a.xml");
  const std::size_t at = xml.find("2027-01-02T03:04:05Z");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(xml.replace(at, 20, "2026-11-21T00:00:00Z"), exported(delivery));
}

TEST(NativeXmlWriterTest, DocumentsAreAskedForOneAfterAnotherAndOnce) {
  const TempFolder folder;
  Delivery delivery = example();
  for (const char* const key : {"eaaaaaaaaa", "faaaaaaaaa"}) delivery.documents.push_back(document(key, key, "🚀 글"));
  ExportSource source = delivery.source();
  std::vector<std::size_t> asked;
  source.document = [&](std::size_t index) {
    asked.push_back(index);
    return delivery.documents.at(index);
  };
  export_native_xml(source, folder / "a.xml", example_options(), read_native_xml, {});
  EXPECT_EQ(asked, (std::vector<std::size_t>{0, 1, 2}));
}

}  // namespace
}  // namespace mitjul
