#include "view/viewport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/view/random_page.h"
#include "view/fixed_shaper.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A viewport of 600 x 300 on a text.
struct View {
  explicit View(Text text) : page(std::move(text), shaper, some_labels()) { viewport.resize(600, 300); }

  /// The line at the top, and how many pixels of it are above.
  std::pair<Page::LineAt, int> top() {
    const auto first = viewport.visible().at(0);
    const Page::LineAt at = page.line_at(first.block, -first.y);
    return {at, -first.y - page.layout(at.block).lines[at.line].top};
  }
  Span top_line() {
    const Page::LineAt at = top().first;
    return {page.line_start(at).pos, page.line_end(at).pos};
  }
  CaretPlace random_place(Random& random) {
    const TextPos pos(static_cast<std::uint32_t>(random() % (page.text().length() + 1)));
    return {page.text().snap_to_graphemes({pos, page.text().end()}).start, random() % 2 == 0};
  }
  void lay_all_out() {
    for (std::size_t block = 0; block < page.blocks(); ++block) page.layout(block);
  }

  FixedShaper shaper;
  Page page;
  Viewport viewport{page};
};

/// Some thirty screens with marks and relations.
struct LongView : View {
  explicit LongView(unsigned seed) : View(text_of(seed)) {
    Random random(seed);
    for (std::int64_t number = 1; number < 150; ++number) {
      page.put(random() % 4 == 0 ? random_link(random, number, 150) : random_mark(random, page.text(), number));
    }
  }
  static Text text_of(unsigned seed) {
    Random random(seed);
    return Text(random_text(random, 1'500).utf8() + "끝");
  }
};

TEST(ViewportTest, TheTextTakesTheWidthLessTheMarginsUpToAColumn) {
  View view(Text("🚀 가"));
  view.viewport.resize(300, 100);
  EXPECT_EQ(view.viewport.left(), 18);
  EXPECT_EQ(view.page.width(), 300 - 2 * 18);
  view.viewport.resize(2'000, 100);
  EXPECT_EQ(view.page.width(), 50 * 16);
  EXPECT_EQ(view.viewport.left(), (2'000 - 50 * 16) / 2);
}

TEST(ViewportTest, TheColumnIsAsManySyllablesWideAsTheReaderLikesOrAsTheWindow) {
  View view(Text("🚀 가"));
  view.viewport.set_column(30);
  view.viewport.resize(2'000, 100);
  EXPECT_EQ(view.page.width(), 30 * 16);
  EXPECT_EQ(view.viewport.left(), (2'000 - 30 * 16) / 2) << "in the middle";
  view.viewport.set_column(0);
  view.viewport.resize(2'000, 100);
  EXPECT_EQ(view.page.width(), 2'000 - 2 * 18);
}

TEST(ViewportTest, TheLineAtTheTopStaysWhenLinesMoveApart) {
  LongView view(10);
  Random random(10);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same places in every run
  for (int round = 0; round < 30; ++round) {
    view.viewport.scroll_to(view.viewport.page_height() * static_cast<int>(random() % 64) / 128);
    const Span before = view.top_line();
    for (const int spacing : {200, 100, 160, 130}) {
      view.viewport.keep_place([&] { view.page.set_font(spacing); });
      ASSERT_EQ(view.top_line(), before) << spacing;
    }
  }
}

TEST(ViewportTest, ScrollingThereAndBackIsWhereItWas) {
  LongView view(1);
  Random random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same ways in every run
  for (int round = 0; round < 200; ++round) {
    view.viewport.scroll_to(view.viewport.page_height() / 2);
    const auto before = view.top();
    const int way = static_cast<int>(random() % 4'000) - 2'000;
    view.viewport.scroll_by(way);
    ASSERT_TRUE(way == 0 || view.top() != before);
    view.viewport.scroll_by(-way);
    ASSERT_EQ(view.top(), before) << way;
  }
}

TEST(ViewportTest, OnceAllIsLaidOutScrollingIsExactToThePixel) {
  LongView view(2);
  view.lay_all_out();
  std::int64_t sum = 0;
  for (std::size_t block = 0; block < view.page.blocks(); ++block) sum += view.page.layout(block).height;
  EXPECT_EQ(view.viewport.page_height(), sum);
  for (std::int64_t y = 0; y <= sum; y += 37) {
    view.viewport.scroll_to(y);
    ASSERT_EQ(view.viewport.scrolled(), std::min(y, sum - 300));
  }
}

TEST(ViewportTest, WhereverItIsScrolledToTheScreenIsFull) {
  Random random(3);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same places in every run
  LongView view(3);
  const auto expect_full = [&] {
    const auto blocks = view.viewport.visible();
    ASSERT_FALSE(blocks.empty());
    ASSERT_LE(blocks.front().y, 0);
    int y = blocks.front().y;
    for (const auto& visible : blocks) {
      ASSERT_EQ(visible.y, y);
      y += view.page.layout(visible.block).height;
      ASSERT_GT(y, 0);
    }
    ASSERT_GE(y, 300);
  };
  for (int round = 0; round < 300; ++round) {
    const auto y = static_cast<std::int64_t>(random() % 40'000) - 5'000;
    if (round % 2 == 0) view.viewport.scroll_to(y);
    if (round % 2 == 1) view.viewport.scroll_by(static_cast<int>(y / 4));
    ASSERT_NO_FATAL_FAILURE(expect_full());
  }
}

TEST(ViewportTest, TheLastScreenEndsWithTheText) {
  LongView view(4);
  view.viewport.scroll_by(10'000'000);
  const auto last = view.viewport.visible().back();
  EXPECT_EQ(last.block, view.page.blocks() - 1);
  EXPECT_EQ(last.y + view.page.layout(last.block).height, 300);
  for (const int beyond : {0, 1'000}) {
    LongView fresh(4);
    fresh.viewport.scroll_to(fresh.viewport.page_height() - 300 + beyond);
    const auto end = fresh.viewport.visible().back();
    EXPECT_EQ(end.y + fresh.page.layout(end.block).height, 300) << "as far as a scroll bar can go";
  }
  view.viewport.resize(600, 500);
  const auto taller = view.viewport.visible().back();
  EXPECT_EQ(taller.y + view.page.layout(taller.block).height, 500);
}

TEST(ViewportTest, ATextShorterThanTheScreenStaysAtTheTop) {
  for (const char* const text : {"", "🚀 가", "가\n나\n"}) {
    View view{Text(text)};
    for (const int way : {50, -50, 1'000}) {
      view.viewport.scroll_by(way);
      EXPECT_EQ(view.viewport.scrolled(), 0);
    }
    view.viewport.scroll_to(100);
    EXPECT_EQ(view.viewport.visible().front().y, 0);
  }
}

TEST(ViewportTest, KeepingThePlaceWhereNothingChangesMovesNothing) {
  LongView view(5);
  view.lay_all_out();
  for (std::int64_t y = 0; y < 3'000; ++y) {
    view.viewport.scroll_to(y);
    view.viewport.keep_place([] {});
    ASSERT_EQ(view.viewport.scrolled(), y);
  }
}

TEST(ViewportTest, TheLineAtTheTopStaysWhenTheWidthChanges) {
  LongView view(6);
  Random random(6);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same widths in every run
  for (int round = 0; round < 60; ++round) {
    view.viewport.resize(600, 300);
    view.viewport.scroll_to(view.viewport.page_height() * static_cast<int>(random() % 64) / 128);
    const Span before = view.top_line();
    for (int step = 0; step < 8; ++step) {
      view.viewport.resize(100 + static_cast<int>(random() % 800), 300);
      const Span now = view.top_line();
      ASSERT_TRUE(now.start <= before.start && before.start <= now.end) << "a part of what was read is at the top";
    }
    view.viewport.resize(600, 300);
    ASSERT_EQ(view.top_line(), before) << "many widths do not add up";
  }
}

TEST(ViewportTest, WhatIsReadStaysWhenMarksComeAndGoAbove) {
  LongView view(7);
  view.viewport.scroll_to(view.viewport.page_height() / 2);
  const auto before = view.top();
  Random random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same marks in every run
  const TextPos read = view.top_line().start;
  int put = 0;
  for (std::int64_t number = 200; number < 300; ++number) {
    const Annotation mark = random_mark(random, view.page.text(), number);
    if (mark.spans()->end() > read) continue;
    view.viewport.keep_place([&] { view.page.put(mark); });
    ASSERT_EQ(view.top(), before);
    if (++put % 2 == 0) view.viewport.keep_place([&] { view.page.remove(mark.id); });
    ASSERT_EQ(view.top(), before);
  }
  EXPECT_GT(put, 20);
}

TEST(ViewportTest, RevealingBringsAnyPlaceIntoSight) {
  LongView view(8);
  Random random(8);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same places in every run
  for (const int height : {300, 90, 40}) {
    view.viewport.resize(400, height);
    for (int round = 0; round < 150; ++round) {
      const CaretPlace place = view.random_place(random);
      view.viewport.reveal(place);
      const auto caret = view.viewport.caret(place);
      ASSERT_TRUE(caret) << place.pos.value();
      ASSERT_TRUE(caret->y >= 0 && caret->y + caret->height <= height) << place.pos.value() << " " << caret->y;
      const auto before = view.top();
      ASSERT_FALSE(view.viewport.reveal(place)) << "again";
      ASSERT_EQ(view.top(), before);
    }
  }
}

TEST(ViewportTest, ACaretOutOfSightIsNotShown) {
  LongView view(9);
  EXPECT_TRUE(view.viewport.caret({TextPos(0), false}));
  EXPECT_FALSE(view.viewport.caret({view.page.text().end(), false}));
  view.viewport.scroll_to(5'000);
  EXPECT_FALSE(view.viewport.caret({TextPos(0), false}));
}

TEST(ViewportTest, AClickFindsWhatIsDrawnThereTheInnermostFirst) {
  const auto text = marked("🚀 {가나 {다라} 마바사아자차카타파하} 나 {다}");
  View view(text.text);
  for (std::int64_t i = 0; i < 3; ++i) view.page.put(annotation(i + 1, "ORG", text.spans[static_cast<std::size_t>(i)]));
  view.page.put(annotation(4, "SAYS", Relation{{argument("a", 2), argument("b", 3)}}));
  const Line& line = view.page.layout(0).lines[0];
  const auto at = [&](float x, int y) { return view.viewport.hit(view.viewport.left() + x, y).annotations; };
  const AnnotationId outer = annotation_id(1);
  const AnnotationId inner = annotation_id(2);
  EXPECT_THAT(at(70, line.text_top), ElementsAre(inner, outer));
  EXPECT_THAT(at(30, line.text_top), ElementsAre(outer));
  EXPECT_THAT(at(2, line.text_top), IsEmpty());
  EXPECT_THAT(at(70, line.lane_tops.at(0)), ElementsAre(inner));
  EXPECT_THAT(at(70, line.lane_tops.at(1)), ElementsAre(outer));
  EXPECT_THAT(at(100, line.text_top - 1), ElementsAre(annotation_id(4)));
  EXPECT_TRUE(view.viewport.hit(view.viewport.left() + 2, line.text_top).on_text);
  EXPECT_FALSE(view.viewport.hit(view.viewport.left() - 2, line.text_top).on_text);
  EXPECT_FALSE(view.viewport.hit(view.viewport.left() + 2, line.text_bottom).on_text);
}

TEST(ViewportTest, BeforeItHasASizeAClickIsAtTheStart) {
  FixedShaper shaper;
  Page page(Text("🚀 가"), shaper, {});
  Viewport viewport(page);
  EXPECT_EQ(viewport.hit(0, 0).place.pos, TextPos(0));
}

TEST(ViewportTest, BeyondTheFirstAndLastLineLieTheEndsOfTheText) {
  View view(Text("🚀 가나\n다라"));
  EXPECT_EQ(view.viewport.moved({TextPos(3), false}, -1, 30), CaretPlace{TextPos(0)});
  EXPECT_EQ(view.viewport.moved({TextPos(5), false}, 1, 0), CaretPlace{TextPos(7)});
  EXPECT_EQ(view.viewport.moved({TextPos(0), false}, 10, 0), CaretPlace{TextPos(7)});
}

}  // namespace
}  // namespace mitjul
