// The whole way of an article through the program, from opening the project to the exported file, with the keyboard
// alone and an input method in Hangul mode (`with_display --hangul`).

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <algorithm>
#include <cstdlib>
#include <pugixml.hpp>

#include "core/text.h"
#include "tests/gui/project_fixture.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::UnorderedElementsAreArray;

const std::string kOther = "🌍 가온이 새 공장을 짓는다.\n";
const std::string kArticle =
    "🚀 화웨이가 서울에서 왔다. 김민수 대표는 시장이 커진다고 말했다. 내년 매출은 화웨이도 크게 늘 것이라고 이영희 "
    "부장은 "
    "밝혔다. 화웨이는 기뻤다.\n";

class KeyboardTest : public ProjectFixture {
 protected:
  KeyboardTest() : ProjectFixture("first") {}

  void SetUp() override {
    const char* const hangul = std::getenv("MITJUL_HANGUL");
    if (hangul == nullptr) GTEST_SKIP() << "This needs an input method: tests/gui/with_display --hangul";
    if (std::string(hangul) != "on") GTEST_SKIP() << "There is no Hangul input here: " << hangul;
  }

  /// Of the caret and the words that are selected there.
  void label_word(int eojeol, int key, std::string annotation) {
    go_to_eojeol(eojeol);
    press_key('W');
    press_key(key);
    expect(std::move(annotation));
  }
  /// What the project holds is this, too.
  void expect(std::string annotation) {
    expected_.push_back(std::move(annotation));
    ASSERT_TRUE(become(UnorderedElementsAreArray(expected_)));
  }
  void replace(const std::string& annotation, std::string by) {
    *std::find(expected_.begin(), expected_.end(), annotation) = std::move(by);
    ASSERT_TRUE(become(UnorderedElementsAreArray(expected_)));
  }
  void wait_for_field(const std::string& text) const {
    ASSERT_TRUE(editor_->wait_for([&](const Widget& each) { return each.focused && each.text == text; }));
  }

  void go_the_whole_way();
  void open_project_and_document();
  void label_spans();
  void write_attribute_and_note();
  void relate();
  void make_claim();
  void annotate_occurrences();
  void undo_and_redo();
  void find();
  void export_and_quit();
  void expect_everything_in(const fs::path& xml) const;

  Strings expected_;
};

void KeyboardTest::open_project_and_document() {
  editor_ = std::make_unique<EditorProgram>(home_.path());
  ASSERT_TRUE(editor_->wait_for_words("Annotates Korean articles"));
  ASSERT_TRUE(editor_->wait_for_window("Mitjul"));
  press_key('O', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Open a project"));
  // The path is no Hangul: it is switched off in the field, and on again.
  type_keys("~/");
  ASSERT_NO_FATAL_FAILURE(wait_for_field("~/"));
  press_key(WXK_SPACE, wxMOD_SHIFT);
  type_keys("first.mitjul");
  ASSERT_NO_FATAL_FAILURE(wait_for_field("~/first.mitjul"));
  press_key(WXK_SPACE, wxMOD_SHIFT);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_window("first – Mitjul"));
  ASSERT_TRUE(editor_->wait_for_text());

  // The list of documents is the pane before the text.
  const auto text = editor_->wait_for_text();
  press_key(WXK_F6, wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for([&](const Widget& each) { return each.focused && each.place.x < text->x; }));
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
}

void KeyboardTest::label_spans() {
  label_word(1, '2', "ORG 화웨이 @2 hand");
  label_word(2, '3', "LOCATION 서울 @7 hand");
  label_word(4, '1', "PERSON 김민수 @16 hand");
  // A label whose key is a letter.
  label_word(8, 'E', "CUE 말했다 @33 hand");
  // A sentence: Shift and Ctrl+Down from its first word.
  go_to_eojeol(4);
  press_key(WXK_DOWN, wxMOD_CONTROL | wxMOD_SHIFT);
  press_key('8');
  expect("CLAIM 김민수 대표는 시장이 커진다고 말했다. @16 hand");
}

void KeyboardTest::write_attribute_and_note() {
  // The claim is selected, and its type is the first field. Its first value comes behind none at all.
  press_key(WXK_RETURN);
  press_key(WXK_DOWN);
  const std::string claim = "CLAIM 김민수 대표는 시장이 커진다고 말했다. @16 hand";
  replace(claim, claim + " type=fact");
  ASSERT_TRUE(editor_->go_to_text());

  press_key(WXK_HOME, wxMOD_CONTROL);
  press_key(WXK_TAB);  // to the first annotation, which has no attributes that would come before the note
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.focused && each.multi_line; }));
  type_keys("gksrmf");
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.multi_line && each.text == "한"; }));
  ASSERT_TRUE(editor_->go_to_text());
  replace("ORG 화웨이 @2 hand", "ORG 화웨이 @2 hand note=한글");
}

void KeyboardTest::relate() {
  // From the first annotation over the place to the claim, and from there to the cue: the schema knows one relation.
  press_key(WXK_TAB);
  press_key(WXK_TAB);
  press_key('R');
  press_key(WXK_TAB);
  press_key(WXK_TAB);
  press_key(WXK_RETURN);
  expect("cue claim=CLAIM cue=CUE hand");
}

