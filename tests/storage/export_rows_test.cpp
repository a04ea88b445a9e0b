// What a project keeps of its exports: profiles, and who stands behind which pseudonym.

#include <gmock/gmock.h>

#include "storage/edit_log.h"
#include "storage/profile_json.h"
#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

ExportProfile named(const std::string& name) {
  ExportProfile profile;
  profile.name = name;
  profile.format = "mitjul-xml";
  return profile;
}

ExportProfile full_profile() {
  ExportProfile profile = named("🚀 납품 3차");
  profile.format = "jsonl";
  profile.options = {{"tokens", "eojeol"}, {"map", "PERSON:PS,ORG:\"OG\""}};
  profile.choice.states = {SetState::Finished, SetState::Skipped};
  profile.choice.documents = {*DocumentKey::parse("d3f7k2m5qa"), *DocumentKey::parse("a3f7k2m5qa")};
  profile.choice.filter = "연합 🚀";
  profile.choice.annotators = {*AnnotatorKey::parse("h4k2qa")};
  profile.choice.labels = {"CLAIM", "ENTITY"};
  profile.choice.anonymous_annotators = true;
  profile.choice.curated = CuratedSets::Only;
  profile.split = SplitOptions{70, 20, 10, 18446744073709551615U};
  profile.pseudonymise = {"PERSON"};
  return profile;
}

TEST(ProfileJsonTest, AProfileIsReadAsItWasWritten) {
  for (const ExportProfile& profile : {full_profile(), named("가")}) {
    EXPECT_EQ(profile_from_json(profile.name, to_json(profile)), profile);
  }
  EXPECT_EQ(to_json(named("가")), R"({"format":"mitjul-xml","v":1})");
}

TEST(ProfileJsonTest, WhatIsNoProfileIsRefused) {
  for (const char* const wrong :
       {"", "{}", "🚀", R"({"v":2,"format":"x"})", R"({"v":1})", R"({"v":1,"format":1})",
        R"({"v":1,"format":"x","states":["done"]})", R"({"v":1,"format":"x","documents":["short"]})",
        R"({"v":1,"format":"x","curated":"maybe"})", R"({"v":1,"format":"x","labels":"CLAIM"})",
        R"({"v":1,"format":"x","split":{"train":80,"dev":10,"test":11,"seed":0}})",
        R"({"v":1,"format":"x","split":{"train":100}})", R"({"v":1,"format":"x","options":{"a":1}})"}) {
    EXPECT_THROW(profile_from_json("가", wrong), std::invalid_argument) << wrong;
  }
}

class ExportRowsTest : public testing::Test {
 protected:
  ProjectFile& file() { return project.file(); }
  void keep(const std::vector<Pseudonym>& entries) {
    ASSERT_TRUE(file().change_pseudonyms(file().pseudonyms(), PseudonymTable(entries)));
  }

  Project project;
};

