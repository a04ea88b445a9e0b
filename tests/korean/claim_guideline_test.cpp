// The guideline that analysts read and the rules that the program goes by say the same of every example.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "core/schema.h"
#include "korean/claim_units.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

using testing::ElementsAre;

/// A line of the guideline: `- 주장 (규칙 7): “…”`
struct Example {
  int section = 0;  ///< the rule under whose heading it stands; 0: none
  std::string what;
  int rule = 0;  ///< the one named beside it, or else that of the section
  std::string words;
};

std::string guideline() { return preset("claims-entities")->guideline; }

std::vector<std::string> headings() {
  std::vector<std::string> found;
  std::istringstream lines(guideline());
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("## ", 0) == 0) found.push_back(line.substr(3));
  }
  return found;
}

std::vector<Example> examples() {
  const std::regex heading("## (?:규칙 ([0-9]+)\\. )?.*");
  const std::regex line_form("- ([^(:]+?)(?: \\(규칙 ([0-9]+)\\))?: “(.*)”(?: — .*)?");
  std::vector<Example> found;
  int section = 0;
  std::istringstream lines(guideline());
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, heading)) section = match[1].matched ? std::stoi(match[1]) : 0;
    if (std::regex_match(line, match, line_form)) {
      found.push_back({section, match[1], match[2].matched ? std::stoi(match[2]) : section, match[3]});
    }
  }
  return found;
}

/// The example as it would stand in an article: among sentences, or as a line or list item where its rule is about
/// them.
std::string article(const Example& example) {
  const std::string before = "🚀 골목의 서점\n\n서점이 문을 열었다. 길에 사람이 많다.\n\n";
  switch (example.section) {
    case 1: return before + example.words + "\n\n날이 저물었다. 서점이 문을 닫았다.\n";
    case 3:
    case 10: return before + "📌 서점 소식\n\n- 서점은 작년에 이사했다.\n- " + example.words + "\n";
    default: return before + example.words + "\n";
  }
}

ClaimJudgement judgement(const Example& example, std::string* unit) {
  const Text text(article(example));
  const std::vector<OutlineUnit> units_there = outline(text, units(text), {});
  const std::vector<ClaimJudgement> judgements = judge_claims(text, units_there);
  for (std::size_t at = 0; at < units_there.size(); ++at) {
    *unit = text.slice(units_there[at].span);
    if (example.words.find(*unit) != std::string::npos) return judgements[at];
  }
  ADD_FAILURE() << "no unit of its own: " << example.words;
  return {};
}

TEST(ClaimGuidelineTest, HasTheTwelveRulesInTheirOrderEachUnderAHeading) {
  std::vector<std::string> rules;
  for (const std::string& heading : headings()) {
    if (heading.rfind("규칙 ", 0) == 0) rules.push_back(heading.substr(0, heading.find(". ")));
  }
  EXPECT_THAT(rules, ElementsAre("규칙 1", "규칙 2", "규칙 3", "규칙 4", "규칙 5", "규칙 6", "규칙 7", "규칙 8",
                                 "규칙 9", "규칙 10", "규칙 11", "규칙 12"));
}

TEST(ClaimGuidelineTest, EveryRuleHasExamplesThatItDecides) {
  for (int rule = 1; rule <= 12; ++rule) {
    const auto all = examples();
    EXPECT_GE(std::count_if(all.begin(), all.end(),
                            [rule](const Example& each) { return each.section == rule && each.rule == rule; }),
              2)
        << rule;
  }
}

TEST(ClaimGuidelineTest, EveryExampleIsDecidedAsTheProgramDecidesIt) {
  std::size_t seen = 0;
  for (const Example& example : examples()) {
    if (example.section == 0) continue;
    ASSERT_TRUE(example.what == "주장" || example.what == "주장 아님") << example.what;
    std::string unit;
    const ClaimJudgement judged = judgement(example, &unit);
    EXPECT_EQ(judged.claim, example.what == "주장") << example.words << " [" << unit << "]";
    EXPECT_EQ(judged.rule, example.rule) << example.words << " [" << unit << "]";
    ++seen;
  }
  EXPECT_GE(seen, 36U);
}

TEST(ClaimGuidelineTest, EveryKindOfClaimHasAnExampleThatTheProgramTakesForIt) {
  const Schema schema = *preset("claims-entities");
  const Attribute* const type = schema.find_attribute("CLAIM", "type");
  ASSERT_NE(type, nullptr);
  const auto all = examples();
  for (const AttributeValue& value : type->values) {
    const auto example =
        std::find_if(all.begin(), all.end(), [&](const Example& each) { return each.what == value.name; });
    ASSERT_NE(example, all.end()) << value.name;
    std::string unit;
    const ClaimJudgement judged = judgement(*example, &unit);
    EXPECT_TRUE(judged.claim) << example->words;
    EXPECT_EQ(to_string(judged.type), value.id) << example->words;
  }
}

}  // namespace
}  // namespace mitjul
