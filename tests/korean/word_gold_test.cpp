// The share of words that a click selects right, on the shared articles and on prose of our own.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "core/utf8.h"
#include "korean/word_selection.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

struct Share {
  int right = 0;
  int all = 0;
  double percent() const { return all == 0 ? 0 : 100.0 * right / all; }
};

/// Counts one word, and names it where it is wrong.
void count(Share& share, const Text& text, Span want, const WordEvidence& evidence) {
  const Span got = word_without_particle(text, want.start, evidence);
  ++share.all;
  if (got == want) {
    ++share.right;
  } else {
    std::printf("  %s, not %s\n", std::string(text.slice(got)).c_str(), std::string(text.slice(want)).c_str());
  }
}

std::map<std::string, Share> shares_of_fixture(const fs::path& file) {
  std::string prose;
  std::vector<std::pair<std::size_t, std::vector<std::string>>> words;  // the byte where the word starts, its row
  for (const auto& row : rows_of(bytes_of(file))) {
    if (row.size() < 3 || row[0].starts_with("#")) continue;
    words.emplace_back(prose.size() + row[0].find(row[1]), row);
    prose += row[0] + " ";
  }
  const Text text(prose);
  WordEvidence evidence;
  evidence.add(text);
  std::map<std::string, Share> shares;
  for (const auto& [byte, row] : words) {
    const TextPos start = text.from_byte(static_cast<std::uint32_t>(byte));
    count(shares[row[2]], text, {start, start + static_cast<std::uint32_t>(count_code_points(row[1]))}, evidence);
  }
  return shares;
}

void expect_shares(const std::map<std::string, Share>& shares, double nominal, double predicate) {
  for (const auto& [kind, share] : shares) {
    std::printf("%s: %d of %d, %.1f %%\n", kind.c_str(), share.right, share.all, share.percent());
  }
  EXPECT_GE(shares.at("nominal").percent(), nominal);
  EXPECT_GE(shares.at("predicate").percent(), predicate);
}

TEST(WordGoldTest, NewsProseOfOurOwnIsSelectedRight) {
  expect_shares(shares_of_fixture(fs::path(MITJUL_FIXTURES) / "korean" / "words.tsv"), 99, 98);
  expect_shares(shares_of_fixture(fs::path(MITJUL_FIXTURES) / "korean" / "words_held_out.tsv"), 98, 98);
}

TEST(WordGoldTest, TheSharedArticlesAreSelectedRight) {
  const fs::path shared = MITJUL_SHARED;
  if (!fs::exists(shared / "gold" / "snapping.tsv")) GTEST_SKIP() << "no " << shared << ": not measured";
  std::map<std::string, Text> articles;
  WordEvidence evidence;
  for (const auto& entry : fs::directory_iterator(shared / "articles")) {
    const Text& text = articles[entry.path().filename().string()] = Text(bytes_of(entry.path()));
    evidence.add(text);
  }
  std::map<std::string, Share> shares;
  for (const auto& row : rows_of(bytes_of(shared / "gold" / "snapping.tsv"))) {
    if (row.size() < 8 || row[0].starts_with("#")) continue;
    const auto position = [&](std::size_t column) { return static_cast<std::uint32_t>(std::stoul(row[column])); };
    count(shares[row[7]], articles.at(row[0]), {position(3), position(4)}, evidence);
  }
  expect_shares(shares, 99, 95);
}

}  // namespace
}  // namespace mitjul
