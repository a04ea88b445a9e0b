#include "import/import_files.h"

#include <filesystem>

#include "core/error.h"
#include "core/file_io.h"
#include "storage/project_file.h"
#include "tests/import/reading.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class ImportFilesTest : public testing::Test {
 protected:
  ImportFilesTest() {
    ProjectFile::create(folder_ / "시험.mitjul", *preset("claims-entities"), now());
    workspace_ = std::make_unique<Workspace>(std::make_unique<ProjectFile>(folder_ / "시험.mitjul"));
  }

  /// A file below the folder `in`.
  fs::path file(const std::string& name, std::string_view bytes) { return folder_.write("in/" + name, bytes); }

  ImportReport run(std::vector<fs::path> paths, const Progress& progress = {}) {
    return import_files(*workspace_, {std::move(paths), nullptr, ""}, progress);
  }

  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const DocumentSummary& document : workspace_->store().documents()) names.push_back(document.name);
    return names;
  }

  ErrorKind error_of(std::vector<fs::path> paths, const Progress& progress = {}) {
    try {
      run(std::move(paths), progress);
    } catch (const Error& error) {
      return error.kind();
    }
    ADD_FAILURE() << "no error";
    return ErrorKind::InputOutput;
  }

  TempFolder folder_;
  std::unique_ptr<Workspace> workspace_;
};

std::vector<std::string> names_of(const ImportReport& report) {
  std::vector<std::string> names;
  for (const ImportedRow& row : report.rows) names.push_back(row.arrival.info.name);
  return names;
}

TEST_F(ImportFilesTest, FilesComeInTheOrderInWhichTheyAreNamed) {
  const fs::path b = file("나.txt", "🚀 나");
  const fs::path a = file("가.txt", "🚀 가");
  const ImportReport report = run({b, a});
  EXPECT_THAT(found(report.refused), IsEmpty());
  EXPECT_THAT(names_of(report), ElementsAre("나.txt", "가.txt"));
  EXPECT_THAT(names(), ElementsAre("가.txt", "나.txt"));
  EXPECT_EQ(report.rows[0].format, "text");
  EXPECT_GT(report.number, 0);
}

TEST_F(ImportFilesTest, FoldersAreReadWholeAndSorted) {
  file("c.txt", "🚀 c");
  file("b/z.txt", "🚀 z");
  file("b/a/깊이.txt", "🚀 깊이");
  file("가.txt", "🚀 가");
  file("a.txt", "🚀 a");
  EXPECT_THAT(names_of(run({folder_ / "in"})), ElementsAre("a.txt", "깊이.txt", "z.txt", "c.txt", "가.txt"));
}

TEST_F(ImportFilesTest, HiddenFilesAndFoldersAreNotArticles) {
  file(".숨김.txt", "🚀 1");
  file(".git/a.txt", "🚀 2");
  file(".git/b/c.txt", "🚀 3");
  file("보임.txt", "🚀 4");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("보임.txt"));
  EXPECT_THAT(report.skipped, IsEmpty());
}

TEST_F(ImportFilesTest, AHiddenFileThatIsNamedComesIn) {
  EXPECT_THAT(names_of(run({file(".숨김.txt", "🚀")})), ElementsAre(".숨김.txt"));
}

TEST_F(ImportFilesTest, AnEmptyFolderBringsNothing) {
  fs::create_directories(folder_ / "in");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(report.rows, IsEmpty());
  EXPECT_EQ(report.number, 0) << "and leaves no line in the log";
  EXPECT_EQ(workspace_->store().last_edit(), 0);
}

TEST_F(ImportFilesTest, WhatIsNoArticleIsSkippedInFolders) {
  file("a.txt", "🚀 a");
  file("그림.png", "\x89PNG\r\n\x1A\n");
  file("주석.xml", edited(contract_xml(), ">화웨이</segment>", ">삼성</segment>"));
  file("쪽.html", "<p>🚀</p>");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("a.txt"));
  EXPECT_THAT(report.refused, IsEmpty());
  EXPECT_THAT(found(report.skipped), ElementsAre("0:unsupported-format", "17:quote-differs", "0:unsupported-format"));
  EXPECT_EQ(report.skipped[0].place.file, path_to_utf8(folder_ / "in/그림.png"));
}

