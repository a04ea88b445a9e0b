// The guideline beside the text, labels of the document, and keys of attributes: the real program, by keys alone.

#include <wx/defs.h>

#include <algorithm>

#include "tests/gui/project_fixture.h"

namespace mitjul {
namespace {

using testing::HasSubstr;
using testing::Not;

class GuidelineTest : public ProjectFixture {
 protected:
  /// `type` of claims has the key T, `restated` the key X.
  void SetUp() override {
    make({{"기사.txt", "🚀 화웨이는 칩을 더 만들겠다고 밝혔다. 정부는 지원을 늘려야 한다."}});
    std::string schema = cli("schema");
    give_key(schema, "type", "t");
    give_key(schema, "restated", "x");
    cli("schema", {"--set", home_.write("schema.xml", schema)});
    cli("annotate", {"기사.txt", "--from", "-"}, R"({"label":"CLAIM","start":2,"end":22})");
    start();
  }

  static void give_key(std::string& schema, const std::string& attribute, const std::string& key) {
    const std::string start = "<attribute id=\"" + attribute + "\"";
    const std::size_t at = schema.find(start);
    ASSERT_NE(at, std::string::npos) << attribute;
    schema.insert(at + start.size(), " key=\"" + key + "\"");
  }
  std::string json() const { return cli("annotations", {"--json"}); }
  bool holds(const std::string& words) const {
    return comes_true([&] { return json().find(words) != std::string::npos; });
  }
  bool lacks(const std::string& words) const {
    return comes_true([&] { return json().find(words) == std::string::npos; });
  }
  /// Whatever says it, wherever its lines break.
  bool says(const std::string& words) const {
    return editor_
        ->wait_for([&](const Widget& widget) {
          std::string text = widget.text;
          std::replace(text.begin(), text.end(), '\n', ' ');
          return text.find(words) != std::string::npos;
        })
        .has_value();
  }
  bool shows_part(const std::string& name) const {
    return editor_
        ->wait_for([&](const Widget& widget) {
          return widget.role == "combo box" && widget.text.find(name) != std::string::npos;
        })
        .has_value();
  }
};

TEST_F(GuidelineTest, TheRuleForTheSentenceAtTheCaretIsSaidAndShown) {
  go_to_eojeol(3);
  press_key(WXK_F5, wxMOD_SHIFT);
  EXPECT_TRUE(shows_part("규칙 7."));
  EXPECT_TRUE(says("→ 주장"));
  // The text has kept the focus: the next sentence is a wish.
  press_key(WXK_DOWN, wxMOD_CONTROL);
  EXPECT_TRUE(says("→ not 주장"));
  EXPECT_TRUE(says("규칙 4."));
}

TEST_F(GuidelineTest, TheGuidelineFollowsTheSelectedAnnotationAndItsKeyGoesThereAndBack) {
  press_key(WXK_F5);
  EXPECT_TRUE(shows_part("The whole guideline"));
  press_key(WXK_F5);
  ASSERT_TRUE(editor_->wait_for_text());
  press_key(WXK_TAB);
  EXPECT_TRUE(shows_part("Label: 주장"));
  EXPECT_TRUE(says("규칙 12에서 쉬운 말로 풀리는 단위입니다."));
}

TEST_F(GuidelineTest, TheDocumentIsLabelledByKeysAndUndone) {
  press_key('M', wxMOD_CONTROL);
  press_key(WXK_SPACE);
  EXPECT_TRUE(holds("\"TOPIC\"")) << json();
  // Its note is written like that of any annotation.
  press_key(WXK_RETURN);
  type_keys("economy");
  press_key(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(holds("economy")) << json();
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(lacks("economy"));
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(lacks("\"TOPIC\"")) << json();
}

TEST_F(GuidelineTest, ALabelOfTheDocumentIsTakenOffByItsTick) {
  press_key('M', wxMOD_CONTROL);
  press_key(WXK_SPACE);
  ASSERT_TRUE(holds("\"TOPIC\"")) << json();
  press_key(WXK_SPACE);
  EXPECT_TRUE(lacks("\"TOPIC\"")) << json();
}

TEST_F(GuidelineTest, TheKeyOfAnAttributeChangesTheSelectedAnnotation) {
  press_key(WXK_TAB);
  press_key('T');
  EXPECT_TRUE(holds(R"("type":"fact")")) << json();
  press_key('T');
  EXPECT_TRUE(holds(R"("type":"prediction")")) << json();
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(holds(R"("type":"fact")")) << json();
  // What is typed has its field.
  press_key('X');
  type_keys("said");
  press_key(WXK_RETURN, wxMOD_CONTROL);
  EXPECT_TRUE(holds(R"("restated":"said")")) << json();
}

}  // namespace
}  // namespace mitjul
