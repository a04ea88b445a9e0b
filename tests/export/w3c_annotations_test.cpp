#include "export/w3c_annotations.h"

#include <nlohmann/json.hpp>

#include "import/w3c_annotations.h"
#include "tests/export/example.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using nlohmann::json;
using testing::ElementsAre;

Delivery everything() { return read_delivery(std::string(MITJUL_FIXTURES) + "/mitjul-xml/everything/export.xml"); }

/// The items of a page, each in a line of its own.
std::vector<std::string> items_in(const std::string& page) {
  std::vector<std::string> items;
  std::size_t begin = page.find("\"items\":[");
  if (begin == std::string::npos) return items;
  begin += std::string("\"items\":[").size();
  for (std::size_t end = page.find('\n', begin); end != std::string::npos; end = page.find('\n', begin)) {
    items.push_back(page.substr(begin, end - begin));
    begin = end + 2;  // behind the comma
  }
  return items;
}

TEST(W3cWriterTest, TheExampleIsWrittenByteForByte) {
  ExportResult result;
  const std::string page = exported_as("w3c", example_sentence(), read_w3c_annotations, &result);
  const std::string source =
      "{\"type\":\"SpecificResource\",\"source\":"
      "\"urn:sha256:c7a8a8dd24adcfedeada63ffacf2d2beecbf235be887b773e7f2eb11507c70d0\","
      "\"scope\":\"urn:mitjul:d3f7k2m5qa\"";
  const std::string creator =
      "\"creator\":{\"id\":\"urn:mitjul:h4k2qa\",\"type\":\"Person\",\"nickname\":\"annotator01\"}";
  const auto tag = [](const std::string& label) {
    return "{\"type\":\"TextualBody\",\"value\":\"" + label + "\",\"purpose\":\"tagging\",\"format\":\"text/plain\"}";
  };
  const std::vector<std::string> items = items_in(page);
  ASSERT_EQ(items.size(), 6U) << page;
  EXPECT_EQ(items[0],
            "{\"id\":\"urn:mitjul:d3f7k2m5qa/text\",\"type\":\"Annotation\",\"motivation\":\"describing\","
            "\"label\":\"기사.txt\",\"dc:title\":\"화웨이 칩\","
            "\"body\":{\"type\":\"TextualBody\",\"value\":\"🚀 화웨이가 칩을 확보했다.\",\"format\":\"text/plain\","
            "\"language\":\"ko\"},\"target\":" +
                source + "}}");
  EXPECT_EQ(items[2],
            "{\"id\":\"urn:mitjul:d3f7k2m5qa/h4k2qa-1\",\"type\":\"Annotation\",\"motivation\":\"tagging\","
            "\"created\":\"2026-11-21T00:00:00Z\"," +
                creator + ",\"body\":[" + tag("ORG") + "],\"target\":" + source +
                ",\"selector\":[{\"type\":\"TextPositionSelector\",\"start\":2,\"end\":5},"
                "{\"type\":\"TextQuoteSelector\",\"exact\":\"화웨이\",\"prefix\":\"🚀 \","
                "\"suffix\":\"가 칩을 확보했다.\"}]}}");
  EXPECT_EQ(items[4],
            "{\"id\":\"urn:mitjul:d3f7k2m5qa/h4k2qa-3\",\"type\":\"Annotation\",\"motivation\":\"linking\","
            "\"created\":\"2026-11-21T00:00:00Z\"," +
                creator + ",\"body\":[" + tag("about") +
                ",{\"type\":\"SpecificResource\",\"source\":\"urn:mitjul:d3f7k2m5qa/h4k2qa-1\","
                "\"purpose\":\"linking\",\"label\":\"target\"}],"
                "\"target\":{\"type\":\"SpecificResource\",\"source\":\"urn:mitjul:d3f7k2m5qa/h4k2qa-2\","
                "\"purpose\":\"linking\",\"label\":\"claim\"}}");
  EXPECT_EQ(items[5], "]}");
  EXPECT_THAT(lost_in(result),
              ElementsAre("schema-details 4", "metadata 1", "zones 1", "set-states 1", "provenance 4"));
}

TEST(W3cWriterTest, APageSaysWhatItIs) {
  const json page = json::parse(exported_as("w3c", example_sentence(), read_w3c_annotations));
  EXPECT_EQ(page.at("@context"), "http://www.w3.org/ns/anno.jsonld");
  EXPECT_EQ(page.at("type"), "AnnotationPage");
  EXPECT_EQ(page.at("partOf").at("type"), "AnnotationCollection");
  EXPECT_EQ(page.at("items").size(), 5U);
}

TEST(W3cWriterTest, PiecesAreTargetsAndValuesAndNotesAreBodies) {
  const json page = json::parse(exported_as("w3c", everything(), read_w3c_annotations));
  std::size_t pieces = 0;
  std::vector<std::string> purposes;
  for (const json& item : page.at("items")) {
    const std::string id = item.at("id");
    if (id == "urn:mitjul:z234567abc/aaaaaa-8") pieces = item.at("target").size();
    if (id != "urn:mitjul:z234567abc/aaaaaa-3") continue;
    for (const json& body : item.at("body")) purposes.push_back(body.at("purpose"));
  }
  EXPECT_EQ(pieces, 2U);
  EXPECT_THAT(purposes, ElementsAre("tagging", "classifying", "classifying", "classifying", "classifying",
                                    "classifying", "classifying", "commenting"));
}

TEST(W3cWriterTest, AJsonLdProcessorFindsEveryQuoteAtItsPlace) {
  const std::string fixtures = std::string(MITJUL_FIXTURES) + "/w3c/";
  for (const Delivery& delivery : {example_sentence(), everything()}) {
    const TempFolder folder;
    const std::string page = exported_as("w3c", delivery, read_w3c_annotations);
    const ProgramResult result = run_program(
        {"/usr/bin/python3", fixtures + "check.py", folder.write("🚀.jsonld", page), fixtures + "context.json"});
    if (result.exit_code == 77 || result.exit_code == 127) GTEST_SKIP() << "there is no python3-rdflib with JSON-LD";
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find('\n'), std::string::npos);
    if (delivery.documents.size() > 1) continue;
    EXPECT_EQ(result.out,
              "[0, 15, \"CLAIM\", \"🚀 화웨이가 칩을 확보했다.\"]\n[2, 5, \"ORG\", \"화웨이\"]\n"
              "[7, 9, \"EVENT\", \"칩을\"]\n[10, 14, \"EVENT\", \"확보했다\"]\n");
  }
}

}  // namespace
}  // namespace mitjul