TEST_F(ImportFilesTest, WhatCannotBeReadInAFolderIsSkippedAndTheOthersComeIn) {
  std::string text;
  while (text.size() < 100'000) text += "🚀 큰 글\n";
  fs::resize_file(file("나.txt", text), (std::uint64_t{512} << 20) + 1);  // sparse
  file("가.txt", "🚀 가");
  file("라/마.txt", "🚀 마");
  fs::create_symlink("/proc/self/mem", folder_ / "in/다.txt");  // opens, but its beginning cannot be read
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("가.txt", "마.txt"));
  EXPECT_THAT(report.refused, IsEmpty());
  ASSERT_THAT(found(report.skipped), ElementsAre("0:unreadable", "0:file-too-large"));
  EXPECT_EQ(report.skipped[0].place.file, path_to_utf8(folder_ / "in/다.txt"));
  EXPECT_EQ(report.skipped[1].place.file, path_to_utf8(folder_ / "in/나.txt"));
  EXPECT_EQ(error_of({folder_ / "in/나.txt"}), ErrorKind::TooLarge) << "what was named ends the import";
  EXPECT_EQ(error_of({folder_ / "in/다.txt"}), ErrorKind::InputOutput);
}

TEST_F(ImportFilesTest, AFileWithoutADocumentSaysSo) {
  for (const auto& [format, bytes] : {std::pair("doccano", ""), std::pair("jsonl", "\n"),
                                      std::pair("label-studio", "[]"), std::pair("nikl-ne", "{\"document\":[]}")}) {
    const fs::path path = file(std::string("빈 🚀.") + format, bytes);
    const ImportReport report = import_files(*workspace_, {{path}, find_import_format(format), ""}, {});
    ASSERT_THAT(found(report.refused), ElementsAre("0:no-documents")) << format;
    EXPECT_EQ(report.refused[0].place.file, path_to_utf8(path));
  }
}

TEST_F(ImportFilesTest, WhatTwoAnnotatorsSayOfATextIsOneDocument) {
  const std::string rows =
      "{\"id\":17,\"text\":\"🚀 화웨이\",\"label\":[[3,6,\"ORG\"]]}\n{\"id\":18,\"text\":\"🚀 둘\",\"label\":[]}\n";
  file("kim.jsonl", rows);
  file("lee.jsonl", edited(rows, "ORG", "LOCATION"));
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(found(report.refused), IsEmpty());
  EXPECT_THAT(names(), ElementsAre("17", "18"));
  const AnnotatedDocument document = workspace_->store().load(report.rows.at(0).arrival.info.key);
  std::vector<std::string> labels;
  for (const auto& [key, set] : document.sets) labels.push_back(set.annotations().begin()->second.label);
  EXPECT_THAT(labels, testing::UnorderedElementsAre("ORG", "LOCATION"));
}

TEST_F(ImportFilesTest, FilesThatBelongToAnotherAreReadWithItAlone) {
  file("annotation.conf", "[entities]\nCITY\n");
  file("visual.conf", "[labels]\nCITY | 도시\n");
  file("가/기사.txt", "🚀 서울은");
  file("가/기사.ann", "T1\tCITY 2 4\t서울\n");
  file("가/홀로.txt", "🚀 홀로");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("기사.txt", "홀로.txt"));
  EXPECT_EQ(report.rows.at(0).format, "brat");
  EXPECT_EQ(report.rows.at(1).format, "text");
  EXPECT_THAT(report.skipped, IsEmpty());
  EXPECT_THAT(report.refused, IsEmpty());
}

