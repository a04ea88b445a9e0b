#include "export/file_names.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

TEST(FileNamesTest, ADocumentGivesItsNameWithoutTheEndingOfText) {
  FileNames names;
  EXPECT_EQ(names.name_for("🚀 기사.txt"), "🚀 기사");
  EXPECT_EQ(names.name_for("보고서.hwp"), "보고서.hwp");
}

TEST(FileNamesTest, WhatSomeSystemDoesNotTakeIsReplaced) {
  FileNames names;
  EXPECT_EQ(names.name_for("가<나>:\"/\\|?*다\n"), "가_나________다_");
  EXPECT_EQ(names.name_for("../위"), "_._위");
  EXPECT_EQ(names.name_for(".."), "__");
  EXPECT_EQ(names.name_for(" 기사 "), "_기사_");
  EXPECT_EQ(names.name_for("CON"), "_CON");
  EXPECT_EQ(names.name_for("lpt1.기사"), "_lpt1.기사");
  EXPECT_EQ(names.name_for(""), "_");
}

TEST(FileNamesTest, NoTwoNamesAreTheSameOnAnySystem) {
  FileNames names;
  EXPECT_EQ(names.name_for("Talk.txt"), "Talk");
  EXPECT_EQ(names.name_for("talk"), "talk (2)");
  EXPECT_EQ(names.name_for("TALK.txt"), "TALK (3)");
  EXPECT_EQ(names.name_for("talk (2)"), "talk (2) (2)");
}

TEST(FileNamesTest, ALongNameIsCutBetweenCharacters) {
  FileNames names;
  std::string document;
  for (int i = 0; i < 100; ++i) document += "가";
  EXPECT_EQ(names.name_for(document), document.substr(0, 180));
  EXPECT_EQ(names.name_for("🚀🚀" + document), ("🚀🚀" + document).substr(0, 179));
}

}  // namespace
}  // namespace mitjul
