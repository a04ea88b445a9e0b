// Relations, attributes, the filter, the history and annotators: the real program, by keys alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <filesystem>
#include <memory>

#include "tests/gui/program.h"
#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// A claim (1) with an organisation in it (2), a cue (3), another organisation (4).
class InspectTest : public testing::Test {
 protected:
  void SetUp() override {
    home_.write("article.txt", "🚀 화웨이가 칩을 확보했다고 밝혔다. 삼성전자가 공장을 지었다.");
    ASSERT_EQ(run_cli({"new", project_, "--schema", "claims-entities"}).exit_code, 0);
    ASSERT_EQ(run_cli({"import", project_, home_ / "article.txt"}).exit_code, 0);
    ASSERT_EQ(run_cli({"settings", project_, "--set", "suggestions=off"}).exit_code, 0);
    RunOptions lines;
    lines.input = R"({"label":"CLAIM","start":2,"end":14})"
                  "\n"
                  R"({"label":"ORG","start":2,"end":5})"
                  "\n"
                  R"({"label":"CUE","start":16,"end":19})"
                  "\n"
                  R"({"label":"ORG","start":21,"end":25})"
                  "\n";
    ASSERT_EQ(run_cli({"annotate", project_, "article.txt", "--from", "-"}, lines).exit_code, 0);
    editor_ = std::make_unique<EditorProgram>(home_.path(), std::vector<std::string>{project_});
    ASSERT_TRUE(editor_->wait_for_text());
  }

  std::string json() const { return run_cli({"annotations", project_, "--json"}).out; }
  bool holds(const std::string& words) const {
    const bool there = comes_true([&] { return json().find(words) != std::string::npos; });
    if (!there) ADD_FAILURE() << words << " is not in\n" << json();
    return there;
  }
  bool lacks(const std::string& words) const {
    return comes_true([&] { return json().find(words) == std::string::npos; });
  }
  /// The line of the only relation.
  std::string relation() const {
    std::string line;
    std::istringstream lines(json());
    while (std::getline(lines, line)) {
      if (line.find("\"args\"") != std::string::npos) return line;
    }
    return {};
  }
  bool relation_holds(const std::string& words) const {
    const bool there = comes_true([&] { return relation().find(words) != std::string::npos; });
    if (!there) ADD_FAILURE() << words << " is not in " << relation();
    return there;
  }
  /// Of the selected annotation.
  bool shows_label(const std::string& name) const {
    return editor_->wait_for([&](const Widget& widget) { return widget.role == "combo box" && widget.text == name; })
        .has_value();
  }
  /// From the claim, which is first in the text, to the organisation in it: `about`, the second of two kinds.
  void relate_claim_to_organisation() const {
    press_key(WXK_TAB);
    press_key('R');
    press_key(WXK_TAB);
    press_key(WXK_RETURN);
    ASSERT_TRUE(editor_->wait_for_window("Relation"));
    press_key('2');
    ASSERT_TRUE(holds(R"("label":"about")"));
    ASSERT_TRUE(editor_->wait_for_text());
  }

  const TempFolder home_;
  const fs::path project_ = home_ / "기사.mitjul";
  std::unique_ptr<EditorProgram> editor_;
};

TEST_F(InspectTest, ARelationIsMadeMovedRelabelledAndDeletedByKeys) {
  relate_claim_to_organisation();
  ASSERT_TRUE(relation_holds(R"(-2")"));
  // Its second end goes to the other organisation: from the relation, Tab comes to labels of the document and then to
  // the first annotation of the text.
  press_key('R');
  for (int i = 0; i < 4; ++i) press_key(WXK_TAB);
  press_key(WXK_RETURN);
  ASSERT_TRUE(relation_holds(R"(-4")"));

  press_key('R', wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_words("the other way round"));

  // To an end and back to the relation, which goes.
  press_key('\'');
  ASSERT_TRUE(shows_label("주장")) << "one came from the organisation";
  press_key(';');
  ASSERT_TRUE(shows_label("대상"));
  press_key(WXK_DELETE);
  EXPECT_TRUE(lacks(R"("label":"about")"));
}

TEST_F(InspectTest, TheFirstKindIsChosenToBeginWith) {
  press_key(WXK_TAB);
  press_key('R');
  press_key(WXK_TAB);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_window("Relation"));
  press_key(WXK_RETURN);
  EXPECT_TRUE(holds(R"("label":"source")"));
}

TEST_F(InspectTest, AttributesAreSetByDigits) {
  press_key(WXK_TAB);
  press_key(WXK_RETURN);
  press_key('2');
  EXPECT_TRUE(holds("prediction"));
  press_key('0');
  EXPECT_TRUE(lacks("prediction"));
}

TEST_F(InspectTest, ANoteIsStoredWhileItIsStillWrittenAndCtrlZTakesItBack) {
  press_key(WXK_TAB);
  press_key(WXK_TAB);  // an organisation: it has a note and no attributes
  press_key(WXK_RETURN);
  type_keys("once more");
  EXPECT_TRUE(holds("once more"));
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(lacks("once more"));
}

TEST_F(InspectTest, TheHistoryUnfoldsWithAKey) {
  press_key(WXK_TAB);
  press_key(WXK_RETURN);
  press_key('1');
  ASSERT_TRUE(holds("fact"));
  press_key('H', wxMOD_CONTROL);
  const auto history = editor_->wait_for([](const Widget& widget) {
    return widget.focused && widget.multi_line && widget.text.find("유형: – → 사실") != std::string::npos;
  });
  ASSERT_TRUE(history);
  EXPECT_NE(history->text.find("Made: 주장"), std::string::npos) << history->text;
}

TEST_F(InspectTest, TheFilterIsReachedAndClearedByKeys) {
  ASSERT_TRUE(editor_->wait_for_words("Annotations (4)"));
  press_key('N', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->put_text("ㅅㅅ"));
  EXPECT_TRUE(editor_->wait_for_words("Annotations (1 of 4)"));
  press_key('J', wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(editor_->wait_for_words("Annotations (4)"));
}

TEST_F(InspectTest, SomebodyElseWorksOnASetOfTheirOwn) {
  press_key('U', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Annotator"));
  press_key(WXK_TAB);
  ASSERT_TRUE(editor_->put_text("Hana"));
  press_key('A', wxMOD_ALT);
  ASSERT_TRUE(comes_true([&] { return run_cli({"annotators", project_}).out.find("Hana") != std::string::npos; }));
  press_key('W', wxMOD_ALT);
  ASSERT_TRUE(editor_->wait_for([](const Widget& widget) { return widget.text == "Annotations"; }));
  ASSERT_TRUE(editor_->wait_for_text());
  press_key(WXK_RIGHT, wxMOD_CONTROL);
  press_key('W');
  press_key('2');
  ASSERT_TRUE(editor_->wait_for_words("Annotations (1)"));
  const auto rows = rows_of(run_cli({"annotations", project_}).out);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row[1] == "Hana"; }), 1);
}

}  // namespace
}  // namespace mitjul
