#include "import/refi_archive.h"

#include "import/formats.h"
#include "tests/import/refi_reading.h"

namespace mitjul {
namespace {

TEST(RefiArchiveTest, ArchivesThatMeanHarmAreRefused) {
  const std::string qde = refi_project_with(kInternalText);
  for (const char* const name : {"../1.txt", "Sources/../../1.txt", "/etc/1.txt", "C:/1.txt", ".."}) {
    EXPECT_EQ(found(read_refi({{"project.qde", qde}, {name, "🚀"}}).problems),
              (std::vector<std::string>{"0:path-outside-folder"}))
        << name;
  }
  EXPECT_EQ(
      found(read_refi({{"project.qde", qde}, {"Sources/1.txt", std::string(std::size_t{80} << 20, 'a')}}).problems),
      (std::vector<std::string>{"0:archive-expands-too-far"}));
}

TEST(RefiArchiveTest, WhatIsWrongWithAnArchiveIsSaid) {
  const std::string qde = refi_project_with(kInternalText);
  const RefiReading encrypted = read_refi({{"project.qde", qde}, {"Sources/1.txt", "🚀"}}, {true});
  EXPECT_EQ(encrypted.problems, (std::vector<Problem>{make_problem(ProblemCode::EncryptedArchive, {"project.qde"})}));
  for (const char* const name : {"Sources\\1.txt", "..\\1.txt"}) {
    EXPECT_EQ(read_refi({{"project.qde", qde}, {name, "🚀"}}).problems,
              (std::vector<Problem>{make_problem(ProblemCode::BackslashInName, {name})}));
  }
}

TEST(RefiArchiveTest, BrokenArchivesAreRefused) {
  const TempFolder folder;
  write_zip(folder / "🚀.qdpx", qualcoder_files());
  const std::string bytes = bytes_of(folder / "🚀.qdpx");
  EXPECT_EQ(found(read_refi_file(folder.write("짧다.qdpx", bytes.substr(0, bytes.size() / 2))).problems),
            (std::vector<std::string>{"0:archive-cut-short"}));
  EXPECT_EQ(found(read_refi_file(folder.write("빈.qdpx", "")).problems), (std::vector<std::string>{"0:empty-file"}));
  EXPECT_EQ(found(read_refi_file(folder.write("글.qdpx", "🚀 화웨이")).problems),
            (std::vector<std::string>{"0:not-an-archive"}));
  EXPECT_EQ(found(read_refi_file(folder.write("셋.qdpx", bytes.substr(0, 3))).problems),
            (std::vector<std::string>{"0:archive-cut-short"}));
  std::string flipped = bytes;
  flipped[200] = static_cast<char>(flipped[200] ^ 0x55);  // in the packed project
  const RefiReading project = read_refi_file(folder.write("틀림.qdpx", flipped));
  EXPECT_FALSE(project.problems.empty());
  EXPECT_TRUE(project.documents.empty());
}

TEST(RefiArchiveTest, ItIsRecognisedByItsNameOrItsFirstFile) {
  const TempFolder folder;
  write_zip(folder / "🚀.qdpx", {{"a", "a"}, {"project.qde", "b"}});
  write_zip(folder / "🚀.zip", qualcoder_files());
  write_zip(folder / "다른.zip", {{"a.txt", "a"}});
  EXPECT_EQ(recognise_format(folder / "🚀.qdpx")->id, "refi-qda");
  EXPECT_EQ(recognise_format(folder / "🚀.zip")->id, "refi-qda");
  EXPECT_EQ(recognise_format(folder / "다른.zip"), nullptr);
}

TEST(RefiArchiveTest, WhatIsCalledSoIsNeverAText) {
  const TempFolder folder;
  for (const char* const bytes : {"", "🚀 화웨이", "PK"})
    EXPECT_EQ(recognise_format(folder.write("🚀.QDPX", bytes))->id, "refi-qda") << bytes;
}

/// The problems of an archive with these files, and the names of its documents.
std::vector<std::string> reading_of(const ArchiveFiles& files) {
  const RefiReading reading = read_refi(files);
  std::vector<std::string> lines;
  for (const Problem& problem : reading.problems) {
    std::string line(to_string(problem.code));
    for (const std::string& detail : problem.details) line += " " + detail;
    lines.push_back(line);
  }
  for (const AnnotatedDocument& document : reading.documents) lines.push_back(document.document.text.utf8());
  return lines;
}

/// With its text in the project file.
std::string project_of(const std::string& text) {
  return refi_project_with("", "<PlainTextContent>" + text + "</PlainTextContent>");
}

TEST(RefiArchiveTest, OfSeveralProjectsTheOneThatTheStandardNamesIsRead) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(reading_of({{"b.qde", project_of("🚀 둘")}, {"Project.QDE", project_of("🚀 하나")}}),
            (Lines{"annotations-left-out b.qde 1", "🚀 하나"}));
  EXPECT_EQ(reading_of({{"회견/project.qde", project_of("🚀 둘")}, {"회견.qde", project_of("🚀 하나")}}),
            (Lines{"annotations-left-out 회견/project.qde 1", "🚀 하나"}))
      << "a source may be one, too";
  EXPECT_EQ(reading_of({{"a.qde", project_of("🚀")}, {"b.qde", project_of("🚀")}}),
            (Lines{"several-projects a.qde, b.qde"}));
  EXPECT_EQ(reading_of({{"a/project.qde", project_of("🚀")}, {"b/project.qde", project_of("🚀")}}),
            (Lines{"several-projects a/project.qde, b/project.qde"}));
  EXPECT_EQ(reading_of({{"Sources/1.txt", "🚀"}}), (Lines{"missing-part project.qde"}));
}

TEST(RefiArchiveTest, WhatSystemsLeaveInFoldersIsNothing) {
  EXPECT_EQ(reading_of({{"__MACOSX/._project.qde", "🚀"},
                        {"._project.qde", "🚀"},
                        {"Sources/.DS_Store", "🚀"},
                        {"Sources/Thumbs.db", "🚀"},
                        {"project.qde", project_of("🚀 하나")}}),
            (std::vector<std::string>{"🚀 하나"}));
}

TEST(RefiArchiveTest, FilesThatNothingNamesAreTold) {
  const std::string qde = edited(refi_project_with(std::string(kInternalText) + " richTextPath=\"internal://1.docx\""),
                                 "</Sources>", "<PDFSource guid=\"e2\" path=\"internal://2.pdf\"/></Sources>");
  ArchiveFiles files{{"project.qde", qde},
                     {"sources/1.TXT", "🚀 하나"},
                     {"sources/1.docx", "🚀"},
                     {"sources/2.pdf", "🚀"},
                     {"sources/3.txt", "🚀 셋"}};
  EXPECT_EQ(reading_of(files), (std::vector<std::string>{"annotations-left-out PDFSource 1",
                                                         "annotations-left-out sources/3.txt 1", "🚀 하나"}));
  for (int i = 10; i < 20; ++i) files.emplace_back("sources/" + std::to_string(i), "🚀");
  EXPECT_EQ(reading_of(files), (std::vector<std::string>{"annotations-left-out PDFSource 1",
                                                         "annotations-left-out sources/3.txt … 11", "🚀 하나"}));
}

}  // namespace
}  // namespace mitjul
