#include "export/tag_map.h"

#include <gtest/gtest.h>

#include "core/tta.h"

namespace mitjul {
namespace {

/// The tag of a label, or `-`.
std::string tag(const TagMap& map, std::string_view label) { return map.tag_of(label).value_or("-"); }

TEST(TagMapTest, EntitiesHaveTheTagsOfKlue) {
  const TagMap map(*preset("claims-entities"), klue_tags(), "");
  EXPECT_EQ(tag(map, "PERSON"), "PS");
  EXPECT_EQ(tag(map, "ORG"), "OG");
  EXPECT_EQ(tag(map, "LOCATION"), "LC");
  EXPECT_EQ(tag(map, "DATE"), "DT");
  EXPECT_EQ(tag(map, "QUANTITY"), "QT");
  for (const char* const label : {"PRODUCT", "MISC", "ENTITY", "CLAIM", "SOURCE"}) EXPECT_EQ(tag(map, label), "-");
}

TEST(TagMapTest, OfNiklProductsAreArtefacts) {
  const TagMap map(*preset("claims-entities"), nikl_tags(), "");
  EXPECT_EQ(tag(map, "PRODUCT"), "AF");
  EXPECT_EQ(tag(map, "QUANTITY"), "QT");
  EXPECT_EQ(tag(map, "MISC"), "-");
}

TEST(TagMapTest, LabelsWithTheIdOfATagAreThatTag) {
  for (const char* const label : {"PS", "LC", "OG", "DT", "TI", "QT"}) {
    EXPECT_EQ(tag(TagMap(*preset("klue-ner"), klue_tags(), ""), label), label);
    EXPECT_EQ(tag(TagMap(*preset("klue-ner"), nikl_tags(), ""), label), label);
    EXPECT_EQ(tag(TagMap(*preset("tta"), klue_tags(), ""), label), label);
  }
  EXPECT_EQ(tag(TagMap(*preset("tta"), nikl_tags(), ""), "TM"), "TM");
  EXPECT_EQ(tag(TagMap(*preset("tta"), klue_tags(), ""), "TM"), "-");
}

TEST(TagMapTest, ALabelBelowOneWithATagTakesIt) {
  Schema schema = *preset("tta");
  ASSERT_TRUE(add_tta_fine_labels(schema, {"LCP_COUNTRY"}).empty());
  EXPECT_EQ(tag(TagMap(schema, klue_tags(), ""), "LCP_COUNTRY"), "LC");
  EXPECT_EQ(tag(TagMap(schema, nikl_tags(), ""), "LCP_COUNTRY"), "LCP_COUNTRY") << "which NIKL has itself";
  EXPECT_EQ(tag(TagMap(schema, nikl_tags(), "LC:LC"), "LCP_COUNTRY"), "LC");
}

TEST(TagMapTest, AnOptionSaysAllThereIsToSay) {
  const TagMap map(*preset("claims-entities"), klue_tags(), "ENTITY:OG,PERSON:PS,CUE:TI");
  EXPECT_EQ(tag(map, "PERSON"), "PS");
  EXPECT_EQ(tag(map, "LOCATION"), "OG");
  EXPECT_EQ(tag(map, "CUE"), "TI");
  EXPECT_EQ(tag(map, "CLAIM"), "-");
  EXPECT_EQ(tag(map, "🚀"), "-");
}

TEST(TagMapTest, WithoutTagsOfItsOwnAFormatHasLabelsOrWhatTheOptionSays) {
  EXPECT_EQ(tag(TagMap(*preset("claims-entities"), ""), "CLAIM"), "CLAIM");
  const TagMap map(*preset("claims-entities"), "PERSON:PER,ENTITY:X");
  EXPECT_EQ(tag(map, "PERSON"), "PER");
  EXPECT_EQ(tag(map, "ORG"), "X");
  EXPECT_EQ(tag(map, "CLAIM"), "-");
}

TEST(TagMapTest, AllowsPairsOfLabelsAndTagsOfTheFormat) {
  for (const char* const option : {"", "PERSON:PS", "PERSON:PS,ORG:OG", "CT+:DT,a.b:LC"}) {
    EXPECT_TRUE(allows_tag_map(option, klue_tags())) << option;
  }
  for (const char* const option :
       {",", "PERSON", "PERSON:", ":PS", "PERSON:PS,", ",PERSON:PS", "PERSON:PS,,ORG:OG", "PERSON:PS:OG", "PERSON=PS",
        "PERSON:ps", "PERSON:AF", "PERSON: PS", "인물:PS", "PERSON:PS,PERSON:OG"}) {
    EXPECT_FALSE(allows_tag_map(option, klue_tags())) << option;
  }
  EXPECT_TRUE(allows_tag_map("PRODUCT:AF,ORG:OGG_ECONOMY", nikl_tags()));
  EXPECT_FALSE(allows_tag_map("PRODUCT:AF_INVENTED", nikl_tags()));
}

}  // namespace
}  // namespace mitjul
