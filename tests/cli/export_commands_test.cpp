// What of a project is exported, how it is split, and what is kept of that under a name.

#include <filesystem>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ExportCommandsTest : public testing::Test {
 protected:
  ExportCommandsTest() {
    project_.out("annotators", {"--add", "김하나"});
    project_.import("가.txt", "🚀 화웨이가 칩을 확보했다.");
    project_.import("나.txt", "🚀 한빛시는 사과를 땄다.");
    project_.annotate("가.txt", R"({"start":2,"end":5,"label":"ORG","id":"o"}
{"start":0,"end":15,"label":"CLAIM","id":"c"}
{"args":{"claim":"c","target":"o"},"label":"about"}
)");
    project_.out("annotate", {"나.txt", "--annotator", "김하나", "--from", "-"},
                 {R"({"start":2,"end":5,"label":"LOCATION"})", {}, false});
  }

  /// Exports with these options to the file `a.xml`, and returns its bytes.
  std::string exported(std::vector<std::string> options) const {
    options.insert(options.end(), {"--format", "mitjul-xml", "--out", project_ / "a.xml"});
    project_.out("export", options);
    return bytes_of(project_ / "a.xml");
  }

  Rows preview(std::vector<std::string> options) const {
    options.insert(options.end(), {"--format", "mitjul-xml", "--preview"});
    return project_.rows("export", options);
  }

  CliProject project_;
};

TEST_F(ExportCommandsTest, LabelsAreChosenWithThoseBelowThemAndLostRelationsAreCounted) {
  const std::string entities = exported({"--label", "ENTITY"});
  EXPECT_THAT(entities, HasSubstr("label=\"ORG\""));
  EXPECT_THAT(entities, HasSubstr("label=\"LOCATION\""));
  EXPECT_THAT(entities, Not(HasSubstr("label=\"CLAIM\"")));
  EXPECT_THAT(entities, HasSubstr("<label id=\"CLAIM\"")) << "the schema stays whole";
  EXPECT_THAT(preview({"--label", "기관", "--label", "about"}),
              ElementsAre(ElementsAre("", "mitjul-xml", "2", "1"), ElementsAre("relations", "1")));
  EXPECT_TRUE(is_valid(project_ / "a.xml"));
}

TEST_F(ExportCommandsTest, AnnotatorsAreChosenByNameOrKey) {
  const std::string xml = exported({"--by", "김하나"});
  EXPECT_THAT(xml, HasSubstr("name=\"김하나\""));
  EXPECT_THAT(xml, Not(HasSubstr("name=\"annotator01\"")));
  EXPECT_THAT(xml, HasSubstr("가.txt")) << "documents stay";
  expect_refusal(project_.run("export", {"--by", "없음", "--format", "mitjul-xml", "--preview"}), 1, "없음");
}

TEST_F(ExportCommandsTest, StatesAndFiltersChooseDocuments) {
  EXPECT_EQ(preview({"--state", "finished"}).at(0).at(2), "0");
  EXPECT_EQ(preview({"--state", "finished", "--state", "in-progress"}).at(0).at(2), "2");
  EXPECT_EQ(preview({"--state", "new", "--by", "김하나"}).at(0).at(2), "1") << "가.txt is new for her";
  EXPECT_EQ(preview({"--filter", "나.TXT"}).at(0).at(2), "1");
  EXPECT_EQ(preview({"--filter", "한빛시"}).at(0).at(2), "0") << "the text is not looked through";
}

