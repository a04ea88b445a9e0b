#include "messages/language.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace mitjul {
namespace {

class LanguageTest : public testing::Test {
 protected:
  ~LanguageTest() override { set_language(language_of_environment()); }
};

TEST_F(LanguageTest, TheEnvironmentDecidesUntilALanguageIsSet) {
  EXPECT_EQ(language(), language_of_environment());
  const Message message{"🚀 file", "🚀 파일"};
  for (const Language other : {Language::Korean, Language::English, Language::Korean}) {
    set_language(other);
    EXPECT_EQ(language(), other);
    EXPECT_EQ(tr(message), other == Language::Korean ? message.korean : message.english);
    EXPECT_EQ(fill(message, {}), tr(message));
  }
}

TEST_F(LanguageTest, PlaceholdersAreFilledInWhateverTheirOrder) {
  const Message message{"🚀 {1} and {0}{0}", "🚀 {1} 그리고 {0}{0}"};
  set_language(Language::English);
  EXPECT_EQ(fill(message, {"a", "{1}"}), "🚀 {1} and aa");
  EXPECT_EQ(fill(message, {}), "🚀  and ");
  set_language(Language::Korean);
  EXPECT_EQ(fill(message, {"a", "{1}"}), "🚀 {1} 그리고 aa");
}

TEST_F(LanguageTest, AWordFollowsItsNumber) {
  set_language(Language::English);
  const Message message{"{1} {1|span|spans} of {0} {0|was|were} 🚀{0||s}", ""};
  EXPECT_EQ(fill(message, {"1", "2"}), "2 spans of 1 was 🚀");
  EXPECT_EQ(fill(message, {"11", "1"}), "1 span of 11 were 🚀s");
  EXPECT_EQ(fill(message, {"0", "0"}), "0 spans of 0 were 🚀s");
  EXPECT_EQ(fill(message, {"<1>", "1,000"}), "1,000 spans of <1> were 🚀s");
}

}  // namespace
}  // namespace mitjul
