// The annotations of other annotators: shown, read and taken over in the real program, by keys alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "tests/gui/program.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// A project that came in as XML: Hana has an organisation and a cue, Duri an organisation; who works has nothing.
class OthersTest : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path theirs = home_ / "theirs.mitjul";
    home_.write("article.txt", "🚀 화웨이가 칩을 확보했다고 밝혔다. 삼성전자가 공장을 지었다.");
    ASSERT_EQ(run_cli({"new", theirs, "--schema", "claims-entities"}).exit_code, 0);
    ASSERT_EQ(run_cli({"import", theirs, home_ / "article.txt"}).exit_code, 0);
    annotate(theirs, "Hana",
             R"({"label":"ORG","start":2,"end":5})"
             "\n"
             R"({"label":"CUE","start":16,"end":19})"
             "\n");
    annotate(theirs, "Duri",
             R"({"label":"ORG","start":21,"end":25})"
             "\n");
    const fs::path xml = home_ / "theirs.xml";
    ASSERT_EQ(run_cli({"export", theirs, "--format", "mitjul-xml", "--out", xml}).exit_code, 0);
    ASSERT_EQ(run_cli({"new", project_, "--schema", "claims-entities"}).exit_code, 0);
    ASSERT_EQ(run_cli({"import", project_, xml}).exit_code, 0);
    ASSERT_EQ(run_cli({"settings", project_, "--set", "suggestions=off"}).exit_code, 0);
    editor_ = std::make_unique<EditorProgram>(home_.path(), std::vector<std::string>{project_});
    ASSERT_TRUE(editor_->wait_for_text());
  }

  static void annotate(const fs::path& project, const std::string& name, const std::string& lines) {
    ASSERT_EQ(run_cli({"annotators", project, "--add", name}).exit_code, 0);
    RunOptions options;
    options.input = lines;
    ASSERT_EQ(run_cli({"annotate", project, "article.txt", "--annotator", name, "--from", "-"}, options).exit_code, 0);
  }
  std::string json() const { return run_cli({"annotations", project_, "--json"}).out; }
  /// Of all annotators.
  bool has_annotations(std::size_t count) const {
    return comes_true([&] {
      const std::string lines = json();
      return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) == count;
    });
  }
  /// Further down in the choice, which stands behind words, label and method.
  void choose_whose(int further) const {
    press_key('N', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(editor_->wait_for([](const Widget& widget) { return widget.role == "text" && widget.focused; }));
    for (int i = 0; i < 3; ++i) press_key(WXK_TAB);
    for (int i = 0; i < further; ++i) press_key(WXK_DOWN);
  }

  const TempFolder home_;
  const fs::path project_ = home_ / "기사.mitjul";
  std::unique_ptr<EditorProgram> editor_;
};

TEST_F(OthersTest, TheyAreSeenNotChangedAndTakenOverByKeys) {
  choose_whose(1);
  ASSERT_TRUE(editor_->wait_for_words("Annotations (3)"));
  ASSERT_TRUE(editor_->wait_for_words("Annotations of others are shown"));
  ASSERT_TRUE(editor_->go_to_text());
  press_key(WXK_TAB);
  ASSERT_TRUE(editor_->wait_for_words("An annotation of Hana: it can be read here"));
  press_key(WXK_DELETE);
  ASSERT_TRUE(editor_->wait_for_words("can only be read here. Take it over"));
  EXPECT_TRUE(has_annotations(3));

  press_key('T', wxMOD_CONTROL);
  ASSERT_TRUE(has_annotations(4));
  EXPECT_NE(json().find(R"("method":"curation")"), std::string::npos);
  ASSERT_TRUE(editor_->wait_for_words("Annotations (4)"));
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(has_annotations(3));

  // One key takes the choice back.
  press_key('J', wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(editor_->wait_for([](const Widget& widget) { return widget.text == "Annotations"; }));
}

TEST_F(OthersTest, TheListCanHaveThoseOfOne) {
  choose_whose(2);
  const std::string duri = "Annotations (1 of 1)";
  const std::string hana = "Annotations (2 of 2)";
  // Who came in first stands first.
  const auto first =
      editor_->wait_for([&](const Widget& widget) { return widget.text == duri || widget.text == hana; });
  ASSERT_TRUE(first);
  press_key(WXK_DOWN);
  EXPECT_TRUE(editor_->wait_for_words(first->text == duri ? hana : duri));
}

}  // namespace
}  // namespace mitjul