TEST_F(ImportFilesTest, ATypeSystemIsReadWithItsFiles) {
  const fs::path fixture = std::string(MITJUL_FIXTURES) + "/xmi/inception";
  const ImportReport report = run({fixture});
  EXPECT_THAT(names_of(report), ElementsAre("기사.xmi"));
  EXPECT_THAT(report.skipped, IsEmpty());
}

TEST_F(ImportFilesTest, TheFilesOfADocumentInAnExportAreOneDocument) {
  const fs::path in = folder_ / "in";
  fs::copy(std::string(MITJUL_FIXTURES) + "/xmi/project", in, fs::copy_options::recursive);
  file("exportedproject1.json", "{}");
  file("event.log", "🚀 1");
  file("log/project-1.log", "🚀 2");
  file("annotation_ser/기사.txt/kim.ser", "🚀 3");
  file("guideline/지침.txt", "🚀 4");
  file("source/셋째.txt", "🚀 셋째");
  const ImportReport report = run({in});
  EXPECT_THAT(names_of(report), ElementsAre("기사.txt", "둘째.txt", "셋째.txt"));
  EXPECT_THAT(report.skipped, IsEmpty());
  EXPECT_THAT(report.notices, IsEmpty());
  EXPECT_EQ(report.rows.at(0).arrival.info.origin.file, "기사.txt");
  EXPECT_EQ(workspace_->store().load(report.rows.at(0).arrival.info.key).sets.size(), 3U);
  const ImportReport again = run({in / "annotation/기사.txt/lee.xmi"});
  EXPECT_THAT(found(again.rows.at(0).arrival.problems), ElementsAre("0:annotation-set-present"));
  EXPECT_EQ(again.number, 0);
}

TEST_F(ImportFilesTest, UsersMayComeOneAfterTheOther) {
  const std::string folder = std::string(MITJUL_FIXTURES) + "/xmi/project/annotation/기사.txt";
  const ImportReport kim = run({folder + "/kim.xmi"});
  const ImportReport lee = run({folder + "/lee.xmi"});
  EXPECT_THAT(names(), ElementsAre("기사.txt"));
  EXPECT_EQ(lee.rows.at(0).arrival.kind, Arrival::Kind::Merged);
  EXPECT_EQ(workspace_->store().load(kim.rows.at(0).arrival.info.key).sets.size(), 2U);
}

/// A relation `on` that stands on one of another label, or on the span.
std::string xmi_with_relation_on(const std::string& label, const std::string& text) {
  const std::string place = " sofa=\"1\" begin=\"3\" end=\"6\"";
  std::string elements = "<custom:ORG xmi:id=\"2\"" + place + "/>\n";
  if (!label.empty()) {
    elements += "<custom:" + label + " xmi:id=\"3\"" + place + " Dependent=\"2\" Governor=\"2\"/>\n";
  }
  elements +=
      "<custom:on xmi:id=\"4\"" + place + " Dependent=\"" + (label.empty() ? "2" : "3") + "\" Governor=\"2\"/>\n";
  return "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" "
         "xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">\n" +
         elements + "<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"" +
         text + "\"/>\n<cas:View sofa=\"1\" members=\"2 " + (label.empty() ? "" : "3 ") + "4\"/>\n</xmi:XMI>\n";
}

TEST_F(ImportFilesTest, WhatOneFileUsesIsNoRuleForTheNext) {
  file("가.xmi", xmi_with_relation_on("", "&#128640; 화웨이 가"));
  file("나.xmi", xmi_with_relation_on("knows", "&#128640; 화웨이 나"));
  file("다.xmi", xmi_with_relation_on("sells", "&#128640; 화웨이 다"));
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(found(report.skipped), IsEmpty());
  EXPECT_THAT(report.rows, testing::SizeIs(3));
  const Label* const on = workspace_->schema().find("on");
  ASSERT_NE(on, nullptr);
  const auto end =
      std::find_if(on->roles.begin(), on->roles.end(), [](const Role& role) { return role.id == "Dependent"; });
  ASSERT_NE(end, on->roles.end());
  EXPECT_THAT(end->allowed, testing::IsSupersetOf({"ORG", "knows", "sells"}));
}

