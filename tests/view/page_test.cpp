#include "view/page.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/view/random_page.h"
#include "view/fixed_shaper.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// The page of a marked text, of which each marked span is an ORG, numbered from 1.
struct Sheet {
  explicit Sheet(std::string_view utf8_with_braces, float width = 600) : marks(marked(utf8_with_braces)) {
    page.set_width(width);
    for (const Span& span : marks.spans) page.put(annotation(++number, "ORG", span));
  }
  explicit Sheet(const Text& text) : marks{text, {}} {}

  const Line& line(std::size_t block, std::size_t index) { return page.layout(block).lines.at(index); }
  void relate(std::int64_t relation, std::vector<std::int64_t> ends) {
    Relation made;
    for (const std::int64_t end : ends) made.arguments.push_back(argument("end", end));
    page.put(annotation(relation, "SAYS", made));
  }

  FixedShaper shaper;
  MarkedText marks;
  Page page{marks.text, shaper, some_labels()};
  std::int64_t number = 0;
};

std::string in_words(Interval x) { return fmt::format("{}..{}", x.left, x.right); }
std::string in_words(const MarkPiece& piece) {
  return fmt::format("{}{} {}{} lane {} depth {}", piece.starts ? "[" : "", piece.mark->id.number, in_words(piece.x),
                     piece.ends ? "]" : "", piece.lane, piece.depth);
}
std::string in_words(const MarkJoint& joint) {
  return fmt::format("{}{}{}", joint.from_above ? "<" : "", in_words(joint.x), joint.goes_on ? ">" : "");
}
std::string in_words(const Arc& arc) {
  const auto end = [](ArcEnd kind) { return "o>-x"[static_cast<std::size_t>(kind)]; };
  return fmt::format("{} {}{}{} lane {}", arc.link->id.number, end(arc.left), in_words(arc.x), end(arc.right),
                     arc.lane);
}
template <class Parts>
std::vector<std::string> words_of(const Parts& parts) {
  std::vector<std::string> words;
  for (const auto& part : parts) words.push_back(in_words(part));
  return words;
}

/// All that is laid out, as text.
std::string in_words(Page& page) {
  std::string words;
  for (std::size_t i = 0; i < page.blocks(); ++i) {
    for (const Line& line : page.layout(i).lines) {
      words += fmt::format("{}: {}..{} y {} {} {} {} lanes {}\n", i, line.range.first, line.range.last, line.top,
                           line.text_top, line.text_bottom, line.bottom, fmt::join(line.lane_tops, " "));
      words +=
          fmt::format("  {}\n  {}\n", fmt::join(words_of(line.pieces), ", "), fmt::join(words_of(line.arcs), ", "));
      for (const Chip& chip : line.chips) words += fmt::format("  chip {} {}", chip.mark->id.number, in_words(chip.x));
      for (const MarkJoint& j : line.joints) words += fmt::format("  joint {} {}", j.mark->id.number, in_words(j));
    }
  }
  return words;
}

TEST(PageTest, AMarkIsAsWideAsItsClustersAndHasItsChipBelow) {
  Sheet sheet("🚀 {화웨이}가 {1\uFE0F\u20E3🇰🇷}");
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces),
              ElementsAre("[1 24..72] lane 0 depth 0", "[2 96..128] lane 0 depth 0"));
  ASSERT_THAT(sheet.line(0, 0).chips, SizeIs(2));
  EXPECT_EQ(in_words(sheet.line(0, 0).chips[0].x), "24..48");
}

TEST(PageTest, AMarkThatEndsInsideAClusterCoversIt) {
  Sheet sheet("🚀 {👩}\u200D💻가");
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces), ElementsAre("[1 24..40] lane 0 depth 0"));
}

TEST(PageTest, AMarkOverSeveralLinesHasAPieceInEachAndOneChip) {
  Sheet sheet("🚀 {가나다 라마바 사아}자", 80);
  ASSERT_THAT(sheet.page.layout(0).lines, SizeIs(3));
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces), ElementsAre("[1 24..80 lane 0 depth 0"));
  EXPECT_THAT(words_of(sheet.line(0, 1).pieces), ElementsAre("1 0..56 lane 0 depth 0"));
  EXPECT_THAT(words_of(sheet.line(0, 2).pieces), ElementsAre("1 0..32] lane 0 depth 0"));
  EXPECT_THAT(sheet.line(0, 0).chips, SizeIs(1));
  EXPECT_THAT(sheet.line(0, 1).chips, IsEmpty());
  EXPECT_THAT(sheet.line(0, 2).chips, IsEmpty());
}