TEST_F(ExportCommandsTest, NamesOfAnnotatorsAreLeftOutAndTheSameInEveryExport) {
  const std::string all = exported({"--anonymous"});
  EXPECT_THAT(all, Not(HasSubstr("김하나")));
  EXPECT_THAT(all, HasSubstr("name=\"annotator01\""));
  EXPECT_THAT(all, HasSubstr("name=\"annotator02\""));
  const auto annotators_in = [](const std::string& xml) {
    std::set<std::string> found;
    for (std::size_t at = 0; (at = xml.find("<annotator key", at)) != std::string::npos; ++at) {
      found.insert(xml.substr(at, xml.find('>', at) - at));
    }
    return found;
  };
  std::set<std::string> one_by_one;
  for (const char* const document : {"가.txt", "나.txt"}) {
    one_by_one.merge(annotators_in(exported({"--anonymous", "--document", document})));
  }
  EXPECT_EQ(one_by_one, annotators_in(all));
}

TEST_F(ExportCommandsTest, APreviewSaysWhatAnExportSaysAndWritesNothing) {
  const std::string before = project_.bytes();
  const std::string out = project_ / "a.xml";
  const Rows told = project_.rows("export", {"--format", "mitjul-xml", "--out", out, "--preview"});
  EXPECT_FALSE(fs::exists(out));
  EXPECT_EQ(told, project_.rows("export", {"--format", "mitjul-xml", "--out", out}));
  EXPECT_EQ(project_.bytes(), before);
}

TEST_F(ExportCommandsTest, WhatCannotBeIsRefused) {
  const auto refused = [&](std::vector<std::string> options) {
    options.insert(options.end(), {"--format", "mitjul-xml", "--preview"});
    return project_.run("export", options);
  };
  expect_refusal(refused({"--label", "🚀"}), 1, "🚀");
  expect_refusal(refused({"--document", "없음"}), 1, "없음");
  expect_refusal(refused({"--state", "done"}), 2, "done");
  expect_refusal(refused({"--curated", "maybe"}), 2, "maybe");
  expect_refusal(refused({"--split", "80:10:11"}), 2, "80:10:11");
  expect_refusal(refused({"--split", "80:10:10", "--seed", "-1"}), 2, "-1");
  expect_refusal(refused({"--seed", "7"}), 2, "--split");
  expect_refusal(project_.run("export", {"--out", project_ / "a"}), 2, "--format");
  expect_refusal(project_.run("export", {"--format", "mitjul-xml"}), 2, "--out");
}

TEST_F(ExportCommandsTest, WordsOfALabelAreReplacedEverywhereAndAlikeInEveryExport) {
  project_.import("다.txt", "🚀 화웨이와 한빛시");
  const std::string edits = project_.out("history");
  const std::string only = exported({"--pseudonymise", "ORG", "--document", "다.txt"});
  EXPECT_THAT(only, Not(HasSubstr("화웨이")));
  EXPECT_THAT(only, HasSubstr("🚀 기관1과 한빛시"));
  const std::string all = exported({"--pseudonymise", "ORG", "--pseudonymise", "LOCATION"});
  EXPECT_TRUE(is_valid(project_ / "a.xml"));
  EXPECT_EQ(run_cli({"verify", project_ / "a.xml"}).exit_code, 0);
  EXPECT_THAT(all, HasSubstr("🚀 기관1이 칩을"));
  EXPECT_THAT(all, Not(HasSubstr("한빛시")));
  EXPECT_EQ(project_.out("history"), edits) << "no edit";
  EXPECT_EQ(project_.run("verify").exit_code, 0);
  EXPECT_THAT(project_.out("text", {"다.txt"}), HasSubstr("화웨이")) << "the project keeps its words";
}

TEST_F(ExportCommandsTest, WhatTheChoiceLosesIsToldWithStandInsToo) {
  EXPECT_THAT(preview({"--label", "ORG", "--label", "about", "--pseudonymise", "ORG"}),
              testing::Contains(ElementsAre("relations", "1")));
}

TEST_F(ExportCommandsTest, NoStandInIsAWordThatAnotherDocumentSays) {
  project_.import("다.txt", "🚀 기관1은 소문이다.");
  project_.import("라.txt", "🚀 기관 2는 소문이다.");
  project_.out("delete", {"라.txt"});
  EXPECT_THAT(exported({"--pseudonymise", "ORG", "--document", "가.txt"}), HasSubstr("🚀 기관3이 칩을"));
}