TEST_F(ImportFilesTest, ASchemaThatComesWholeStaysSoWhateverOthersUse) {
  file("가.xml", contract_xml());
  file("나.ann", "T1\tCITY 2 4\t서울\n");
  file("나.txt", "🚀 서울은");
  EXPECT_THAT(run({folder_ / "in"}).rows, testing::SizeIs(2));
  std::vector<std::string> ids;
  for (const Label& label : workspace_->schema().labels) ids.push_back(label.id);
  EXPECT_THAT(ids, ElementsAre("ORG", "CLAIM", "about", "CITY"));
}

TEST_F(ImportFilesTest, AProblemNamesTheFileInWhichItIs) {
  fs::copy(std::string(MITJUL_FIXTURES) + "/xmi/project", folder_ / "in", fs::copy_options::recursive);
  const fs::path types = file("annotation/기사.txt/TypeSystem.xml", "<types>\n<");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("둘째.txt"));
  ASSERT_THAT(found(report.skipped), ElementsAre("2:malformed-xml"));
  EXPECT_EQ(report.skipped[0].place.file, path_to_utf8(types));
  EXPECT_TRUE(report.annotations_skipped);
}

TEST_F(ImportFilesTest, AnEmptyXmiIsNoText) {
  const ImportReport report = run({file("기사.xmi", "")});
  EXPECT_THAT(found(report.refused), ElementsAre("1:empty-file"));
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(ImportFilesTest, AFileAndWhatBelongsToItMayBothBeNamed) {
  const fs::path text = file("기사.txt", "🚀 서울은");
  const ImportReport report = run({text, file("기사.ann", "T1\tCITY 2 4\t서울\n")});
  EXPECT_THAT(names_of(report), ElementsAre("기사.txt"));
  EXPECT_EQ(report.rows.at(0).format, "brat");
}

TEST_F(ImportFilesTest, AChosenFormatTakesItsFilesOfAFolder) {
  file("기사.txt", "🚀 서울은");
  file("기사.ann", "T1\tCITY 2 4\t서울\n");
  file("다른 글.txt", "🚀 다른 글");
  file("그림.png", "\x89PNG\r\n\x1A\n");
  const ImportReport report = import_files(*workspace_, {{folder_ / "in"}, find_import_format("brat"), ""}, {});
  EXPECT_THAT(names_of(report), ElementsAre("기사.txt"));
  EXPECT_THAT(found(report.skipped), ElementsAre("0:unsupported-format", "0:unsupported-format"));
  EXPECT_THAT(report.refused, IsEmpty());
}

TEST_F(ImportFilesTest, OneNamedFileThatCannotBeReadRefusesAll) {
  const fs::path good = file("a.txt", "🚀 a");
  const fs::path bad = file("그림.png", "\x89PNG\r\n\x1A\n");
  const ImportReport report = run({good, bad});
  EXPECT_THAT(found(report.refused), ElementsAre("0:unsupported-format"));
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_EQ(workspace_->store().last_edit(), 0);
  EXPECT_THAT(names_of(run({good})), ElementsAre("a.txt")) << "the refused import is over";
}

TEST_F(ImportFilesTest, OneBrokenFileOfAnnotationsRefusesAll) {
  const fs::path good = file("a.txt", "🚀 a");
  const fs::path bad = file("b.xml", edited(contract_xml(), "label=\"ORG\" created", "label=\"ORGAN\" created"));
  const ImportReport report = run({good, bad});
  ASSERT_THAT(found(report.refused), ElementsAre("0:unknown-label", "0:role-not-allowed"));
  EXPECT_EQ(report.refused[0].place.annotation, "h4k2qa-1");
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_EQ(workspace_->annotators().size(), 1U) << "not even its annotators are there";
  EXPECT_EQ(workspace_->schema(), *preset("claims-entities"));
}

TEST_F(ImportFilesTest, AMissingRequiredAttributeIsWorkToBeDone) {
  const std::string xml =
      edited(contract_xml(), "name=\"유형\" type=\"choice\"", "name=\"유형\" type=\"choice\" required=\"true\"");
  EXPECT_THAT(found(run({file("a.xml", edited(xml, "<attr id=\"type\">fact</attr>", ""))}).refused), IsEmpty());
  EXPECT_THAT(names(), ElementsAre("기사.txt"));
}

TEST_F(ImportFilesTest, AFileThatIsNotThereIsAnErrorBeforeAnythingIsDone) {
  const fs::path good = file("a.txt", "🚀 a");
  int asked = 0;
  const Progress progress = [&](double) { return ++asked > 0; };
  EXPECT_EQ(error_of({good, folder_ / "in/없음.txt"}, progress), ErrorKind::NotFound);
  EXPECT_EQ(asked, 0);
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_EQ(error_of({folder_ / std::string(5000, 'x')}), ErrorKind::InputOutput);
  EXPECT_EQ(error_of({good / "b.txt"}), ErrorKind::NotDirectory);
  EXPECT_EQ(error_of({folder_ / "없음/b.txt"}), ErrorKind::FolderNotFound);
}

TEST_F(ImportFilesTest, LinksToFilesComeInOnceAndDeadOnesAreNone) {
  folder_.write("밖/나.txt", "🚀 나");
  file("b/a.txt", "🚀 a");
  fs::create_symlink(folder_ / "in/b/a.txt", folder_ / "in/a의 링크.txt");
  fs::create_symlink(folder_ / "밖/나.txt", folder_ / "in/가.txt");
  fs::create_symlink(folder_ / "in/가.txt", folder_ / "in/다.txt");
  fs::create_symlink(folder_ / "없음", folder_ / "in/dead.txt");
  fs::create_symlink("제자리.txt", folder_ / "in/제자리.txt");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("a.txt", "가.txt"));
  EXPECT_THAT(names(), ElementsAre("a.txt", "가.txt"));
  EXPECT_THAT(report.skipped, IsEmpty());
}