TEST(PageTest, AMarkOverSeveralBlocksHasItsChipInTheFirst) {
  Sheet sheet("🚀 {가\n\n나} 다");
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces), ElementsAre("[1 24..40 lane 0 depth 0"));
  EXPECT_THAT(sheet.line(1, 0).pieces, IsEmpty());
  EXPECT_THAT(words_of(sheet.line(2, 0).pieces), ElementsAre("1 0..16] lane 0 depth 0"));
  EXPECT_THAT(sheet.line(0, 0).chips, SizeIs(1));
  EXPECT_THAT(sheet.line(2, 0).chips, IsEmpty());
}

TEST(PageTest, AMarkThatBeginsWithALineEndHasItsChipWhereItIsFirstSeen) {
  Sheet sheet("🚀{\n\n가}");
  EXPECT_THAT(sheet.line(0, 0).chips, IsEmpty());
  EXPECT_THAT(sheet.line(2, 0).chips, SizeIs(1));
}

TEST(PageTest, BlanksThatHangOverTheEdgeAreMarkedOnThePageOnly) {
  Sheet sheet("{가나  { }} 다", 32);
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces), ElementsAre("[1 0..32] lane 1 depth 0", "[2 32..32] lane 0 depth 0"));
  EXPECT_EQ(sheet.page.extent({0, 0}, sheet.marks.spans[0])->right, 32);
}

TEST(PageTest, TheSegmentsOfADiscontinuousMarkAreJoinedInTheirLine) {
  Sheet sheet("🚀 {가}나{다} 라 {마}");
  Sheet one("🚀 가나다 라 마", 96);
  one.page.put(annotation(1, "ORG", Spans(sheet.marks.spans)));
  EXPECT_THAT(words_of(one.line(0, 0).pieces), ElementsAre("[1 24..40] lane 0 depth 0", "[1 56..72] lane 0 depth 0"));
  EXPECT_THAT(words_of(one.line(0, 1).pieces), ElementsAre("[1 0..16] lane 0 depth 0"));
  EXPECT_THAT(words_of(one.line(0, 0).joints), ElementsAre("40..56", "72..96>"));
}

TEST(PageTest, SegmentsInLaterLinesAreJoinedOverTheLineEndAndNamedAgain) {
  Sheet sheet("🚀 {가나} 다라 마바사 아자 {차}카 {타}", 96);
  Sheet one(sheet.marks.text);
  one.page.set_width(96);
  one.page.put(annotation(1, "ORG", Spans(sheet.marks.spans)));
  ASSERT_THAT(one.page.layout(0).lines, SizeIs(3));
  EXPECT_THAT(words_of(one.line(0, 0).joints), ElementsAre("56..96>")) << "to the edge: a blank hangs over it";
  EXPECT_THAT(one.line(0, 1).pieces, IsEmpty());
  EXPECT_THAT(one.line(0, 1).joints, IsEmpty()) << "the text between is not underlined";
  EXPECT_THAT(words_of(one.line(0, 2).joints), ElementsAre("16..40", "<0..0"));
  ASSERT_THAT(one.line(0, 0).chips, SizeIs(1));
  EXPECT_EQ(one.page.chip_name(one.line(0, 0).chips[0]), "기관");
  ASSERT_THAT(one.line(0, 2).chips, SizeIs(1)) << "one for all segments of a line";
  EXPECT_EQ(one.page.chip_name(one.line(0, 2).chips[0]), "…기관");
}

