#include "export/nikl_ne.h"

#include <gmock/gmock.h>

#include "core/tta.h"
#include "korean/unit.h"
#include "tests/export/flat_exporting.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(NiklNeExportTest, WritesTheExampleOfTheDocumentation) {
  Delivery delivery = example_delivery();
  DocumentInfo& info = delivery.documents[0].document.info;
  info.title = "화웨이 칩";
  info.metadata = {{"date", "2026-11-21"}, {"url", "https://example.invalid/1"}, {"section", "경제"}};
  const FlatExport written = exported_as("nikl-ne", delivery, {}, units);
  EXPECT_EQ(
      written.bytes,
      "{\"id\":\"NXNE2600000001\",\"metadata\":{\"title\":\"개체명 분석 말뭉치\",\"creator\":\"\",\"distributor\":"
      "\"\",\"year\":\"2026\",\"category\":\"신문\",\"annotation_level\":[\"개체명 분석\"],\"sampling\":\"\"},"
      "\"document\":[\n"
      " {\"id\":\"NWRW2600000001.1\",\"metadata\":{\"title\":\"화웨이 칩\",\"author\":\"\",\"publisher\":\"\",\"date\":"
      "\"20261121\",\"topic\":\"\",\"url\":\"https://example.invalid/1\"},"
      "\"sentence\":[{\"id\":\"NWRW2600000001.1.1.1\",\"form\":\"🚀 화웨이가 칩을 확보했다.\","
      "\"word\":[{\"id\":1,\"form\":\"🚀\",\"begin\":0,\"end\":1},{\"id\":2,\"form\":\"화웨이가\",\"begin\":2,\"end\":6}"
      ","
      "{\"id\":3,\"form\":\"칩을\",\"begin\":7,\"end\":9},{\"id\":4,\"form\":\"확보했다.\",\"begin\":10,\"end\":15}],"
      "\"NE\":[{\"id\":1,\"form\":\"화웨이\",\"label\":\"OG\",\"begin\":2,\"end\":5}]}]}\n"
      "]}\n");
  EXPECT_THAT(written.losses, ElementsAre("metadata 1", "discontinuous-spans 1"));
  EXPECT_THAT(written.spans(), ElementsAre("OG 화웨이"));
  EXPECT_EQ(written.read.at(0).document.info.title, "화웨이 칩");
}

TEST(NiklNeExportTest, CountsFromTheBeginningOfTheSentence) {
  const FlatExport written = exported_as(
      "nikl-ne",
      delivery_of({annotated("d3f7k2m5qa", Text("🚀 화웨이가 칩을 확보했다. 미국은 반발했다.\n\n중국 \"반도체\""),
                             {{"LOCATION", Span(16, 18)}, {"PRODUCT", Span(31, 34)}})}),
      {}, units);
  EXPECT_THAT(written.bytes, HasSubstr("{\"id\":1,\"form\":\"미국\",\"label\":\"LC\",\"begin\":0,\"end\":2}"));
  EXPECT_THAT(written.bytes, HasSubstr("\"id\":\"NWRW2600000001.1.1.2\",\"form\":\"미국은 반발했다.\""));
  EXPECT_THAT(written.bytes, HasSubstr("\"id\":\"NWRW2600000001.1.2.1\",\"form\":\"중국 \\\"반도체\\\"\""));
  EXPECT_THAT(written.spans(), ElementsAre("LC 미국", "AF 반도체"));
  EXPECT_THAT(written.losses, ElementsAre("blanks 2"));
  EXPECT_EQ(written.read.at(0).document.text.utf8(), "🚀 화웨이가 칩을 확보했다.\n미국은 반발했다.\n중국 \"반도체\"");
}

TEST(NiklNeExportTest, KeepsFineLabelsOfTheTagSet) {
  Delivery delivery = delivery_of(
      {annotated("d3f7k2m5qa", Text("🚀 화웨이 미국"), {{"OGG_ECONOMY", Span(2, 5)}, {"LC", Span(6, 8)}})}, "tta");
  ASSERT_TRUE(add_tta_fine_labels(delivery.schema, {"OGG_ECONOMY"}).empty());
  const FlatExport written = exported_as("nikl-ne", delivery);
  EXPECT_THAT(written.spans(), ElementsAre("OGG_ECONOMY 화웨이", "LC 미국"));
  EXPECT_THAT(written.losses, IsEmpty());
  const Label* const fine = written.header.schema.find("OGG_ECONOMY");
  ASSERT_NE(fine, nullptr);
  EXPECT_EQ(fine->parent, "OG");
  EXPECT_EQ(fine->name, delivery.schema.find("OGG_ECONOMY")->name);
  EXPECT_EQ(written.header.schema.find("LC")->name, delivery.schema.find("LC")->name);
}

TEST(NiklNeExportTest, WritesDocumentsWithoutText) {
  const FlatExport written = exported_as(
      "nikl-ne", delivery_of({annotated("d3f7k2m5qa", Text(""), {}), annotated("e3f7k2m5qa", Text("🚀"), {})}));
  EXPECT_THAT(written.bytes, HasSubstr("\"sentence\":[]},\n {\"id\":\"NWRW2600000001.2\""));
  ASSERT_EQ(written.read.size(), 2U);
  EXPECT_EQ(written.read[0].document.info.name, "NWRW2600000001.1");
}

}  // namespace
}  // namespace mitjul