TEST_F(ExportRowsTest, ProfilesAreListedByNameAndReplacedByIt) {
  EXPECT_THAT(file().export_profiles(), IsEmpty());
  const ExportProfile full = full_profile();
  for (const ExportProfile& profile : {named("나"), full, named("가")}) file().put_export_profile(profile);
  project.reopen();
  EXPECT_THAT(file().export_profiles(), ElementsAre(named("가"), named("나"), full));
  ExportProfile other = named("나");
  other.choice.labels = {"CLAIM"};
  file().put_export_profile(other);
  EXPECT_THAT(file().export_profiles(), ElementsAre(named("가"), other, full));
  EXPECT_TRUE(file().remove_export_profile("가"));
  EXPECT_FALSE(file().remove_export_profile("가"));
  EXPECT_THAT(file().export_profiles(), ElementsAre(other, full));
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ExportRowsTest, ThePseudonymsKeepTheirOrder) {
  EXPECT_EQ(file().pseudonyms(), PseudonymTable());
  keep({{"🍎 화웨이", "기관", 2}, {"김하나", "인물", 1}});
  project.reopen();
  PseudonymTable table = file().pseudonyms();
  EXPECT_THAT(table.entries(), ElementsAre(Pseudonym{"🍎 화웨이", "기관", 2}, Pseudonym{"김하나", "인물", 1}));
  const PseudonymTable before = table;
  table.put({"이두리", "인물", 2});
  EXPECT_TRUE(file().change_pseudonyms(before, table));
  EXPECT_EQ(file().pseudonyms(), table);
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

TEST_F(ExportRowsTest, ATableThatAnotherProgramHasChangedIsNotWrittenOver) {
  keep({{"김하나", "인물", 1}});
  const PseudonymTable mine({{"이두리", "인물", 1}});
  EXPECT_FALSE(file().change_pseudonyms({}, mine));
  EXPECT_THAT(file().pseudonyms().entries(), ElementsAre(Pseudonym{"김하나", "인물", 1}));
}

TEST_F(ExportRowsTest, UndoTakesNeitherBack) {
  project.annotate_article();
  file().put_export_profile(full_profile());
  keep({{"김하나", "인물", 1}});
  while (project.workspace().undo().done()) {
  }
  EXPECT_THAT(file().export_profiles(), ElementsAre(full_profile()));
  EXPECT_EQ(file().pseudonyms().entries().size(), 1U);
}

TEST_F(ExportRowsTest, DocumentsAreDescribed) {
  const DocumentKey other = import_document(project.workspace(), "가.txt", Text("🚀"));
  project.perform({project.described([](DocumentInfo& info) {
    info.title = "🚀 제목";
    info.metadata = {{"url", "https://example.invalid"}, {"언론사", "한빛일보"}};
  })});
  const std::vector<DocumentDescription> descriptions = file().descriptions();
  ASSERT_EQ(descriptions.size(), 2U);
  EXPECT_EQ(descriptions[0].key, project.document);
  EXPECT_EQ(descriptions[0].title, "🚀 제목");
  EXPECT_EQ(descriptions[0].metadata, project.opened().document.info.metadata);
  EXPECT_EQ(descriptions[1].key, other);
  EXPECT_THAT(descriptions[1].metadata, IsEmpty());
}

TEST_F(ExportRowsTest, DamageIsFoundWhereItIsReadAndWhereTheFileIsChecked) {
  file().put_export_profile(full_profile());
  keep({{"김하나", "인물", 1}, {"이두리", "인물", 2}});
  project.close();
  const std::string bytes = bytes_of(project.path);
  const std::pair<const char*, const char*> damages[] = {
      {"UPDATE export_profile SET name = '나'", "export profile 나"},
      {"UPDATE export_profile SET content = replace(content, 'CLAIM', 'PREMISE')", "export profile 🚀 납품 3차"},
      {"UPDATE export_profile SET content = '🚀'", "export profile"},
      {"UPDATE export_profile SET fingerprint = 0", "export profile"},
      {"UPDATE pseudonym SET surface = '김둘' WHERE position = 1", "pseudonyms"},
      {"UPDATE pseudonym SET label = '사람' WHERE position = 1", "pseudonyms"},
      {"UPDATE pseudonym SET number = 9 WHERE position = 1", "pseudonyms"},
      {"UPDATE pseudonym SET number = 4294967297 WHERE position = 1", "pseudonyms"},
      {"UPDATE pseudonym SET position = 9 WHERE position = 1", "pseudonyms"},
      {"DELETE FROM pseudonym WHERE position = 2", "pseudonyms"},
      {"DELETE FROM pseudonym_sum", "pseudonyms"},
      {"UPDATE pseudonym_sum SET entries = 3", "pseudonyms"},
      {"INSERT INTO pseudonym VALUES (3, '박세리', '인물', 3)", "pseudonyms"},
  };
  for (const auto& [sql, words] : damages) {
    SCOPED_TRACE(sql);
    project.folder.write("시험.mitjul", bytes);
    ASSERT_GT(raw_sql(project.path, sql), 0);
    ProjectFile damaged(project.path);
    EXPECT_EQ(error_of([&] {
                damaged.export_profiles();
                damaged.pseudonyms();
              }),
              ErrorKind::Damaged);
    EXPECT_THAT(in_words(damaged.check_file()), testing::Contains(HasSubstr(words)));
  }
}

/// A project with a second document, 비밀.txt, that is purged.
class PurgeOfExportRowsTest : public ExportRowsTest {
 protected:
  PurgeOfExportRowsTest() {
    secret = import_document(project.workspace(), "비밀.txt",
                             Text("🚀 비밀인물과 화웨이, 김\n하나, \u1100\u1161\u1102\u1161"));
  }

  std::vector<Pseudonym> left() {
    project.workspace().purge({secret});
    EXPECT_THAT(problems_in(project.path), IsEmpty());
    return file().pseudonyms().entries();
  }

  DocumentKey secret;
};

TEST_F(PurgeOfExportRowsTest, NoWordThatOnlyThatDocumentHadIsLeft) {
  keep({{"비밀인물", "인물", 1}, {"화웨이", "기관", 1}, {"김 하나", "인물", 2}, {"가나", "인물", 3}});
  import_document(project.workspace(), "셋.txt", Text("🚀 김하나"));
  EXPECT_THAT(left(), ElementsAre(Pseudonym{"인물1", "인물", 1}, Pseudonym{"화웨이", "기관", 1},
                                  Pseudonym{"김 하나", "인물", 2}, Pseudonym{"인물3", "인물", 3}));
  EXPECT_EQ(bytes_of(project.path).find("비밀인물"), std::string::npos);
}

TEST_F(PurgeOfExportRowsTest, AStandInThatWasGivenIsNeverGivenToAnother) {
  keep({{"비밀인물", "인물", 1}});
  EXPECT_THAT(left(), ElementsAre(Pseudonym{"인물1", "인물", 1}));
  EXPECT_EQ(file().pseudonyms().free_number("인물"), 2);
  const DocumentKey again = import_document(project.workspace(), "또.txt", Text("🚀 또"));
  project.workspace().purge({again});
  EXPECT_THAT(file().pseudonyms().entries(), ElementsAre(Pseudonym{"인물1", "인물", 1}))
      << "and stays at the next purge";
}

TEST_F(PurgeOfExportRowsTest, WhatStandsInTheTrashIsNotGone) {
  keep({{"확보했다", "주장", 1}});
  project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })});
  EXPECT_THAT(left(), ElementsAre(Pseudonym{"확보했다", "주장", 1}));
}

TEST_F(PurgeOfExportRowsTest, ProfilesForgetTheDocument) {
  ExportProfile both = named("둘 다");
  both.choice.documents = {secret, project.document};
  ExportProfile alone = named("그것만");
  alone.choice.documents = {secret};
  for (const ExportProfile& profile : {both, alone, named("전부")}) file().put_export_profile(profile);
  project.workspace().purge({secret});
  both.choice.documents = {project.document};
  EXPECT_THAT(file().export_profiles(), ElementsAre(both, named("전부")))
      << "one for it alone would be for all documents now";
  EXPECT_EQ(bytes_of(project.path).find(secret.str()), std::string::npos);
  EXPECT_THAT(problems_in(project.path), IsEmpty());
}

}  // namespace
}  // namespace mitjul
