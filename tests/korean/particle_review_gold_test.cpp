// False alarms of the review for particles, on annotations that are right: the shared articles and the samples.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "korean/particle_review.h"
#include "tests/korean/gold_articles.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

struct Alarms {
  int found = 0;
  int of = 0;
};

void count(Alarms& alarms, const Text& text, Span span, const std::string& label, const WordEvidence& evidence) {
  ++alarms.of;
  const auto end = end_without_particle(text, span, evidence);
  if (!end) return;
  ++alarms.found;
  std::printf("  %s %s: %s\n", label.c_str(), std::string(text.slice(span)).c_str(),
              std::string(text.slice({*end, span.end})).c_str());
}

TEST(ParticleReviewGoldTest, RightAnnotationsOfTheSharedArticlesGiveNoAlarm) {
  const std::vector<GoldArticle> articles = gold_articles();
  if (articles.empty()) GTEST_SKIP() << "no " << MITJUL_SHARED << ": not measured";
  Alarms alarms;
  for (const GoldArticle& article : articles) {
    WordEvidence evidence;  // of this article alone: the least that is known of its words
    evidence.add(article.text);
    for (const LabelledSpan& entity : article.entities)
      count(alarms, article.text, entity.span, entity.label, evidence);
  }
  const fs::path shared = MITJUL_SHARED;
  for (const auto& file : fs::directory_iterator(shared / "gold")) {
    const std::string name = file.path().stem().string();
    if (!name.starts_with("claims_")) continue;
    const Text text(bytes_of(shared / "articles" / (name.substr(7) + ".txt")));
    WordEvidence evidence;
    evidence.add(text);
    for (const auto& row : rows_of(bytes_of(file.path()))) {
      if (row.size() < 8 || row[0].starts_with("#")) continue;
      const auto position = [&](std::size_t column) { return static_cast<std::uint32_t>(std::stoul(row[column])); };
      count(alarms, text, Span(position(0), position(1)), "CLAIM", evidence);
      if (!row[5].empty()) count(alarms, text, Span(position(5), position(6)), "source", evidence);
    }
  }
  std::printf("false alarms: %d of %d\n", alarms.found, alarms.of);
  EXPECT_GE(alarms.of, 300);
  EXPECT_LE(alarms.found, alarms.of / 200);
}

TEST(ParticleReviewGoldTest, TheSamplesGiveNoAlarm) {
  Alarms alarms;
  const fs::path samples = MITJUL_SAMPLES;
  for (const auto& file : fs::directory_iterator(samples / "annotations")) {
    const Text text(bytes_of(samples / "articles" / (file.path().stem().string() + ".txt")));
    WordEvidence evidence;
    evidence.add(text);
    std::istringstream lines(bytes_of(file.path()));
    for (std::string line; std::getline(lines, line);) {
      const auto object = nlohmann::json::parse(line);
      if (!object.contains("start")) continue;
      const Span span(object["start"].get<std::uint32_t>(), object["end"].get<std::uint32_t>());
      count(alarms, text, span, object["label"], evidence);
    }
  }
  std::printf("false alarms: %d of %d\n", alarms.found, alarms.of);
  EXPECT_GE(alarms.of, 400);
  EXPECT_EQ(alarms.found, 0);
}

}  // namespace
}  // namespace mitjul
