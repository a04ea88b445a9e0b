#include "core/tta.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/schema_checks.h"
#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TtaTest, EveryFineLabelStandsBelowOneOfTheFifteen) {
  const Schema schema = *preset("tta");
  std::set<std::string> ids;
  std::set<std::string> coarse;
  for (const TtaFineLabel& fine : tta_fine_labels()) {
    ASSERT_NE(schema.find(fine.coarse), nullptr) << fine.id;
    EXPECT_TRUE(fine.id.starts_with(fine.coarse)) << fine.id;
    EXPECT_TRUE(is_schema_id(fine.id)) << fine.id;
    EXPECT_NE(fine.name, "") << fine.id;
    EXPECT_TRUE(ids.insert(fine.id).second) << fine.id;
    EXPECT_EQ(tta_coarse(fine.id), fine.coarse);
    coarse.insert(fine.coarse);
  }
  EXPECT_EQ(ids.size(), 150U) << "as many as the NIKL corpus has";
  EXPECT_EQ(coarse.size(), 15U);
}

TEST(TtaTest, CoarseLabelsAreTheirOwn) {
  const Schema schema = *preset("tta");
  for (const Label& label : schema.labels) EXPECT_EQ(tta_coarse(label.id), label.id);
}

TEST(TtaTest, FineLabelsOfOtherVersionsAreToldByTheirBeginning) {
  EXPECT_EQ(tta_coarse("LCP_TOWN"), "LC");
  EXPECT_EQ(tta_coarse("LCG_VALLEY"), "LC");
  EXPECT_EQ(tta_coarse("OG_OTHERS"), "OG");
  EXPECT_EQ(tta_coarse("OGG_UNION"), "OG");
  EXPECT_EQ(tta_coarse("AFA_GAME"), "AF");
  EXPECT_EQ(tta_coarse("AFW_MEDICAL"), "AF");
  EXPECT_EQ(tta_coarse("TM_CELL_TISSUE"), "TM");
  EXPECT_EQ(tta_coarse("TMM_SYMPTOM"), "TM");
  EXPECT_EQ(tta_coarse("TMIG_SERIES"), "TM");
}

TEST(TtaTest, WhatIsNoLabelOfTheTagSetHasNoCoarseOne) {
  for (const char* const label : {"", "_", "PERSON", "PSX_NAME", "LCX", "ps_name", "XX_OTHERS"}) {
    EXPECT_FALSE(tta_coarse(label)) << label;
  }
}

TEST(TtaTest, ChosenFineLabelsComeBelowTheirCoarseOne) {
  Schema schema = *preset("tta");
  const std::size_t before = schema.labels.size();
  EXPECT_THAT(add_tta_fine_labels(schema, {"LCP_CITY", "PS_PET", "LCG_RIVER"}), IsEmpty());
  ASSERT_EQ(schema.labels.size(), before + 3);
  EXPECT_THAT(in_words(check_schema(schema)), IsEmpty());
  const auto at = [&](std::string_view id) { return schema.find(id) - schema.labels.data(); };
  EXPECT_EQ(at("LCP_CITY"), at("LC") + 1);
  EXPECT_EQ(at("LCG_RIVER"), at("LC") + 2);
  EXPECT_EQ(at("PS_PET"), at("PS") + 1);
  EXPECT_EQ(schema.find("LCP_CITY")->parent, "LC");
  EXPECT_EQ(schema.find("LCP_CITY")->name, "도시");
}

TEST(TtaTest, AllFineLabelsTogetherMakeARightSchema) {
  Schema schema = *preset("tta");
  std::vector<std::string> ids;
  for (const TtaFineLabel& fine : tta_fine_labels()) ids.push_back(fine.id);
  EXPECT_THAT(add_tta_fine_labels(schema, ids), IsEmpty());
  EXPECT_EQ(schema.labels.size(), 165U);
  EXPECT_THAT(in_words(check_schema(schema)), IsEmpty());
  EXPECT_EQ(add_tta_fine_labels(schema, ids), ids) << "they are there";
  EXPECT_EQ(schema.labels.size(), 165U);
}

TEST(TtaTest, RulesOfTheCoarseLabelHoldForTheFineOne) {
  Schema schema = *preset("klue-ner");
  EXPECT_THAT(add_tta_fine_labels(schema, {"OGG_MEDIA", "AM_BIRD", "OGG_NONE"}), ElementsAre("AM_BIRD", "OGG_NONE"));
  EXPECT_EQ(schema.find("OGG_MEDIA")->overlap, OverlapRule::None);
}

}  // namespace
}  // namespace mitjul
