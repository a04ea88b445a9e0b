#include "ui/settings.h"

#include <gtest/gtest.h>
#include <wx/app.h>
#include <wx/utils.h>

#include <clocale>

#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

KeyPress key(std::string_view text) { return KeyPress::parse(text).value(); }

/// The settings of somebody who has their folder here. wx asks the program where that is.
class SettingsTest : public testing::Test {
 protected:
  SettingsTest() {
    std::setlocale(LC_CTYPE, "C.UTF-8");
    wxAppConsole::SetInstance(&program_);
    wxGetEnv("XDG_CONFIG_HOME", &before_);
    wxSetEnv("XDG_CONFIG_HOME", wxString::FromUTF8(home_.path().string().c_str()));
  }
  ~SettingsTest() override {
    wxSetEnv("XDG_CONFIG_HOME", before_);
    wxAppConsole::SetInstance(nullptr);
  }
  void write(const std::string& lines) { home_.write("mitjul/mitjul.conf", lines); }
  std::string written() const { return bytes_of(home_ / "mitjul/mitjul.conf"); }

  const TempFolder home_;
  wxAppConsole program_;
  wxString before_;
};

TEST_F(SettingsTest, KeysThatWereNeverChangedAreTheStandard) { EXPECT_TRUE(Settings().keys().changes().empty()); }

TEST_F(SettingsTest, ChangedKeysAreThereAgainAtTheNextStart) {
  KeyMap keys;
  keys.set(Action::Undo, {key("Ctrl+Shift+["), key("F12")});
  keys.set(Action::LargerText, {key("Ctrl++")});
  keys.set(Action::Find, {});
  keys.set(Action::Relate, {key("Shift+\\")});
  Settings().set_keys(keys);
  EXPECT_EQ(Settings().keys().changes(), keys.changes());
}

TEST_F(SettingsTest, WhatIsTheStandardAgainIsNoLongerStored) {
  KeyMap keys;
  keys.set(Action::Undo, {key("F12")});
  Settings().set_keys(keys);
  EXPECT_NE(written().find("undo=F12"), std::string::npos) << written();
  Settings().set_keys(KeyMap());
  EXPECT_EQ(written().find("undo"), std::string::npos) << written();
  EXPECT_TRUE(Settings().keys().is_standard(Action::Undo));
}

TEST_F(SettingsTest, WhatIsNoKeyOrNoActionIsIgnoredAndStays) {
  write("[keys]\nundo=Hyper+Z\nredo=F12\nfind=A\nof-the-future=F11\nmake-claim=\n");
  {
    Settings settings;
    EXPECT_TRUE(settings.keys().is_standard(Action::Undo));
    EXPECT_TRUE(settings.keys().is_standard(Action::Find));
    EXPECT_EQ(settings.keys().keys(Action::Redo), parse_keys("F12"));
    EXPECT_TRUE(settings.keys().keys(Action::MakeClaim).empty());
    settings.set_keys(KeyMap());
  }
  EXPECT_NE(written().find("of-the-future=F11"), std::string::npos) << written();
}

TEST_F(SettingsTest, EachProjectKeepsThePlaceOfItsLastExport) {
  EXPECT_TRUE(Settings().export_place("/집/🚀 하나.mitjul").empty());
  Settings().set_export_place("/집/🚀 하나.mitjul", "/납품/결과 🚀");
  Settings().set_export_place("/집/둘.mitjul", "/납품/둘.v1");
  EXPECT_EQ(Settings().export_place("/집/🚀 하나.mitjul"), "/납품/결과 🚀");
  EXPECT_EQ(Settings().export_place("/집/둘.mitjul"), "/납품/둘.v1");
}

TEST_F(SettingsTest, ThePageOfTheExportDialogIsOneThatThereMayBe) {
  EXPECT_EQ(Settings().export_page(), 0U);
  Settings().set_export_page(2);
  EXPECT_EQ(Settings().export_page(), 2U);
  write("[export]\npage=-7\n");
  EXPECT_EQ(Settings().export_page(), 0U);
}

}  // namespace
}  // namespace mitjul
