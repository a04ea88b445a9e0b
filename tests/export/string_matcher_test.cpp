#include "export/string_matcher.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <tuple>

namespace mitjul {
namespace {

using Place = std::tuple<std::size_t, std::size_t, std::size_t>;

std::vector<Place> found(const std::vector<std::u32string>& strings, const std::u32string& text) {
  StringMatcher matcher;
  for (std::size_t number = 0; number < strings.size(); ++number) matcher.add(strings[number], number);
  matcher.prepare();
  std::vector<Place> places;
  matcher.find(
      text, [&](std::size_t start, std::size_t end, std::size_t number) { places.emplace_back(start, end, number); });
  return places;
}

using Places = std::vector<Place>;

TEST(StringMatcherTest, FindsEveryPlaceOfEveryString) {
  EXPECT_EQ(found({U"김철수", U"철수", U"수와", U"🚀"}, U"🚀김철수와"),
            (Places{{0, 1, 3}, {1, 4, 0}, {2, 4, 1}, {3, 5, 2}}));
}

TEST(StringMatcherTest, FindsWhatLiesInWhatWasBegunAndNotEnded) {
  EXPECT_EQ(found({U"가나다라", U"나다"}, U"🚀가나다"), (Places{{2, 4, 1}}));
  EXPECT_EQ(found({U"가가나"}, U"🚀가가가나"), (Places{{2, 5, 0}}));
}

TEST(StringMatcherTest, FindsNothingWhereThereIsNothing) {
  EXPECT_TRUE(found({}, U"🚀가나").empty());
  EXPECT_TRUE(found({U"가나"}, U"").empty());
}

TEST(StringMatcherTest, OfTwoThatAreTheSameTheFirstCounts) {
  EXPECT_EQ(found({U"가", U"가"}, U"🚀가"), (Places{{1, 2, 0}}));
}

TEST(StringMatcherTest, FindsWhatAPlainSearchFinds) {
  std::mt19937 random(1);  // NOLINT: the same every time
  const auto letters = [&](std::size_t most) {
    std::u32string made(random() % most + 1, U'가');
    for (char32_t& letter : made) letter += static_cast<char32_t>(random() % 2);
    return made;
  };
  for (int round = 0; round < 300; ++round) {
    std::set<std::u32string> strings;
    for (std::size_t count = random() % 8; count > 0; --count) strings.insert(letters(5));
    const std::vector<std::u32string> list(strings.begin(), strings.end());
    const std::u32string text = letters(30);
    std::set<Place> expected;
    for (std::size_t number = 0; number < list.size(); ++number) {
      for (std::size_t at = 0; (at = text.find(list[number], at)) != std::u32string::npos; ++at)
        expected.emplace(at, at + list[number].size(), number);
    }
    const Places places = found(list, text);
    EXPECT_EQ(std::set<Place>(places.begin(), places.end()), expected);
    EXPECT_EQ(places.size(), expected.size());
  }
}

}  // namespace
}  // namespace mitjul