TEST_F(ImportFilesTest, LinksToFoldersAreNotFollowedAndToldOf) {
  file("b/a.txt", "🚀 a");
  folder_.write("밖/나.txt", "🚀 나");
  fs::create_symlink(folder_ / "in", folder_ / "in/b/되돌이");
  fs::create_symlink(folder_ / "밖", folder_ / "in/밖");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("a.txt"));
  EXPECT_THAT(found(report.skipped), ElementsAre("0:unreadable", "0:unreadable"));
  EXPECT_EQ(report.skipped[0].place.file, path_to_utf8(folder_ / "in/b/되돌이"));
  EXPECT_FALSE(report.annotations_skipped);
  EXPECT_THAT(names_of(run({folder_ / "in/밖"})), ElementsAre("나.txt")) << "one that is named is the folder";
}

TEST_F(ImportFilesTest, ALinkThatIsNamedIsTheFile) {
  fs::create_symlink(file("가.txt", "🚀 가"), folder_ / "링크.txt");
  EXPECT_THAT(names_of(run({folder_ / "링크.txt"})), ElementsAre("링크.txt"));
}

TEST_F(ImportFilesTest, EmptyFilesOfAnnotationsAreToldOf) {
  file("가.conll", "");
  file("나.tsv", "\xEF\xBB\xBF\r\n \n");
  file("다.txt", "🚀 다");
  const ImportReport report = run({folder_ / "in"});
  EXPECT_THAT(names_of(report), ElementsAre("다.txt"));
  ASSERT_THAT(found(report.skipped), ElementsAre("0:unreadable", "0:unreadable"));
  EXPECT_THAT(report.skipped[0].details, ElementsAre("it is empty"));
  EXPECT_FALSE(report.annotations_skipped);
  EXPECT_THAT(found(run({folder_ / "in/가.conll"}).refused), ElementsAre("0:unreadable"));
  ImportRequest request{{folder_ / "in/가.conll"}, find_import_format("conll"), ""};
  const ImportReport chosen = import_files(*workspace_, request, {});
  EXPECT_THAT(found(chosen.refused), ElementsAre("0:no-documents"));
}

