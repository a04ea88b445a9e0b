// Annotators who come to a project, and get other names.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "storage/edit_log.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AnnotatorNameTest : public testing::Test {
 protected:
  Outcome rename(const std::string& before, const std::string& after) {
    return project_.perform({AnnotatorNameChange{project_.workspace().annotator(), before, after}}, "rename-annotator");
  }
  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const Annotator& annotator : project_.workspace().annotators()) names.push_back(annotator.name);
    return names;
  }

  Project project_;
};

TEST_F(AnnotatorNameTest, AnotherNameIsAnEditAndTheKeyStays) {
  project_.annotate_article();
  const AnnotatorKey key = project_.workspace().annotator();
  ASSERT_TRUE(rename("annotator01", "김하나 🚀").done());
  EXPECT_THAT(names(), ElementsAre("김하나 🚀"));
  project_.reopen();
  EXPECT_THAT(names(), ElementsAre("김하나 🚀"));
  EXPECT_EQ(project_.workspace().annotator(), key);
  EXPECT_EQ(project_.opened().find_set(project_.set())->size(), 4U);

  EXPECT_TRUE(project_.workspace().undo().done());
  EXPECT_THAT(names(), ElementsAre("annotator01"));
  EXPECT_TRUE(project_.workspace().redo().done());
  project_.reopen();
  EXPECT_THAT(names(), ElementsAre("김하나 🚀"));
  EXPECT_THAT(problems_in(project_.path), IsEmpty());
}

TEST_F(AnnotatorNameTest, TheLogHasBothNames) {
  const Outcome outcome = rename("annotator01", "김하나");
  Database database(project_.path);
  EXPECT_EQ(read_edit(database, outcome.number).changes, outcome.edit.changes);
}

TEST_F(AnnotatorNameTest, NamesThatAreTakenOrAreNoneAreRefused) {
  EXPECT_FALSE(project_.workspace().add_annotator("이둘"));
  EXPECT_THAT(names(), ElementsAre("annotator01", "이둘"));
  EXPECT_EQ(rename("annotator01", "이둘").refused->code, ProblemCode::AnnotatorNameTaken);
  for (const std::string bad : {"", " \t", "두\n줄", "\x01"}) {
    EXPECT_EQ(rename("annotator01", bad).refused->code, ProblemCode::InvalidAnnotatorName) << bad;
    EXPECT_EQ(project_.workspace().add_annotator(bad)->code, ProblemCode::InvalidAnnotatorName) << bad;
  }
  EXPECT_EQ(project_.workspace().add_annotator("이둘")->code, ProblemCode::AnnotatorNameTaken);
  EXPECT_THAT(names(), ElementsAre("annotator01", "이둘"));
}

TEST_F(AnnotatorNameTest, ANameThatChangedMeanwhileIsNotOverwritten) {
  ASSERT_TRUE(rename("annotator01", "김하나").done());
  EXPECT_EQ(rename("annotator01", "박셋").refused->code, ProblemCode::ChangedMeanwhile);
  const AnnotatorKey nobody = AnnotatorKey::generate();
  EXPECT_EQ(project_.perform({AnnotatorNameChange{nobody, "a", "b"}}).refused->code, ProblemCode::UnknownAnnotator);
  EXPECT_THAT(names(), ElementsAre("김하나"));
}

TEST_F(AnnotatorNameTest, TheSameNameAgainIsNoEdit) {
  const EditNumber before = project_.file().last_edit();
  EXPECT_TRUE(rename("annotator01", "annotator01").done());
  EXPECT_EQ(project_.file().last_edit(), before);
}

}  // namespace
}  // namespace mitjul
