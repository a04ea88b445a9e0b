#include "korean/listed_occurrences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace mitjul {
namespace {

using testing::ElementsAre;

ProjectWords listed(std::vector<GazetteerEntry> list, bool particle_inside = false) {
  ProjectWords words;
  words.set_word_list(std::move(list));
  words.options.particle_inside = particle_inside;
  return words;
}

/// `ORG:가온 …`, in brackets what is uncertain.
std::vector<std::string> shown(const Text& text, const std::vector<LabelledOccurrence>& found) {
  std::vector<std::string> rows;
  for (const LabelledOccurrence& each : found) {
    const std::string words = each.label + ":" + std::string(text.slice(each.occurrence.span));
    rows.push_back(each.occurrence.trust == Trust::Certain ? words : "(" + words + ")");
  }
  return rows;
}

TEST(ListedOccurrencesTest, TheLongestWordWithItsLabelIsFound) {
  const Text text("🚀 가온은 가온 나루에서 다솜이 나루");
  const ProjectWords words = listed({{"가온", "ORG"}, {"가온 나루", "LOCATION"}, {"다솜", ""}});
  EXPECT_THAT(shown(text, listed_occurrences(text, {}, words)), ElementsAre("ORG:가온", "LOCATION:가온 나루"));
  EXPECT_THAT(shown(text, listed_occurrences(text, {{Span(2, 4), "ORG"}}, words)), ElementsAre("LOCATION:가온 나루"));
}

TEST(ListedOccurrencesTest, WhatWasRefusedIsUncertain) {
  const Text text("🚀 가온은 가온이 가온에서");
  const std::set<LabelledSpan> refused{{Span(2, 4), "ORG"}, {Span(6, 8), "PERSON"}};
  EXPECT_THAT(shown(text, listed_occurrences(text, {}, listed({{"가온", "ORG"}}), refused)),
              ElementsAre("(ORG:가온)", "ORG:가온", "ORG:가온"));
}

TEST(ListedOccurrencesTest, WithParticlesInsideTheyReachToTheEndOfTheWord) {
  const Text text("🚀 가온은 가온 AI기업에서");
  const ProjectWords words = listed({{"가온", "ORG"}, {"AI", "MISC"}, {"기업", "ORG"}}, true);
  EXPECT_THAT(shown(text, listed_occurrences(text, {}, words, {{Span(2, 5), "ORG"}})),
              ElementsAre("(ORG:가온은)", "ORG:가온", "MISC:AI기업에서"))
      << "two places in one word would overlap";
}

}  // namespace
}  // namespace mitjul
