#include "view/block_look.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

/// The looks of a text whose marked spans are zones, in the order of these kinds.
std::vector<BlockLook> looks(std::string_view utf8_with_braces, const std::vector<ZoneKind>& kinds) {
  const MarkedText marks = marked(utf8_with_braces);
  std::vector<Zone> zones;
  for (std::size_t i = 0; i < kinds.size(); ++i) zones.push_back({kinds[i], marks.spans.at(i)});
  return block_looks(marks.text, split_into_blocks(marks.text), zones);
}

TEST(BlockLookTest, ATitleThatHoldsItsLineIsLargeWithOrWithoutBlanksAroundIt) {
  EXPECT_EQ(looks("{🚀 제목}\n본문", {ZoneKind::Title})[0].style, TextStyle::Title);
  EXPECT_EQ(looks(" {🚀 제목} \n본문", {ZoneKind::Title})[0].style, TextStyle::Title);
  EXPECT_EQ(looks("{🚀 제목\n}본문", {ZoneKind::Title})[1], BlockLook());
}

TEST(BlockLookTest, SignsBeforeAndBehindATitleNeedNotBelongToIt) {
  EXPECT_EQ(looks("🚀 ■ {제목}?\n본문", {ZoneKind::Title})[0].style, TextStyle::Title);
}

TEST(BlockLookTest, AZoneThatHoldsAPartOfALineDoesNotChangeIt) {
  EXPECT_EQ(looks("🚀 {제목} 그리고\n본문", {ZoneKind::Title})[0], BlockLook());
  EXPECT_EQ(looks("🚀 앞 {뒤\n본문}", {ZoneKind::Boilerplate})[0], BlockLook());
}

TEST(BlockLookTest, TheInnermostZoneDecidesAndTheRestStays) {
  const auto found = looks("{🚀 {물음}\n{답}}", {ZoneKind::Quotation, ZoneKind::Boilerplate, ZoneKind::Heading});
  EXPECT_EQ(found[0].sign, MarginSign::Bar);
  EXPECT_EQ(found[1], (BlockLook{TextStyle::Heading, Ink::Full, MarginSign::Bar}));
}

TEST(BlockLookTest, EachKindHasItsLook) {
  const auto look = [](ZoneKind kind) { return looks("{🚀 가}", {kind})[0]; };
  EXPECT_EQ(look(ZoneKind::Byline), (BlockLook{TextStyle::Small, Ink::Fainter, MarginSign::None}));
  EXPECT_EQ(look(ZoneKind::Caption), look(ZoneKind::Byline));
  EXPECT_EQ(look(ZoneKind::Note), look(ZoneKind::Byline));
  EXPECT_EQ(look(ZoneKind::Lead).style, TextStyle::Lead);
  EXPECT_EQ(look(ZoneKind::ListItem).sign, MarginSign::Dot);
  EXPECT_EQ(look(ZoneKind::Turn).sign, MarginSign::Line);
  EXPECT_EQ(look(ZoneKind::Boilerplate).ink, Ink::Faint);
  EXPECT_EQ(look(ZoneKind::Cell), BlockLook());
}

TEST(BlockLookTest, AZoneBeyondTheTextIsNoMatter) {
  const Text text("🚀 가");
  EXPECT_THAT(block_looks(text, split_into_blocks(text), {{ZoneKind::Title, Span(90, 99)}}), ElementsAre(BlockLook()));
}

TEST(BlockLookTest, ParagraphsAreNumberedWithoutEmptyLinesAndPartsOfLongOnes) {
  const Text text("🚀 가\n \n나\n" + utf8(std::u32string(5'000, U'한')) + "\n다\n");
  const auto blocks = split_into_blocks(text);
  ASSERT_EQ(blocks.size(), 8U);
  EXPECT_THAT(paragraph_numbers(text, blocks), ElementsAre(1, 0, 2, 3, 0, 0, 4, 0));
}

}  // namespace
}  // namespace mitjul