TEST_F(ExportCommandsTest, AStandInThatATextSaysNowIsChangedAndThatIsTold) {
  EXPECT_THAT(exported({"--pseudonymise", "ORG"}), HasSubstr("🚀 기관1이 칩을"));
  project_.import("다.txt", "🚀 기관1은 소문이다.");
  const ProgramResult result = project_.run("export", {"--format", "mitjul-xml", "--preview", "--pseudonymise", "ORG"});
  EXPECT_THAT(result.err, HasSubstr("기관1 → 기관2"));
  EXPECT_THAT(exported({"--pseudonymise", "ORG"}), HasSubstr("🚀 기관2가 칩을"));
  EXPECT_EQ(project_.run("verify").exit_code, 0);
}

TEST_F(ExportCommandsTest, SingleLettersThatStayInOtherWordsAreTold) {
  project_.import("다.txt", "🚀 김은 김치를 김 의원과 먹었다.");
  project_.annotate("다.txt", R"({"start":2,"end":3,"label":"PERSON"})");
  const ProgramResult result =
      project_.run("export", {"--format", "mitjul-xml", "--preview", "--pseudonymise", "PERSON"});
  EXPECT_THAT(result.err, HasSubstr("김 (1)"));
  EXPECT_THAT(exported({"--pseudonymise", "PERSON"}), HasSubstr("🚀 인물1은 김치를 인물1 의원과"));
}

TEST_F(ExportCommandsTest, WhatLooksLikeAReplacedWordIsTold) {
  project_.import("다.txt", "🚀 화 웨이는 소문이다.");
  EXPECT_THAT(project_.run("export", {"--format", "mitjul-xml", "--preview", "--pseudonymise", "ORG"}).err,
              HasSubstr("화 웨이 (1)"));
}

TEST_F(ExportCommandsTest, ValuesThatAreLeftOutWithWordsAreCounted) {
  project_.import("다.txt", "🚀 true라고 한다.");
  project_.annotate("다.txt", R"({"start":2,"end":6,"label":"ORG"}
{"start":0,"end":12,"label":"CLAIM","attributes":{"checkworthy":"true"}}
)");
  EXPECT_THAT(preview({"--pseudonymise", "ORG"}), testing::Contains(ElementsAre("attributes", "1")));
  EXPECT_THAT(preview({}), Not(testing::Contains(ElementsAre("attributes", "1"))));
}

TEST_F(ExportCommandsTest, APreviewKeepsNoPseudonyms) {
  const std::string before = project_.bytes();
  project_.out("export", {"--format", "mitjul-xml", "--preview", "--pseudonymise", "ORG"});
  EXPECT_EQ(project_.bytes(), before);
}

/// The keys of the documents in a native file.
std::set<std::string> documents_in(const std::string& file) {
  const std::string xml = bytes_of(file);
  std::set<std::string> keys;
  const std::string tag = "<document key=\"";
  for (std::size_t at = 0; (at = xml.find(tag, at)) != std::string::npos; ++at) {
    keys.insert(xml.substr(at + tag.size(), 10));
  }
  return keys;
}

