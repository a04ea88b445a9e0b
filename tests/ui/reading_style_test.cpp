#include "ui/reading_style.h"

#include <gtest/gtest.h>
#include <wx/init.h>

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/support/temp_folder.h"
#include "ui/settings.h"

namespace mitjul {
namespace {

/// Settings in a folder of their own.
class ReadingStyleTest : public testing::Test {
 protected:
  ReadingStyleTest() {
    std::setlocale(LC_CTYPE, "C.UTF-8");  // of the folder's name
    setenv("XDG_CONFIG_HOME", folder_.path().c_str(), 1);
  }
  ~ReadingStyleTest() override { unsetenv("XDG_CONFIG_HOME"); }

  void store(const char* lines) const {
    std::filesystem::create_directories(folder_.path() / "mitjul");
    std::ofstream(folder_.path() / "mitjul" / "mitjul.conf") << lines;
  }

  const TempFolder folder_;
  const wxInitializer wx_;  // knows where settings are
};

TEST_F(ReadingStyleTest, AtFirstItIsTheUsualOne) { EXPECT_EQ(Settings().reading_style(), ReadingStyle()); }

TEST_F(ReadingStyleTest, IsTheSameAtTheNextStart) {
  const ReadingStyle liked{TextFace::Serif, 170, ReadingStyle::kWholeWindow, false};
  Settings().set_reading_style(liked);
  EXPECT_EQ(Settings().reading_style(), liked);
}

TEST_F(ReadingStyleTest, WhatIsBeyondTheLimitsIsBroughtWithinThem) {
  store("[reading]\nface=gothic\nlineSpacing=99999999999\ncolumn=-7\nparagraphNumbers=1\n");
  const ReadingStyle read = Settings().reading_style();
  EXPECT_EQ(read.face, TextFace::Sans);
  EXPECT_EQ(read.line_spacing, 200);
  EXPECT_EQ(read.column, 30);
  store("[reading]\nlineSpacing=20\ncolumn=500\n");
  EXPECT_EQ(Settings().reading_style().line_spacing, 100);
  EXPECT_EQ(Settings().reading_style().column, 80);
}

TEST_F(ReadingStyleTest, WhatIsNoNumberIsAsUsual) {
  store("[reading]\nlineSpacing=wide\ncolumn=\n");
  EXPECT_EQ(Settings().reading_style(), ReadingStyle());
}

}  // namespace
}  // namespace mitjul
