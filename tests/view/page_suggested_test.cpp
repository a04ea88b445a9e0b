#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/view/random_page.h"
#include "view/fixed_shaper.h"
#include "view/viewport.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = SuggestedMark::Kind;

/// A view of 600 x 300 on a text whose marked spans are suggested as words: ORG, if nothing else is said.
struct Sheet {
  explicit Sheet(std::string_view utf8_with_braces, std::vector<Kind> kinds = {}) : marks(marked(utf8_with_braces)) {
    viewport.resize(600, 300);
    std::vector<SuggestedMark> suggested;
    for (std::size_t i = 0; i < marks.spans.size(); ++i) {
      suggested.push_back({marks.spans[i], "ORG", i < kinds.size() ? kinds[i] : Kind::Word});
    }
    page.suggest(suggested);
  }

  std::vector<std::string> pieces(std::size_t block, std::size_t line) {
    std::vector<std::string> words;
    for (const SuggestedPiece& piece : page.suggested_pieces({block, line})) {
      words.push_back((piece.starts ? "[" : "") + std::to_string(piece.index) + " " +
                      std::to_string(static_cast<int>(piece.x.left)) + ".." +
                      std::to_string(static_cast<int>(piece.x.right)) + (piece.ends ? "]" : ""));
    }
    return words;
  }
  /// What is hit at a place in the first line, that many pixels below the upper edge of its text.
  Hit hit(float x, int below_top) {
    return viewport.hit(viewport.left() + x, page.layout(0).lines[0].text_top + below_top);
  }
  std::vector<std::size_t> suggested_at(float x, int below_top) { return hit(x, below_top).suggested; }

  FixedShaper shaper;
  MarkedText marks;
  Page page{marks.text, shaper, some_labels()};
  Viewport viewport{page};
};

// Of FixedShaper: the text is 18 pixels high.
constexpr int kInText = 8;
constexpr int kAtUnderline = 17;
constexpr int kInGap = 20;

TEST(PageSuggestedTest, SuggestionsMoveNothing) {
  Random random(20261122);  // NOLINT: the same texts every time
  for (int round = 0; round < 10; ++round) {
    const Text text = random_text(random, 80);
    FixedShaper shaper;
    Page page(text, shaper, some_labels());
    for (std::int64_t number = 1; number < 8; ++number) page.put(random_mark(random, text, number));
    const auto places = [&] {
      std::vector<int> all;
      for (std::size_t block = 0; block < page.blocks(); ++block) {
        for (const Line& line : page.layout(block).lines) all.insert(all.end(), {line.top, line.text_top, line.bottom});
      }
      all.push_back(static_cast<int>(page.heights().total()));
      return all;
    };
    const std::vector<int> before = places();
    std::vector<SuggestedMark> marks;
    for (std::int64_t number = 1; number < 50; ++number) {
      const Annotation made = random_mark(random, text, number);
      marks.push_back({made.spans()->hull(), made.label, static_cast<Kind>(number % 3)});
    }
    page.suggest(marks);
    ASSERT_EQ(places(), before) << text.utf8();
  }
}

TEST(PageSuggestedTest, ReplacingThemLaysNothingOutAnew) {
  Sheet sheet("🚀 {화웨이}가\n둘째");
  const BlockLayout* const laid = &sheet.page.layout(0);
  const Line* const line = &laid->lines[0];
  sheet.page.suggest({});
  EXPECT_EQ(&sheet.page.layout(0), laid);
  EXPECT_EQ(&sheet.page.layout(0).lines[0], line);
  EXPECT_THAT(sheet.pieces(0, 0), IsEmpty());
}

TEST(PageSuggestedTest, ASuggestionHasAPieceInEachOfItsLines) {
  Sheet sheet("🚀 {가나다 라마바 사아}자\n차");
  sheet.page.set_width(80);
  EXPECT_THAT(sheet.pieces(0, 0), ElementsAre("[0 24..80"));
  EXPECT_THAT(sheet.pieces(0, 1), ElementsAre("0 0..56"));
  EXPECT_THAT(sheet.pieces(0, 2), ElementsAre("0 0..32]"));
  EXPECT_THAT(sheet.pieces(1, 0), IsEmpty());
}