TEST_F(ExportCommandsTest, ASplitDealsEveryDocumentOutOnceAndCopiesTogether) {
  const std::string agency =
      "🚀 한빛 전자는 내년 봄에 새 공장을 짓는다고 밝혔다. 공장은 가온군에 들어서며 이백 명을 새로 뽑을 것이라고 한다.";
  std::set<std::string> copies;
  for (int i = 0; i < 4; ++i) {
    copies.insert(project_.import("연합" + std::to_string(i) + ".txt", agency + " (" + std::to_string(i) + ")"));
  }
  for (int i = 0; i < 14; ++i)
    project_.import("글" + std::to_string(i) + ".txt", "🚀 " + std::string(30, static_cast<char>('a' + i)));
  const std::vector<std::string> options{"--format", "mitjul-xml", "--split", "60:20:20",
                                         "--seed",   "7",          "--out",   project_ / "납품.xml"};
  const Rows rows = project_.rows("export", options);
  ASSERT_THAT(rows, SizeIs(3));
  std::set<std::string> all;
  std::size_t copies_in_one = 0;
  for (const auto& [part, documents] : std::map<std::string, std::size_t>{{"train", 12}, {"dev", 4}, {"test", 4}}) {
    const std::string file = project_ / ("납품-" + part + ".xml");
    const std::set<std::string> found = documents_in(file);
    EXPECT_EQ(found.size(), documents) << part;
    EXPECT_TRUE(is_valid(file));
    EXPECT_EQ(run_cli({"verify", file}).out, "");
    if (std::includes(found.begin(), found.end(), copies.begin(), copies.end())) ++copies_in_one;
    all.insert(found.begin(), found.end());
  }
  EXPECT_EQ(rows[0][0], project_ / "납품-train.xml");
  EXPECT_EQ(copies_in_one, 1U);
  EXPECT_EQ(all.size(), 20U);
  EXPECT_FALSE(fs::exists(project_ / "납품.xml"));
  const std::set<std::string> train = documents_in(project_ / "납품-train.xml");
  project_.out("export", options);
  EXPECT_EQ(documents_in(project_ / "납품-train.xml"), train);
}

TEST_F(ExportCommandsTest, AProjectInTheWayOfAPartIsNotReplaced) {
  const std::string other = project_ / "다른-dev.mitjul";
  ASSERT_EQ(run_cli({"new", other}).exit_code, 0);
  const std::string bytes = bytes_of(other);
  expect_refusal(
      project_.run("export", {"--format", "mitjul-xml", "--split", "80:10:10", "--out", project_ / "다른.mitjul"}), 3,
      "다른-dev.mitjul");
  EXPECT_EQ(bytes_of(other), bytes);
}

TEST_F(ExportCommandsTest, AProfileIsSavedListedUsedAndRemoved) {
  const std::string history = project_.out("history");
  project_.out("profiles", {"--save", "🚀 납품 3차", "--format", "mitjul-xml", "--label", "주장", "--by", "annotator01",
                            "--anonymous", "--split", "80:0:20", "--seed", "7"});
  const auto listed = objects_of(project_.out("profiles", {"--json"}));
  ASSERT_THAT(listed, SizeIs(1));
  EXPECT_EQ(listed[0]["name"], "🚀 납품 3차");
  EXPECT_EQ(listed[0]["format"], "mitjul-xml");
  EXPECT_EQ(listed[0]["labels"], nlohmann::ordered_json({"CLAIM"}));
  EXPECT_EQ(listed[0]["annotators"].size(), 1U);
  EXPECT_EQ(listed[0]["anonymous"], true);
  EXPECT_EQ(listed[0]["split"], "80:0:20");
  EXPECT_EQ(listed[0]["seed"], 7);
  EXPECT_EQ(project_.out("history"), history) << "no edit";
  const Rows rows = project_.rows("export", {"--profile", "🚀 납품 3차", "--out", project_ / "a.xml"});
  EXPECT_THAT(rows, SizeIs(2));
  EXPECT_TRUE(fs::exists(project_ / "a-train.xml"));
  EXPECT_TRUE(fs::exists(project_ / "a-test.xml"));
  EXPECT_EQ(project_.rows("export", {"--profile", "🚀 납품 3차", "--preview", "--label", "ORG", "--split", "100:0:0"}),
            (Rows{{"train", "mitjul-xml", "2", "1"}}));
  project_.out("profiles", {"--remove", "🚀 납품 3차"});
  EXPECT_EQ(project_.out("profiles"), "");
  expect_refusal(project_.run("profiles", {"--remove", "🚀 납품 3차"}), 1, "납품 3차");
  expect_refusal(project_.run("export", {"--profile", "🚀 납품 3차", "--preview"}), 1, "납품 3차");
}

