// A document that is removed for good: no byte of it is left, and everything else is as it was.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/edit_log.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

// Each is in one place of the secret document only. `kEdited` was there once and was changed since.
constexpr const char* kWord = "비밀낱말";
constexpr const char* kNote = "비밀메모";
constexpr const char* kEdited = "옛메모";
constexpr const char* kMeta = "비밀주소";
constexpr const char* kName = "비밀문서";
constexpr const char* kTitle = "비밀제목";
constexpr const char* kRestated = "비밀진술";
constexpr const char* kFile = "비밀파일";

class PurgeTest : public testing::Test {
 protected:
  PurgeTest() {
    project.annotate_article();
    Document document =
        Document::make(std::string(kName) + ".txt", Text("🚀 " + std::string(kWord) + "이 있는 글. " + filler()));
    document.info.metadata = {{"url", kMeta}};
    document.info.origin.file = kFile;
    secret = document.info.key;
    hash = document.info.sha256;
    ImportEdit import(project.workspace());
    import.add({document, {}});
    import.commit();
    set = {secret, project.workspace().annotator(), false};
    annotate_secret();
    import_document(project.workspace(), "셋.txt", Text("🚀 셋째 글"));
  }

  /// Long enough for pages of its own.
  static std::string filler() {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += kWord;
    return text;
  }

  AnnotationChange made(std::string label, Anchor anchor, std::int64_t provisional, const std::string& note) {
    return {set, std::nullopt, Annotation{project.id(provisional), std::move(label), std::move(anchor), {}, note, {}}};
  }

  void annotate_secret() {
    const Outcome outcome =
        project.perform({made("CLAIM", Spans(Span(2, 6)), -1, kEdited), made("ORG", Spans(Span(2, 6)), -2, kNote)});
    Annotation claim = *std::get<AnnotationChange>(outcome.edit.changes[0]).after;
    for (int i = 0; i < 50; ++i) {  // edited again and again, so that old rows lie in free space
      Annotation after = claim;
      after.note = (i < 25 ? kEdited : kNote) + std::to_string(i);
      after.attributes = {{"restated", {kRestated + std::to_string(i)}}};
      const Outcome edited = project.perform({AnnotationChange{set, claim, after}});
      claim = *std::get<AnnotationChange>(edited.edit.changes[0]).after;
    }
    const DocumentInfo before = project.workspace().open(secret).document.info;
    DocumentInfo after = before;
    after.title = kTitle;
    project.perform({DocumentChange{secret, before, after}});
  }

  /// Relations of 기사.txt into the secret document (5), and one that hangs on that (6), where the schema allows it.
  void relate() {
    Schema schema = project.workspace().schema();
    Label why = relation_label("why", {{"what", "무엇", {"about"}}, {"because", "까닭", {}}});
    schema.labels.push_back(why);
    ASSERT_TRUE(project.perform({SchemaChange{project.workspace().schema(), schema}}).done());
    const Relation about{{project.end("claim", 1), {"target", {secret, project.id(2)}}}};
    ASSERT_TRUE(project.perform({project.made("about", about)}).done());
    ASSERT_TRUE(
        project.perform({project.made("why", Relation{{project.end("what", 5), project.end("because", 3)}})}).done());
  }

  void expect_no_trace() {
    ASSERT_EQ(std::distance(fs::directory_iterator(project.folder.path()), fs::directory_iterator()), 1) << "a journal";
    const std::string bytes = bytes_of(project.path);
    for (const std::string& trace :
         {std::string(kWord), std::string(kNote), std::string(kEdited), std::string(kMeta), std::string(kName),
          std::string(kTitle), std::string(kRestated), std::string(kFile), secret.str(), hash}) {
      EXPECT_EQ(bytes.find(trace), std::string::npos) << trace;
    }
  }

  Project project;
  DocumentKey secret;
  std::string hash;
  SetKey set;
};

