#include "ui/word_selector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

class WordSelectorTest : public testing::Test {
 protected:
  WordSelectorTest() {
    project_.close();
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_.path));
      document_ = import_document(
          workspace, "국가.txt",
          Text("🚀 1️⃣ 여러 “국가들은” 리헤인(Chris Lehane)을 초대했다. 그리고 화웨이가 "
               "칩을 "
               "냈다.\n끝이다."));
    }
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->show(document_);
    words_ = std::make_unique<WordSelector>(*editor_, project_words_);
  }

  const Text& text() const { return editor_->document()->document.text; }
  TextPos place_of(std::string_view words) const {
    return text().from_byte(static_cast<std::uint32_t>(text().utf8().find(words)));
  }
  std::string quote() const { return std::string(text().slice(editor_->selection().span())); }
  /// What the key selects, again and again.
  std::vector<std::string> steps(std::size_t count, bool forward = true) {
    std::vector<std::string> quotes;
    for (std::size_t i = 0; i < count; ++i) {
      words_->step(forward);
      quotes.push_back(quote());
    }
    return quotes;
  }

  Project project_;
  DocumentKey document_;
  std::unique_ptr<Editor> editor_;
  ProjectWords project_words_;
  std::unique_ptr<WordSelector> words_;
};

TEST_F(WordSelectorTest, TheKeyGoesFromTheWordToWhatIsAroundItAndBeginsAgain) {
  editor_->select(Selection(place_of("국가들") + 1));
  const std::string sentence = "여러 “국가들은” 리헤인(Chris Lehane)을 초대했다.";
  const std::string paragraph = "🚀 1️⃣ " + sentence + " 그리고 화웨이가 칩을 냈다.";
  EXPECT_THAT(steps(6), ElementsAre("국가들", "국가", "“국가들은”", sentence, paragraph, "국가들"));
}

TEST_F(WordSelectorTest, ShiftGoesBack) {
  editor_->select(Selection(place_of("국가들")));
  steps(3);
  EXPECT_THAT(steps(3, false),
              ElementsAre("국가", "국가들",
                          "🚀 1️⃣ 여러 “국가들은” 리헤인(Chris Lehane)을 초대했다. "
                          "그리고 화웨이가 칩을 냈다."));
}

TEST_F(WordSelectorTest, ANameIsAlsoSelectedWithItsGloss) {
  editor_->select(Selection(place_of("헤인")));
  EXPECT_THAT(steps(3), ElementsAre("리헤인", "리헤인(Chris", "리헤인(Chris Lehane)"));
}

TEST_F(WordSelectorTest, FromAnotherSelectionTheKeyGoesToWhatIsAroundIt) {
  const TextPos start = place_of("화웨이가");
  editor_->select(Selection(start, start + 3));  // as a drag did
  EXPECT_THAT(steps(2), ElementsAre("화웨이가", "그리고 화웨이가 칩을 냈다."));
}

TEST_F(WordSelectorTest, AClickElsewhereBeginsAnew) {
  const TextPos nation = place_of("국가들");
  words_->select_at(nation, Selection(nation));
  const Selection selected = editor_->selection();
  EXPECT_EQ(text().slice(words_->select_at(nation + 1, selected)), "국가");
  EXPECT_EQ(text().slice(words_->select_at(place_of("칩을"), editor_->selection())), "칩");
  EXPECT_EQ(text().slice(words_->select_at(nation, editor_->selection())), "국가들");
}

TEST_F(WordSelectorTest, ADragLeavesTheLastParticleOut) {
  const TextPos from = place_of("화웨이가") + 1;
  const TextPos to = place_of("칩을") + 1;
  EXPECT_EQ(text().slice(words_->dragged(from, to).span()), "화웨이가 칩");
  EXPECT_EQ(words_->dragged(from, to).caret, to);
  EXPECT_EQ(words_->dragged(to, from).caret, place_of("화웨이가"));
  EXPECT_TRUE(words_->dragged(from, from).empty());
}

TEST_F(WordSelectorTest, AProjectMayAnnotateWithParticles) {
  project_words_.options.particle_inside = true;
  editor_->select(Selection(place_of("화웨이가")));
  EXPECT_THAT(steps(2), ElementsAre("화웨이가", "화웨이"));
  const TextPos start = place_of("화웨이가");
  EXPECT_EQ(text().slice(words_->dragged(start, start + 2).span()), "화웨이가");
}

TEST_F(WordSelectorTest, WhatTheProjectKnowsIsHeeded) {
  const TextPos place = place_of("끝이다");
  EXPECT_EQ(text().slice(words_->select_at(place, Selection(place))), "끝");
  project_words_.set_word_list({{"끝이다", ""}});
  EXPECT_EQ(text().slice(words_->select_at(place, Selection(place))), "끝이다");
}

TEST_F(WordSelectorTest, ACellOfAGluedRowIsOffered) {
  const DocumentKey table = [&] {
    Workspace workspace(std::make_unique<ProjectFile>(project_.path));
    return import_document(
        workspace, "표.txt",
        Text("🚀 표\n\n구분미국 🇺🇸중국 🇨🇳\n가격비싼 편저렴한 편\n\n구분은 쉽다. 가격은 구분된다. 미국은 크고 "
             "중국도 크다. 미국의 가격, 중국의 가격."));
  }();
  editor_->refresh();
  editor_->show(table);
  project_words_.put(table, text(), {});
  editor_->select(Selection(place_of("구분미국") + 2));
  EXPECT_THAT(steps(3), ElementsAre("구분미국", "구분미국 🇺🇸", "구분미국 🇺🇸중국"));
}

TEST_F(WordSelectorTest, WithoutADocumentNothingHappens) {
  editor_->show({});
  words_->step(true);
  EXPECT_TRUE(words_->select_at(TextPos(0), {}).empty());
}

}  // namespace
}  // namespace mitjul
