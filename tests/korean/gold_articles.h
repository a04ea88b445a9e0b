#pragma once

// The shared articles with their entities, for tests that measure. Such tests are skipped where the articles are not.

#include <filesystem>
#include <string>
#include <vector>

#include "korean/project_words.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {

struct GoldArticle {
  std::string name;  ///< `000`
  DocumentKey key;
  Text text;
  std::vector<LabelledSpan> entities;  ///< in reading order
};

/// Empty where there are none.
inline std::vector<GoldArticle> gold_articles() {
  namespace fs = std::filesystem;
  std::vector<GoldArticle> articles;
  const fs::path shared = MITJUL_SHARED;
  if (!fs::exists(shared / "gold")) return articles;
  for (const auto& file : fs::directory_iterator(shared / "gold")) {
    const std::string name = file.path().filename().string();
    if (!name.starts_with("entities_")) continue;
    GoldArticle article;
    article.name = name.substr(9, 3);
    article.key = DocumentKey::generate();
    article.text = Text(bytes_of(shared / "articles" / (file.path().stem().string().substr(9) + ".txt")));
    for (const auto& row : rows_of(bytes_of(file.path()))) {
      if (row.size() < 4 || row[0].starts_with("#")) continue;
      const auto position = [&](std::size_t column) { return static_cast<std::uint32_t>(std::stoul(row[column])); };
      article.entities.push_back({Span(position(0), position(1)), row[2]});
    }
    articles.push_back(std::move(article));
  }
  std::sort(articles.begin(), articles.end(),
            [](const GoldArticle& a, const GoldArticle& b) { return a.name < b.name; });
  return articles;
}

/// How many of what was found is right, and how much of what should be found was.
struct Score {
  int right = 0;
  int found = 0;
  int wanted = 0;

  double precision() const { return found == 0 ? 1 : static_cast<double>(right) / found; }
  double recall() const { return wanted == 0 ? 1 : static_cast<double>(right) / wanted; }
  Score& operator+=(const Score& other) {
    right += other.right;
    found += other.found;
    wanted += other.wanted;
    return *this;
  }
};

}  // namespace mitjul