TEST_F(PurgeTest, TheTracesAreThereBefore) {
  const std::string bytes = bytes_of(project.path);
  for (const char* const trace : {kWord, kNote, kEdited, kMeta, kName, kTitle, kRestated, kFile}) {
    EXPECT_NE(bytes.find(trace), std::string::npos) << trace;
  }
  EXPECT_NE(bytes.find(secret.str()), std::string::npos);
  EXPECT_NE(bytes.find(hash), std::string::npos);
}

TEST_F(PurgeTest, NoByteOfTheDocumentIsLeft) {
  const PurgeReport report = project.workspace().purge({secret});
  EXPECT_TRUE(report.compacted);
  EXPECT_EQ(report.relations_elsewhere, 0);
  expect_no_trace();
  EXPECT_FALSE(project.file().has(secret));
  EXPECT_EQ(error_of([&] { project.workspace().open(secret); }), ErrorKind::Damaged);
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(PurgeTest, NorOfOneThatLiesInTheTrash) {
  const DocumentInfo before = project.workspace().open(secret).document.info;
  DocumentInfo after = before;
  after.in_trash = true;
  ASSERT_TRUE(project.perform({DocumentChange{secret, before, after}}).done());
  project.workspace().purge({secret});
  expect_no_trace();
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(PurgeTest, NorWhereTheProjectIsOpenedAnew) {
  project.reopen();
  project.workspace().purge({secret});
  project.reopen();
  expect_no_trace();
}

TEST_F(PurgeTest, OtherDocumentsStayAsTheyAre) {
  const std::string article_before = in_words(project.opened());
  project.workspace().purge({secret});
  EXPECT_EQ(in_words(project.opened()), article_before);
  EXPECT_EQ(in_words(project.file().load(project.document)), article_before);
  std::vector<std::string> names;
  for (const DocumentSummary& document : project.file().documents()) names.push_back(document.name);
  EXPECT_THAT(names, ElementsAre("기사.txt", "셋.txt"));
}

TEST_F(PurgeTest, RelationsOfOtherDocumentsIntoItGoWithIt) {
  relate();
  ASSERT_EQ(project.opened().find_set(project.set())->size(), 6U);
  const PurgeReport report = project.workspace().purge({secret});
  EXPECT_EQ(report.relations_elsewhere, 2) << "the one into the document and the one that hung on it";
  EXPECT_EQ(project.opened().find(project.id(5)), nullptr);
  EXPECT_EQ(project.opened().find(project.id(6)), nullptr);
  EXPECT_EQ(project.opened().find_set(project.set())->size(), 4U);
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
  expect_no_trace();
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(PurgeTest, WhatWasDoneElsewhereCanStillBeUndone) {
  // The last edits are all of the secret document; below them lies the annotation of 기사.txt.
  project.workspace().purge({secret});
  project.reopen();
  const Outcome undone = project.workspace().undo();
  ASSERT_TRUE(undone.done()) << in_words(*undone.refused);
  EXPECT_EQ(undone.target, 2);
  EXPECT_EQ(project.opened().find(project.id(1)), nullptr);
  ASSERT_TRUE(project.workspace().redo().done());
  EXPECT_NE(project.opened().find(project.id(1)), nullptr);
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(PurgeTest, RedoOfWhatWasUndoneElsewhereStays) {
  project.perform({project.made("PRODUCT", span(kProduct))});
  project.workspace().undo();
  project.workspace().purge({secret});
  ASSERT_TRUE(project.workspace().redo().done());
  EXPECT_NE(project.opened().find(project.id(5)), nullptr);
}

TEST_F(PurgeTest, AnEditOfSeveralDocumentsKeepsItsOtherHalf) {
  AnnotationChange there = made("CUE", Spans(Span(2, 3)), -1, kNote);
  const EditNumber number = project.perform({there, project.made("PRODUCT", span(kProduct), -2)}).number;
  project.workspace().purge({secret});
  EXPECT_NE(project.opened().find(project.id(5)), nullptr);
  const Outcome undone = project.workspace().undo();
  ASSERT_TRUE(undone.done()) << in_words(*undone.refused);
  EXPECT_EQ(undone.target, number);
  EXPECT_EQ(project.opened().find(project.id(5)), nullptr);
  expect_no_trace();
}

TEST_F(PurgeTest, TheLogSaysThatSomethingWasPurged) {
  const EditNumber last = project.file().last_edit();
  project.workspace().purge({secret});
  const std::vector<LoggedEdit> log = project.file().log();
  EXPECT_EQ(log.back().header.kind, EditKind::Purge);
  EXPECT_EQ(log.back().header.annotator, project.workspace().annotator());
  EXPECT_GT(log.back().number, last);
  for (const LoggedEdit& edit : log) {
    for (const std::string& name : edit.documents) EXPECT_THAT(name, testing::AnyOf("기사.txt", "셋.txt"));
  }
}

TEST_F(PurgeTest, ListenersAreToldOfTheDocumentAndOfThoseThatLostRelations) {
  relate();
  project.workspace().open(secret);
  std::vector<DocumentKey> told;
  project.workspace().listen([&](const WorkspaceEvent& event) {
    told = event.documents;
    EXPECT_FALSE(event.from_outside);
  });
  project.workspace().purge({secret});
  EXPECT_THAT(told, testing::UnorderedElementsAre(secret, project.document));
}

TEST_F(PurgeTest, EditingGoesOn) {
  relate();
  project.workspace().purge({secret});
  ASSERT_TRUE(project.perform({project.deleted(4)}).done());
  ASSERT_TRUE(project.perform({project.made("PRODUCT", span(kProduct))}).done());
  EXPECT_NE(project.opened().find(project.id(7)), nullptr) << "numbers of purged relations are not used again";
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(PurgeTest, TheSameTextMayComeInAgain) {
  project.workspace().purge({secret});
  const DocumentKey again =
      import_document(project.workspace(), std::string(kName) + ".txt", Text("🚀 " + std::string(kWord)));
  EXPECT_NE(again, secret);
  EXPECT_EQ(project.workspace().open(again).document.info.name, std::string(kName) + ".txt");
}

TEST_F(PurgeTest, SeveralGoInOneEditWithWhatTiedThemToEachOther) {
  relate();
  const DocumentKey third = project.file().documents().back().key;
  const SetKey set_of_third{third, project.workspace().annotator(), false};
  const Annotation claim{project.id(-1), "CLAIM", Spans(Span(2, 4)), {}, "", {}};
  const Relation about{{{"claim", {{}, project.id(-1)}}, {"target", {secret, project.id(2)}}}};
  ASSERT_TRUE(project
                  .perform({AnnotationChange{set_of_third, std::nullopt, claim},
                            AnnotationChange{set_of_third, std::nullopt,
                                             Annotation{project.id(-2), "about", about, {}, "", {}}}})
                  .done());
  const PurgeReport report = project.workspace().purge({secret, third});
  EXPECT_EQ(report.relations_elsewhere, 2) << "those of the documents themselves are not elsewhere";
  EXPECT_TRUE(report.compacted);
  expect_no_trace();
  EXPECT_EQ(bytes_of(project.path).find(third.str()), std::string::npos);
  ASSERT_EQ(project.file().documents().size(), 1U);
  const std::vector<LoggedEdit> log = project.file().log();
  EXPECT_EQ(
      std::count_if(log.begin(), log.end(), [](const LoggedEdit& edit) { return edit.header.kind == EditKind::Purge; }),
      1);
  EXPECT_THAT(problems_in(project.path), IsEmpty());
  ASSERT_TRUE(project.perform({project.deleted(4)}).done());
  ASSERT_TRUE(project.workspace().undo().done());
}

TEST_F(PurgeTest, WhereOneIsNotThereTheOthersStay) {
  EXPECT_TRUE(error_of([&] { project.workspace().purge({secret, DocumentKey::generate()}); }));
  EXPECT_TRUE(project.file().has(secret));
}

TEST_F(PurgeTest, WhatIsNotThereCannotBePurged) {
  const std::string bytes = bytes_of(project.path);
  EXPECT_TRUE(error_of([&] { project.workspace().purge({DocumentKey::generate()}); }));
  EXPECT_TRUE(bytes_of(project.path) == bytes);
}

}  // namespace
}  // namespace mitjul
