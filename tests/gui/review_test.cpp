// A label is described anew, the schema is published, and its annotations are reviewed: the real program, by keys
// alone.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/defs.h>

#include <algorithm>

#include "core/annotation_edits.h"
#include "core/import_edit.h"
#include "storage/project_file.h"
#include "tests/gui/project_fixture.h"
#include "tests/support/run_program.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ReviewTest : public ProjectFixture {
 protected:
  ReviewTest() : ProjectFixture("검토") {}

  /// Documents with so many organisations each, annotated under version 1; since then ORG was described anew.
  void make_work(int documents, int annotations) const {
    make({});
    Workspace workspace(std::make_unique<ProjectFile>(project_));
    for (int number = 1; number <= documents; ++number) annotate(workspace, number, annotations);
    Label changed = *workspace.schema().find("ORG");
    changed.description = "이름이 있는 조직만";
    ASSERT_TRUE(workspace.change_schema(ChangeLabel{changed, {}}).done());
  }
  static void annotate(Workspace& workspace, int number, int annotations) {
    std::string text = "🚀";
    std::vector<Span> spans;
    for (int i = 0; i < annotations; ++i) {
      const TextPos start(static_cast<std::uint32_t>(1 + i * 8 + 1));
      text += (i % 10 == 9 ? "\n" : " ") + std::string("기관") + std::to_string(10000 * number + i);
      spans.emplace_back(start, start + 7);
    }
    ImportEdit import(workspace);
    const std::string name = "기사 " + std::to_string(number) + ".txt";
    const DocumentKey key = import.add({Document::make(name, Text(text)), {}}).info.key;
    import.commit();
    const SetKey set{key, workspace.annotator(), false};
    Edit edit{"annotate", {}};
    for (std::size_t i = 0; i < spans.size(); ++i) {
      edit.changes.emplace_back(new_annotation(set, i + 1, "ORG", Spans(spans[i])));
    }
    ASSERT_TRUE(workspace.perform(std::move(edit)).done());
  }
  void publish() const {
    press_key('B', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(editor_->wait_for_window("Publish the Schema"));
    press_key(WXK_RETURN);
    ASSERT_TRUE(editor_->wait_for_text());
  }
  void quit() const {
    press_key('Q', wxMOD_CONTROL);
    ASSERT_EQ(editor_->wait(), 0);
  }
  static void press(int key, int times) {
    for (int i = 0; i < times; ++i) press_key(key);
  }
  /// What waits, as `mitjul-cli` says it.
  std::vector<Strings> waiting() const { return rows_of(cli("review")); }
  /// How many edits of this name the log has.
  std::ptrdiff_t logged(const std::string& name) const {
    const std::vector<Strings> log = rows_of(cli("history"));
    return std::count_if(log.begin(), log.end(), [&](const Strings& row) { return row.at(3) == name; });
  }
};

TEST_F(ReviewTest, FiveThousandAreWorkedThroughByKeysAndGoOnAfterARestart) {
  make_work(5, 1000);
  start();
  publish();
  press_key(WXK_F4);
  ASSERT_TRUE(editor_->wait_for_words("5,000 of 5,000 left"));
  EXPECT_TRUE(editor_->wait_for_words("Made under version 1;"));

  press(WXK_RETURN, 50);
  EXPECT_TRUE(editor_->wait_for_words("4,950 of 5,000 left"));
  press('3', 3);
  EXPECT_TRUE(editor_->wait_for_words("4,947 of 5,000 left"));
  press(WXK_DELETE, 2);
  EXPECT_TRUE(editor_->wait_for_words("4,945 of 4,998 left"));
  // What comes back is where the work goes on.
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(editor_->wait_for_words("4,946 of 4,999 left"));
  press_key(WXK_SPACE);
  EXPECT_TRUE(editor_->wait_for_words("4,945 of 4,999 left"));
  quit();

  EXPECT_EQ(logged("confirm"), 51);
  EXPECT_EQ(logged("relabel"), 3);
  EXPECT_EQ(logged("delete"), 2);
  const std::vector<Strings> left = waiting();
  ASSERT_THAT(left, SizeIs(4945));
  EXPECT_THAT(left.front(), ElementsAre("기사 1.txt", "annotator01", testing::EndsWith("-56"), "ORG", "ORG", "2"));

  start();
  press_key(WXK_F4);
  EXPECT_TRUE(editor_->wait_for_words("4,945 of 4,999 left"));
  press_key(WXK_RETURN);
  EXPECT_TRUE(editor_->wait_for_words("4,944 of 4,999 left"));
}

