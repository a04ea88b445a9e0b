#include "export/spacy.h"

#include "import/jsonl.h"
#include "tests/export/example.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

TEST(SpacyWriterTest, TheExampleIsWrittenByteForByte) {
  ExportResult result;
  EXPECT_EQ(exported_as("spacy", example_sentence(), read_jsonl, &result),
            "{\"text\":\"🚀 화웨이가 칩을 확보했다.\",\"spans\":["
            "{\"start\":0,\"end\":15,\"label\":\"CLAIM\",\"id\":\"h4k2qa-2\"},"
            "{\"start\":2,\"end\":5,\"label\":\"ORG\",\"id\":\"h4k2qa-1\"},"
            "{\"start\":7,\"end\":9,\"label\":\"EVENT\",\"id\":\"h4k2qa-4\"},"
            "{\"start\":10,\"end\":14,\"label\":\"EVENT\",\"id\":\"h4k2qa-4\"}],"
            "\"meta\":{\"annotator\":\"annotator01\",\"annotator_key\":\"h4k2qa\",\"doc_id\":\"d3f7k2m5qa\","
            "\"doc_name\":\"기사.txt\",\"title\":\"화웨이 칩\",\"language\":\"ko\","
            "\"url\":\"https://example.invalid/1\"}}\n");
  EXPECT_THAT(lost_in(result), ElementsAre("schema-details 4", "zones 1", "set-states 1", "discontinuous-spans 1",
                                           "attributes 1", "relations 1", "provenance 3"));
}

}  // namespace
}  // namespace mitjul