TEST(PageTest, AMarkOfMoreThanALineAndAHalfLeavesFillsToTheMarksInIt) {
  const std::string words = " 나나나나나나나나나";
  Sheet sheet("🚀 {가가 {다라}" + words + "} {마바" + words + words + " {사아} 자}", 160);
  std::map<std::int64_t, std::set<bool>> is_long;
  std::map<std::int64_t, int> depth;
  for (const Line& line : sheet.page.layout(0).lines) {
    for (const MarkPiece& piece : line.pieces) {
      is_long[piece.mark->id.number].insert(piece.is_long);
      depth[piece.mark->id.number] = std::max(depth[piece.mark->id.number], piece.depth);
    }
  }
  EXPECT_THAT(is_long[1], ElementsAre(false)) << "not much more than a line";
  EXPECT_THAT(is_long[3], ElementsAre(true)) << "in all its lines alike";
  EXPECT_EQ(depth[2], 1);
  EXPECT_EQ(depth[4], 0) << "what has no fill is not in the way";
  sheet.page.set_width(1'000);
  for (const MarkPiece& piece : sheet.line(0, 0).pieces)
    EXPECT_FALSE(piece.is_long) << "in a wider column it is a line";
}

TEST(PageTest, ARelationJoinsMarksAlsoByWayOfAnotherRelation) {
  Sheet sheet("🚀 {가} {나}\n{다}");
  sheet.relate(4, {2, 1});
  sheet.relate(5, {3, 4});
  EXPECT_THAT(sheet.page.marks_joined_by(annotation_id(4)), ElementsAre(annotation_id(2), annotation_id(1)));
  EXPECT_THAT(sheet.page.marks_joined_by(annotation_id(5)),
              ElementsAre(annotation_id(3), annotation_id(2), annotation_id(1)));
  EXPECT_THAT(sheet.page.marks_joined_by(annotation_id(1)), IsEmpty()) << "a mark";
  EXPECT_THAT(sheet.page.marks_joined_by(annotation_id(99)), IsEmpty()) << "nothing";
}

TEST(PageTest, ATitleIsMeasuredAndStackedInItsOwnLetters) {
  Sheet sheet("🚀 본문\n가나\n가나");
  sheet.page.set_zones({{ZoneKind::Title, Span(5, 7)}});
  const PageStyle& style = sheet.page.style();
  EXPECT_NEAR(sheet.line(1, 0).width, 2 * 16 * 1.4, 0.01);
  EXPECT_EQ(sheet.line(2, 0).width, 2 * 16);
  EXPECT_EQ(sheet.line(1, 0).text_bottom - sheet.line(1, 0).text_top, style.line(TextStyle::Title).height);
  EXPECT_GT(style.line(TextStyle::Title).height, style.text_height);
  EXPECT_EQ(sheet.line(1, 0).top, style.line(TextStyle::Title).space_above);
  sheet.page.set_zones({});
  EXPECT_EQ(sheet.line(1, 0).width, 2 * 16);
}

TEST(PageTest, CellsAndBoilerplateAreFoundInTheLinesTheyStandIn) {
  Sheet sheet("🚀 가나\t다라 마바\n사아", 100);
  sheet.page.set_zones(
      {{ZoneKind::Cell, Span(2, 4)}, {ZoneKind::Cell, Span(5, 10)}, {ZoneKind::Boilerplate, Span(8, 10)}});
  const auto words = [](const std::vector<Interval>& parts) { return words_of(parts); };
  EXPECT_THAT(words(sheet.page.cells({0, 0})), ElementsAre("24..56", "64..100"));
  EXPECT_THAT(words(sheet.page.cells({0, 1})), ElementsAre("0..32"));
  EXPECT_THAT(words(sheet.page.cells({1, 0})), IsEmpty());
  EXPECT_THAT(words(sheet.page.boilerplate({0, 0})), IsEmpty());
  EXPECT_THAT(words(sheet.page.boilerplate({0, 1})), ElementsAre("0..32"));
}

TEST(PageTest, LongLabelNamesAreShortenedOnChipsAndArcs) {
  Sheet sheet("🚀 {가} 나 {다}");
  sheet.page.set_labels({{"A", "경제정책 분야 정부 발표 주장"},
                         {"B", "경제정책 분야 정부 발표 전망"},
                         {"SAYS", "경제정책 분야 기업 발표 인용"}});
  sheet.page.put(annotation(1, "A", sheet.marks.spans[0]));
  sheet.page.put(annotation(2, "B", sheet.marks.spans[1]));
  sheet.relate(3, {1, 2});
  const Line& line = sheet.line(0, 0);
  const std::string a = sheet.page.chip_name(line.chips.at(0));
  const std::string b = sheet.page.chip_name(line.chips.at(1));
  EXPECT_NE(a, b);
  for (const std::string& name : {a, b}) EXPECT_THAT(name, testing::HasSubstr("…"));
  for (const Chip& chip : line.chips) {
    EXPECT_GE(chip.x.length(), sheet.shaper.label_width(sheet.page.chip_name(chip))) << "nothing is cut off";
    EXPECT_LE(chip.x.length(), static_cast<float>(12 * 8 + 2 * sheet.page.style().chip_padding));
  }
  EXPECT_LE(sheet.shaper.label_width(sheet.page.arc_name(line.arcs.at(0))), 12 * 8);
}

TEST(PageTest, SegmentsThatMeetInsideAClusterAreOnePiece) {
  Sheet sheet("🚀 가👩\u200D💻나");
  sheet.page.put(annotation(1, "ORG", Spans({{2, 4}, {5, 7}})));
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces), ElementsAre("[1 24..72] lane 0 depth 0"));
  EXPECT_THAT(sheet.line(0, 0).joints, IsEmpty());
}