void KeyboardTest::make_claim() {
  go_to_eojeol(9);
  press_key('C');
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.text == "Take  (Enter)"; }));
  press_key(WXK_RETURN);
  expected_.insert(expected_.end(),
                   {"CLAIM 내년 매출은 화웨이도 크게 늘 것이라고 이영희 부장은 밝혔다. @38 suggestion "
                    "attribution=explicit type=prediction",
                    "PERSON 이영희 @60 suggestion", "CUE 밝혔다 @68 suggestion",
                    "source claim=CLAIM source=PERSON suggestion", "cue claim=CLAIM cue=CUE suggestion"});
  ASSERT_TRUE(become(UnorderedElementsAreArray(expected_)));
  ASSERT_TRUE(editor_->wait_for_text());
}

void KeyboardTest::annotate_occurrences() {
  press_key(WXK_HOME, wxMOD_CONTROL);
  press_key(WXK_ESCAPE);
  press_key(WXK_TAB);
  press_key(WXK_RETURN, wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("All Occurrences: 화웨이, 기관"));
  ASSERT_TRUE(editor_->wait_for_words("2 of 2 places are ticked"));
  // The second one is looked at, left out, and taken again.
  press_key(WXK_DOWN);
  press_key(WXK_SPACE);
  ASSERT_TRUE(editor_->wait_for_words("1 of 2 places are ticked"));
  press_key(WXK_SPACE);
  ASSERT_TRUE(editor_->wait_for_words("2 of 2 places are ticked"));
  press_key(WXK_RETURN);
  expected_.insert(expected_.end(), {"ORG 화웨이 @45 occurrence", "ORG 화웨이 @73 occurrence"});
  ASSERT_TRUE(become(UnorderedElementsAreArray(expected_)));
  ASSERT_TRUE(editor_->wait_for_text());
}

void KeyboardTest::undo_and_redo() {
  press_key('Z', wxMOD_CONTROL);
  const Strings before(expected_.begin(), expected_.end() - 2);
  ASSERT_TRUE(become(UnorderedElementsAreArray(before)));
  press_key('Z', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(become(UnorderedElementsAreArray(expected_)));
}

void KeyboardTest::find() {
  press_key('F', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for([](const Widget& each) { return each.focused && each.role == "text"; }));
  type_keys("tlwkd");  // 시장
  // The last syllable is still being composed; Enter hands it over.
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_words("1 hit"));
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
  // What was found is selected: its label says so.
  press_key('7');
  expect("MISC 시장 @24 hand");
}

void KeyboardTest::export_and_quit() {
  press_key('E', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Export"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(comes_true([&] { return fs::exists(home_ / "first.xml"); }));
  ASSERT_TRUE(editor_->wait_for_window("first – Mitjul"));
  press_key('Q', wxMOD_CONTROL);
  EXPECT_EQ(editor_->wait(), 0);
}

/// Every span is quoted from its own offsets, and the file holds what the project does.
void KeyboardTest::expect_everything_in(const fs::path& xml) const {
  pugi::xml_document file;
  ASSERT_TRUE(file.load_file(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  const pugi::xpath_node document = file.select_node("//document[@name='나.txt']");
  const Text text(document.node().child_value("text"));
  EXPECT_EQ(text.utf8(), kArticle);
  Strings spans;
  for (const pugi::xpath_node& each : document.node().select_nodes("set/span")) {
    const pugi::xml_node segment = each.node().child("segment");
    const Span span(segment.attribute("start").as_uint(), segment.attribute("end").as_uint());
    EXPECT_EQ(text.slice(span), segment.child_value());
    spans.push_back(std::string(each.node().attribute("label").value()) + " " + segment.child_value() + " @" +
                    std::to_string(span.start.value()));
  }
  EXPECT_THAT(spans,
              UnorderedElementsAreArray({"ORG 화웨이 @2", "ORG 화웨이 @45", "ORG 화웨이 @73", "LOCATION 서울 @7",
                                         "PERSON 김민수 @16", "PERSON 이영희 @60", "MISC 시장 @24", "CUE 말했다 @33",
                                         "CUE 밝혔다 @68", "CLAIM 김민수 대표는 시장이 커진다고 말했다. @16",
                                         "CLAIM 내년 매출은 화웨이도 크게 늘 것이라고 이영희 부장은 밝혔다. @38"}));
  // Imported into a new project, it says the same.
  const fs::path copy = home_ / "copy.mitjul";
  ASSERT_EQ(run_cli({"new", copy, "--schema", "claims-entities"}).exit_code, 0);
  ASSERT_EQ(run_cli({"import", copy, xml}).exit_code, 0);
  EXPECT_EQ(run_cli({"annotations", copy, "--json"}).out, cli("annotations", {"--json"}));
  EXPECT_EQ(run_cli({"verify", project_}).exit_code, 0);
}

void KeyboardTest::go_the_whole_way() {
  for (const auto step :
       {&KeyboardTest::open_project_and_document, &KeyboardTest::label_spans, &KeyboardTest::write_attribute_and_note,
        &KeyboardTest::relate, &KeyboardTest::make_claim, &KeyboardTest::annotate_occurrences,
        &KeyboardTest::undo_and_redo, &KeyboardTest::find, &KeyboardTest::export_and_quit}) {
    (this->*step)();
    if (HasFatalFailure()) return;
  }
}

TEST_F(KeyboardTest, AnArticleIsAnnotatedFromTheFirstKeyToTheExportedFile) {
  make({{"가.txt", kOther}, {"나.txt", kArticle}});
  go_the_whole_way();
  if (HasFatalFailure()) return;
  EXPECT_THAT(annotations(), UnorderedElementsAreArray(expected_));
  expect_everything_in(home_ / "first.xml");
}

}  // namespace
}  // namespace mitjul
