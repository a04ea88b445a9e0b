// The first minutes with the program, from its first start to a verified XML file, with the keyboard alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "tests/gui/program.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class StartTest : public testing::Test {
 protected:
  fs::path sample() const { return home_ / "밑줄 보기/예제 기사.mitjul"; }
  /// Annotations of the article that is left for the user.
  std::size_t annotations() const {
    const ProgramResult result = run_cli({"annotations", sample(), "야시장-매출.txt"});
    return result.exit_code == 0 ? rows_of(result.out).size() : 0;
  }
  bool counts(std::size_t count) const {
    return comes_true([&] { return annotations() == count; });
  }
  static bool shows(const EditorProgram& editor, const std::string& words) {
    const auto widgets = editor.widgets();
    return std::any_of(widgets.begin(), widgets.end(), [&](const Widget& widget) {
      return widget.role == "label" && widget.text.find(words) != std::string::npos;
    });
  }

  const TempFolder home_;
};

TEST_F(StartTest, FromTheFirstStartToVerifiedXmlWithTheKeyboardAlone) {
  const auto begin = std::chrono::steady_clock::now();
  EditorProgram editor(home_.path(), {}, EditorProgram::Start::First);
  ASSERT_TRUE(editor.wait_for_window("예제 기사 – Mitjul"));
  ASSERT_TRUE(editor.wait_for_words("Select a word"));
  // The card does not take the keys from the text.
  ASSERT_TRUE(editor.wait_for_text());

  press_key('W');
  ASSERT_TRUE(editor.wait_for_words("Label it"));
  press_key('3');
  ASSERT_TRUE(editor.wait_for_words("All places at once"));
  EXPECT_TRUE(counts(1));
  RecordProperty("first_span_ms",
                 static_cast<int>((std::chrono::steady_clock::now() - begin) / std::chrono::milliseconds(1)));

  press_key(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(editor.wait_for_window("All Occurrences: 해오름시장, 장소"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_words("Make a claim"));
  EXPECT_TRUE(editor.wait_for_words("Annotate all occurrences – 4 annotations. Ctrl+Z takes it back."));
  EXPECT_TRUE(counts(5));

  ASSERT_TRUE(editor.wait_for_text());
  press_key(WXK_DOWN, wxMOD_CONTROL);
  press_key('C');
  ASSERT_TRUE(editor.wait_for([](const Widget& widget) { return widget.text == "Take  (Enter)"; }));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_words("Take back, and find"));
  const std::size_t with_claim = annotations();
  EXPECT_GT(with_claim, 5U);

  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(editor.wait_for_words("Undone: Make a claim"));
  EXPECT_TRUE(editor.wait_for_words("✓ undo"));
  EXPECT_TRUE(counts(5));
  press_key('Z', wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(editor.wait_for_words("Done again: Make a claim"));
  EXPECT_TRUE(counts(with_claim));
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor.wait_for_words("Finish and export"));

  press_key(WXK_ESCAPE);
  ASSERT_TRUE(editor.wait_for_text());
  press_key('D', wxMOD_CONTROL);
  EXPECT_TRUE(editor.wait_for_words("✓ finish"));
  press_key('E', wxMOD_CONTROL);
  ASSERT_TRUE(editor.wait_for_window("Export"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor.wait_for_words("You have seen it all"));
  EXPECT_TRUE(editor.wait_for_words("and verified"));
  RecordProperty("verified_xml_ms",
                 static_cast<int>((std::chrono::steady_clock::now() - begin) / std::chrono::milliseconds(1)));
  const fs::path xml = fs::path(sample()).replace_extension(".xml");
  EXPECT_EQ(run_cli({"verify", xml}).exit_code, 0);
  EXPECT_EQ(run_cli({"verify", sample()}).exit_code, 0);
  EXPECT_THAT(bytes_of(xml), HasSubstr("해오름시장</segment>"));
}

TEST_F(StartTest, ALaterStartOpensTheProjectAsItWasLeftAndWithoutTheTour) {
  {
    EditorProgram editor(home_.path(), {}, EditorProgram::Start::First);
    ASSERT_TRUE(editor.wait_for_words("Select a word"));
    ASSERT_TRUE(editor.wait_for_text());
    press_key(WXK_RIGHT, wxMOD_CONTROL);
    press_key('W');
    press_key('7');
    ASSERT_TRUE(counts(1));
    press_key('Q', wxMOD_CONTROL);
    ASSERT_EQ(editor.wait(), 0);
  }
  EditorProgram again(home_.path(), {}, EditorProgram::Start::First);
  ASSERT_TRUE(again.wait_for_window("예제 기사 – Mitjul"));
  ASSERT_TRUE(again.wait_for_words("Annotations (1)"));
  EXPECT_FALSE(shows(again, "Select a word"));
  EXPECT_EQ(annotations(), 1U);
}

TEST_F(StartTest, TheTourIsGoneThroughAndLeftByKeys) {
  EditorProgram editor(home_.path());
  ASSERT_TRUE(editor.wait_for_words("Annotates Korean articles"));
  press_key(WXK_F11, wxMOD_SHIFT);
  ASSERT_TRUE(editor.wait_for_window("예제 기사 – Mitjul"));
  ASSERT_TRUE(editor.wait_for_text());
  EXPECT_FALSE(shows(editor, "Select a word"));
  press_key(WXK_F1, wxMOD_SHIFT);
  ASSERT_TRUE(editor.wait_for_words("Select a word"));
  press_key(WXK_RIGHT, wxMOD_ALT);
  ASSERT_TRUE(editor.wait_for_words("Label it"));
  press_key(WXK_LEFT, wxMOD_ALT);
  ASSERT_TRUE(editor.wait_for_words("Select a word"));
  // The card is the next pane; its button goes on, and back to the text.
  press_key(WXK_F6);
  ASSERT_TRUE(editor.wait_for([](const Widget& widget) { return widget.focused && widget.text == "Next"; }));
  press_key(WXK_SPACE);
  ASSERT_TRUE(editor.wait_for_words("Label it"));
  ASSERT_TRUE(editor.wait_for_text());
  press_key(WXK_LEFT, wxMOD_ALT);
  ASSERT_TRUE(editor.wait_for_words("Select a word"));
  // What is selected is let go first: that is what Escape is for most of the time.
  press_key(WXK_RIGHT, wxMOD_CONTROL);
  press_key('W');
  ASSERT_TRUE(editor.wait_for_words("Label it"));
  press_key(WXK_ESCAPE);
  press_key(WXK_ESCAPE);
  EXPECT_TRUE(comes_true([&] { return !shows(editor, "Label it"); }));
  EXPECT_EQ(annotations(), 0U);
}

TEST_F(StartTest, TheReadingModeShowsTheTextAloneAndAnnotates) {
  EditorProgram editor(home_.path());
  ASSERT_TRUE(editor.wait_for_words("Annotates Korean articles"));
  press_key(WXK_F11, wxMOD_SHIFT);
  ASSERT_TRUE(editor.wait_for_text());
  const auto has = [&](const std::string& role, const std::string& text) {
    const auto widgets = editor.widgets();
    return std::any_of(widgets.begin(), widgets.end(),
                       [&](const Widget& widget) { return widget.role == role && widget.text == text; });
  };
  ASSERT_TRUE(comes_true([&] { return has("label", "Documents"); }));
  press_key(WXK_F11);
  EXPECT_TRUE(comes_true([&] { return !has("label", "Documents") && !has("label", "Annotations"); }));
  press_key(WXK_RIGHT, wxMOD_CONTROL);
  press_key('W');
  press_key('7');
  EXPECT_TRUE(counts(1));
  press_key(WXK_ESCAPE);  // lets the annotation go
  press_key(WXK_ESCAPE);
  EXPECT_TRUE(comes_true([&] { return has("label", "Documents") && has("label", "Annotations (1)"); }));

  press_key(WXK_F7);
  EXPECT_TRUE(comes_true([&] { return !has("label", "Documents") && has("label", "Annotations (1)"); }));
  press_key(WXK_F8);
  EXPECT_TRUE(comes_true([&] { return !has("label", "Annotations (1)"); }));
  // What is asked for is shown.
  press_key(WXK_TAB);
  press_key(WXK_RETURN);
  EXPECT_TRUE(comes_true([&] { return has("label", "Annotations (1)"); }));
}

}  // namespace
}  // namespace mitjul
