#include "ui/tour.h"

#include <gtest/gtest.h>

#include "core/annotation_edits.h"
#include "tests/storage/support.h"
#include "ui/tour_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using Step = Tour::Step;
using Task = Tour::Task;

/// A tour through the project with 기사.txt, told of everything that its editor does.
class TourTest : public testing::Test {
 protected:
  TourTest() {
    project_.close();
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    tour_ = std::make_unique<Tour>(*editor_, [this] { ++changes_; });
    editor_->listen([this](const EditorEvent& event) { tour_->take_in(event); });
    editor_->listen_to_outcomes([this](const Outcome& outcome) { tour_->take_in(outcome); });
    editor_->show(project_.document);
  }
  void select(ArticleSpan which) { editor_->select(Selection(span(which).start(), span(which).end())); }

  Project project_;
  std::unique_ptr<Editor> editor_;
  std::unique_ptr<Tour> tour_;
  int changes_ = 0;
};

TEST_F(TourTest, GoesOnWhenSomethingIsSelected) {
  editor_->select(Selection(TextPos(2)));
  EXPECT_EQ(tour_->step(), Step::Select);
  select(kOrg);
  EXPECT_EQ(tour_->step(), Step::Label);
  EXPECT_TRUE(tour_->is_done(Step::Select));
  EXPECT_FALSE(tour_->is_done(Step::Label));
}

TEST_F(TourTest, GoesThroughAllSixStepsByWhatIsDone) {
  const SetKey set = editor_->set_key();
  select(kOrg);
  editor_->apply_label("ORG");
  EXPECT_EQ(tour_->step(), Step::Occurrences);
  editor_->perform({"annotate-all", {new_annotation(set, 1, "PRODUCT", span(kProduct))}});
  EXPECT_EQ(tour_->step(), Step::Claim);
  editor_->perform({"claim", {new_annotation(set, 1, "CLAIM", span(kClaim))}});
  EXPECT_EQ(tour_->step(), Step::TakeBack);
  editor_->undo();
  editor_->redo();
  EXPECT_EQ(tour_->step(), Step::TakeBack);
  EXPECT_TRUE(tour_->is_done(Task::Undo));
  EXPECT_TRUE(tour_->is_done(Task::Redo));
  tour_->take_in_find();
  EXPECT_EQ(tour_->step(), Step::Export);
  tour_->take_in_export();
  EXPECT_EQ(tour_->step(), Step::Export);
  editor_->set_state(SetState::Finished);
  EXPECT_EQ(tour_->step(), Step::End);
}

TEST_F(TourTest, AnAcceptedSuggestionIsAsGoodAsAllOccurrences) {
  tour_->begin(Step::Occurrences);
  editor_->perform({"accept", {new_annotation(editor_->set_key(), 1, "ORG", span(kOrg))}});
  EXPECT_EQ(tour_->step(), Step::Claim);
}

TEST_F(TourTest, WhatIsRefusedIsNotDone) {
  tour_->begin(Step::TakeBack);
  EXPECT_TRUE(editor_->undo());  // there is nothing to undo
  EXPECT_FALSE(tour_->is_done(Task::Undo));
}

TEST_F(TourTest, WhatBelongsToAnotherStepIsNoAnswer) {
  tour_->take_in_export();
  tour_->take_in_find();
  EXPECT_EQ(tour_->step(), Step::Select);
  EXPECT_FALSE(tour_->is_done(Task::Export));
}

TEST_F(TourTest, OneMayGoOnAndBackWithoutDoingAnything) {
  tour_->go(false);
  EXPECT_EQ(tour_->step(), Step::Select);
  for (int step = 0; step < Tour::kSteps; ++step) tour_->go(true);
  EXPECT_EQ(tour_->step(), Step::End);
  tour_->go(true);
  EXPECT_EQ(tour_->step(), Step::End);
  tour_->go(false);
  EXPECT_EQ(tour_->step(), Step::Export);
  EXPECT_FALSE(tour_->is_done(Step::Export));
}

TEST_F(TourTest, WhatWasDoneBeforeOneCameBackIsDoneAgainAtOnce) {
  select(kOrg);
  tour_->go(false);
  EXPECT_EQ(tour_->step(), Step::Select);
  select(kProduct);
  EXPECT_EQ(tour_->step(), Step::Label);
}

TEST_F(TourTest, AnotherTourGoesOnWithWhatWasDone) {
  select(kOrg);
  tour_->begin(Step::TakeBack);
  tour_->take_in_find();
  Tour other(*editor_, [] {});
  other.resume(tour_->progress());
  EXPECT_EQ(other.step(), Step::TakeBack);
  EXPECT_TRUE(other.is_done(Step::Select));
  EXPECT_TRUE(other.is_done(Task::Find));
  EXPECT_FALSE(other.is_done(Task::Undo));
}

TEST_F(TourTest, SaysAllItsStepsInWordsAndWithKeys) {
  for (int step = 0; step <= Tour::kSteps; ++step) {
    const TourWords words = tour_words(static_cast<Step>(step), editor_->schema(), editor_->document(), KeyMap());
    EXPECT_FALSE(words.title.empty()) << step;
    EXPECT_FALSE(words.sentence.empty()) << step;
    EXPECT_FALSE(words.keys.empty()) << step;
    for (const TourKey& key : words.keys) {
      EXPECT_FALSE(key.key.empty()) << step;
      EXPECT_FALSE(key.words.empty()) << step;
    }
  }
}

TEST_F(TourTest, NamesTheWordOfTheSampleArticleWhereThatIsShown) {
  AnnotatedDocument sample;
  sample.document = Document::make(
      "야시장-매출.txt", Text(bytes_of(std::filesystem::path(MITJUL_SAMPLES) / "articles" / "야시장-매출.txt")));
  const auto says = [&](Step step, const AnnotatedDocument* shown) {
    const TourWords words = tour_words(step, editor_->schema(), shown, KeyMap());
    return to_utf8(words.sentence).find("해오름시장") != std::string::npos;
  };
  EXPECT_TRUE(says(Step::Select, &sample));
  EXPECT_TRUE(says(Step::Label, &sample));
  EXPECT_FALSE(says(Step::Select, editor_->document()));
  EXPECT_FALSE(says(Step::Label, nullptr));
  ASSERT_TRUE(tour_word(&sample));
  EXPECT_EQ(sample.document.text.slice({*tour_word(&sample), *tour_word(&sample) + 7}), "해오름시장에서");
  EXPECT_FALSE(tour_word(editor_->document()));
  const TourWords label = tour_words(Step::Label, editor_->schema(), &sample, KeyMap());
  ASSERT_EQ(label.keys.size(), 1U);
  EXPECT_EQ(to_utf8(label.keys.front().key), "3");
}

TEST_F(TourTest, LabelsWithoutKeysAreNotOffered) {
  Schema schema = editor_->schema();
  for (Label& label : schema.labels) label.key.clear();
  EXPECT_TRUE(tour_words(Step::Label, schema, nullptr, KeyMap()).keys.empty());
}

}  // namespace
}  // namespace mitjul
