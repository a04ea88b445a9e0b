#include "ui/word_list_dialog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/schema.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// What is left of a list in the field, and which lines have problems there.
struct Left {
  std::string text;
  std::vector<std::size_t> lines;
};

Left left_of(const std::string& text) {
  const Schema schema = preset("claims-entities").value();
  WordList list = read_word_list(text, schema, "ORG");
  Left left{lines_to_mend(text, schema, list.problems), {}};
  for (const Problem& problem : list.problems) left.lines.push_back(problem.place.line);
  return left;
}

TEST(WordListDialogTest, NothingIsLeftOfAListThatWasTaken) {
  EXPECT_EQ(left_of("🚀로켓\n화웨이, ORG\n").text, "");
  EXPECT_EQ(left_of("").text, "");
}

TEST(WordListDialogTest, LinesThatCouldNotBeReadAreLeft) {
  const Left left = left_of("🚀로켓\n화웨이, 없는라벨\n\n미국, LOCATION\n, ORG\n칩");
  EXPECT_EQ(left.text, "화웨이, 없는라벨\n, ORG");
  EXPECT_THAT(left.lines, ElementsAre(1U, 2U));
  EXPECT_THAT(left_of(left.text).lines, ElementsAre(1U, 2U));
}

TEST(WordListDialogTest, NamesOfColumnsStayAboveWhatIsLeft) {
  const Left left = left_of("label,word\nORG,🚀로켓\n없는라벨,화웨이\n");
  EXPECT_EQ(left.text, "label,word\n없는라벨,화웨이");
  EXPECT_THAT(left.lines, ElementsAre(2U));
}

TEST(WordListDialogTest, ARowOverLinesIsLeftWhole) {
  EXPECT_EQ(left_of("🚀로켓\n\"화웨\n이\", ORG\n칩\n").text, "\"화웨\n이\", ORG");
  EXPECT_EQ(left_of("🚀로켓\n\"화웨\n이\n칩\n").text, "\"화웨");
}

TEST(WordListDialogTest, AllOfWhatIsNoTextIsLeft) {
  using std::string_literals::operator""s;
  const std::string bytes = "%PDF-1.7\n🚀로켓\n\0\0\0\0\0\0\0\0\0\0\0\0"s;
  const Left left = left_of(bytes);
  EXPECT_EQ(left.text, bytes);
  EXPECT_THAT(left.lines, ElementsAre(0U));
}

}  // namespace
}  // namespace mitjul
