#include "ui/annotation_words.h"

#include <gtest/gtest.h>

#include "tests/core/values.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

std::string reason(SuggestionReason because) {
  Suggestion suggestion;
  suggestion.label = "ORG";
  suggestion.reason = std::move(because);
  return to_utf8(reason_of(suggestion, schema_of({label("ORG")})));
}

TEST(AnnotationWordsTest, ASuggestionSaysWhyItIsMade) {
  using Kind = SuggestionReason::Kind;
  EXPECT_EQ(reason({Kind::Annotated, 1, 0, ""}), "Annotated 1 time elsewhere as 이름 ORG");
  EXPECT_EQ(reason({Kind::Annotated, 1200, 0, ""}), "Annotated 1,200 times elsewhere as 이름 ORG");
  EXPECT_EQ(reason({Kind::Gazetteer, 0, 0, ""}), "In the word list");
  EXPECT_EQ(reason({Kind::Date, 0, 0, ""}), "Has the form of a date");
  EXPECT_EQ(reason({Kind::Quantity, 0, 0, ""}), "Has the form of a quantity");
}

TEST(AnnotationWordsTest, ASuggestedClaimSaysItsRuleAndTheWordsThatShowedIt) {
  const auto claim = [](int rule, std::string words) {
    return reason({SuggestionReason::Kind::Claim, 0, rule, std::move(words)});
  };
  EXPECT_EQ(claim(9, "전망이다"), "Says what may happen (“전망이다”)");
  EXPECT_EQ(claim(10, ""), "Says something in the form of a list item");
  for (int rule = 7; rule <= 12; ++rule) EXPECT_NE(claim(rule, ""), claim(0, "")) << rule;
}

}  // namespace
}  // namespace mitjul
