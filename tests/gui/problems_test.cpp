// The list of problems in the program itself: what it counts, going there, mending, undo.

#include <wx/defs.h>

#include "tests/gui/project_fixture.h"

namespace mitjul {
namespace {

using testing::Contains;
using testing::ElementsAre;

const std::string kArticle = "🚀 화웨이가 칩을 확보했다. 삼성전자는 부인했다. 삼성전자가 맞다. 삼성전자를 보라.\n";

class ProblemsTest : public ProjectFixture {
 protected:
  ProblemsTest() : ProjectFixture("점검") {}

  /// Two documents; in the first a blank before 화웨이, two names with their particles, and a topic that says nothing.
  void open_with_problems() {
    make({{"가.txt", kArticle}, {"나.txt", "🚀 둘째 기사다. " + kArticle}});
    cli("annotate", {"가.txt", "--from", "-"},
        "{\"start\":1,\"end\":5,\"label\":\"ORG\"}\n{\"start\":16,\"end\":21,\"label\":\"ORG\"}\n"
        "{\"start\":28,\"end\":33,\"label\":\"ORG\"}\n");
    cli("annotate", {"나.txt", "--from", "-"}, "{\"start\":1,\"end\":4,\"label\":\"MISC\"}\n");
    start();
  }
};

TEST_F(ProblemsTest, TheStatusBarCountsThoseOfTheDocumentAndTheListThoseOfTheProject) {
  open_with_problems();
  EXPECT_TRUE(comes_true([this] { return shows("3 problems"); }));
  press_key(WXK_F8, wxMOD_SHIFT);
  EXPECT_TRUE(comes_true([this] { return shows("4 warnings"); }));
}

TEST_F(ProblemsTest, OneIsMendedAndComesBackWithUndo) {
  open_with_problems();
  press_key(WXK_F8, wxMOD_SHIFT);
  ASSERT_TRUE(comes_true([this] { return shows("4 warnings"); }));
  press_key('F');  // the first one is selected
  ASSERT_TRUE(comes_true([this] { return testing::Value(annotations(), Contains("ORG 화웨이 @2 hand")); }));
  EXPECT_TRUE(comes_true([this] { return shows("3 warnings"); }));
  press_key('Z', wxMOD_CONTROL);
  ASSERT_TRUE(comes_true([this] { return testing::Value(annotations(), Contains("ORG  화웨이 @1 hand")); }));
  EXPECT_TRUE(comes_true([this] { return shows("4 warnings"); }));
}

TEST_F(ProblemsTest, AllOfAKindAreMendedInOneEdit) {
  open_with_problems();
  press_key(WXK_F8, wxMOD_SHIFT);
  ASSERT_TRUE(comes_true([this] { return shows("4 warnings"); }));
  press_key('F', wxMOD_SHIFT);
  become(ElementsAre("ORG 화웨이 @2 hand", "ORG 삼성전자는 @16 hand", "ORG 삼성전자가 @28 hand", "MISC 둘째 @2 hand"));
  press_key('Z', wxMOD_CONTROL);
  become(
      ElementsAre("ORG  화웨이 @1 hand", "ORG 삼성전자는 @16 hand", "ORG 삼성전자가 @28 hand", "MISC  둘째 @1 hand"));
}

TEST_F(ProblemsTest, EnterGoesToTheAnnotation) {
  open_with_problems();
  press_key(WXK_F8, wxMOD_SHIFT);
  ASSERT_TRUE(comes_true([this] { return shows("4 warnings"); }));
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
  press_key(WXK_DELETE);
  become(ElementsAre("ORG  화웨이 @1 hand", "ORG 삼성전자가 @28 hand", "MISC  둘째 @1 hand"));
}

TEST_F(ProblemsTest, TheInspectorSaysWhatIsWrongUntilItIsMended) {
  open_with_problems();
  press_key(WXK_F8, wxMOD_SHIFT);
  ASSERT_TRUE(comes_true([this] { return shows("4 warnings"); }));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
  EXPECT_TRUE(editor_->wait_for_words("▲ Warning: The span of “기관”"));
  press_key(WXK_F8, wxMOD_SHIFT);
  press_key('F');
  become(Contains("ORG 화웨이 @2 hand"));
  EXPECT_TRUE(comes_true([this] { return !shows("▲ Warning: The span of"); }));
}

TEST_F(ProblemsTest, FillingInGoesToTheAttributeThatIsMissing) {
  make({{"가.txt", kArticle}});
  const std::filesystem::path schema = home_ / "schema.xml";
  home_.write("schema.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<schema xmlns="urn:mitjul:annotations:1" name="s" version="1">
  <label id="ORG" name="기관" kind="span">
    <attribute id="first" name="First" type="text"/>
    <attribute id="second" name="Second" type="text" required="true"/>
  </label>
</schema>
)");
  cli("schema", {"--set", schema.string()});
  cli("annotate", {"가.txt", "--from", "-"}, "{\"start\":2,\"end\":5,\"label\":\"ORG\"}\n");
  start();
  press_key(WXK_F8, wxMOD_SHIFT);
  ASSERT_TRUE(comes_true([this] { return shows("1 error"); }));
  press_key('F');
  ASSERT_TRUE(editor_->put_text("제조 🚀"));
  press_key(WXK_ESCAPE);
  become(ElementsAre("ORG 화웨이 @2 hand second=제조 🚀"));
}

}  // namespace
}  // namespace mitjul
