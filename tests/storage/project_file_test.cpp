#include "storage/project_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "storage/tables.h"
#include "tests/storage/as_nobody.h"
#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const Time kTime = time_at("2026-11-21T00:00:00Z");

std::optional<ErrorKind> error_of_opening(const fs::path& path) {
  return error_of([&] {
    ProjectFile file(path);
    file.schema();
    for (const DocumentSummary& document : file.documents()) file.load(document.key);
  });
}

/// A file with bytes replaced.
void overwrite(const fs::path& path, std::size_t at, std::string_view bytes) {
  std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(static_cast<std::streamoff>(at));
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST(ProjectFileTest, ANewProjectHasASchemaAndAnAnnotatorAndNothingElse) {
  const TempFolder folder;
  const fs::path path = folder / "새 사업.mitjul";
  ProjectFile::create(path, preset("claims-entities").value(), kTime);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
  ProjectFile file(path);
  EXPECT_EQ(file.path(), path);
  EXPECT_EQ(file.schema(), preset("claims-entities"));
  EXPECT_EQ(file.created(), kTime);
  ASSERT_EQ(file.annotators().size(), 1U);
  EXPECT_EQ(file.annotators()[0].name, "annotator01");
  EXPECT_FALSE(file.annotators()[0].imported);
  EXPECT_THAT(file.documents(), IsEmpty());
  EXPECT_THAT(file.log(), IsEmpty());
  EXPECT_EQ(file.last_edit(), 0);
  EXPECT_THAT(file.check_file(), IsEmpty());
}

TEST(ProjectFileTest, TheHeaderSaysWhatItIs) {
  const Project project;
  const std::string bytes = bytes_of(project.path);
  EXPECT_EQ(bytes.substr(0, 16), std::string("SQLite format 3\0", 16));
  EXPECT_EQ(bytes.substr(68, 4), "MJUL");
  EXPECT_EQ(bytes.substr(60, 4), std::string("\0\0\0", 3) + static_cast<char>(kFileVersion));
}

TEST(ProjectFileTest, CreateRefusesWhatIsThere) {
  const TempFolder folder;
  const fs::path path = folder.write("사업.mitjul", "etwas");
  const Schema schema = preset("empty").value();
  EXPECT_EQ(error_of([&] { ProjectFile::create(path, schema, kTime); }), ErrorKind::AlreadyExists);
  EXPECT_EQ(bytes_of(path), "etwas");
  fs::create_symlink(folder / "없음.mitjul", folder / "링크.mitjul");
  EXPECT_EQ(error_of([&] { ProjectFile::create(folder / "링크.mitjul", schema, kTime); }), ErrorKind::AlreadyExists);
  EXPECT_EQ(error_of([&] { ProjectFile::create(folder / "없음/사업.mitjul", schema, kTime); }),
            ErrorKind::FolderNotFound);
  EXPECT_FALSE(fs::exists(folder / "없음.mitjul"));
}

TEST(ProjectFileTest, WhatIsNoProjectIsRefused) {
  const TempFolder folder;
  EXPECT_EQ(error_of_opening(folder / "없음.mitjul"), ErrorKind::NotFound);
  EXPECT_EQ(error_of_opening(folder / "없음/사업.mitjul"), ErrorKind::FolderNotFound);
  EXPECT_EQ(error_of_opening(folder.path()), ErrorKind::IsDirectory);
  EXPECT_EQ(error_of_opening(folder.write("빈.mitjul", "")), ErrorKind::NotAProject);
  EXPECT_EQ(error_of_opening(folder.write("글.mitjul", "🚀 글")), ErrorKind::NotAProject);
  EXPECT_EQ(error_of_opening(folder.write("긴 글.mitjul", std::string(20000, 'x'))), ErrorKind::NotAProject);
  const fs::path other = folder.write("다른.mitjul", "");
  raw_sql(other, "CREATE TABLE document (id INTEGER)");
  EXPECT_EQ(error_of_opening(other), ErrorKind::NotAProject);
}

TEST(ProjectFileTest, WhatIsNoProjectIsNotTouched) {
  const TempFolder folder;
  const fs::path other = folder.write("다른.mitjul", "");
  raw_sql(other, "CREATE TABLE document (id INTEGER)");
  const std::string bytes = bytes_of(other);
  error_of_opening(other);
  EXPECT_TRUE(bytes_of(other) == bytes);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(ProjectFileTest, ANewerVersionIsRefusedWithItsNumber) {
  const Project project;
  raw_sql(project.path, "PRAGMA user_version = 7");
  try {
    ProjectFile file(project.path);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::NewerVersion);
    EXPECT_EQ(error.detail(), "7");
  }
}

TEST(ProjectFileTest, AVersionThatNeverWasIsNoProject) {
  const Project project;
  raw_sql(project.path, "PRAGMA user_version = 0");
  EXPECT_EQ(error_of_opening(project.path), ErrorKind::NotAProject);
}

TEST(ProjectFileTest, ATruncatedFileIsNoticed) {
  Project project;
  project.annotate_article();
  const std::string bytes = bytes_of(project.path);
  const TempFolder folder;
  const auto cut_to = [&](std::size_t size) {
    return folder.write("잘림.mitjul", std::string_view(bytes).substr(0, size));
  };
  EXPECT_EQ(error_of_opening(cut_to(1)), ErrorKind::NotAProject);
  for (std::size_t size = 99; size < bytes.size(); size += 4096 - 99) {
    const fs::path cut = cut_to(size);
    EXPECT_TRUE(error_of_opening(cut) == ErrorKind::Damaged || !problems_in(cut).empty()) << size;
  }
}

TEST(ProjectFileTest, AnotherKindOfPageIsDamaged) {
  Project project;
  overwrite(project.path, 4096, std::string(4096, '\xFF'));
  EXPECT_EQ(error_of_opening(project.path), ErrorKind::Damaged);
}

TEST(ProjectFileTest, AMissingTableIsDamage) {
  Project project;
  project.annotate_article();
  raw_sql(project.path, "DROP TABLE segment");
  EXPECT_EQ(error_of_opening(project.path), ErrorKind::Damaged);
}

TEST(ProjectFileTest, NothingThatSomebodyPutIntoAFileRuns) {
  Project project;
  project.annotate_article();
  raw_sql(project.path, "CREATE TRIGGER trap AFTER INSERT ON annotation BEGIN DELETE FROM document_text; END");
  ASSERT_TRUE(project.perform({project.made("PRODUCT", span(kProduct))}).done());
  EXPECT_EQ(project.file().text(project.document), article().text);
  raw_sql(project.path,
          "DROP TRIGGER trap; ALTER TABLE metadata RENAME TO hidden;"
          " CREATE VIEW metadata AS SELECT document, position, key, value FROM hidden");
  EXPECT_EQ(error_of_opening(project.path), ErrorKind::Damaged);
}

TEST(ProjectFileTest, AFileThatAnotherProgramSplitInTwoIsMadeOneAgain) {
  Project project;
  project.annotate_article();
  const std::string before = in_words(project.opened());
  project.close();
  raw_sql(project.path, "PRAGMA journal_mode = WAL");
  project.reopen();
  EXPECT_EQ(in_words(project.opened()), before);
  ASSERT_TRUE(project.perform({project.made("PRODUCT", span(kProduct))}).done());
  EXPECT_EQ(std::distance(fs::directory_iterator(project.folder.path()), fs::directory_iterator()), 1);
  EXPECT_EQ(Database(project.path).text("PRAGMA journal_mode"), "delete");
}

TEST(ProjectFileTest, AFileThatCannotBeWrittenIsReadOnly) {
  Project project;
  project.annotate_article();
  const std::string before = in_words(project.file());
  fs::permissions(project.path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  EXPECT_EQ(as_nobody([&] {
              Workspace reader(std::make_unique<ProjectFile>(project.path), ticking_clock());
              if (in_words(static_cast<ProjectFile&>(reader.store())) != before) return 1;
              const auto error = error_of([&] { reader.perform({"edit", {project.made("ORG", span(kOrg))}}); });
              if (error != ErrorKind::ReadOnly) return 2;
              return in_words(static_cast<ProjectFile&>(reader.store())) == before ? 0 : 3;
            }),
            0);
}

TEST(ProjectFileTest, DocumentsAreListedByNameThenKeyWithTheirSets) {
  Project project;
  project.annotate_article();
  import_document(project.workspace(), "b.txt", Text("🚀 b"));
  import_document(project.workspace(), "B.txt", Text("🚀 B"));
  import_document(project.workspace(), "가.txt", Text(""));
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  const auto documents = project.file().documents();
  std::vector<std::string> names;
  for (const DocumentSummary& document : documents) names.push_back(document.name);
  EXPECT_THAT(names, ElementsAre("B.txt", "b.txt", "가.txt", "기사.txt"));
  EXPECT_EQ(documents[2].code_points, 0U);
  EXPECT_THAT(documents[2].sets, IsEmpty());
  EXPECT_TRUE(documents[3].in_trash);
  EXPECT_EQ(documents[3].key, project.document);
  EXPECT_EQ(documents[3].sha256, project.opened().document.info.sha256);
  ASSERT_EQ(documents[3].sets.size(), 1U);
  EXPECT_EQ(documents[3].sets[0].key, project.set());
  EXPECT_EQ(documents[3].sets[0].state, SetState::InProgress);
  EXPECT_EQ(documents[3].sets[0].annotations, 4);
}

std::vector<DocumentKey> found_by(ProjectFile& file, const std::string& key_or_name) {
  std::vector<DocumentKey> keys;
  for (const DocumentSummary& document : file.find(key_or_name)) keys.push_back(document.key);
  return keys;
}

TEST(ProjectFileTest, ADocumentIsFoundByKeyBeforeName) {
  Project project;
  const DocumentKey named_like_key = import_document(project.workspace(), project.document.str(), Text("🚀 둘"));
  EXPECT_THAT(found_by(project.file(), project.document.str()), ElementsAre(project.document));
  EXPECT_THAT(found_by(project.file(), named_like_key.str()), ElementsAre(named_like_key));
  EXPECT_THAT(found_by(project.file(), "기사.txt"), ElementsAre(project.document));
  EXPECT_THAT(found_by(project.file(), "없음.txt"), IsEmpty());
}

TEST(ProjectFileTest, OfSeveralOfOneNameTheOneOutsideTheTrashComesFirst) {
  Project project;
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  EXPECT_THAT(found_by(project.file(), "기사.txt"), ElementsAre(project.document));
  const DocumentKey second = import_document(project.workspace(), "기사.txt", Text("🚀 둘"));
  EXPECT_THAT(found_by(project.file(), "기사.txt"), ElementsAre(second, project.document));
}

TEST(ProjectFileTest, TextAloneIsTheDocumentsText) {
  Project project;
  EXPECT_EQ(project.file().text(project.document), article().text);
  EXPECT_EQ(error_of([&] { project.file().text(DocumentKey::generate()); }), ErrorKind::Damaged);
  EXPECT_EQ(error_of([&] { project.file().load(DocumentKey::generate()); }), ErrorKind::Damaged);
}

TEST(ProjectFileTest, AnnotatorsAreAddedBehindOneAnother) {
  Project project;
  const Annotator second = project.file().add_annotator("🚀 '주석자' 둘");
  EXPECT_EQ(project.file().annotators().back(), second);
  project.reopen();
  ASSERT_EQ(project.workspace().annotators().size(), 2U);
  EXPECT_EQ(project.workspace().annotators()[1], second);
}

TEST(ProjectFileTest, ConfirmersAreThoseWhoConfirmed) {
  Project project;
  const Annotator second = project.file().add_annotator("둘");
  project.annotate_article();
  EXPECT_THAT(project.file().confirmers(), IsEmpty());
  project.perform({project.edited(2, [&](Annotation& org) {
    org.provenance.confirmed = kTime;
    org.provenance.confirmed_by = second.key;
  })});
  EXPECT_THAT(project.file().confirmers(), ElementsAre(std::pair(project.document, second.key)));
}

TEST(ProjectFileTest, OtherConnectionsChangeTheDataVersion) {
  Project project;
  ProjectFile reader(project.path);
  const std::int64_t before = reader.data_version();
  EXPECT_EQ(reader.data_version(), before);
  const EditNumber number = project.perform({project.made("ORG", span(kOrg))}).number;
  EXPECT_NE(reader.data_version(), before);
  EXPECT_EQ(reader.last_edit(), number);
  EXPECT_THAT(reader.documents_changed_since(number - 1), ElementsAre(project.document));
  EXPECT_THAT(reader.documents_changed_since(number), IsEmpty());
}

}  // namespace
}  // namespace mitjul