TEST(PageSuggestedTest, ASuggestionOverSeveralBlocksIsInEachThatHasSomethingOfIt) {
  Sheet sheet("🚀 {가\n\n나} 다");
  EXPECT_THAT(sheet.pieces(0, 0), ElementsAre("[0 24..40"));
  EXPECT_THAT(sheet.pieces(1, 0), IsEmpty());
  EXPECT_THAT(sheet.pieces(2, 0), ElementsAre("0 0..16]"));
}

TEST(PageSuggestedTest, TheInnerOneIsPaintedLast) {
  Sheet sheet("🚀 {{가}나 {1\uFE0F\u20E3}}");
  EXPECT_THAT(sheet.pieces(0, 0), ElementsAre("[0 24..80]", "[2 64..80]", "[1 24..40]"));
}

TEST(PageSuggestedTest, WhatCannotBeShownIsNotAndTheOthersKeepTheirNumbers) {
  Sheet sheet("🚀 가나다");
  sheet.page.suggest({{Span(2, 3), "NOBODY"}, {Span(2, 99), "ORG"}, {Span(3, 3), "ORG"}, {Span(4, 5), "ORG"}});
  EXPECT_THAT(sheet.pieces(0, 0), ElementsAre("[3 56..72]"));
}

TEST(PageSuggestedTest, NewLabelsTakeThemAway) {
  Sheet sheet("🚀 {가}나");
  sheet.page.set_labels({{"CLAIM", "주장"}});
  EXPECT_THAT(sheet.page.suggested(), IsEmpty());
  EXPECT_THAT(sheet.pieces(0, 0), IsEmpty());
  sheet.page.set_labels(some_labels());
  sheet.page.suggest({{Span(3, 4), "CLAIM"}});
  EXPECT_THAT(sheet.pieces(0, 0), ElementsAre("[0 40..56]"));
}

TEST(PageSuggestedTest, AWordIsHitAtItsLetters) {
  Sheet sheet("🚀 {화웨이}가 샀다");
  EXPECT_THAT(sheet.suggested_at(30, kInText), ElementsAre(0U));
  EXPECT_THAT(sheet.suggested_at(30, kAtUnderline), ElementsAre(0U));
  EXPECT_THAT(sheet.suggested_at(30, kInGap), ElementsAre(0U));
  EXPECT_THAT(sheet.suggested_at(20, kInText), IsEmpty());
  EXPECT_THAT(sheet.suggested_at(80, kInText), IsEmpty());
  EXPECT_THAT(sheet.suggested_at(30, -2), IsEmpty());
  EXPECT_THAT(sheet.suggested_at(30, kInGap + 4), IsEmpty());
}

TEST(PageSuggestedTest, APassageIsHitAtItsUnderlineAlone) {
  Sheet sheet("🚀 {{화웨이}가 칩을 샀다.}", {Kind::Passage, Kind::Word});
  EXPECT_THAT(sheet.suggested_at(100, kInText), IsEmpty());
  EXPECT_THAT(sheet.suggested_at(100, kAtUnderline), ElementsAre(0U));
  EXPECT_THAT(sheet.suggested_at(30, kInText), ElementsAre(1U));
  EXPECT_THAT(sheet.suggested_at(30, kAtUnderline), ElementsAre(1U, 0U)) << "the inner one first";
}

TEST(PageSuggestedTest, WhereAnAnnotationHasItsLanesThereIsNoUnderlineBelowTheText) {
  Sheet sheet("🚀 {{화웨이}가 칩을 샀다.}", {Kind::Passage, Kind::Word});
  sheet.page.put(annotation(1, "CLAIM", sheet.marks.spans[0]));
  EXPECT_THAT(sheet.suggested_at(100, kInGap), IsEmpty());
  EXPECT_THAT(sheet.hit(100, kInGap).annotations, SizeIs(1));
}

