#include "ui/sample_project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "core/error.h"
#include "storage/project_file.h"
#include "tests/core/errors.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"
#include "ui/editor.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

class SampleProjectTest : public testing::Test {
 protected:
  fs::path make() const {
    make_sample_project(MITJUL_SAMPLES, place_);
    return place_;
  }

  const TempFolder folder_;
  const fs::path place_ = folder_ / "새 폴더/예제.mitjul";
};

TEST_F(SampleProjectTest, HasTwoArticlesThatAreDoneOneHalfDoneAndOneNew) {
  Editor editor(std::make_unique<ProjectFile>(make()));
  std::map<std::string, SetState> states;
  std::map<std::string, std::int64_t> counts;
  for (const DocumentSummary& document : editor.documents()) {
    states[document.name] = editor.state_of(document);
    counts[document.name] = document.sets.empty() ? 0 : document.sets.front().annotations;
  }
  EXPECT_EQ(states, (std::map<std::string, SetState>{{"로봇-대담.txt", SetState::Finished},
                                                     {"반도체-수출.txt", SetState::Finished},
                                                     {"야시장-매출.txt", SetState::New},
                                                     {"풍력-찬반.txt", SetState::InProgress}}));
  EXPECT_EQ(counts["로봇-대담.txt"], 192);  // lines of samples/annotations
  EXPECT_EQ(counts["반도체-수출.txt"], 180);
  EXPECT_EQ(counts["야시장-매출.txt"], 0);
  EXPECT_GT(counts["풍력-찬반.txt"], 40);
  EXPECT_LT(counts["풍력-찬반.txt"], 120);
}

TEST_F(SampleProjectTest, IsInOrder) {
  const ProgramResult result = run_cli({"verify", make()});
  EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
}

TEST_F(SampleProjectTest, TheHalfThatIsDoneIsTheFirst) {
  Editor editor(std::make_unique<ProjectFile>(make()));
  editor.show(editor.documents().back().key);
  ASSERT_EQ(editor.document()->document.info.name, "풍력-찬반.txt");
  const TextPos middle(editor.document()->document.text.length() / 2);
  bool near_middle = false;
  for (const Annotation* const annotation : editor.listed()) {
    const Spans* const spans = annotation->spans();
    if (spans == nullptr) continue;
    EXPECT_LE(spans->end(), middle);
    near_middle = near_middle || spans->end() + 200 > middle;
  }
  EXPECT_TRUE(near_middle);
}

TEST_F(SampleProjectTest, UndoTakesBackOnlyWhatTheUserDid) {
  Editor editor(std::make_unique<ProjectFile>(make()));
  EXPECT_TRUE(editor.undo());  // there is nothing
  editor.show(editor.documents().front().key);
  const std::size_t before = editor.listed().size();
  editor.select(Selection(TextPos(0), TextPos(1)));
  EXPECT_FALSE(editor.apply_label("MISC"));
  EXPECT_EQ(editor.listed().size(), before + 1);
  EXPECT_FALSE(editor.undo());
  EXPECT_EQ(editor.listed().size(), before);
}

TEST_F(SampleProjectTest, NeverReplacesWhatIsThere) {
  fs::create_directories(place_.parent_path());
  const fs::path there = folder_.write("새 폴더/예제.mitjul", "something of the user");
  EXPECT_EQ(error_of([&] { make(); }), ErrorKind::AlreadyExists);
  EXPECT_EQ(bytes_of(there), "something of the user");
}

TEST_F(SampleProjectTest, WhatAnEarlierAttemptLeftIsNoHindrance) {
  fs::create_directories(place_.parent_path());
  folder_.write("새 폴더/예제.mitjul.new", "half of it");
  EXPECT_TRUE(fs::exists(make()));
  EXPECT_FALSE(fs::exists(fs::path(place_) += ".new"));
}

TEST_F(SampleProjectTest, MissingSamplesLeaveNothingBehind) {
  EXPECT_THROW(make_sample_project(folder_ / "none", place_), Error);
  fs::create_directories(folder_ / "samples/articles");
  fs::copy(fs::path(MITJUL_SAMPLES) / "schema.xml", folder_ / "samples/schema.xml");
  EXPECT_EQ(error_of([&] { make_sample_project(folder_ / "samples", place_); }), ErrorKind::NotFound);
  EXPECT_TRUE(fs::is_empty(place_.parent_path()));
}

}  // namespace
}  // namespace mitjul