TEST_F(ExportCommandsTest, AProfileIsMadeOfAnotherOne) {
  project_.out("profiles", {"--save", "가", "--format", "mitjul-xml", "--label", "CLAIM"});
  project_.out("profiles", {"--save", "나", "--profile", "가", "--filter", "🚀"});
  const auto listed = objects_of(project_.out("profiles", {"--json"}));
  ASSERT_THAT(listed, SizeIs(2));
  EXPECT_EQ(listed[1]["labels"], listed[0]["labels"]);
  EXPECT_EQ(listed[1]["filter"], "🚀");
  EXPECT_EQ(listed[0]["filter"], "");
}

TEST_F(ExportCommandsTest, WhatIsNoProfileIsRefused) {
  expect_refusal(project_.run("profiles", {"--save", " 가", "--format", "mitjul-xml"}), 2, " 가");
  expect_refusal(project_.run("profiles", {"--save", "가"}), 2, "--format");
  expect_refusal(project_.run("profiles", {"--save", "가", "--format", "mitjul-xml", "--label", "🚀"}), 1, "🚀");
  EXPECT_EQ(project_.run("profiles", {"--save", "가", "--remove", "가"}).exit_code, 2);
  EXPECT_EQ(project_.run("profiles", {"--label", "CLAIM"}).exit_code, 2) << "nothing to choose for";
  EXPECT_EQ(project_.out("profiles"), "");
}

TEST_F(ExportCommandsTest, AProfileThatNamesWhatIsGoneIsRefused) {
  const std::string key = project_.import("다.txt", "🚀 다");
  project_.out("profiles", {"--save", "가", "--format", "mitjul-xml", "--document", "다.txt"});
  project_.out("delete", {"다.txt"});
  expect_refusal(project_.run("export", {"--profile", "가", "--preview"}), 1, "다.txt");
  project_.out("purge", {key});
  EXPECT_EQ(project_.out("profiles"), "") << "of all documents it would be now";
  EXPECT_EQ(project_.run("verify").exit_code, 0);
}

TEST(ImportMapTest, LabelsOfAFileBecomeThoseOfTheProjectOrAreLeftOut) {
  const CliProject project;
  std::string xml = bytes_of(std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml");
  for (std::size_t at = 0; (at = xml.find("\"ORG\"", at)) != std::string::npos;) xml.replace(at, 5, "\"OG\"");
  const std::string file = project.write("주석.xml", xml);
  const ProgramResult mapped = project.run("import", {file, "--map", "OG=기관", "--map", "about="});
  EXPECT_EQ(mapped.exit_code, 0) << mapped.err;
  EXPECT_THAT(mapped.err, HasSubstr("“about” (1)"));
  const Rows rows = project.rows("annotations");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1][3], "ORG");
  EXPECT_THAT(project.out("schema"), Not(HasSubstr("\"OG\"")));
  EXPECT_EQ(project.run("verify").exit_code, 0);
}

TEST(ImportMapTest, WhatCannotBeMappedIsRefused) {
  const CliProject project;
  const std::string file = std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml";
  const std::string before = project.bytes();
  expect_refusal(project.run("import", {file, "--map", "ORG"}), 2, "ORG");
  expect_refusal(project.run("import", {file, "--map", "=ORG"}), 2, "=ORG");
  expect_refusal(project.run("import", {file, "--map", "ORG=🚀"}), 1, "🚀");
  expect_refusal(project.run("import", {file, "--map", "ORG=about"}), 1, "about");
  expect_refusal(project.run("import", {file, "--map", "OGG=ORG"}), 2, "OGG");
  EXPECT_EQ(project.bytes(), before);
}

}  // namespace
}  // namespace mitjul
