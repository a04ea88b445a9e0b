#include "core/preset_reader.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace mitjul {
namespace {

const std::string kTable =
    "# 🚀 a comment\n"
    "preset\t보기\tExample\n"
    "for\t보기입니다.\tAn example.\n"
    "span\tORG\t기관\t\t#112233\t1\t기관입니다.\n"
    "overlap\tnone\n"
    "attribute\tkind\t갈래\tchoice\trequired\n"
    "value\tfirm\t회사\n"
    "attribute\tnote\t메모\ttext\n"
    "relation\tabout\t대상\t\t\t\t잇습니다.\n"
    "role\tfrom\t여기\tORG\n"
    "role\tto\t저기\tORG about\n";

TEST(PresetReaderTest, RowsBelongToWhatStandsAboveThem) {
  const Preset preset = read_preset("example", kTable, "");
  EXPECT_EQ(preset.id, "example");
  EXPECT_EQ(preset.name, "보기");
  EXPECT_EQ(preset.english_name, "Example");
  EXPECT_EQ(preset.description, "보기입니다.");
  EXPECT_EQ(preset.english_description, "An example.");
  ASSERT_EQ(preset.schema.labels.size(), 2U);
  const Label& org = preset.schema.labels[0];
  EXPECT_EQ(org.color, "#112233");
  EXPECT_EQ(org.key, "1");
  EXPECT_EQ(org.overlap, OverlapRule::None);
  ASSERT_EQ(org.attributes.size(), 2U);
  EXPECT_TRUE(org.attributes[0].required);
  EXPECT_EQ(org.attributes[0].values, (std::vector<AttributeValue>{{"firm", "회사"}}));
  EXPECT_FALSE(org.attributes[1].required);
  const Label& about = preset.schema.labels[1];
  EXPECT_EQ(about.kind, LabelKind::Relation);
  EXPECT_EQ(about.roles, (std::vector<Role>{{"from", "여기", {"ORG"}}, {"to", "저기", {"ORG", "about"}}}));
}

TEST(PresetReaderTest, GuidelinesOfLabelsStandBehindTheirComment) {
  const Preset preset = read_preset("example", kTable.substr(0, kTable.find("relation")),
                                    "# 🚀 지침\n\n하나\n\n<!-- ORG -->\n\n* 둘\n\n셋\n\n");
  EXPECT_EQ(preset.schema.guideline, "# 🚀 지침\n\n하나");
  EXPECT_EQ(preset.schema.labels[0].guideline, "* 둘\n\n셋");
}

TEST(PresetReaderTest, WhatIsNotKnownIsRefused) {
  for (const char* const table :
       {"label\tORG", "overlap\tnone\n", "value\tfirm\t회사\n", "span\tORG\t기관\n",
        "span\tORG\t기관\t\t\t\t말\noverlap\tmaybe\n", "span\tORG\t기관\t\t\t\t말\nattribute\ta\t가\tcolour\n"}) {
    EXPECT_THROW(read_preset("example", table, ""), std::invalid_argument) << table;
  }
  EXPECT_THROW(read_preset("example", kTable, "<!-- PERSON -->\n누구\n"), std::invalid_argument);
}

}  // namespace
}  // namespace mitjul
