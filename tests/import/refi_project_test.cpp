#include "import/refi_project.h"

#include "import/formats.h"
#include "import/refi_codebook.h"
#include "tests/import/reading.h"
#include "tests/support/zip_file.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

struct Project {
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;

  /// Quotes with labels and annotators, in the order of ids: `화웨이 회사 하나`.
  std::vector<std::string> spans() const {
    std::vector<std::string> lines;
    for (const AnnotatedDocument& document : documents) {
      for (const auto& [key, set] : document.sets) {
        for (const auto& [id, annotation] : set.annotations()) {
          if (annotation.spans() == nullptr) continue;
          std::string line;
          for (const Span& segment : annotation.spans()->segments())
            line += std::string(document.document.text.slice(segment)) + "|";
          lines.push_back(line + annotation.label + "|" + name_of(key.annotator));
        }
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  std::string name_of(const AnnotatorKey& key) const {
    for (const Annotator& annotator : header.annotators)
      if (annotator.key == key) return annotator.name;
    return "?";
  }
};

Project read_file_of(const fs::path& path) {
  Project project;
  project.problems = read_refi_project(
      path, [&](StreamHeader header) { project.header = std::move(header); },
      [&](AnnotatedDocument document) { project.documents.push_back(std::move(document)); });
  return project;
}

using Files = std::vector<std::pair<std::string, std::string>>;

Project read_files(const Files& files, const ZipOptions& options = {}) {
  const TempFolder folder;
  write_zip(folder / "🚀.qdpx", files, options);
  return read_file_of(folder / "🚀.qdpx");
}

std::string fixture(const std::string& file) { return bytes_of(std::string(MITJUL_FIXTURES) + "/refi-qda/" + file); }

Files qualcoder() {
  return {{"Project.qde", fixture("qualcoder/Project.qde")}, {"sources/글.txt", fixture("qualcoder/글.txt")}};
}

/// A project with one source and these selections, each coded as ORG.
std::string project_with(const std::string& source, const std::string& selections = "",
                         const std::string& origin = "Test") {
  return "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"p\" origin=\"" + origin +
         "\" creationDateTime=\"2026-05-01T00:00:00Z\"><CodeBook><Codes>"
         "<Code guid=\"bbbbbbbb-0000-4000-8000-000000000001\" name=\"ORG\" isCodable=\"true\"/></Codes></CodeBook>"
         "<Sources><TextSource guid=\"eeeeeeee-0000-4000-8000-000000000001\" name=\"기사\" " +
         source + ">" + selections + "</TextSource></Sources></Project>";
}

std::string selection(const std::string& start, const std::string& end, const std::string& name = "") {
  return "<PlainTextSelection guid=\"s" + start + "\" startPosition=\"" + start + "\" endPosition=\"" + end +
         "\" name=\"" + name +
         "\"><Coding guid=\"f\"><CodeRef targetGUID=\"bbbbbbbb-0000-4000-8000-000000000001\"/></Coding>"
         "</PlainTextSelection>";
}

constexpr const char* kInternal = "plainTextPath=\"internal://1.txt\"";

Project read_text(const std::string& text, const std::string& selections, const std::string& origin = "Test") {
  return read_files({{"project.qde", project_with(kInternal, selections, origin)}, {"Sources/1.txt", text}});
}

TEST(RefiProjectTest, AProjectOfQualCoderComesInAsPeopleSeeItThere) {
  const Project project = read_files(qualcoder());
  EXPECT_EQ(found(project.problems),
            (std::vector<std::string>{"0:annotations-left-out", "0:annotations-left-out", "0:annotations-left-out"}));
  ASSERT_EQ(project.documents.size(), 1U);
  const Document& document = project.documents.front().document;
  EXPECT_EQ(document.info.name, "기사");
  EXPECT_EQ(document.text.utf8(), "🚀 화웨이가 칩을 확보했다.\n아니라는 말도 있다.\n") << "no BOM, LF";
  EXPECT_EQ(document.info.metadata, (std::vector<std::pair<std::string, std::string>>{{"매체", "신문"}, {"면", "3"}}));
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"아니라는 말도 있|banbag|둘", "아니라는 말도 있|jujang|둘",
                                                       "화웨이|hoesa|하나"}));
}

