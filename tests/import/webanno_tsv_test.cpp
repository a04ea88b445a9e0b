#include "import/webanno_tsv.h"

#include "tests/import/reading.h"

namespace mitjul {
namespace {

TEST(WebannoTsvImportTest, TheFixtureIsReadBack) {
  std::vector<AnnotatedDocument> documents;
  const auto problems = read_webanno_tsv(std::string(MITJUL_FIXTURES) + "/webanno-tsv/example", {},
                                         [&](AnnotatedDocument document) { documents.push_back(std::move(document)); });
  EXPECT_THAT(found(problems), testing::IsEmpty());
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].document.text.utf8(), "🚀 화웨이가 칩을\n확보했다.\n끝");
  std::vector<std::string> said;
  for (const auto& [id, annotation] : documents[0].sets.begin()->second.annotations()) {
    said.push_back(annotation.label);
    if (annotation.spans() != nullptr)
      said.back() += " " + std::string(documents[0].document.text.slice(annotation.spans()->hull()));
  }
  EXPECT_THAT(
      said, testing::UnorderedElementsAre("CLAIM 🚀 화웨이가 칩을\n확보했다.", "CLAIM 화웨이가", "ORG 화웨이", "about"));
}

TEST(WebannoTsvImportTest, BrokenFilesAreProblems) {
  const TempFolder folder;
  const auto read = [&](std::string_view tsv) { return read_webanno_tsv(folder.write("🚀.tsv", tsv), {}, {}); };
  const std::string head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.A|\n\n\n";
  EXPECT_TRUE(read(head + "#Text=🚀\n1-1\t0-2\t🚀\t*\t\n").empty());
  EXPECT_FALSE(read("🚀\n").empty());
  EXPECT_FALSE(read(head + "#Text=🚀\n1-1\t0-1\t🚀\t*\t\n").empty());
  EXPECT_FALSE(read(head + "#Text=🚀\n1-1\t0-2\t🚀\n").empty());
  EXPECT_FALSE(read(head + "#Text=🚀\n1-1\t-2\t🚀\t*\t\n").empty());
  EXPECT_FALSE(read(head + "1-1\t0-2\t🚀\t*\t\n").empty());
  EXPECT_FALSE(read(head + "#Text=🚀\n1-1\t18446744073709551613-18446744073709551615\t🚀\t*\t\n").empty());
  EXPECT_FALSE(read("#FORMAT=WebAnno TSV 3.3\n\n\n#Text=\xFF\n").empty());
}

}  // namespace
}  // namespace mitjul