TEST_F(ImportFilesTest, ALabelThatNoFileHasRefusesAll) {
  const fs::path one = file("가.conll", "🚀\tO\n화웨이\tB-OG\n");
  const fs::path two = file("나.conll", "🚀\tO\n미국\tB-LC\n");
  const auto unknown = [&](const std::vector<fs::path>& paths, const LabelMapping& labels) {
    const ImportReport report = import_files(*workspace_, {paths, nullptr, "", labels}, {});
    EXPECT_EQ(report.rows.empty(), !report.unknown_labels.empty());
    return report.unknown_labels;
  };
  EXPECT_THAT(unknown({one}, {{"OG", "ORG"}, {"기관", "ORG"}, {"LC", ""}}), ElementsAre("LC", "기관"));
  EXPECT_THAT(unknown({file("글.txt", "🚀 글")}, {{"OG", "ORG"}}), ElementsAre("OG")) << "a text has no labels";
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_THAT(unknown({one, two}, {{"og", "ORG"}, {"LC", "LOCATION"}}), IsEmpty()) << "each is in one of the files";
}

TEST_F(ImportFilesTest, TheSameTextIsNotBroughtTwice) {
  const fs::path a = file("a.txt", "🚀 같은 글\r\n");
  const fs::path b = file("b.txt", "\xEF\xBB\xBF🚀 같은 글\n");
  const ImportReport report = run({a, b});
  ASSERT_EQ(report.rows.size(), 2U);
  EXPECT_EQ(report.rows[0].arrival.kind, Arrival::Kind::Added);
  EXPECT_EQ(report.rows[1].arrival.kind, Arrival::Kind::Present);
  EXPECT_EQ(report.rows[1].arrival.info.key, report.rows[0].arrival.info.key);
  EXPECT_THAT(found(report.rows[1].arrival.problems), ElementsAre("0:same-content"));
  EXPECT_EQ(report.rows[1].arrival.problems[0].place.file, path_to_utf8(b));
  const ImportReport again = run({a});
  EXPECT_EQ(again.rows.at(0).arrival.kind, Arrival::Kind::Present);
  EXPECT_EQ(again.number, 0);
  EXPECT_THAT(names(), ElementsAre("a.txt"));
}

TEST_F(ImportFilesTest, DocumentsOfTheSameNameAreNumbered) {
  const ImportReport report = run({file("1/a.txt", "🚀 1"), file("2/a.txt", "🚀 2"), file("3/a.txt", "🚀 3")});
  EXPECT_THAT(names_of(report), ElementsAre("a.txt", "a.txt (2)", "a.txt (3)"));
}

TEST_F(ImportFilesTest, AnnotationsComeInOnceAndTheirAnnotatorWithThem) {
  const fs::path xml = file("a.xml", contract_xml());
  const ImportReport report = run({xml});
  ASSERT_THAT(names_of(report), ElementsAre("기사.txt"));
  EXPECT_EQ(report.rows[0].format, "mitjul-xml");
  EXPECT_EQ(report.rows[0].arrival.info.key.str(), "d3f7k2m5qa");
  ASSERT_EQ(workspace_->annotators().size(), 2U);
  EXPECT_TRUE(workspace_->annotators()[1].imported);
  const ImportReport again = run({xml});
  EXPECT_EQ(again.rows.at(0).arrival.kind, Arrival::Kind::Present);
  EXPECT_THAT(found(again.rows.at(0).arrival.problems), ElementsAre("0:annotation-set-present"));
  EXPECT_EQ(again.number, 0);
}