TEST(RefiProjectTest, CodesBecomeLabelsUnderTheirParentsAndLinksRelations) {
  const Project project = read_files(qualcoder());
  const Schema& schema = project.header.schema;
  EXPECT_EQ(schema.name, "회견 분석");
  ASSERT_NE(schema.find("banbag"), nullptr);
  EXPECT_EQ(schema.find("banbag")->parent, "jujang");
  EXPECT_EQ(schema.find("banbag")->color, "#FF0000");
  EXPECT_EQ(schema.find("jujang")->description, "말한 것");
  EXPECT_TRUE(project.header.inferred);
  std::vector<std::string> relations;
  std::vector<std::string> labels;
  for (const auto& [key, set] : project.documents.front().sets) {
    for (const auto& [id, annotation] : set.annotations()) {
      if (annotation.on_document()) labels.push_back(schema.find(annotation.label)->name);
      if (annotation.relation() == nullptr) continue;
      std::string line = schema.find(annotation.label)->name;
      for (const Argument& argument : annotation.relation()->arguments)
        line += " " + argument.role + ":" + project.documents.front().find(argument.target.id)->label;
      relations.push_back(line);
    }
  }
  EXPECT_EQ(relations, (std::vector<std::string>{"다룬다 from:banbag to:hoesa"}));
  EXPECT_EQ(labels, (std::vector<std::string>{"주장"})) << "a code of a whole source";
}

TEST(RefiProjectTest, NotesAndTimesComeWithThem) {
  const Project project = read_files(qualcoder());
  std::map<std::string, const Annotation*> by_label;
  for (const auto& [key, set] : project.documents.front().sets)
    for (const auto& [id, annotation] : set.annotations()) by_label[annotation.label] = &annotation;
  EXPECT_EQ(by_label.at("hoesa")->note, "쪽지");
  EXPECT_EQ(to_string(by_label.at("hoesa")->provenance.created), "2026-05-02T00:00:00Z");
  EXPECT_EQ(to_string(by_label.at("banbag")->provenance.created), "2026-05-01T15:00:00Z");
  EXPECT_EQ(by_label.at("banbag")->provenance.method, Method::Import);
}

TEST(RefiProjectTest, EveryReadingGivesTheSameKeysAndIds) {
  const Project once = read_files(qualcoder());
  const Project again = read_files(qualcoder());
  ASSERT_EQ(once.documents.size(), again.documents.size());
  EXPECT_EQ(once.documents.front().document.info.key, again.documents.front().document.info.key);
  EXPECT_EQ(once.documents.front().sets, again.documents.front().sets);
  EXPECT_EQ(once.header.schema, again.header.schema);
}