TEST(PageSuggestedTest, AChipAsksWhetherItIsThatLabelOrSaysWhatWasProposed) {
  Sheet sheet("🚀 {화웨이}가");
  EXPECT_EQ(sheet.page.suggested_name(0), "기관?");
  sheet.page.suggest({{sheet.marks.spans[0], "ORG", Kind::Proposal, "출처"}});
  EXPECT_EQ(sheet.page.suggested_name(0), "출처");
}

TEST(PageSuggestedTest, ChipsAreThoseOfProposalsAndOfTheSelectedSuggestion) {
  Sheet sheet("🚀 {화웨이}가 {칩}을 {샀다}", {Kind::Word, Kind::Proposal, Kind::Word});
  const auto shown = [&](std::optional<std::size_t> selected) {
    std::vector<std::size_t> indices;
    for (const SuggestedChip& chip : sheet.viewport.suggested_chips(selected)) indices.push_back(chip.index);
    return indices;
  };
  EXPECT_THAT(shown(std::nullopt), ElementsAre(1U));
  EXPECT_THAT(shown(2), ElementsAre(1U, 2U));
}

TEST(PageSuggestedTest, AChipStandsBelowTheTextWhereItsMarkBegins) {
  Sheet sheet("🚀 {화웨이}가");
  const auto chips = sheet.viewport.suggested_chips(0);
  ASSERT_THAT(chips, SizeIs(1));
  EXPECT_EQ(chips[0].place.x, sheet.viewport.left() + 24);
  EXPECT_EQ(chips[0].place.width, 8 + 8 + 4 + 2 * 4);  // 기관?, and the padding
  EXPECT_EQ(chips[0].place.y, sheet.page.layout(0).lines[0].text_bottom + 2);
}

TEST(PageSuggestedTest, ChipsThatWouldCoverOneAnotherStandSideBySide) {
  Sheet sheet("🚀 {{화웨이}가 {칩}을} 샀다", {Kind::Proposal, Kind::Proposal, Kind::Proposal});
  const auto chips = sheet.viewport.suggested_chips({});
  ASSERT_THAT(chips, SizeIs(3));
  for (std::size_t i = 1; i < chips.size(); ++i) {
    EXPECT_GE(chips[i].place.x, chips[i - 1].place.x + chips[i - 1].place.width) << i;
  }
}

TEST(PageSuggestedTest, ChipsThatWouldStandBeyondTheEdgeStandBelowOneAnother) {
  Sheet sheet("🚀 가 {{화웨이}가 {칩}을} 샀다", {Kind::Proposal, Kind::Proposal, Kind::Proposal});
  sheet.viewport.resize(200, 300);
  const auto chips = sheet.viewport.suggested_chips({});
  ASSERT_THAT(chips, SizeIs(3));
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const ViewRect& place = chips[i].place;
    EXPECT_LE(place.x + place.width, sheet.viewport.left() + sheet.page.width()) << i;
    for (std::size_t other = 0; other < i; ++other) {
      const ViewRect& taken = chips[other].place;
      EXPECT_TRUE(place.x >= taken.x + taken.width || taken.x >= place.x + place.width ||
                  place.y >= taken.y + taken.height || taken.y >= place.y + place.height)
          << i << " covers " << other;
    }
  }
}

TEST(PageSuggestedTest, AChipInTheLastLineOfTheScreenStandsAboveIt) {
  Sheet sheet("🚀 하나\n{둘}");
  const int top = sheet.page.layout(0).height + sheet.page.layout(1).lines[0].text_top;
  sheet.viewport.resize(600, top + sheet.page.style().text_height + 2);
  const auto chips = sheet.viewport.suggested_chips(0);
  ASSERT_THAT(chips, SizeIs(1));
  EXPECT_LT(chips[0].place.y + chips[0].place.height, top);
}

TEST(PageSuggestedTest, AMarkThatBeginsOutOfSightHasNoChip) {
  Sheet sheet("🚀 {하나}\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n끝");
  ASSERT_THAT(sheet.viewport.suggested_chips(0), SizeIs(1));
  sheet.viewport.scroll_by(200);
  EXPECT_THAT(sheet.viewport.suggested_chips(0), IsEmpty());
}

}  // namespace
}  // namespace mitjul
