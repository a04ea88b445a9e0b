// Values that were changed behind the program's back, one at a time: each is found, and the message names it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class DamageTest : public testing::Test {
 protected:
  DamageTest() {
    project.annotate_article();
    project.perform({project.edited(1,
                                    [](Annotation& claim) {
                                      claim.attributes = {{"type", {"fact"}}, {"restated", {"🚀 다시 쓴 글"}}};
                                      claim.note = "🚀 메모";
                                      claim.provenance.confidence = 0.5;
                                      claim.provenance.origin = "모델";
                                    }),
                     SetStateChange{project.set(), SetState::InProgress, SetState::Finished},
                     RefusalChange{project.document, {project.workspace().annotator(), span(kOrg).hull(), "PERSON"}},
                     GazetteerChange{{}, {{"🚀 낱말", ""}, {"삼성", "ORG"}}}, project.described([](DocumentInfo& info) {
                       info.title = "제목";
                       info.metadata = {{"url", "https://example.invalid"}};
                       info.zones = {{ZoneKind::Title, Span(0, 6)}};
                     })});
    bytes_ = bytes_of(project.path);
  }

  /// What loading the document says after the damage; empty where it says nothing.
  std::string told_of(const std::string& sql) {
    std::filesystem::remove(project.path);
    project.folder.write("시험.mitjul", bytes_);
    EXPECT_GT(raw_sql(project.path, sql), 0) << sql;
    try {
      ProjectFile(project.path).load(project.document);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::Damaged);
      EXPECT_EQ(error.path(), project.path);
      return error.detail();
    }
    return "";
  }

  void expect_told(const std::string& words, const std::vector<std::string>& damages) {
    for (const std::string& sql : damages) EXPECT_THAT(told_of(sql), HasSubstr(words)) << sql;
  }

  std::string id(std::int64_t number) { return to_string(project.id(number)); }

  Project project;
  std::string bytes_;
};

TEST_F(DamageTest, WithoutDamageNothingIsTold) { EXPECT_EQ(told_of("UPDATE document SET id = id"), ""); }

TEST_F(DamageTest, SpansAndTheirQuotes) {
  expect_told(
      "기사.txt " + id(2) + ": quote-differs",
      {"UPDATE segment SET quote = '화웨아' WHERE number = 2", "UPDATE segment SET quote = '' WHERE number = 2",
       "UPDATE segment SET start = start + 1 WHERE number = 2", "UPDATE segment SET end = end - 1 WHERE number = 2",
       "UPDATE segment SET end = end + 1 WHERE number = 2", "UPDATE segment SET quote = X'FF' || '' WHERE number = 2"});
  expect_told(
      "기사.txt " + id(2) + ": span-outside-text",
      {"UPDATE segment SET start = -1 WHERE number = 2", "UPDATE segment SET end = 9999 WHERE number = 2",
       "UPDATE segment SET end = start WHERE number = 2", "UPDATE segment SET start = 9, end = 8 WHERE number = 2",
       "UPDATE segment SET end = end + 4294967296 WHERE number = 2",
       "UPDATE segment SET start = start - 4294967296 WHERE number = 2"});
}

TEST_F(DamageTest, ASpanThatMovedToAnotherPlaceOfTheSameWords) {
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 칩 칩"));
  const SetKey set{second, project.workspace().annotator(), false};
  project.perform(
      {AnnotationChange{set, std::nullopt, Annotation{project.id(-1), "ORG", Spans(Span(2, 3)), {}, "", {}}}});
  ASSERT_EQ(raw_sql(project.path, "UPDATE segment SET start = 4, end = 5 WHERE start = 2 AND end = 3"), 1);
  std::vector<Problem> damage;
  ProjectFile(project.path).load(second, damage);
  EXPECT_THAT(in_words(damage), testing::ElementsAre("annotations-differ: " + set.annotator.str()));
}