TEST(RefiProjectTest, ACarriageReturnCountsExceptForAtlas) {
  const std::string text = "🚀 가\r\n나 다\r\n";
  EXPECT_EQ(read_text(text, selection("5", "6")).spans(), (std::vector<std::string>{"나|ORG|REFI-QDA"}));
  EXPECT_EQ(read_text(text, selection("4", "5"), "ATLAS.ti 23").spans(), (std::vector<std::string>{"나|ORG|REFI-QDA"}));
  EXPECT_EQ(read_text(text, selection("2", "6")).spans(), (std::vector<std::string>{"가\n나|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, PositionsInUtf16AreFoundOutByTheNamesOfSelections) {
  const Project project = read_text("🚀 화웨이가 칩을", selection("3", "6", "화웨이"));
  EXPECT_EQ(found(project.problems), (std::vector<std::string>{"0:other-offset-unit"}));
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, ATextWithBytesThatAreNoCharactersIsAProblem) {
  EXPECT_EQ(found(read_text("🚀 화웨이\xFF 가나다라마바사", selection("2", "5")).problems),
            (std::vector<std::string>{"1:invalid-utf8"}));
}

TEST(RefiProjectTest, ARelationDoesNotTakeTheIdOfASpan) {
  const std::string relation =
      "<Notes><Note guid=\"n\"><PlainTextContent>mitjul: d3f7k2m5qa/h4k2qa-1 from to</PlainTextContent></Note></Notes>"
      "<Links><Link guid=\"l\" originGUID=\"s2\" "
      "targetGUID=\"s2\"><NoteRef targetGUID=\"n\"/></Link></Links></Project>";
  const std::string spans =
      edited(selection("2", "5"), "<Coding", "<Description>mitjul: h4k2qa-1</Description><Coding");
  const std::string qde = edited(
      project_with(
          "", "<Description>mitjul: d3f7k2m5qa</Description><PlainTextContent>🚀 화웨이</PlainTextContent>" + spans),
      "</Project>", relation);
  EXPECT_EQ(found(read_files({{"project.qde", qde}}).problems), (std::vector<std::string>{"1:duplicate-id"}));
}

TEST(RefiProjectTest, ATextMayStandInTheProjectItself) {
  const Project project =
      read_files({{"p.QDE", project_with("", "<PlainTextContent>🚀 화웨이</PlainTextContent>" + selection("2", "5"))}});
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, TheProjectMayLieInAFolderOfTheArchive) {
  const Project project = read_files(
      {{"회견/project.qde", project_with(kInternal, selection("2", "5"))}, {"회견/sources/1.TXT", "🚀 화웨이"}});
  EXPECT_EQ(project.spans(), (std::vector<std::string>{"화웨이|ORG|REFI-QDA"}));
}

TEST(RefiProjectTest, TextsThatAreNotThereAreProblems) {
  const auto problems = [](const std::string& source) {
    return found(read_files({{"project.qde", project_with(source)}}).problems);
  };
  EXPECT_EQ(problems(kInternal), (std::vector<std::string>{"1:missing-part"}));
  EXPECT_EQ(problems("plainTextPath=\"absolute:///etc/passwd\""), (std::vector<std::string>{"1:missing-part"}));
  EXPECT_EQ(problems("plainTextPath=\"relative://1.txt\""), (std::vector<std::string>{"1:missing-part"}));
  EXPECT_EQ(problems("plainTextPath=\"internal://../1.txt\""), (std::vector<std::string>{"1:path-outside-folder"}));
  EXPECT_EQ(problems("plainTextPath=\"internal:///etc/passwd\""), (std::vector<std::string>{"1:path-outside-folder"}));
  EXPECT_EQ(problems("richTextPath=\"internal://1.docx\""), (std::vector<std::string>{"1:missing-xml-attribute"}));
  EXPECT_EQ(found(read_files({{"글.txt", "🚀"}}).problems), (std::vector<std::string>{"0:missing-part"}));
}

TEST(RefiProjectTest, PlacesOutsideOfTheTextAreProblems) {
  EXPECT_EQ(found(read_text("🚀 화웨이", selection("2", "6")).problems),
            (std::vector<std::string>{"1:span-outside-text"}));
  EXPECT_EQ(found(read_text("🚀 화웨이", selection("-2", "5")).problems),
            (std::vector<std::string>{"1:invalid-xml-value"}));
  EXPECT_EQ(found(read_text("🚀 화웨이", selection("2", "99999999999999999999999")).problems),
            (std::vector<std::string>{"1:invalid-xml-value"}));
  EXPECT_EQ(found(read_text("🚀 화웨이", selection("18446744073709551614", "18446744073709551615")).problems),
            (std::vector<std::string>{"1:span-outside-text"}));
  EXPECT_EQ(found(read_text("🚀 화웨이", selection("2", "2")).problems),
            (std::vector<std::string>{"0:annotations-left-out"}));
}

TEST(RefiProjectTest, BrokenProjectsAreRefused) {
  const auto problems = [](const std::string& qde) { return found(read_files({{"project.qde", qde}}).problems); };
  EXPECT_EQ(problems("🚀"), (std::vector<std::string>{"1:malformed-xml"}));
  EXPECT_EQ(problems("<!DOCTYPE Project><Project/>"), (std::vector<std::string>{"1:malformed-xml"}));
  EXPECT_EQ(problems("<Project xmlns=\"urn:QDA-XML:codebook:1.0\"/>"),
            (std::vector<std::string>{"1:unsupported-format-version"}));
  EXPECT_EQ(problems(edited(project_with(kInternal, selection("2", "5")), "<CodeRef targetGUID=\"bbbb",
                            "<CodeRef targetGUID=\"cccc")),
            (std::vector<std::string>{"1:unknown-reference"}));
  const std::string source = "<TextSource guid=\"e\" name=\"🚀\"><PlainTextContent>가</PlainTextContent></TextSource>";
  EXPECT_EQ(problems("<Project name=\"p\"><Sources>" + source + source + "</Sources></Project>"),
            (std::vector<std::string>{"1:duplicate-id"}));
  EXPECT_EQ(problems("<Project name=\"p\"><Users><User name=\"🚀\"/></Users></Project>"),
            (std::vector<std::string>{"1:missing-xml-attribute"}));
}

TEST(RefiProjectTest, ATextIsReadForOneSourceOnly) {
  const std::string twice = edited(project_with(kInternal), "</Sources>",
                                   "<TextSource guid=\"e2\" name=\"2\" " + std::string(kInternal) + "/></Sources>");
  EXPECT_EQ(found(read_files({{"project.qde", twice}, {"Sources/1.txt", "🚀"}}).problems),
            (std::vector<std::string>{"1:duplicate-id"}));
}

TEST(RefiProjectTest, ArchivesThatMeanHarmAreRefused) {
  const std::string qde = project_with(kInternal);
  for (const char* const name : {"../1.txt", "Sources/../../1.txt", "/etc/1.txt", "Sources\\1.txt", "C:/1.txt", ".."}) {
    EXPECT_EQ(found(read_files({{"project.qde", qde}, {name, "🚀"}}).problems),
              (std::vector<std::string>{"0:path-outside-folder"}))
        << name;
  }
  EXPECT_EQ(
      found(read_files({{"project.qde", qde}, {"Sources/1.txt", std::string(std::size_t{80} << 20, 'a')}}).problems),
      (std::vector<std::string>{"0:expands-too-far"}));
  EXPECT_EQ(found(read_files({{"project.qde", qde}, {"Sources/1.txt", "🚀"}}, {true}).problems),
            (std::vector<std::string>{"0:broken-archive"}));
}

TEST(RefiProjectTest, BrokenArchivesAreRefused) {
  const TempFolder folder;
  write_zip(folder / "🚀.qdpx", qualcoder());
  const std::string bytes = bytes_of(folder / "🚀.qdpx");
  EXPECT_EQ(found(read_file_of(folder.write("짧다.qdpx", bytes.substr(0, bytes.size() / 2))).problems),
            (std::vector<std::string>{"0:broken-archive"}));
  EXPECT_EQ(found(read_file_of(folder.write("빈.qdpx", "")).problems), (std::vector<std::string>{"0:broken-archive"}));
  std::string flipped = bytes;
  flipped[200] = static_cast<char>(flipped[200] ^ 0x55);  // in the packed project
  const Project project = read_file_of(folder.write("틀림.qdpx", flipped));
  EXPECT_FALSE(project.problems.empty());
  EXPECT_TRUE(project.documents.empty());
}

TEST(RefiProjectTest, ItIsRecognisedByItsNameOrItsFirstFile) {
  const TempFolder folder;
  write_zip(folder / "🚀.qdpx", {{"a", "a"}, {"project.qde", "b"}});
  write_zip(folder / "🚀.zip", qualcoder());
  write_zip(folder / "다른.zip", {{"a.txt", "a"}});
  EXPECT_EQ(recognise_format(folder / "🚀.qdpx")->id, "refi-qda");
  EXPECT_EQ(recognise_format(folder / "🚀.zip")->id, "refi-qda");
  EXPECT_EQ(recognise_format(folder / "다른.zip"), nullptr);
}

TEST(RefiMarksTest, OnlyTheLinesAtTheEndAreOurs) {
  const auto taken = [](std::string text) {
    const std::vector<std::string> marks = take_refi_marks(text);
    std::string all = text + "#";
    for (const std::string& mark : marks) all += mark + "#";
    return all;
  };
  EXPECT_EQ(taken("mitjul: a\nmitjul: @b  c"), "#a#@b  c#");
  EXPECT_EQ(taken("쪽지 🚀\n\nmitjul: a"), "쪽지 🚀#a#");
  EXPECT_EQ(taken("쪽지\n\n\nmitjul: a"), "쪽지\n#a#");
  EXPECT_EQ(taken("mitjul: x\n\nmitjul: a"), "mitjul: x#a#") << "the note of somebody who writes so";
  EXPECT_EQ(taken("mitjul: a\n쪽지"), "mitjul: a\n쪽지#");
  EXPECT_EQ(taken(""), "#");
  EXPECT_EQ(taken("\n"), "\n#");
}

}  // namespace
}  // namespace mitjul
