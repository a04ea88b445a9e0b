// Real articles with what readers marked in them. They are not the project's to ship: without the folder the tests are
// skipped.

#include <algorithm>
#include <map>
#include <set>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

class ArticlesTest : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path articles = fs::path(MITJUL_SHARED) / "articles";
    if (!fs::exists(articles) || !fs::exists(fs::path(MITJUL_SHARED) / "gold"))
      GTEST_SKIP() << "no articles in " << articles;
    for (const auto& entry : fs::directory_iterator(articles)) files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
    ASSERT_EQ(files_.size(), 3U);
    project_.out("import", {articles.string()});
  }

  static Rows gold(const std::string& kind, const fs::path& article) {
    Rows rows = rows_of(bytes_of(fs::path(MITJUL_SHARED) / "gold" / (kind + "_" + article.stem().string() + ".tsv")));
    rows.erase(std::remove_if(rows.begin(), rows.end(), [](const auto& row) { return row[0].substr(0, 1) == "#"; }),
               rows.end());
    EXPECT_FALSE(rows.empty());
    return rows;
  }

  /// Line ends are written as ⏎ in the gold files.
  static std::string surface(std::string text) {
    const std::string sign = "⏎";
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.replace(at, sign.size(), "\n");
    return text;
  }

  /// Annotates all entities of an article as one edit; ids by "start end" of those that can be a source.
  std::map<std::string, std::string> annotate_entities(const fs::path& article, std::multiset<std::string>& quotes) {
    std::string lines;
    const Rows entities = gold("entities", article);
    for (const auto& row : entities) {
      lines += "{\"start\":" + row[0] + ",\"end\":" + row[1] + ",\"label\":\"" + row[2] + "\"}\n";
      quotes.insert(surface(row.at(3)));
    }
    const std::vector<std::string> ids = project_.annotate(article.filename(), lines);
    EXPECT_EQ(ids.size(), entities.size());
    std::map<std::string, std::string> sources;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::string& label = entities[i][2];
      if (label == "PERSON" || label == "ORG" || label == "LOCATION")
        sources[entities[i][0] + " " + entities[i][1]] = ids[i];
    }
    return sources;
  }

  /// Annotates all claims as one edit, with a relation to the source where there is one; the number of relations.
  std::size_t annotate_claims(const fs::path& article, std::map<std::string, std::string> sources,
                              std::multiset<std::string>& quotes) {
    std::string lines;
    std::size_t relations = 0;
    std::size_t line = 0;
    for (const auto& row : gold("claims", article)) {
      const std::string id = "c" + std::to_string(++line);
      lines += nlohmann::json({{"start", std::stoul(row[0])},
                               {"end", std::stoul(row[1])},
                               {"label", row[2]},
                               {"id", id},
                               {"attributes", {{"type", row[3]}, {"attribution", row[4]}}}})
                   .dump() +
               "\n";
      quotes.insert(surface(row.at(8)));
      if (row[5].empty()) continue;
      std::string& source = sources[row[5] + " " + row[6]];
      if (source.empty()) {  // no person, organisation or country: an expression for a source
        source = "s" + std::to_string(line);
        lines += "{\"start\":" + row[5] + ",\"end\":" + row[6] + ",\"label\":\"SOURCE\",\"id\":\"" + source + "\"}\n";
        quotes.insert(surface(row.at(7)));
      }
      lines += "{\"args\":{\"claim\":\"" + id + "\",\"source\":\"" + source + "\"},\"label\":\"source\"}\n";
      ++relations;
    }
    project_.annotate(article.filename(), lines);
    return relations;
  }

  CliProject project_;
  std::vector<fs::path> files_;
};

TEST_F(ArticlesTest, TheirTextComesOutByteForByte) {
  for (const fs::path& file : files_) EXPECT_EQ(project_.out("text", {file.filename()}), bytes_of(file)) << file;
}

TEST_F(ArticlesTest, EverythingThatReadersMarkedGoesThroughAnnotateAndExport) {
  std::multiset<std::string> quotes;
  std::size_t relations = 0;
  for (const fs::path& file : files_) {
    SCOPED_TRACE(file);
    const auto sources = annotate_entities(file, quotes);
    relations += annotate_claims(file, sources, quotes);
  }
  ASSERT_GE(quotes.size(), 700U);
  ASSERT_GE(relations, 80U);
  EXPECT_EQ(project_.rows("history").size(), 7U) << "an edit a file of lines";
  EXPECT_EQ(project_.run("verify").exit_code, 0);

  const std::string xml = project_.export_xml("내보냄.xml");
  EXPECT_TRUE(is_valid(xml));
  EXPECT_EQ(run_cli({"verify", xml}).exit_code, 0);
  std::multiset<std::string> read;
  for (const PythonRow& row : read_with_python(xml)) read.insert(row.quote);
  EXPECT_EQ(read, quotes);

  std::size_t exported_relations = 0;
  for (const auto& object : objects_of(project_.out("annotations", {"--json"})))
    exported_relations += object.contains("args") ? 1U : 0U;
  EXPECT_EQ(exported_relations, relations);

  const CliProject fresh;
  fresh.out("import", {xml});
  EXPECT_EQ(bytes_of(fresh.export_xml("다시.xml")), bytes_of(xml));
}

}  // namespace
}  // namespace mitjul
