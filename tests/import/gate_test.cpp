#include "import/gate.h"

#include "tests/import/reading.h"

namespace mitjul {
namespace {

TEST(GateImportTest, TheFixtureIsReadBack) {
  std::vector<AnnotatedDocument> documents;
  const auto problems = read_gate(std::string(MITJUL_FIXTURES) + "/gate/example", {},
                                  [&](AnnotatedDocument document) { documents.push_back(std::move(document)); });
  EXPECT_THAT(found(problems), testing::IsEmpty());
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].document.text.utf8(), "🚀 화웨이가 칩을 확보했다.");
  const AnnotationSet& set = documents[0].sets.begin()->second;
  ASSERT_EQ(set.size(), 3U);
  std::vector<std::string> said;
  for (const auto& [id, annotation] : set.annotations()) {
    said.push_back(annotation.label);
    if (annotation.spans() != nullptr)
      said.back() += " " + std::string(documents[0].document.text.slice(annotation.spans()->hull()));
  }
  EXPECT_THAT(said, testing::ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다.", "ORG 화웨이", "about"));
}

TEST(GateImportTest, BrokenFilesAreProblems) {
  const TempFolder folder;
  const auto read = [&](std::string_view xml) { return read_gate(folder.write("🚀.xml", xml), {}, {}); };
  EXPECT_FALSE(read("").empty());
  EXPECT_FALSE(read("<a/>").empty());
  EXPECT_FALSE(read("<GateDocument><TextWithNodes>🚀<Node id=\"1\"/></TextWithNodes></GateDocument>").empty());
  for (const char* const half : {"\xED\xA0\xBD", "&#xD83D;", "\xF0\x9F\x9A"}) {
    const std::string broken = "🚀" + std::string(half) + "<Node id=\"2\"/>";
    EXPECT_FALSE(read("<GateDocument><TextWithNodes>" + broken + "</TextWithNodes></GateDocument>").empty()) << half;
  }
  const std::string text = "<GateDocument><TextWithNodes><Node id=\"0\"/>🚀<Node id=\"2\"/></TextWithNodes>";
  EXPECT_TRUE(read(text + "</GateDocument>").empty());
  EXPECT_FALSE(read(text + "<AnnotationSet><Annotation Id=\"1\" Type=\"A\" StartNode=\"2\" EndNode=\"0\"/>"
                           "</AnnotationSet></GateDocument>")
                   .empty());
  EXPECT_FALSE(
      read(text + "<RelationSet><Relation Id=\"1\" Type=\"A\" Members=\"2;3\"/></RelationSet></GateDocument>").empty());
}

}  // namespace
}  // namespace mitjul
