#include "export/doccano.h"

#include "import/doccano.h"
#include "tests/export/example.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

TEST(DoccanoWriterTest, TheExampleIsWrittenByteForByte) {
  ExportResult result;
  EXPECT_EQ(exported_as("doccano", example_sentence(), read_doccano, &result),
            "{\"text\":\"🚀 화웨이가 칩을 확보했다.\",\"entities\":["
            "{\"id\":2,\"start_offset\":0,\"end_offset\":16,\"label\":\"CLAIM\"},"
            "{\"id\":1,\"start_offset\":3,\"end_offset\":6,\"label\":\"ORG\"},"
            "{\"id\":4,\"start_offset\":8,\"end_offset\":10,\"label\":\"EVENT\"},"
            "{\"start_offset\":11,\"end_offset\":15,\"label\":\"EVENT\"}],"
            "\"relations\":[{\"id\":3,\"from_id\":2,\"to_id\":1,\"type\":\"about\"}],"
            "\"annotator\":\"annotator01\",\"annotator_key\":\"h4k2qa\",\"doc_id\":\"d3f7k2m5qa\","
            "\"doc_name\":\"기사.txt\",\"title\":\"화웨이 칩\",\"language\":\"ko\","
            "\"url\":\"https://example.invalid/1\"}\n");
  EXPECT_THAT(lost_in(result), ElementsAre("schema-details 4", "zones 1", "set-states 1", "discontinuous-spans 1",
                                           "attributes 1", "provenance 4"));
}

TEST(DoccanoWriterTest, RelationsThatAreNotBetweenTwoSpansOfTheTextAreCounted) {
  ExportResult result;
  exported_as("doccano", read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml"),
              read_doccano, &result);
  EXPECT_THAT(lost_in(result), testing::IsSupersetOf({"large-relations 1", "metadata 1", "document-labels 3"}));
}

TEST(DoccanoWriterTest, EveryAnnotatorHasALineOfHisOwn) {
  Delivery delivery = example_sentence();
  const AnnotatorKey second = *AnnotatorKey::parse("z2z2z2");
  delivery.annotators.push_back({second, "둘째", false});
  AnnotatedDocument& article = delivery.documents[0];
  Annotation other = example_annotation(1, "ORG", Spans(Span(7, 8)));
  other.id.annotator = second;
  article.set({kExampleDocument, second, false}).put(other);
  Annotation across = example_annotation(
      5, "about", Relation{{{"claim", {{}, {kExampleAnnotator, 2}}}, {"target", {{}, {second, 1}}}}});
  article.set({kExampleDocument, kExampleAnnotator, false}).put(across);
  ExportResult result;
  const std::string lines = exported_as("doccano", delivery, read_doccano, &result);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 2);
  EXPECT_NE(lines.find("\"annotator\":\"둘째\",\"annotator_key\":\"z2z2z2\""), std::string::npos);
  EXPECT_THAT(lost_in(result), testing::Contains("distant-relations 1")) << "its end stands in the other line";
}

}  // namespace
}  // namespace mitjul
