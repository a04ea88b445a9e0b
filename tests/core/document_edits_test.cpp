#include "core/document_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::ElementsAre;

DocumentInfo trashed(const std::string& name) {
  DocumentInfo info = Document::make(name, Text("🚀 기사")).info;
  info.in_trash = true;
  return info;
}

std::vector<std::string> names_after(const Edit& edit) {
  std::vector<std::string> names;
  for (const Change& change : edit.changes) {
    const auto& after = *std::get<DocumentChange>(change).after;
    names.push_back(after.name + (after.in_trash ? " (trash)" : ""));
  }
  return names;
}

TEST(DocumentEditsTest, TheTrashTakesADocumentAsItIs) {
  const Edit edit = trash_document(Document::make("기사.txt", Text("🚀 기사")).info);
  EXPECT_EQ(edit.name, "delete-document");
  EXPECT_THAT(names_after(edit), ElementsAre("기사.txt (trash)"));
}

TEST(DocumentEditsTest, RestoredDocumentsKeepTheirNamesWhereTheseAreFree) {
  EXPECT_THAT(names_after(restore_documents({trashed("가.txt"), trashed("나.txt")}, {"다.txt"})),
              ElementsAre("가.txt", "나.txt"));
}

TEST(DocumentEditsTest, ANameThatIsTakenGetsANumber) {
  const std::vector<std::string> names =
      names_after(restore_documents({trashed("가.txt"), trashed("가.txt")}, {"가.txt"}));
  ASSERT_EQ(names.size(), 2U);
  EXPECT_NE(names[0], "가.txt");
  EXPECT_NE(names[1], "가.txt");
  EXPECT_NE(names[0], names[1]);
}

TEST(DocumentEditsTest, RenamingChangesNothingButTheName) {
  const DocumentInfo before = Document::make("기사.txt", Text("🚀 기사")).info;
  const Edit edit = rename_document(before, "새 이름.txt");
  DocumentInfo after = *std::get<DocumentChange>(edit.changes.front()).after;
  EXPECT_EQ(after.name, "새 이름.txt");
  after.name = before.name;
  EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace mitjul
