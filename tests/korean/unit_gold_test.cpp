// How well the rules for units do: on the gold of the articles beside the project, and on text of our own.

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>
#include <set>

#include "korean/unit.h"
#include "tests/support/marked_text.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

struct Score {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  void add(const Text& text, const std::vector<Span>& expected) {
    const std::vector<Span> is = units(text);
    const std::set<Span> wanted(expected.begin(), expected.end());
    gold += wanted.size();
    found += is.size();
    for (const Span& unit : is) right += wanted.count(unit);
  }
  double recall() const { return static_cast<double>(right) / static_cast<double>(gold); }
  double f1() const { return 2.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
};

Span span_of(const std::vector<std::string>& row, std::size_t column) {
  return Span(static_cast<std::uint32_t>(std::stoul(row[column])),
              static_cast<std::uint32_t>(std::stoul(row[column + 1])));
}

const std::filesystem::path kShared = MITJUL_SHARED;

TEST(UnitGoldTest, TheUnitsOfAnArticleOfBulletsAndTables) {
  const auto gold = kShared / "gold/units_000.tsv";
  if (!std::filesystem::exists(gold)) GTEST_SKIP() << "no gold beside the project: " << gold;
  std::vector<Span> expected;
  for (const auto& row : rows_below_names(bytes_of(gold))) expected.push_back(span_of(row, 1));
  Score score;
  score.add(Text(bytes_of(kShared / "articles/000_34487fdfd4cc1be8.txt")), expected);
  std::cout << "units_000.tsv: exact F1 " << score.f1() << " (" << score.gold << " units)\n";
  EXPECT_GE(score.f1(), 0.99);
}

TEST(UnitGoldTest, ClaimsOfProseAndOfListsAreUnits) {
  // Claims are units by the guideline; which other units there are, this gold does not say.
  for (const char* name : {"000_34487fdfd4cc1be8", "002_fddd4bf2f7de1aa0", "003_145a81c88e6cac08"}) {
    const auto gold = kShared / "gold" / ("claims_" + std::string(name) + ".tsv");
    if (!std::filesystem::exists(gold)) GTEST_SKIP() << "no gold beside the project: " << gold;
    std::vector<Span> expected;
    for (const auto& row : rows_below_names(bytes_of(gold))) expected.push_back(span_of(row, 0));
    Score score;
    score.add(Text(bytes_of(kShared / "articles" / (std::string(name) + ".txt"))), expected);
    std::cout << name << ": claims that are units " << score.recall() << " (of " << score.gold << ")\n";
    EXPECT_GE(score.recall(), 0.96) << name;
  }
}

TEST(UnitGoldTest, TheUnitsOfTextOfOurOwn) {
  std::map<std::string, Score> kinds;
  Score all;
  for (const auto& row : rows_below_names(bytes_of(std::filesystem::path(MITJUL_FIXTURES) / "korean/units.tsv"))) {
    ASSERT_EQ(row.size(), 2U);
    std::string text = row[1];
    for (const auto& [sign, meaning] : {std::pair<std::string, std::string>("⏎", "\n"), {"⇥", "\t"}}) {
      for (std::size_t at; (at = text.find(sign)) != text.npos;) text.replace(at, sign.size(), meaning);
    }
    const MarkedText marks = marked(text);
    all.add(marks.text, marks.spans);
    kinds[row[0]].add(marks.text, marks.spans);
  }
  for (const auto& [kind, score] : kinds) {
    std::cout << "  " << kind << ": " << score.f1() << " (" << score.gold << " units)\n";
  }
  std::cout << "our own text: exact F1 " << all.f1() << " (" << all.gold << " units)\n";
  EXPECT_GE(all.gold, 300U);
  EXPECT_GE(all.f1(), 0.98);
}

}  // namespace
}  // namespace mitjul
