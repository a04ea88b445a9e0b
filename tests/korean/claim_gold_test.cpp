// How well claims and their types are found, on the gold of the articles beside the project.

#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "korean/claim_units.h"
#include "korean/unit.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

const std::filesystem::path kShared = MITJUL_SHARED;

/// The type of each claim of a gold file by its span.
std::map<Span, std::string> gold_claims(const std::filesystem::path& path) {
  std::map<Span, std::string> claims;
  for (const auto& row : rows_below_names(bytes_of(path))) {
    const Span span(static_cast<std::uint32_t>(std::stoul(row.at(0))),
                    static_cast<std::uint32_t>(std::stoul(row.at(1))));
    claims[span] = row.at(3);
  }
  return claims;
}

struct Score {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;
  std::size_t right_type = 0;

  double f1() const { return 2.0 * static_cast<double>(right) / static_cast<double>(gold + found); }
  double type_accuracy() const { return static_cast<double>(right_type) / static_cast<double>(right); }
};

Score score(const Text& text, const std::map<Span, std::string>& gold) {
  const std::vector<OutlineUnit> outline = mitjul::outline(text, units(text), {});
  const std::vector<ClaimJudgement> judgements = judge_claims(text, outline);
  Score found;
  found.gold = gold.size();
  for (std::size_t unit = 0; unit < outline.size(); ++unit) {
    if (!judgements[unit].claim) continue;
    ++found.found;
    const auto wanted = gold.find(outline[unit].span);
    if (wanted == gold.end()) continue;
    ++found.right;
    if (wanted->second == to_string(judgements[unit].type)) ++found.right_type;
  }
  return found;
}

class ClaimGoldTest : public ::testing::TestWithParam<const char*> {};

TEST_P(ClaimGoldTest, ClaimsAreFoundWithTheirTypes) {
  const std::string name = GetParam();
  const auto gold = kShared / "gold" / ("claims_" + name + ".tsv");
  if (!std::filesystem::exists(gold)) GTEST_SKIP() << "no gold beside the project: " << gold;
  const Score is = score(Text(bytes_of(kShared / "articles" / (name + ".txt"))), gold_claims(gold));
  std::cout << name << ": F1 " << is.f1() << " of " << is.gold << " claims, type " << is.type_accuracy() << '\n';
  EXPECT_GE(is.f1(), 0.95);
  EXPECT_GE(is.type_accuracy(), 0.75);
}

INSTANTIATE_TEST_SUITE_P(Articles, ClaimGoldTest,
                         ::testing::Values("000_34487fdfd4cc1be8", "002_fddd4bf2f7de1aa0", "003_145a81c88e6cac08"));

}  // namespace
}  // namespace mitjul
