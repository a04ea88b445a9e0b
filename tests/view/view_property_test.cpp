// What must hold on every page, over random texts, marks, relations and widths.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/view/random_page.h"
#include "view/fixed_shaper.h"
#include "view/viewport.h"

namespace mitjul {
namespace {

constexpr int kPages = 100;

struct RandomView {
  explicit RandomView(unsigned seed) : random(seed), page(text_of(random), shaper, some_labels()) {
    for (std::int64_t number = 1; number <= 40; ++number) {
      page.put(random() % 4 == 0 ? random_link(random, number, 45) : random_mark(random, page.text(), number));
    }
    if (random() % 2 == 0) page.set_zones(random_zones(random, page.text()));
    viewport.resize(60 + static_cast<int>(random() % 840), 100 + static_cast<int>(random() % 600));
    viewport.scroll_to(static_cast<std::int64_t>(random() % 3'000));
  }
  /// In every fourth text a paragraph that is more than a block.
  static Text text_of(Random& random) {
    std::string text = random_text(random, 1 + random() % 150).utf8();
    if (random() % 4 == 0) text += utf8(std::u32string(2'500, U'한')) + random_text(random, 30).utf8();
    return Text(text);
  }

  std::vector<Page::LineAt> visible_lines() {
    std::vector<Page::LineAt> lines;
    for (const auto& visible : viewport.visible()) {
      for (std::size_t line = 0; line < page.layout(visible.block).lines.size(); ++line) {
        lines.push_back({visible.block, line});
      }
    }
    return lines;
  }
  /// Every place for a caret in a line.
  std::vector<CaretPlace> places_in(Page::LineAt at) {
    const BlockLayout& laid = page.layout(at.block);
    const LineRange range = laid.lines[at.line].range;
    std::vector<CaretPlace> places;
    for (std::uint32_t cluster = range.first; cluster < range.last; ++cluster) {
      places.push_back({laid.shape.position(cluster), false});
    }
    places.push_back(page.line_end(at));
    return places;
  }

  Random random;
  FixedShaper shaper;
  Page page;
  Viewport viewport{page};
};

template <class Check>
void for_random_views(Check check) {
  for (unsigned seed = 1; seed <= kPages; ++seed) {
    RandomView view(seed);
    SCOPED_TRACE(seed);
    SCOPED_TRACE(view.page.text().utf8());
    check(view);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(ViewPropertyTest, AClickOnADrawnCaretGivesItsPlaceBack) {
  std::size_t clicked = 0;
  for_random_views([&](RandomView& view) {
    for (const Page::LineAt at : view.visible_lines()) {
      std::map<float, int> drawn;
      const auto places = view.places_in(at);
      for (const CaretPlace& place : places) ++drawn[view.page.x_of(place)];
      for (const CaretPlace& place : places) {
        ASSERT_EQ(view.page.line_of(place), at);
        const auto caret = view.viewport.caret(place);
        if (!caret) continue;
        const CaretPlace found = view.viewport.hit(caret->x, caret->y + caret->height / 2).place;
        ASSERT_EQ(view.page.line_of(found), at);
        // Blanks that hang over the edge have one place on the screen.
        ASSERT_EQ(view.page.x_of(found), view.page.x_of(place));
        ASSERT_TRUE(found == place || drawn[view.page.x_of(place)] > 1) << place.pos.value();
        ++clicked;
      }
    }
  });
  EXPECT_GT(clicked, 1'000U);
}

TEST(ViewPropertyTest, AClickAnywhereGivesTheNearestPlaceOfTheLineThere) {
  for_random_views([](RandomView& view) {
    const auto blocks = view.viewport.visible();
    for (int y = -10; y < view.viewport.height() + 10; y += 7) {
      std::size_t found = 0;
      while (found + 1 < blocks.size() && blocks[found + 1].y <= y) ++found;
      const Page::LineAt at = view.page.line_at(blocks[found].block, y - blocks[found].y);
      const auto places = view.places_in(at);
      for (int pixel = -20; pixel < view.viewport.width() + 20; pixel += 11) {
        const auto x = static_cast<float>(pixel);
        const CaretPlace place = view.viewport.hit(x, y).place;
        ASSERT_EQ(view.page.line_of(place), at);
        const auto distance = [&](CaretPlace to) { return std::abs(view.viewport.left() + view.page.x_of(to) - x); };
        const float least = distance(place);
        for (const CaretPlace& other : places) ASSERT_LE(least, distance(other)) << x << " " << y;
      }
    }
  });
}

TEST(ViewPropertyTest, LinesLieBelowOneAnotherAndHeightsAddUp) {
  for_random_views([](RandomView& view) {
    std::int64_t sum = 0;
    TextPos end(0);
    for (std::size_t block = 0; block < view.page.blocks(); ++block) {
      const BlockLayout& laid = view.page.layout(block);
      int y = laid.lines.front().top;
      for (const Line& line : laid.lines) {
        ASSERT_EQ(line.top, y);
        ASSERT_LE(line.top, line.text_top);
        ASSERT_LT(line.text_top, line.text_bottom);
        y = line.text_bottom;
        for (const int lane : line.lane_tops) {
          ASSERT_GE(lane, y);
          y = lane + 1;
        }
        ASSERT_GT(line.bottom, y);
        y = line.bottom;
        ASSERT_EQ(laid.shape.position(line.range.first), end);
        end = laid.shape.position(line.range.last);
      }
      end = view.page.block(block).span.end;
      ASSERT_GE(laid.height, y);
      ASSERT_EQ(view.page.heights().height(block), laid.height);
      sum += laid.height;
    }
    ASSERT_EQ(view.page.heights().total(), sum);
  });
}

/// Whether any two of the intervals of a lane overlap.
bool overlap(std::map<int, std::vector<Interval>>& lanes) {
  for (auto& [lane, intervals] : lanes) {
    std::sort(intervals.begin(), intervals.end(),
              [](Interval a, Interval b) { return std::pair(a.left, a.right) < std::pair(b.left, b.right); });
    for (std::size_t i = 1; i < intervals.size(); ++i) {
      if (intervals[i].left < intervals[i - 1].right) return true;
    }
  }
  return false;
}

void expect_apart(const Line& line, float width) {
  std::map<int, std::vector<Interval>> bars;
  for (const MarkPiece& piece : line.pieces) bars[piece.lane].push_back(piece.x);
  for (const MarkJoint& joint : line.joints) bars[joint.lane].push_back(joint.x);
  ASSERT_FALSE(overlap(bars));
  std::map<int, std::vector<Interval>> chips;
  for (const Chip& chip : line.chips) {
    ASSERT_TRUE(chip.x.left >= 0 && chip.x.left < chip.x.right && chip.x.right <= width);
    chips[chip.lane].push_back(chip.x);
    for (const MarkPiece& piece : line.pieces) {
      if (piece.lane != chip.lane || piece.mark == chip.mark) continue;
      ASSERT_TRUE(piece.x.right <= chip.x.left || chip.x.right <= piece.x.left) << "another's bar beside the chip";
    }
  }
  ASSERT_FALSE(overlap(chips));
  std::map<int, std::vector<Interval>> arcs;
  for (const Arc& arc : line.arcs) {
    ASSERT_TRUE(arc.label.left >= 0 && arc.label.right <= width);
    ASSERT_TRUE(arc.x.left >= 0 && arc.x.left <= arc.x.right && arc.x.right <= width);
    ASSERT_LT(arc.lane, line.arc_lanes);
    if (arc.bundled == 0) continue;  // lies where the one lies that is drawn for it
    arcs[arc.lane].push_back({std::min(arc.x.left, arc.label.left), std::max(arc.x.right, arc.label.right)});
  }
  ASSERT_FALSE(overlap(arcs));
}

TEST(ViewPropertyTest, NoTwoBarsChipsOrArcsOfALaneOverlap) {
  for_random_views([](RandomView& view) {
    for (std::size_t block = 0; block < view.page.blocks(); ++block) {
      for (const Line& line : view.page.layout(block).lines) {
        ASSERT_NO_FATAL_FAILURE(expect_apart(line, view.page.width()));
      }
    }
  });
}

TEST(ViewPropertyTest, EveryMarkHasAPieceWhereverItCoversALineAndAChipWhereItBegins) {
  for_random_views([](RandomView& view) {
    for (const auto& [id, mark] : view.page.marks()) {
      std::size_t chips = 0;
      bool shown = false;
      for (std::size_t block = 0; block < view.page.blocks(); ++block) {
        const auto& lines = view.page.layout(block).lines;
        for (std::size_t i = 0; i < lines.size(); ++i) {
          std::vector<Interval> wanted;
          for (const Span& segment : mark.spans.segments()) {
            const auto extent = view.page.extent({block, i}, segment);
            if (!extent) continue;
            if (wanted.empty() || extent->left >= wanted.back().right) {
              wanted.push_back(*extent);
            } else {  // two segments in one cluster
              wanted.back().right = std::max(wanted.back().right, extent->right);
            }
          }
          std::vector<Interval> pieces;
          for (const MarkPiece& piece : lines[i].pieces) {
            if (piece.mark == &mark) pieces.push_back(piece.x);
          }
          ASSERT_EQ(pieces, wanted) << block << " " << i;
          for (const Chip& chip : lines[i].chips) {
            if (chip.mark != &mark) continue;
            ASSERT_EQ(chip.continued, shown) << "a chip behind the first line is that of another segment";
            if (!chip.continued) ++chips;
          }
          shown = shown || !pieces.empty();
        }
      }
      ASSERT_EQ(chips, shown ? 1U : 0U);
    }
  });
}

TEST(ViewPropertyTest, EveryRelationIsSeenAtEachOfItsFeet) {
  for_random_views([](RandomView& view) {
    std::map<std::pair<AnnotationId, std::size_t>, std::vector<ArcEnd>> ends;
    for (std::size_t block = 0; block < view.page.blocks(); ++block) {
      for (const Line& line : view.page.layout(block).lines) {
        for (const Arc& arc : line.arcs) {
          auto& seen = ends[{arc.link->id, arc.end}];
          seen.push_back(arc.left);
          seen.push_back(arc.right);
        }
      }
    }
    for (const auto& [arc, seen] : ends) {
      const auto count = [&, &in = seen](ArcEnd kind) { return std::count(in.begin(), in.end(), kind); };
      ASSERT_TRUE(count(ArcEnd::Foot) <= 1 && count(ArcEnd::Arrow) <= 1);
      ASSERT_EQ(count(ArcEnd::Foot) + count(ArcEnd::Arrow) + count(ArcEnd::Outside), 2) << to_string({{}, arc.first});
      ASSERT_TRUE(count(ArcEnd::Edge) == 0 || count(ArcEnd::Edge) == 2);
    }
    for (const auto& [id, link] : view.page.links()) {
      for (std::size_t end = 1; end < link.ends.size(); ++end) {
        const auto on_page = [&](const AnnotationRef& ref) {
          return ref.document.empty() && view.page.marks().count(ref.id) != 0;
        };
        const bool has_foot = on_page(link.ends[0]) || on_page(link.ends[end]);
        ASSERT_TRUE(!has_foot || ends.count({id, end}) != 0);
      }
    }
  });
}

TEST(ViewPropertyTest, ArrowsUpAndDownGoToTheNeighbouringLine) {
  for_random_views([](RandomView& view) {
    for (const Page::LineAt at : view.visible_lines()) {
      const auto x = static_cast<float>(view.random() % 900);
      for (const CaretPlace& place :
           {view.page.line_start(at), view.page.line_end(at), view.page.place_in_line(at, x)}) {
        const auto above = view.page.line_before(at);
        const auto below = view.page.line_after(at);
        const CaretPlace up = view.viewport.moved(place, -1, x);
        const CaretPlace down = view.viewport.moved(place, 1, x);
        ASSERT_EQ(view.page.line_of(up), above.value_or(at));
        ASSERT_EQ(view.page.line_of(down), below.value_or(at));
        ASSERT_EQ(up, above ? view.page.place_in_line(*above, x) : CaretPlace{TextPos(0)});
        ASSERT_EQ(down, below ? view.page.place_in_line(*below, x) : CaretPlace{view.page.text().end()});
      }
    }
  });
}

}  // namespace
}  // namespace mitjul
