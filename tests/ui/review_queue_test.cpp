#include "ui/review_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotation_edits.h"
#include "core/document_edits.h"
#include "core/schema_operation.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// An editor on 기사.txt, whose organisation (2) and cue (3) were described anew.
class ReviewQueueTest : public testing::Test {
 protected:
  ReviewQueueTest() {
    project_.annotate_article();
    for (const char* const id : {"ORG", "CUE"}) {
      Label changed = *project_.workspace().schema().find(id);
      changed.description = "🚀 다시 쓴 설명";
      project_.workspace().change_schema(ChangeLabel{changed, {}});
    }
    project_.workspace().publish_schema();
    project_.close();
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->show(project_.document);
    queue_ = std::make_unique<ReviewQueue>(*editor_);
    queue_->listen([this] { ++told_; });
    editor_->listen_to_edits([this](const Edit& edit) { queue_->take_in(edit); });
  }

  AnnotationId id(std::int64_t number) { return {editor_->workspace().annotator(), number}; }
  std::vector<std::string> listed() const {
    std::vector<std::string> quotes;
    for (std::size_t row = 0; row < queue_->size(); ++row) quotes.push_back((*queue_)[row].quote);
    return quotes;
  }
  void confirm(std::int64_t number) {
    editor_->select_annotation(id(number));
    EXPECT_FALSE(editor_->confirm_selected());
  }
  /// What is kept up to date is what is read anew.
  void expect_as_read() const {
    ReviewQueue fresh(*editor_);
    ASSERT_EQ(fresh.left(), queue_->left());
    EXPECT_EQ(fresh.total(), queue_->total());
    for (std::size_t row = 0; row < std::min(fresh.size(), queue_->size()); ++row)
      EXPECT_EQ(fresh[row], (*queue_)[row]);
  }

  Project project_;
  std::unique_ptr<Editor> editor_;
  std::unique_ptr<ReviewQueue> queue_;
  int told_ = 0;
};

TEST_F(ReviewQueueTest, WhatIsConfirmedLeavesItAndCountsAsDone) {
  EXPECT_THAT(listed(), ElementsAre("화웨이", "밝혔다"));
  EXPECT_EQ(queue_->total(), 2U);
  confirm(2);
  EXPECT_THAT(listed(), ElementsAre("밝혔다"));
  EXPECT_EQ(queue_->left(), 1U);
  EXPECT_EQ(queue_->total(), 2U);
  EXPECT_EQ(told_, 1);
  expect_as_read();
}

TEST_F(ReviewQueueTest, UndoAndRedoBringBackAndTakeAway) {
  confirm(2);
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(listed(), ElementsAre("화웨이", "밝혔다"));
  EXPECT_EQ(editor_->selected_annotation(), id(2));
  expect_as_read();
  EXPECT_FALSE(editor_->redo());
  EXPECT_THAT(listed(), ElementsAre("밝혔다"));
  expect_as_read();
}

TEST_F(ReviewQueueTest, WhatIsChangedOrDeletedLeavesIt) {
  editor_->select_annotation(id(2));
  EXPECT_FALSE(editor_->apply_label("PRODUCT"));
  EXPECT_THAT(listed(), ElementsAre("밝혔다"));
  editor_->select_annotation(id(3));
  EXPECT_FALSE(editor_->remove_selected());
  EXPECT_THAT(listed(), IsEmpty());
  EXPECT_EQ(queue_->total(), 0U) << "nobody confirmed anything";
  expect_as_read();
}

TEST_F(ReviewQueueTest, OtherEditsAreNoneOfItsBusiness) {
  editor_->select_annotation(id(1));
  EXPECT_FALSE(editor_->apply_label("PREMISE"));
  EXPECT_EQ(told_, 0);
  expect_as_read();
}

TEST_F(ReviewQueueTest, AReasonIsAFilter) {
  ASSERT_EQ(queue_->tags().size(), 2U);
  const std::size_t cue = queue_->tags()[0].owner == "CUE" ? 0 : 1;
  EXPECT_EQ(queue_->count(cue), 1U);
  queue_->set_reason(cue);
  EXPECT_THAT(listed(), ElementsAre("밝혔다"));
  EXPECT_EQ(queue_->left(), 2U);
  EXPECT_EQ(queue_->row_of(project_.document, id(3)), 0U);
  EXPECT_EQ(queue_->row_of(project_.document, id(2)), std::nullopt);
  confirm(3);
  EXPECT_THAT(listed(), IsEmpty());
  queue_->set_reason({});
  EXPECT_THAT(listed(), ElementsAre("화웨이"));
}

TEST_F(ReviewQueueTest, ADocumentTakesItsAnnotationsToTheTrash) {
  EXPECT_FALSE(editor_->perform(trash_document(editor_->document()->document.info)));
  EXPECT_EQ(queue_->left(), 0U);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(queue_->left(), 2U);
}

TEST_F(ReviewQueueTest, AnotherVersionMakesMoreWork) {
  confirm(2);
  confirm(3);
  Label changed = *editor_->schema().find("CLAIM");
  changed.description = "🚀 다시 쓴 설명";
  ASSERT_TRUE(editor_->workspace().change_schema(ChangeLabel{changed, {}}).done());
  EXPECT_FALSE(editor_->publish_schema({}));
  EXPECT_EQ(queue_->left(), 1U);
  EXPECT_EQ(queue_->total(), 1U) << "what was confirmed for an earlier version is over";
  EXPECT_EQ(queue_->schema_of(2)->find("CLAIM")->description, preset("claims-entities")->find("CLAIM")->description);
  EXPECT_EQ(queue_->schema_of(9), nullptr);
}

}  // namespace
}  // namespace mitjul