TEST(PageTest, NestedMarksAreDeeperAndLieNearerToTheText) {
  Sheet sheet("🚀 {가나 {다라 {마}바} 사}");
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces),
              ElementsAre("[1 24..160] lane 2 depth 0", "[2 64..136] lane 1 depth 1", "[3 104..120] lane 0 depth 2"));
  EXPECT_THAT(sheet.line(0, 0).lane_tops, SizeIs(3));
}

TEST(PageTest, AChipNeverReachesBeyondThePage) {
  Sheet sheet("🚀 가나다 라마{바} 사", 128);
  EXPECT_EQ(in_words(sheet.line(0, 0).chips.at(0).x), "104..128");
  sheet.page.set_width(20);
  for (const Line& line : sheet.page.layout(0).lines) {
    for (const Chip& chip : line.chips) {
      EXPECT_EQ(in_words(chip.x), "0..20");
      EXPECT_EQ(sheet.page.chip_name(chip), "…") << "no letter fits";
    }
  }
}

TEST(PageTest, ARelationInOneLineIsOneArcWithItsArrowAtTheTarget) {
  Sheet sheet("🚀 {가} 나 {다}");
  sheet.relate(3, {1, 2});
  sheet.relate(4, {2, 1});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("3 o32..80> lane 0", "4 >32..80o lane 1"));
  EXPECT_EQ(sheet.line(0, 0).text_top - sheet.line(0, 0).top, 2 * sheet.page.style().arc_lane_height);
}

TEST(PageTest, ARelationOverALineEndGoesToTheEdgeAndOnFromTheOther) {
  Sheet sheet("🚀 {가나}다 라마바 {사아}자", 80);
  sheet.relate(3, {1, 2});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("3 o40..80- lane 0"));
  EXPECT_THAT(sheet.line(0, 1).arcs, IsEmpty());
  EXPECT_THAT(words_of(sheet.line(0, 2).arcs), ElementsAre("3 -0..16> lane 0"));
}

TEST(PageTest, ARelationBeyondTheEdgeOfThePageIsDrawnAtTheEdge) {
  Sheet sheet("{가}   {\n나} 다", 32);
  sheet.relate(3, {1, 2});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("3 o8..32> lane 0"));
}

TEST(PageTest, ARelationBackOverBlocksGoesToTheLeftEdge) {
  Sheet sheet("🚀 {가}\n나\n{다}", 80);
  sheet.relate(3, {2, 1});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("3 >32..80- lane 0"));
  EXPECT_THAT(words_of(sheet.line(2, 0).arcs), ElementsAre("3 -0..8o lane 0"));
}

TEST(PageTest, ARelationOfSeveralEndsHasAnArcFromTheFirstToEachOther) {
  Sheet sheet("🚀 {가} {나} {다}");
  sheet.relate(4, {2, 1, 3});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("4 >32..56o lane 0", "4 o56..80> lane 1"));
}

TEST(PageTest, ARelationToAnotherDocumentLeadsOutside) {
  Sheet sheet("🚀 {가} 나", 80);
  Relation away{{argument("end", 1), argument("end", 1)}};
  away.arguments[1].target.document = document_key();
  sheet.page.put(annotation(2, "SAYS", away));
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("2 o32..80x lane 0"));
  std::swap(away.arguments[0], away.arguments[1]);
  sheet.page.put(annotation(2, "SAYS", away));
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("2 x0..32> lane 0"));
}

TEST(PageTest, ARelationOnARelationIsTiedToWhereThatBegins) {
  Sheet sheet("🚀 {가} {나}\n{다}", 80);
  sheet.relate(4, {2, 1});
  sheet.relate(5, {3, 4});
  sheet.relate(6, {5, 1});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs),
              ElementsAre("4 >32..56o lane 0", "5 >56..80- lane 1", "6 >32..80- lane 2"));
  EXPECT_THAT(words_of(sheet.line(1, 0).arcs), ElementsAre("5 -0..8o lane 0", "6 -0..8o lane 0"));
}