TEST_F(DamageTest, EveryFieldOfAnAnnotation) {
  expect_told("기사.txt: annotations-differ",
              {"UPDATE annotation SET label = 'PREMISE' WHERE number = 1",
               "UPDATE annotation SET note = '' WHERE number = 1",
               "UPDATE annotation SET note = X'80' || '' WHERE number = 1",
               "UPDATE annotation SET created = created + 1 WHERE number = 1",
               "UPDATE annotation SET modified = NULL WHERE number = 1",
               "UPDATE annotation SET modified = modified - 1 WHERE number = 1",
               "UPDATE annotation SET method = 'import' WHERE number = 1",
               "UPDATE annotation SET method = 'x' WHERE number = 1",
               "UPDATE annotation SET origin = '모델 2' WHERE number = 1",
               "UPDATE annotation SET confidence = 0.6 WHERE number = 1",
               "UPDATE annotation SET confidence = NULL WHERE number = 1",
               "UPDATE annotation SET schema_version = 2 WHERE number = 1",
               "UPDATE annotation SET schema_version = schema_version + 4294967296 WHERE number = 1",
               "UPDATE annotation SET confirmed = 0 WHERE number = 1",
               "UPDATE annotation SET confirmed_by = 'abcdef' WHERE number = 1",
               "UPDATE annotation SET kind = 'document' WHERE number = 1",
               "UPDATE annotation SET kind = 'spam' WHERE number = 1",
               "UPDATE annotation SET kind = 'relation' WHERE number = 1",
               "DELETE FROM annotation WHERE number = 3",
               "PRAGMA foreign_keys = OFF; UPDATE annotation SET number = 9 WHERE number = 3",
               "PRAGMA foreign_keys = OFF; UPDATE annotation SET annotator = 'zzzzzz' WHERE number = 3",
               "INSERT INTO annotation SELECT document, annotator, 99, annotation_set, 'document', 'TOPIC', '', 0, "
               "NULL, 'hand', '',"
               " NULL, 1, NULL, '' FROM annotation WHERE number = 1"});
}

TEST_F(DamageTest, SegmentsAttributesAndArguments) {
  expect_told(
      "기사.txt: annotations-differ",
      {"DELETE FROM segment WHERE number = 2", "UPDATE segment SET number = 9 WHERE number = 2",
       "INSERT INTO segment SELECT document, annotator, number, 1, 16, 19, '밝혔다' FROM segment WHERE number = 2",
       "UPDATE attribute SET value = 'opinion' WHERE attribute = 'type'",
       "UPDATE attribute SET attribute = 'certainty' WHERE attribute = 'type'",
       "DELETE FROM attribute WHERE attribute = 'type'", "UPDATE attribute SET number = 2 WHERE attribute = 'type'",
       "INSERT INTO attribute SELECT document, annotator, number, 'type', 1, 'x' FROM annotation WHERE number = 1",
       "UPDATE argument SET role = 'cause' WHERE role = 'target'",
       "UPDATE argument SET target_number = 3 WHERE position = 1",
       "UPDATE argument SET target_annotator = 'zzzzzz' WHERE position = 1",
       "UPDATE argument SET target_annotator = '' WHERE position = 1",
       "UPDATE argument SET target_document = 'abcdefghij' WHERE position = 1",
       "UPDATE argument SET target_document = 'x' WHERE position = 1", "DELETE FROM argument WHERE position = 1",
       "DELETE FROM argument", "UPDATE argument SET position = 5 WHERE position = 0"});
}

TEST_F(DamageTest, SetsAndTheirNumbers) {
  expect_told("기사.txt: annotations-differ",
              {"UPDATE annotation_set SET annotations = 5", "UPDATE annotation_set SET fingerprint = fingerprint + 1",
               "UPDATE annotation_set SET state = 'finishes'", "UPDATE annotation_set SET annotator = 'x'"});
}

