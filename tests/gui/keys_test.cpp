// Keys and preferences as somebody at the keyboard changes them.

#include <gtest/gtest.h>
#include <wx/defs.h>

#include <algorithm>
#include <filesystem>

#include "tests/gui/program.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// What is said where `R` finds nothing selected.
constexpr const char* kRelateSays = "Select the annotation where the relation begins";

class KeysTest : public testing::Test {
 protected:
  KeysTest() : project_(home_ / "project.mitjul") {
    home_.write("article.txt", "🚀 화웨이가 말했다.");
    EXPECT_EQ(run_cli({"new", project_, "--schema", "claims-entities"}).exit_code, 0);
    EXPECT_EQ(run_cli({"import", project_, home_ / "article.txt"}).exit_code, 0);
  }
  std::string settings() const { return bytes_of(home_ / "config/mitjul/mitjul.conf"); }
  bool settings_hold(const std::string& line) const {
    return ("\n" + settings()).find("\n" + line + "\n") != std::string::npos;
  }
  static void quit(EditorProgram& editor) {
    press_key('Q', wxMOD_CONTROL);
    ASSERT_EQ(editor.wait(), 0);
  }
  /// Goes to an action in the list of keys.
  static void find_in_keys(const EditorProgram& editor, const std::string& name) {
    press_key(WXK_F1);
    ASSERT_TRUE(editor.wait_for_window("Keys"));
    type_keys(name);
    ASSERT_TRUE(editor.wait_for([&](const Widget& widget) { return widget.focused && widget.text == name; }));
    press_key(WXK_RETURN);
    ASSERT_TRUE(editor.wait_for([](const Widget& widget) { return widget.focused && widget.role != "text"; }));
  }
  /// Leaves the list of keys, and waits for the text.
  static void leave_keys(const EditorProgram& editor) {
    press_key(WXK_ESCAPE);
    ASSERT_TRUE(editor.wait_for_text());
  }
  static void expect_relates(const EditorProgram& editor) { EXPECT_TRUE(editor.wait_for_words(kRelateSays)); }
  static bool is_relating(const EditorProgram& editor) {
    const std::vector<Widget> shown = editor.widgets();
    return std::any_of(shown.begin(), shown.end(),
                       [](const Widget& widget) { return widget.text.find(kRelateSays) != std::string::npos; });
  }

  const TempFolder home_;
  const fs::path project_;
};

TEST_F(KeysTest, AKeyIsChangedUsedKeptOverARestartAndGivenBackByKeyboard) {
  {
    EditorProgram editor(home_.path(), {project_});
    ASSERT_TRUE(editor.wait_for_text());
    find_in_keys(editor, "Relate");
    press_key(WXK_RETURN);
    ASSERT_TRUE(editor.wait_for_window("Change the Key"));
    // Refused, with the reason: a key of a label, and one that moves the caret.
    press_key('2');
    ASSERT_TRUE(editor.wait_for_words("2 is the key of the label"));
    press_key(WXK_HOME);
    ASSERT_TRUE(editor.wait_for_words("Home moves the caret"));
    press_key(WXK_F3);
    ASSERT_TRUE(editor.wait_for_words("F3 now does \"Next Hit\". Take it from there?"));
    press_key(WXK_RETURN);
    ASSERT_TRUE(editor.wait_for_window("Keys"));
    ASSERT_TRUE(editor.wait_for_words("\"Next Hit\" has no key now"));
    leave_keys(editor);

    press_key('R');
    press_key(WXK_F3);
    expect_relates(editor);
    EXPECT_TRUE(settings_hold("relate=F3")) << settings();
    quit(editor);
  }
  EditorProgram again(home_.path(), {project_});
  ASSERT_TRUE(again.wait_for_text());
  press_key('R');
  press_key(WXK_RIGHT);
  EXPECT_FALSE(is_relating(again));
  press_key(WXK_F3);
  expect_relates(again);

  find_in_keys(again, "Relate");
  press_key('S', wxMOD_ALT);
  ASSERT_TRUE(comes_true([&] { return !settings_hold("relate=F3"); }));
  leave_keys(again);
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(comes_true([&] { return !is_relating(again); }));
  press_key('R');
  expect_relates(again);
  quit(again);
}

TEST_F(KeysTest, TheTourNamesAChangedKeyAtOnce) {
  EditorProgram editor(home_.path(), {project_});
  ASSERT_TRUE(editor.wait_for_text());
  press_key(WXK_F1, wxMOD_SHIFT);
  const auto is_key = [](const Widget& widget) { return widget.role == "label" && widget.text == "F3"; };
  ASSERT_TRUE(editor.wait_for_words("Select a word"));
  const std::vector<Widget> before = editor.widgets();
  EXPECT_TRUE(std::none_of(before.begin(), before.end(), is_key));
  find_in_keys(editor, "select word");
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_window("Change the Key"));
  press_key(WXK_F3);
  ASSERT_TRUE(editor.wait_for_words("F3 now does \"Next Hit\". Take it from there?"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_window("Keys"));
  leave_keys(editor);
  EXPECT_TRUE(editor.wait_for(is_key));
  quit(editor);
}

TEST_F(KeysTest, PreferencesHoldWhenTheyAreConfirmedAndNotWhenTheyAreCancelled) {
  EditorProgram editor(home_.path(), {project_});
  const auto type_text_size = [&](const char* size) {
    ASSERT_TRUE(editor.wait_for_text());
    press_key(',', wxMOD_CONTROL);
    ASSERT_TRUE(editor.wait_for_window("Preferences"));
    type_keys(size);
  };
  type_text_size("150");
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_text());
  EXPECT_TRUE(settings_hold("textSize=150")) << settings();
  type_text_size("200");
  press_key(WXK_TAB);
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(editor.wait_for_text());
  quit(editor);
  EXPECT_TRUE(settings_hold("textSize=150")) << settings();
}

}  // namespace
}  // namespace mitjul