TEST(PageTest, RelationsThatWouldBeDrawnAlikeAreOneArc) {
  Sheet sheet("🚀 {가} 나\n{다}\n{라}", 80);
  sheet.relate(4, {1, 2});
  sheet.relate(5, {1, 3});
  const Line& line = sheet.line(0, 0);
  ASSERT_EQ(line.arcs.size(), 2U);
  EXPECT_EQ(line.arc_lanes, 1);
  EXPECT_EQ(line.arcs[0].bundled, 2);
  EXPECT_EQ(line.arcs[1].bundled, 0);
  EXPECT_EQ(line.arcs[1].label, line.arcs[0].label);
  EXPECT_THAT(sheet.page.arc_name(line.arcs[0]), testing::EndsWith(" ×2"));
  // Where they end they are two again.
  EXPECT_EQ(sheet.line(1, 0).arcs.at(0).bundled, 1);
  EXPECT_EQ(sheet.line(2, 0).arcs.at(0).bundled, 1);
}

TEST(PageTest, RelationsOnOneAnotherInACircleAreNotShownAndEndNothing) {
  Sheet sheet("🚀 {가}");
  sheet.relate(2, {3, 1});
  sheet.relate(3, {2, 1});
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("2 x0..32> lane 0", "3 x0..32> lane 0"));
  sheet.page.remove(annotation_id(2));
  EXPECT_THAT(words_of(sheet.line(0, 0).arcs), ElementsAre("3 x0..32> lane 0"));
}

TEST(PageTest, WhatLosesAnEndLeadsOutsideUntilItGoesToo) {
  Sheet sheet("🚀 {가}\n{나}\n{다}", 80);
  sheet.relate(4, {1, 2});
  sheet.relate(5, {4, 3});
  EXPECT_THAT(words_of(sheet.line(2, 0).arcs), ElementsAre("5 -0..8> lane 0"));
  sheet.page.remove(annotation_id(1));
  EXPECT_THAT(sheet.line(0, 0).arcs, IsEmpty());
  EXPECT_THAT(sheet.line(0, 0).pieces, IsEmpty());
  EXPECT_THAT(words_of(sheet.line(1, 0).arcs), ElementsAre("4 x0..8> lane 0"));
  EXPECT_THAT(words_of(sheet.line(2, 0).arcs), ElementsAre("5 x0..8> lane 0")) << "its foot was the mark's too";
  sheet.page.put(annotation(1, "ORG", sheet.marks.spans[0]));
  EXPECT_THAT(words_of(sheet.line(2, 0).arcs), ElementsAre("5 -0..8> lane 0"));
  sheet.page.remove(annotation_id(4));
  sheet.page.remove(annotation_id(5));
  for (std::size_t block = 0; block < 3; ++block) EXPECT_THAT(sheet.line(block, 0).arcs, IsEmpty());
}

TEST(PageTest, PuttingAnIdAgainReplacesWhatItWas) {
  Sheet sheet("🚀 {가} {나}");
  sheet.page.put(annotation(1, "LONG", sheet.marks.spans[1]));
  EXPECT_THAT(sheet.page.marks(), SizeIs(2));
  EXPECT_EQ(sheet.page.marks().at(annotation_id(1)).label, 2U);
  EXPECT_THAT(words_of(sheet.line(0, 0).pieces), ElementsAre("[1 48..64] lane 1 depth 0", "[2 48..64] lane 0 depth 1"));
  sheet.relate(1, {2, 2});
  EXPECT_THAT(sheet.page.marks(), SizeIs(1));
  EXPECT_THAT(sheet.page.links(), SizeIs(1));
}

TEST(PageTest, UnknownLabelsAndLabelsOfTheDocumentAreNotShown) {
  Sheet sheet("🚀 {가} {나}");
  sheet.page.put(annotation(1, "NOBODY", sheet.marks.spans[0]));
  sheet.page.put(annotation(2, "ORG", WholeDocument{}));
  sheet.page.remove(annotation_id(77));
  EXPECT_THAT(sheet.page.marks(), IsEmpty());
  EXPECT_THAT(sheet.line(0, 0).pieces, IsEmpty());
}

