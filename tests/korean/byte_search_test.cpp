#include "korean/byte_search.h"

#include <gtest/gtest.h>

#include <random>

#include "korean/initial_search.h"
#include "korean/jamo.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// Text of a few characters that begin and end alike, so that there is much to be mistaken.
std::u32string random_text(std::mt19937& random, std::size_t length) {
  static const std::u32string kCharacters = U"하한화가각갑 ㅎㄱㅋa\n🚀é힣까";
  std::u32string text;
  for (std::size_t i = 0; i < length; ++i) text += kCharacters[random() % kCharacters.size()];
  return text;
}

TEST(ByteSearchTest, FindsTheFirstPlaceFromAPlaceOn) {
  const std::string text = "🚀 화웨이와 화웨이";
  const ByteSearch search("화웨이");
  EXPECT_EQ(search.find(text, 0), 5U);
  EXPECT_EQ(search.find(text, 5), 5U);
  EXPECT_EQ(search.find(text, 6), 18U);
  EXPECT_EQ(search.find(text, 19), kNone);
  EXPECT_EQ(search.find("화웨", 0), kNone);
  EXPECT_EQ(search.find("", 0), kNone);
}

TEST(ByteSearchTest, FindsWhatASlowSearchFinds) {
  std::mt19937 random(3);  // NOLINT: the same texts every time
  for (int round = 0; round < 500; ++round) {
    const std::string text = utf8(random_text(random, random() % 200));
    const std::string needle = utf8(random_text(random, 1 + random() % 3));
    const ByteSearch search(needle);
    for (std::size_t from = 0; from <= text.size(); from += 1 + random() % 40) {
      ASSERT_EQ(search.find(text, from), text.find(needle, from)) << needle << " from " << from << " in " << text;
    }
  }
}

/// Whether a character has the initial, or is it.
bool fits(char32_t c, std::uint32_t initial) {
  return c == kInitials[initial] || (c >= U'가' && c <= U'힣' && (c - U'가') / kSyllablesPerInitial == initial);
}

TEST(InitialSearchTest, FindsWhatASlowSearchFinds) {
  std::mt19937 random(5);                                      // NOLINT: the same texts every time
  const std::vector<std::uint32_t> initials = {0, 1, 15, 18};  // ㄱ ㄲ ㅋ ㅎ
  for (int round = 0; round < 500; ++round) {
    const std::u32string text = random_text(random, random() % 200);
    const std::uint32_t first = initials[random() % initials.size()];
    const std::uint32_t second = initials[random() % initials.size()];
    std::size_t one = kNone;
    std::size_t two = kNone;
    for (std::size_t i = text.size(); i > 0; --i) {
      if (!fits(text[i - 1], first)) continue;
      const std::size_t byte = utf8(text.substr(0, i - 1)).size();
      one = byte;
      if (i < text.size() && fits(text[i], second)) two = byte;
    }
    EXPECT_EQ(InitialSearch(first).find(utf8(text), 0), one) << utf8(text);
    EXPECT_EQ(InitialSearch(first, second).find(utf8(text), 0), two) << utf8(text);
  }
}

TEST(InitialSearchTest, KnowsTheFirstAndTheLastSyllableOfAnInitial) {
  const InitialSearch search(11);  // ㅇ
  for (const char* const syllable : {"아", "잏", "ㅇ"}) EXPECT_EQ(search.find(syllable, 0), 0U) << syllable;
  for (const char* const syllable : {"씿", "자", "ㅈ", "ㅆ"}) {
    EXPECT_EQ(search.find(syllable, 0), kNone) << syllable;
  }
  EXPECT_EQ(search.find("🚀 하아", 0), 8U);
  EXPECT_EQ(search.find("🚀 하아", 9), kNone);
}

}  // namespace
}  // namespace mitjul
