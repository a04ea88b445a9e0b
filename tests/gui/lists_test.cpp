// The program from outside, as in program_test.cpp: documents and labels by keys alone.

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

using testing::ElementsAre;
using testing::IsEmpty;
using Strings = std::vector<std::string>;

class ListsTest : public testing::Test {
 protected:
  /// A project with documents of these names, open at the first.
  void open(const Strings& names, const std::string& schema = "claims-entities") {
    cli("new", {"--schema", schema});
    // A document that is there already is not taken in twice.
    for (const std::string& name : names) cli("import", {home_.write(name, "🚀 화웨이가 " + name + "에 왔다.\n")});
    cli("settings", {"--set", "suggestions=off"});
    editor_ = std::make_unique<EditorProgram>(home_.path(), Strings{project_});
    ASSERT_TRUE(is_back());
  }
  bool is_back() const { return editor_->wait_for_window("목록 – Mitjul") && editor_->wait_for_text(); }

  std::string cli(const std::string& command, Strings arguments = {}) const {
    arguments.insert(arguments.begin(), {command, project_});
    const ProgramResult result = run_cli(arguments);
    EXPECT_EQ(result.exit_code, 0) << command << ": " << result.err;
    return result.out;
  }
  /// Columns of the rows that a command prints, joined by blanks.
  Strings rows(const std::string& command, const std::vector<std::size_t>& columns,
               const Strings& arguments = {}) const {
    Strings told;
    for (const Strings& row : rows_of(cli(command, arguments))) {
      std::string words;
      for (const std::size_t column : columns) words += (words.empty() ? "" : " ") + row.at(column);
      told.push_back(words);
    }
    return told;
  }
  Strings documents() const { return rows("documents", {1, 2}); }
  Strings trash() const { return rows("documents", {1}, {"--trash"}); }
  Strings annotations() const { return rows("annotations", {0, 3, 6}); }
  template <typename Matcher>
  static bool become(const std::function<Strings()>& ask, const Matcher& matcher) {
    const bool there = comes_true([&] { return testing::Value(ask(), matcher); });
    if (!there) {
      EXPECT_THAT(ask(), matcher);
    }
    return there;
  }
  template <typename Matcher>
  bool documents_become(const Matcher& matcher) const {
    return become([this] { return documents(); }, matcher);
  }
  template <typename Matcher>
  bool trash_becomes(const Matcher& matcher) const {
    return become([this] { return trash(); }, matcher);
  }
  template <typename Matcher>
  bool annotations_become(const Matcher& matcher) const {
    return become([this] { return annotations(); }, matcher);
  }

  /// The file of a schema with 15 labels and nine below each, of which the first ones have keys.
  std::string large_schema() const {
    std::string labels;
    for (int group = 0; group < 15; ++group) {
      const std::string id = "G" + std::to_string(group);
      const std::string key = group < 9 ? " key=\"" + std::to_string(group + 1) + "\"" : "";
      labels += "<label id=\"" + id + "\" name=\"갈래 " + std::to_string(group) + "\" kind=\"span\"" + key + "/>";
      for (int i = 1; i < 10; ++i) {
        labels += "<label id=\"" + id + "." + std::to_string(i) + "\" name=\"아래 " + std::to_string(i) +
                  "\" kind=\"span\" parent=\"" + id + "\"/>";
      }
    }
    return home_.write("schema.xml", "<schema xmlns=\"urn:mitjul:annotations:1\" name=\"large\" version=\"1\">" +
                                         labels + "</schema>");
  }

  static void select_first_word() {
    press_key(WXK_HOME, wxMOD_CONTROL);
    press_key(WXK_RIGHT, wxMOD_CONTROL);
    press_key('W');
  }

  const TempFolder home_;
  const std::filesystem::path project_ = home_ / "목록.mitjul";
  std::unique_ptr<EditorProgram> editor_;
};

