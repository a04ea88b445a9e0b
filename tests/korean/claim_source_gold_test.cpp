// How well the sources and attributions of claims are proposed, on the gold of the articles beside the project.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "korean/claim_sources.h"
#include "korean/unit.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

const std::filesystem::path kShared = MITJUL_SHARED;
constexpr std::size_t kRanks = 3;

Span span_of(const std::vector<std::string>& row, std::size_t column) {
  return Span(static_cast<std::uint32_t>(std::stoul(row[column])),
              static_cast<std::uint32_t>(std::stoul(row[column + 1])));
}

std::vector<NamedSpan> entities(const std::string& name) {
  std::vector<NamedSpan> named;
  for (const auto& row : rows_below_names(bytes_of(kShared / "gold" / ("entities_" + name + ".tsv")))) {
    if (row[2] == "PERSON") named.push_back({span_of(row, 0), NamedSpan::Kind::Person});
    if (row[2] == "ORG") named.push_back({span_of(row, 0), NamedSpan::Kind::Organisation});
    if (row[2] == "LOCATION") named.push_back({span_of(row, 0), NamedSpan::Kind::Location});
  }
  std::sort(named.begin(), named.end());
  return named;
}

struct Score {
  double claims = 0;
  double attribution = 0;
  double sources = 0;
  double exact = 0;    ///< the gold span is among the first three
  double surface = 0;  ///< the same words are

  void add(const Text& text, const ClaimSourceProposal& proposal, const std::vector<std::string>& row) {
    ++claims;
    attribution += to_string(proposal.attribution) == row[4] ? 1 : 0;
    if (row[5].empty()) return;
    ++sources;
    const Span gold = span_of(row, 5);
    bool found = false;
    bool alike = false;
    for (std::size_t i = 0; i < std::min(kRanks, proposal.sources.size()); ++i) {
      const Span span = proposal.sources[i].span;
      found = found || span == gold;
      alike = alike || (!span.empty() && text.slice(span) == text.slice(gold));
    }
    exact += found ? 1 : 0;
    surface += alike ? 1 : 0;
  }
};

Score score_of_articles(bool annotated) {
  Score score;
  for (const char* const name : {"000_34487fdfd4cc1be8", "002_fddd4bf2f7de1aa0", "003_145a81c88e6cac08"}) {
    const Text text(bytes_of(kShared / "articles" / (std::string(name) + ".txt")));
    WordEvidence evidence;
    evidence.add(text);
    const ClaimSources sources(text, outline(text, units(text), {}), evidence);
    const std::vector<NamedSpan> named = annotated ? entities(name) : std::vector<NamedSpan>();
    for (const auto& row : rows_below_names(bytes_of(kShared / "gold" / ("claims_" + std::string(name) + ".tsv")))) {
      const auto unit = sources.unit_at(span_of(row, 0).start);
      score.add(text, unit ? sources.of(*unit, named) : ClaimSourceProposal(), row);
    }
  }
  return score;
}

void expect_score(bool annotated) {
  if (!std::filesystem::exists(kShared / "gold")) GTEST_SKIP() << "no gold beside the project: " << kShared;
  const Score score = score_of_articles(annotated);
  std::cout << (annotated ? "entities annotated" : "nothing annotated") << ": attribution "
            << score.attribution / score.claims << " of " << score.claims << " claims; source among the first three "
            << score.exact / score.sources << " (same words " << score.surface / score.sources << ") of "
            << score.sources << "\n";
  EXPECT_GE(score.attribution / score.claims, 0.85);
  EXPECT_GE(score.exact / score.sources, 0.90);
}

TEST(ClaimSourceGoldTest, SourcesOfTheArticlesWithNothingAnnotated) { expect_score(false); }

TEST(ClaimSourceGoldTest, SourcesOfTheArticlesWithTheirEntitiesAnnotated) { expect_score(true); }

}  // namespace
}  // namespace mitjul
