#include "import/foreign_ids.h"

#include <gtest/gtest.h>

#include "core/schema.h"

namespace mitjul {
namespace {

TEST(ForeignIdsTest, ANameThatIsAnIdStaysWhatItIs) {
  for (const char* const name : {"ORG", "a.b+c-d_e9", "CT-"}) EXPECT_EQ(ForeignIds().id_for(name), name);
}

TEST(ForeignIdsTest, HangulIsWrittenInLatinLetters) {
  EXPECT_EQ(ForeignIds().id_for("주장"), "jujang");
  EXPECT_EQ(ForeignIds().id_for("핵심 주장"), "haegsim_jujang");
  EXPECT_EQ(ForeignIds().id_for("🚀 주장!"), "jujang");
  EXPECT_EQ(ForeignIds().id_for("1차"), "L1cha");
  EXPECT_EQ(ForeignIds().id_for("\u110C\u116E\u110C\u1161\u11BC"), "jujang") << "decomposed";
}

TEST(ForeignIdsTest, WhatHasNoLettersIsNumbered) {
  ForeignIds ids;
  EXPECT_EQ(ids.id_for("🚀"), "L1");
  EXPECT_EQ(ids.id_for("…"), "L2");
  EXPECT_EQ(ids.id_for(""), "L3");
}

TEST(ForeignIdsTest, OfTwoAlikeTheSecondIsNumbered) {
  ForeignIds ids;
  EXPECT_EQ(ids.id_for("주장"), "jujang");
  EXPECT_EQ(ids.id_for("jujang"), "jujang_2");
  EXPECT_EQ(ids.id_for("주장"), "jujang_3");
  EXPECT_TRUE(ids.taken("jujang_2"));
  EXPECT_FALSE(ids.taken("jujang_4"));
}

TEST(ForeignIdsTest, WhateverTheNameTheIdIsOne) {
  ForeignIds ids;
  for (const std::string& name : {std::string(5000, 'x'), std::string("\xFF\xFE"), std::string("a\0b", 3),
                                  std::string("中文"), std::string("Ωмега"), std::string(300, '-')}) {
    const std::string id = ids.id_for(name);
    EXPECT_TRUE(is_schema_id(id)) << id;
  }
}

}  // namespace
}  // namespace mitjul
