#include "core/letters.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(LettersTest, LettersAndDigitsAreLeftInLowerCase) {
  EXPECT_EQ(letters_of("🚀 화웨이, AI 칩(3️⃣ nm)\r\n\"É\""), U"화웨이ai칩3nmé");
  EXPECT_EQ(letters_of(""), U"");
  EXPECT_EQ(letters_of("🚀 …!"), U"");
}

}  // namespace
}  // namespace mitjul