TEST_F(DamageTest, EveryFieldOfADescription) {
  expect_told(": document-differs", {"UPDATE document SET name = '가짜.txt'",
                                     "UPDATE document SET name = X'FF' || ''",
                                     "UPDATE document SET title = ''",
                                     "UPDATE document SET language = 'en'",
                                     "UPDATE document SET in_trash = 1",
                                     "UPDATE document SET origin_format = 'html'",
                                     "UPDATE document SET origin_file = 'x'",
                                     "UPDATE document SET origin_sha256 = 'x'",
                                     "UPDATE document SET origin_encoding = 'x'",
                                     "UPDATE document SET origin_newlines = 'x'",
                                     "UPDATE document SET code_points = 21",
                                     "UPDATE document SET code_points = code_points + 4294967296",
                                     "UPDATE document SET utf16_units = 22",
                                     "UPDATE document SET sha256 = 'x'",
                                     "UPDATE document SET fingerprint = fingerprint + 1",
                                     "UPDATE zone SET kind = 'note'",
                                     "UPDATE zone SET kind = 'titel'",
                                     "UPDATE zone SET start = 1",
                                     "UPDATE zone SET end = 5",
                                     "UPDATE zone SET end = end + 4294967296",
                                     "DELETE FROM zone",
                                     "INSERT INTO zone SELECT document, 1, kind, start, end FROM zone",
                                     "UPDATE metadata SET key = 'uri'",
                                     "UPDATE metadata SET value = 'x'",
                                     "DELETE FROM metadata"});
}

TEST_F(DamageTest, ReplacedCharactersAndTheirPlaces) {
  AnnotatedDocument document = without_sets("둘.txt", Text("🚀 \uFFFD 글"));
  document.document.info.substitutions = {{TextPos(2), "0000"}};
  ImportEdit edit(project.workspace());
  const DocumentKey second = edit.add(document).info.key;
  edit.commit();
  const std::string bytes = bytes_of(project.path);
  for (const char* const sql : {"UPDATE substitution SET start = 3", "UPDATE substitution SET original = '0001'",
                                "DELETE FROM substitution", "UPDATE substitution SET start = start + 4294967296"}) {
    ASSERT_GT(raw_sql(project.path, sql), 0);
    std::vector<Problem> damage;
    ProjectFile(project.path).load(second, damage);
    EXPECT_THAT(in_words(damage), testing::ElementsAre("document-differs: 둘.txt")) << sql;
    std::filesystem::remove(project.path);
    project.folder.write("시험.mitjul", bytes);
  }
}

TEST_F(DamageTest, TheText) {
  expect_told("기사.txt: text-differs",
              {"UPDATE document_text SET utf8 = replace(utf8, '화', '와')", "UPDATE document_text SET utf8 = ''",
               "UPDATE document_text SET utf8 = utf8 || ' '", "UPDATE document_text SET utf8 = X'FF' || utf8"});
  EXPECT_NE(told_of("DELETE FROM document_text"), "");
  EXPECT_EQ(error_of([&] { ProjectFile(project.path).text(project.document); }), ErrorKind::Damaged);
}

TEST_F(DamageTest, ATextThatFitsItsHashAndIsNoText) {
  // As if written by another program: hash and fingerprint do not protect from that.
  EXPECT_NE(told_of("UPDATE document_text SET utf8 = X'FF' || ''; UPDATE document SET sha256 ="
                    " 'a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89'"),
            "");
}

TEST_F(DamageTest, WhatIsWholeIsStillReadAndTheRestIsListed) {
  told_of("UPDATE segment SET quote = 'x' WHERE number = 2; UPDATE document SET title = 'x'");
  std::vector<Problem> damage;
  const AnnotatedDocument document = ProjectFile(project.path).load(project.document, damage);
  EXPECT_THAT(in_words(damage),
              testing::UnorderedElementsAre("document-differs: 기사.txt", "quote-differs: x, 화웨이"));
  EXPECT_EQ(document.document.text, article().text);
  EXPECT_EQ(document.sets.begin()->second.size(), 4U);
}

TEST_F(DamageTest, ADamagedDocumentIsNotOpenedAndTheOthersAre) {
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  raw_sql(project.path, "UPDATE segment SET quote = 'x' WHERE number = 2");
  project.reopen();
  EXPECT_EQ(error_of([&] { project.opened(); }), ErrorKind::Damaged);
  EXPECT_EQ(error_of([&] { project.opened(); }), ErrorKind::Damaged);
  EXPECT_EQ(project.workspace().open(second).document.info.name, "둘.txt");
}