TEST(PageTest, WhateverHappenedBeforeThePageLooksAsIfMadeAnew) {
  Random random(8);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same pages in every run
  for (int round = 0; round < 12; ++round) {
    const Text text = random_text(random, 60);
    Sheet sheet(text);
    std::map<std::int64_t, Annotation> present;
    for (int step = 0; step < 150; ++step) {
      const auto number = static_cast<std::int64_t>(1 + random() % 24);
      if (random() % 3 == 0) {
        sheet.page.remove(annotation_id(number));
        present.erase(number);
      } else {
        const Annotation made = random() % 2 == 0 ? random_mark(random, text, number) : random_link(random, number, 24);
        sheet.page.put(made);
        present.insert_or_assign(number, made);
      }
      if (random() % 4 == 0) sheet.page.layout(random() % sheet.page.blocks());
      if (random() % 10 == 0) sheet.page.set_width(static_cast<float>(60 + random() % 300));
      if (random() % 40 == 0) sheet.page.set_font(130);
    }
    Sheet anew(text);
    anew.page.set_width(sheet.page.width());
    std::vector<Annotation> annotations;
    for (const auto& [number, made] : present) annotations.push_back(made);
    std::shuffle(annotations.begin(), annotations.end(), random);
    for (const Annotation& made : annotations) anew.page.put(made);
    ASSERT_EQ(in_words(sheet.page), in_words(anew.page)) << text.utf8();
    ASSERT_EQ(sheet.page.heights().total(), anew.page.heights().total());
  }
}

TEST(PageTest, ThereIsRoomAboveTheFirstLineAndBelowTheLast) {
  Sheet sheet("🚀\n가");
  const PageStyle& style = sheet.page.style();
  EXPECT_EQ(sheet.line(0, 0).top, style.edge);
  EXPECT_EQ(sheet.page.layout(0).height, sheet.line(0, 0).bottom + style.paragraph_gap);
  EXPECT_EQ(sheet.line(1, 0).top, 0);
  EXPECT_EQ(sheet.page.layout(1).height, sheet.line(1, 0).bottom + style.edge);
}

TEST(PageTest, LinesStandAsFarApartAsTheReaderLikes) {
  Sheet sheet("🚀 가나 다라", 48);
  const int height = sheet.page.style().text_height;
  const auto pitch = [&](int spacing) {
    sheet.page.set_font(spacing);
    return sheet.line(0, 1).text_top - sheet.line(0, 0).text_top;
  };
  EXPECT_EQ(pitch(200), 2 * height);
  EXPECT_EQ(pitch(150), height + height / 2);
  EXPECT_EQ(pitch(100), height + 2) << "bars and chips of one line never touch the next";
}

TEST(PageTest, NewLabelsTakeTheMarksAway) {
  Sheet sheet("🚀 {가} {나}");
  sheet.relate(3, {1, 2});
  sheet.page.layout(0);
  sheet.page.set_labels(some_labels());
  EXPECT_THAT(sheet.page.marks(), IsEmpty());
  Sheet plain("🚀 가 나");
  EXPECT_EQ(in_words(sheet.page), in_words(plain.page));
}

TEST(PageTest, MarksOfOthersSayWhoseTheyAreAndLeaveOnesOwnAsTheyAre) {
  Sheet sheet("🚀 {화웨이}가 {칩을} 팔았다.");
  const std::vector<std::string> before = words_of(sheet.line(0, 0).pieces);
  const float width = sheet.line(0, 0).chips.front().x.length();
  sheet.page.set_authors({"김하나"});
  sheet.page.put(annotation(8, "ORG", sheet.marks.spans[0]), 1);
  const Line& line = sheet.line(0, 0);
  ASSERT_THAT(line.pieces, SizeIs(3));
  std::vector<std::string> own;
  for (const MarkPiece& piece : line.pieces) {
    if (piece.mark->author == 0) own.push_back(in_words(piece));
  }
  EXPECT_EQ(own, before) << "neither lanes nor depths";
  const auto theirs =
      std::find_if(line.chips.begin(), line.chips.end(), [](const Chip& chip) { return chip.mark->author == 1; });
  ASSERT_NE(theirs, line.chips.end());
  EXPECT_TRUE(sheet.page.chip_name(*theirs).ends_with(" · 김하나")) << sheet.page.chip_name(*theirs);
  EXPECT_GT(theirs->x.length(), width);
}

TEST(PageTest, RelationsOfTwoAuthorsAreNoOneArc) {
  Sheet sheet("🚀 {화웨이}가 {칩을} 팔았다.");
  sheet.page.set_authors({"김하나"});
  sheet.relate(8, {1, 2});
  Relation same;
  for (const std::int64_t end : {1, 2}) same.arguments.push_back(argument("end", end));
  sheet.page.put(annotation(9, "SAYS", same), 1);
  ASSERT_THAT(sheet.line(0, 0).arcs, SizeIs(2));
  for (const Arc& arc : sheet.line(0, 0).arcs) EXPECT_EQ(arc.bundled, 1);
}

}  // namespace
}  // namespace mitjul