TEST_F(ListsTest, ALabelIsChosenByWhatIsTyped) {
  open({"가.txt"});
  select_first_word();
  press_key('K', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Choose a Label"));
  ASSERT_TRUE(editor_->put_text("ㄱㄱ"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(annotations_become(ElementsAre("가.txt ORG 화웨이")));
  ASSERT_TRUE(is_back());

  // The one that was used last comes first, and the arrow keys go through the others.
  press_key('K', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Choose a Label"));
  type_keys("person");
  press_key(WXK_RETURN);
  ASSERT_TRUE(annotations_become(ElementsAre("가.txt PERSON 화웨이")));
  ASSERT_TRUE(is_back());
  press_key('K', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Choose a Label"));
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  EXPECT_TRUE(annotations_become(ElementsAre("가.txt ORG 화웨이")));
}

TEST_F(ListsTest, AmongManyLabelsOneIsFoundAndTheTextKeepsItsRoom) {
  open({"가.txt"}, large_schema());
  const auto text = editor_->wait_for_text();
  ASSERT_TRUE(text);
  constexpr int kThreeRows = 3 * 40;
  constexpr int kMenusAndTitle = 80;
  EXPECT_LT(text->y, kMenusAndTitle + kThreeRows);
  select_first_word();
  press_key('K', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Choose a Label"));
  type_keys("g12");
  press_key(WXK_DOWN);
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  EXPECT_TRUE(annotations_become(ElementsAre("가.txt G12.2 화웨이")));
}

TEST_F(ListsTest, EscapeLeavesTheSelectionAsItWas) {
  open({"가.txt"});
  select_first_word();
  press_key('K', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for_window("Choose a Label"));
  type_keys("person");
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  press_key('2');
  EXPECT_TRUE(annotations_become(ElementsAre("가.txt ORG 화웨이")));
}

TEST_F(ListsTest, ADocumentGoesToTheTrashAndComesBack) {
  open({"가.txt", "나.txt", "다.txt"});
  press_key(WXK_DELETE, wxMOD_CONTROL);
  ASSERT_TRUE(trash_becomes(ElementsAre("가.txt")));
  // The next one is shown.
  select_first_word();
  press_key('2');
  ASSERT_TRUE(annotations_become(ElementsAre("나.txt ORG 화웨이")));
  press_key('Z', wxMOD_CONTROL);
  press_key('Z', wxMOD_CONTROL);
  ASSERT_TRUE(trash_becomes(IsEmpty()));

  press_key(WXK_DELETE, wxMOD_CONTROL);
  ASSERT_TRUE(trash_becomes(ElementsAre("가.txt")));
  press_key('Y', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Trash"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_words("1 document was restored."));
  EXPECT_THAT(trash(), IsEmpty());
  press_key(WXK_ESCAPE);
  EXPECT_TRUE(is_back());
}

TEST_F(ListsTest, WhatIsDeletedForGoodIsAskedForFirst) {
  open({"가.txt", "나.txt"});
  press_key(WXK_DELETE, wxMOD_CONTROL);
  ASSERT_TRUE(trash_becomes(ElementsAre("가.txt")));
  press_key('Y', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Trash"));
  press_key(WXK_DELETE);
  ASSERT_TRUE(editor_->wait_for_words("Delete 1 document for good?"));
  press_key(WXK_RETURN);  // keeps it
  ASSERT_TRUE(editor_->wait_for_window("Trash"));
  EXPECT_THAT(trash(), ElementsAre("가.txt"));
  press_key(WXK_DELETE);
  ASSERT_TRUE(editor_->wait_for_words("Delete 1 document for good?"));
  press_key('D', wxMOD_ALT);
  ASSERT_TRUE(editor_->wait_for_words("1 document is gone for good."));
  EXPECT_THAT(trash(), IsEmpty());
  EXPECT_THAT(documents(), ElementsAre("나.txt new"));
}

TEST_F(ListsTest, AFilteredDocumentIsOpenedAndTheNextUnfinishedOneIsInTheList) {
  open({"기사2.txt", "기사10.txt", "화웨이.txt"});
  press_key('J', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->put_text("ㅎㅇㅇ"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(is_back());
  press_key('D', wxMOD_CONTROL);
  ASSERT_TRUE(documents_become(ElementsAre("기사10.txt new", "기사2.txt new", "화웨이.txt finished")));
  press_key('J', wxMOD_CONTROL);
  ASSERT_TRUE(editor_->wait_for([](const Widget& widget) { return widget.focused && widget.role == "text"; }));
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(editor_->go_to_text());
  // Behind the last one comes the first: 기사2, which stands before 기사10.
  press_key(WXK_PAGEDOWN, wxMOD_CONTROL | wxMOD_SHIFT);
  select_first_word();
  press_key('2');
  EXPECT_TRUE(annotations_become(ElementsAre("기사2.txt ORG 화웨이")));
}

TEST_F(ListsTest, ADocumentIsRenamedButNotToANameThatIsTaken) {
  open({"가.txt", "나.txt"});
  press_key(WXK_F2);
  ASSERT_TRUE(editor_->wait_for_window("Rename Document"));
  ASSERT_TRUE(editor_->put_text("나.txt"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_words("나.txt"));
  ASSERT_TRUE(editor_->wait_for_window("Rename Document"));
  ASSERT_TRUE(editor_->put_text("새 이름.txt"));
  press_key(WXK_RETURN);
  EXPECT_TRUE(documents_become(ElementsAre("나.txt new", "새 이름.txt new")));
}

}  // namespace
}  // namespace mitjul