TEST_F(ImportFilesTest, AnnotationsOfATextThatIsThereGoToItsDocument) {
  const ImportReport plain = run({file("다른 이름.txt", "🚀 화웨이가 칩을 확보했다.")});
  const ImportReport report = run({file("a.xml", contract_xml())});
  ASSERT_EQ(report.rows.size(), 1U);
  EXPECT_EQ(report.rows[0].arrival.kind, Arrival::Kind::Merged);
  EXPECT_EQ(report.rows[0].arrival.info.key, plain.rows.at(0).arrival.info.key);
  EXPECT_THAT(names(), ElementsAre("다른 이름.txt"));
}

TEST_F(ImportFilesTest, OtherAnnotationsOfTheSameAnnotatorAreLeftOut) {
  run({file("a.xml", contract_xml())});
  const std::string other = edited(contract_xml(), "state=\"finished\"", "state=\"skipped\"");
  EXPECT_THAT(found(run({file("b.xml", other)}).rows.at(0).arrival.problems), ElementsAre("0:annotation-set-differs"));
}

TEST_F(ImportFilesTest, TheSameKeyWithAnotherTextIsLeftOut) {
  run({file("a.xml", contract_xml())});
  std::string xml = contract_xml();
  xml.resize(xml.find("    <document "));
  xml +=
      "<document key=\"d3f7k2m5qa\" name=\"x\" "
      "sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\" "
      "codepoints=\"0\" utf16units=\"0\"><text/></document></documents></annotations>";
  EXPECT_THAT(found(run({file("b.xml", xml)}).rows.at(0).arrival.problems), ElementsAre("0:different-text"));
}

TEST_F(ImportFilesTest, ASchemaThatMeansSomethingElseRefusesAll) {
  run({file("a.xml", contract_xml())});
  const std::string xml = edited(
      edited(contract_xml(), "id=\"ORG\" name=\"기관\" kind=\"span\"", "id=\"ORG\" name=\"기관\" kind=\"document\""),
      " allowed=\"ORG\"", " allowed=\"CLAIM\"");
  std::string empty = xml;
  empty.resize(empty.find("  <documents>"));
  const ImportReport report = run({file("b.xml", empty + "<documents/></annotations>")});
  EXPECT_THAT(found(report.refused), ElementsAre("0:schema-conflict"));
  EXPECT_THAT(names(), ElementsAre("기사.txt"));
}

TEST_F(ImportFilesTest, CancellingLeavesNothing) {
  const fs::path a = file("a.txt", "🚀 a");
  const fs::path b = file("b.txt", "🚀 b");
  EXPECT_EQ(error_of({a, b}, [](double done) { return done < 0.5; }), ErrorKind::Cancelled);
  EXPECT_THAT(names(), IsEmpty());
  EXPECT_THAT(names_of(run({a, b}, [](double) { return true; })), ElementsAre("a.txt", "b.txt"));
}

TEST_F(ImportFilesTest, ThatTheFormatIsGivenGoesBeforeRecognition) {
  ImportRequest request{{file("쪽.html", "<p>🚀</p>")}, find_import_format("text"), ""};
  EXPECT_THAT(names_of(import_files(*workspace_, request, {})), ElementsAre("쪽.html"));
  EXPECT_EQ(workspace_->open(workspace_->store().documents().at(0).key).document.text.utf8(), "<p>🚀</p>");
  request = {{file("b.txt", "🚀 글")}, find_import_format("mitjul-xml"), ""};
  EXPECT_THAT(found(import_files(*workspace_, request, {}).refused), ElementsAre("1:malformed-xml"));
}

TEST_F(ImportFilesTest, ThatTheEncodingIsGivenGoesBeforeRecognition) {
  ImportRequest request{{file("a.txt", "\xB0\xA1")}, nullptr, "windows-1252"};
  EXPECT_EQ(import_files(*workspace_, request, {}).rows.at(0).arrival.info.origin.encoding, "windows-1252");
}

}  // namespace
}  // namespace mitjul
