#include "messages/schema_words.h"

#include <gtest/gtest.h>

#include <set>

#include "messages/language.h"
#include "tests/support/hangul.h"

namespace mitjul {
namespace {

TEST(SchemaWordsTest, EveryFeatureHasWordsOfItsOwnInEachLanguage) {
  for (const Language language : {Language::English, Language::Korean}) {
    set_language(language);
    std::set<std::string> seen;
    for (int i = 0; i <= static_cast<int>(SchemaFeature::AllowedValues); ++i) {
      const std::string text = words(static_cast<SchemaFeature>(i));
      EXPECT_FALSE(text.empty()) << i;
      EXPECT_TRUE(seen.insert(text).second) << text;
      EXPECT_EQ(has_hangul(text), language == Language::Korean) << text;
    }
  }
  set_language(language_of_environment());
}

TEST(SchemaWordsTest, TheSentenceSaysWhereItStandsFirst) {
  set_language(Language::English);
  EXPECT_EQ(sentence(SchemaLoss{SchemaFeature::Keys, 2, 7}, "🚀.conf"), "🚀.conf:7: Not taken over: keys (2).");
  EXPECT_EQ(sentence(SchemaLoss{SchemaFeature::Keys, 2}), "Not taken over: keys (2).");
  set_language(language_of_environment());
}

}  // namespace
}  // namespace mitjul