TEST_F(ReviewTest, TheNextDocumentComesByItselfAndNothingIsDecidedUnseen) {
  make_work(3, 1);
  start();
  publish();
  press_key(WXK_F4);
  ASSERT_TRUE(editor_->wait_for_words("3 of 3 left"));
  // Down goes on without deciding, to the second document.
  press_key(WXK_DOWN);
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_words("2 of 3 left"));
  EXPECT_THAT(waiting(), ElementsAre(testing::Contains("기사 1.txt"), testing::Contains("기사 3.txt")));
  // The third stands there now; the first comes with Up, and is the last to be confirmed.
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_words("1 of 3 left"));
  EXPECT_THAT(waiting(), ElementsAre(testing::Contains("기사 1.txt")));
  press_key(WXK_RETURN);
  EXPECT_TRUE(editor_->wait_for_words("everything is reviewed"));
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(ReviewTest, AllThatIsLeftOfALabelIsConfirmedAsOneEdit) {
  make_work(2, 3);
  start();
  publish();
  press_key(WXK_F4);
  ASSERT_TRUE(editor_->wait_for_words("6 of 6 left"));
  press_key(WXK_RETURN, wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_words("Confirm all 6 annotations"));
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(comes_true([&] { return !shows("Confirm all 6 annotations"); }));
  EXPECT_EQ(logged("confirm"), 0);
  press_key(WXK_RETURN, wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_words("Confirm all 6 annotations"));
  press_key('C', wxMOD_ALT);
  EXPECT_TRUE(editor_->wait_for_words("everything is reviewed"));
  EXPECT_EQ(logged("confirm"), 1);
  press_key('Z', wxMOD_CONTROL);
  EXPECT_TRUE(editor_->wait_for_words("6 of 6 left"));
}

TEST_F(ReviewTest, WhereOnlyTheWordingWasCorrectedNothingWaits) {
  make_work(1, 2);
  start();
  press_key('B', wxMOD_CONTROL | wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Publish the Schema"));
  EXPECT_TRUE(editor_->wait_for_words("2 annotations are to be reviewed"));
  press_key(WXK_TAB, wxMOD_SHIFT);  // to Cancel
  press_key(WXK_TAB, wxMOD_SHIFT);  // to the tick
  press_key(WXK_SPACE);
  ASSERT_TRUE(editor_->wait_for_words("0 annotations are to be reviewed"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(editor_->wait_for_text());
  EXPECT_EQ(logged("publish-schema"), 1);
  EXPECT_THAT(waiting(), IsEmpty());
  press_key('B', wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(editor_->wait_for_words("The schema has not changed since its version was published."));
}

TEST_F(ReviewTest, TheInspectorSaysItAndAKeyConfirms) {
  make_work(1, 2);
  start();
  publish();
  press_key(WXK_TAB);
  EXPECT_TRUE(editor_->wait_for_words("Made under version 1;"));
  press_key('C', wxMOD_CONTROL | wxMOD_SHIFT);
  EXPECT_TRUE(comes_true([&] { return waiting().size() == 1; }));
  EXPECT_TRUE(comes_true([&] { return !shows("Made under version 1;"); }));
}

}  // namespace
}  // namespace mitjul
