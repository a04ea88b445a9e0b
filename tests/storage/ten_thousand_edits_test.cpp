// Ten thousand edits of every kind by three annotators in four documents, taken back to the start and done again to
// the end: what stands there is what stood there.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/storage/random_edits.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::IsEmpty;

class TenThousandEditsTest : public testing::Test {
 protected:
  static constexpr int kEdits = 10000;

  TenThousandEditsTest() {
    ProjectFile::create(path_, preset("claims-entities").value(), time_at("2026-11-20T00:00:00Z"));
    reopen();
    for (int i = 1; i <= 4; ++i) {
      std::string text = "🚀 제" + std::to_string(i) + "호. ";
      for (int word = 0; word < 60; ++word) text += "화웨이가 칩을 확보했다. ";
      documents_.push_back(import_document(*workspace_, std::to_string(i) + ".txt", Text(text)));
    }
    file_->add_annotator("주석자 둘");
    file_->add_annotator("주석자 셋");
    reopen();
    for (const Annotator& annotator : workspace_->annotators()) annotators_.push_back(annotator.key);
  }

  void reopen() {
    workspace_.reset();
    auto store = std::make_unique<ProjectFile>(path_);
    file_ = store.get();
    workspace_ = std::make_unique<Workspace>(std::move(store), ticking_clock());
  }

  /// Documents as they are in memory.
  std::string memory() {
    std::string words;
    for (const DocumentKey& key : documents_) words += in_words(workspace_->open(key));
    return words;
  }

  std::string state() {
    const std::string words = in_words(*file_);
    std::string loaded;
    for (const DocumentKey& key : documents_) loaded += in_words(file_->load(key));
    EXPECT_EQ(loaded, memory());
    return words;
  }

  /// Steps of all annotators in turns, until none can go on. A document that lies in the trash at that moment makes its
  /// annotators wait for the one who moves documents.
  int step_to_the_end(Outcome (Workspace::*step)(), ProblemCode nothing) {
    int steps = 0;
    std::vector<AnnotatorKey> busy = annotators_;
    int waiting = 0;
    while (!busy.empty()) {
      const std::size_t turn = random_() % busy.size();
      workspace_->work_as(busy[turn]);
      const Outcome outcome = (workspace_.get()->*step)();
      if (outcome.done()) {
        ++steps;
        waiting = 0;
      } else if (outcome.refused->code == nothing) {
        busy.erase(busy.begin() + static_cast<std::ptrdiff_t>(turn));
      } else {
        EXPECT_EQ(outcome.refused->code, ProblemCode::DocumentInTrash) << in_words(*outcome.refused);
        if (++waiting > 1000) {
          ADD_FAILURE() << "nobody can go on: " << in_words(*outcome.refused);
          return steps;
        }
      }
    }
    return steps;
  }

  const FastFolder folder_;
  const std::filesystem::path path_ = folder_ / "시험.mitjul";
  std::mt19937 random_{20261121};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same edits in every run
  ProjectFile* file_ = nullptr;
  std::unique_ptr<Workspace> workspace_;
  std::vector<DocumentKey> documents_;
  std::vector<AnnotatorKey> annotators_;
};

TEST_F(TenThousandEditsTest, UndoneToTheStartAndRedoneToTheEnd) {
  const std::string start = state();
  int done = 0;
  std::map<std::string, int> kinds;
  RandomEdits edits(random_, documents_);
  while (done < kEdits) {
    if (done == kEdits / 2) {
      const std::string before = state();
      reopen();
      EXPECT_EQ(state(), before);
    }
    // The first annotator alone moves and renames documents and changes the schema: the others do not get in the way.
    const std::size_t who = random_() % annotators_.size();
    workspace_->work_as(annotators_[who]);
    std::optional<Edit> edit = edits.next(*workspace_, who == 0);
    if (!edit) continue;
    const std::string name = edit->name;
    const Outcome outcome = workspace_->perform(*std::move(edit));
    if (outcome.done()) {
      ++done;
      ++kinds[name];
    } else {
      // What else could be refused was left out when the edit was made up.
      ASSERT_EQ(outcome.refused->code, ProblemCode::StillReferredTo) << name << " " << in_words(*outcome.refused);
    }
  }
  workspace_->work_as(annotators_[0]);
  for (Edit& edit : edits.out_of_the_trash(*workspace_)) {
    ASSERT_TRUE(workspace_->perform(std::move(edit)).done());
    ++done;
  }
  for (const std::string& name : RandomEdits::names()) EXPECT_GT(kinds[name], 20) << name;
  const std::string end = state();
  EXPECT_NE(end, start);
  EXPECT_THAT(in_words(file_->check_file()), IsEmpty());

  EXPECT_EQ(step_to_the_end(&Workspace::undo, ProblemCode::NothingToUndo), done);
  EXPECT_EQ(state(), start);
  reopen();
  EXPECT_EQ(state(), start);
  EXPECT_EQ(step_to_the_end(&Workspace::redo, ProblemCode::NothingToRedo), done);
  EXPECT_EQ(state(), end);
  EXPECT_THAT(in_words(file_->check_file()), IsEmpty());
  EXPECT_EQ(file_->log().size(), 4U + 3U * static_cast<std::size_t>(done));
  reopen();
  EXPECT_EQ(state(), end);
}

}  // namespace
}  // namespace mitjul
