// With an input method in Hangul mode, which takes letters and digits for itself: notes are written in Hangul, and the
// keys of the text work all the same. `with_display --hangul` starts the input method.

#include <gtest/gtest.h>
#include <wx/defs.h>
#include <wx/frame.h>

#include <cstdlib>
#include <memory>

#include "tests/gui/program.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

class HangulTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* const hangul = std::getenv("MITJUL_HANGUL");
    if (hangul == nullptr) GTEST_SKIP() << "This needs an input method: tests/gui/with_display --hangul";
    if (std::string(hangul) != "on") GTEST_SKIP() << "There is no Hangul input here: " << hangul;
    std::string article = "🚀 ";
    for (int i = 0; i < 600; ++i) article += "화웨이가 ";
    home_.write("article.txt", article);
    ASSERT_EQ(run_cli({"new", project_, "--schema", "claims-entities"}).exit_code, 0);
    ASSERT_EQ(run_cli({"import", project_, home_ / "article.txt"}).exit_code, 0);
    editor_ = std::make_unique<EditorProgram>(home_.path(), std::vector<std::string>{project_});
    ASSERT_TRUE(editor_->wait_for_text());
  }

  std::string json() const { return run_cli({"annotations", project_, "--json"}).out; }
  std::size_t count() const { return rows_of(run_cli({"annotations", project_}).out).size(); }
  bool counts(std::size_t number) const {
    return comes_true([&] { return count() == number; });
  }
  bool holds(const std::string& words) const {
    const bool there = comes_true([&] { return json().find(words) != std::string::npos; });
    if (!there) ADD_FAILURE() << words << " is not in\n" << json();
    return there;
  }

  /// Selects the next word that begins behind the caret, by keys.
  static void select_next_word() {
    press_key(WXK_RIGHT, wxMOD_CONTROL);
    press_key('W');
  }
  /// From the text, the annotation being selected; waits until the note has the focus.
  bool go_to_note() const {
    press_key(WXK_RETURN);
    // The labels of these tests have no attributes that would come first.
    return editor_->wait_for([](const Widget& widget) { return widget.focused && widget.multi_line; }).has_value();
  }
  wxPoint middle() const {
    const auto text = editor_->wait_for_text();
    return text ? text->GetPosition() + text->GetSize() / 2 : wxPoint();
  }
  /// Another window comes to the front, and the editor's again.
  bool switch_windows() const {
    auto* const other = new wxFrame(nullptr, wxID_ANY, "other", wxPoint(900, 700), wxSize(300, 200));
    other->Show();
    other->Raise();
    const bool there = comes_true([&] { return other->IsActive(); });
    other->Destroy();
    return there && editor_->wait_for_text();
  }

  const TempFolder home_;
  const fs::path project_ = home_ / "한글.mitjul";
  std::unique_ptr<EditorProgram> editor_;
};

TEST_F(HangulTest, ANoteIsWrittenInHangul) {
  select_next_word();
  press_key('2');
  ASSERT_TRUE(counts(1));
  ASSERT_TRUE(go_to_note());
  type_keys("gksrmf");
  ASSERT_TRUE(editor_->wait_for([](const Widget& widget) { return widget.multi_line && widget.text == "한"; }));
  // The second syllable is still being composed when the field is left.
  ASSERT_TRUE(editor_->go_to_text());
  EXPECT_TRUE(holds(R"("note":"한글")"));
}

TEST_F(HangulTest, TheLastSyllableOfANoteIsKeptWhenTheTextIsClicked) {
  const wxPoint word = middle();
  select_next_word();
  press_key('2');
  ASSERT_TRUE(counts(1));
  ASSERT_TRUE(go_to_note());
  type_keys("gksrmf");
  double_click(word);
  press_key('2');
  EXPECT_TRUE(counts(2));
  EXPECT_TRUE(holds(R"("note":"한글")"));
}

TEST_F(HangulTest, SevenOfSevenLabelKeysAnnotate) {
  const wxPoint word = middle();
  for (std::size_t i = 1; i <= 7; ++i) {
    SCOPED_TRACE(i);
    if (i % 3 == 2) {
      // Directly after Hangul, the last syllable still open.
      ASSERT_TRUE(go_to_note());
      type_keys("gks");
      ASSERT_TRUE(editor_->go_to_text());
    } else if (i % 3 == 0) {
      ASSERT_TRUE(switch_windows());
    }
    select_next_word();
    press_key('2');
    ASSERT_TRUE(counts(i));
  }
  // Hangul is still on.
  ASSERT_TRUE(go_to_note());
  type_keys("gksrmf");
  double_click(word);
  EXPECT_TRUE(holds(R"("note":"한글")"));
}

TEST_F(HangulTest, LettersDoWhatTheySay) {
  select_next_word();
  press_key('E');  // a label whose key is a letter
  ASSERT_TRUE(counts(1));
  EXPECT_TRUE(holds(R"("label":"CUE")"));
  ASSERT_TRUE(go_to_note());
  type_keys("gks");
  ASSERT_TRUE(editor_->go_to_text());
  select_next_word();
  press_key('8');
  ASSERT_TRUE(counts(2));
  ASSERT_TRUE(switch_windows());
  press_key('R');
  press_key(WXK_TAB);
  press_key(WXK_RETURN);
  EXPECT_TRUE(holds(R"("label":"cue")"));
  EXPECT_TRUE(holds(R"("note":"한")"));
}

}  // namespace
}  // namespace mitjul