TEST_F(DamageTest, TheSchemaAndTheAnnotators) {
  for (const char* const sql :
       {"UPDATE schema_version SET content = replace(content, '기관', '기괸')",
        "UPDATE schema_version SET content = '{}'", "UPDATE schema_version SET fingerprint = fingerprint + 1",
        "DELETE FROM schema_version", "UPDATE project SET value = '2' WHERE key = 'schema_version'",
        "DELETE FROM project WHERE key = 'schema_version'"}) {
    told_of(sql);
    EXPECT_EQ(error_of([&] { ProjectFile(project.path).schema(); }), ErrorKind::Damaged) << sql;
  }
  for (const char* const sql : {"UPDATE annotator SET name = 'annotator02'", "UPDATE annotator SET imported = 1",
                                "UPDATE annotator SET key = 'zzzzzz'", "UPDATE annotator SET key = '1'"}) {
    told_of(sql);
    EXPECT_EQ(error_of([&] { ProjectFile(project.path).annotators(); }), ErrorKind::Damaged) << sql;
  }
}

TEST_F(DamageTest, RefusedSuggestions) {
  expect_told("기사.txt: refusals-differ",
              {"UPDATE refusal SET label = 'ORG'", "UPDATE refusal SET annotator = 'zzzzzz'",
               "UPDATE refusal SET annotator = 'x'", "UPDATE refusal SET start = -1", "UPDATE refusal SET end = 9999",
               "UPDATE refusal SET end = start", "UPDATE refusal SET end = end + 4294967296", "DELETE FROM refusal",
               "INSERT INTO refusal SELECT document, annotator, start, end, 'ORG', quote FROM refusal",
               "DELETE FROM refusal_sum", "UPDATE refusal_sum SET refusals = 2",
               "UPDATE refusal_sum SET fingerprint = fingerprint + 1"});
  expect_told("기사.txt: quote-differs", {"UPDATE refusal SET quote = '화웨아'", "UPDATE refusal SET start = start + 1",
                                          "UPDATE refusal SET end = end - 1"});
}

TEST_F(DamageTest, TheSettingsAndTheWordList) {
  for (const char* const sql :
       {"UPDATE settings SET suggestions = 0", "UPDATE settings SET particle_inside = 1",
        "UPDATE settings SET fingerprint = fingerprint + 1", "UPDATE settings SET id = 2", "DELETE FROM settings"}) {
    told_of(sql);
    EXPECT_EQ(error_of([&] { ProjectFile(project.path).settings(); }), ErrorKind::Damaged) << sql;
    EXPECT_THAT(problems_in(project.path), testing::ElementsAre("database-damaged: settings")) << sql;
  }
  for (const char* const sql :
       {"UPDATE gazetteer SET word = '삼셍' WHERE word = '삼성'",
        "UPDATE gazetteer SET label = 'PERSON' WHERE label <> ''", "DELETE FROM gazetteer WHERE label = ''",
        "DELETE FROM gazetteer", "INSERT INTO gazetteer VALUES ('새말', '')", "UPDATE gazetteer_sum SET entries = 3",
        "UPDATE gazetteer_sum SET fingerprint = fingerprint + 1", "DELETE FROM gazetteer_sum"}) {
    told_of(sql);
    EXPECT_EQ(error_of([&] { ProjectFile(project.path).gazetteer(); }), ErrorKind::Damaged) << sql;
    EXPECT_THAT(problems_in(project.path), testing::ElementsAre("database-damaged: word list")) << sql;
  }
}

TEST_F(DamageTest, WhatOnlyTheCheckOfTheWholeFileFinds) {
  for (const char* const sql :
       {"UPDATE change SET after = replace(after, '메모', '며모')",
        "UPDATE change SET before = NULL WHERE position = 0 AND edit = 3", "DELETE FROM edit WHERE number = 2",
        "UPDATE undo_state SET undo_top = 1", "UPDATE undo_state SET redo_top = 2",
        "UPDATE undo_state SET undo_top = 99", "UPDATE last_number SET number = 1", "DELETE FROM last_number",
        "PRAGMA foreign_keys = OFF; DELETE FROM annotator", "PRAGMA foreign_keys = OFF; DELETE FROM annotation_set",
        "PRAGMA foreign_keys = OFF; DELETE FROM annotation WHERE number = 2"}) {
    told_of(sql);
    EXPECT_THAT(problems_in(project.path), testing::Not(IsEmpty())) << sql;
  }
}

}  // namespace
}  // namespace mitjul
