// Proposals for a schema that is locked: the real program, by keys alone.

#include <wx/defs.h>

#include "core/workspace.h"
#include "storage/project_file.h"
#include "tests/gui/project_fixture.h"

namespace mitjul {
namespace {

class ProposalsTest : public ProjectFixture {
 protected:
  ProposalsTest() : ProjectFixture("제안") {}

  /// A project with a schema that is locked by who works in the window, and with what somebody else has proposed.
  void make_with(const SchemaOperation& operation) {
    make({{"가.txt", "🚀 화웨이가 왔다.\n"}});
    cli("annotators", {"--add", "하나"});
    cli("settings", {"--set", "schema-owner=annotator01"});
    Workspace workspace(std::make_unique<ProjectFile>(project_));
    workspace.work_as(workspace.annotators().back().key);
    ASSERT_TRUE(workspace.propose(operation, "쓰이지 않음 🚀").done());
  }
  bool becomes(const std::string& state) const {
    return comes_true([&] { return cli("proposals").find("\t" + state + "\t") != std::string::npos; });
  }
  bool schema_has(const std::string& label) const {
    return cli("schema").find("id=\"" + label + "\"") != std::string::npos;
  }
};

TEST_F(ProposalsTest, TheOwnerAcceptsWhatWasProposedAndTakesItBack) {
  make_with(DeleteLabel{"MISC"});
  ASSERT_FALSE(HasFailure());
  start();
  ASSERT_TRUE(is_back());
  EXPECT_TRUE(shows("1 proposal for the schema waits for you"));
  press_key(WXK_F4, wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Proposals for the Schema"));
  press_key(WXK_RETURN);
  ASSERT_TRUE(becomes("accepted"));
  EXPECT_FALSE(schema_has("MISC"));
  press_key(WXK_ESCAPE);
  ASSERT_TRUE(is_back());
  press_key('Z', wxMOD_CONTROL);
  ASSERT_TRUE(becomes("open"));
  EXPECT_TRUE(schema_has("MISC"));
}

TEST_F(ProposalsTest, TheOwnerDeclinesWithAnAnswer) {
  make_with(DeleteLabel{"MISC"});
  ASSERT_FALSE(HasFailure());
  start();
  ASSERT_TRUE(is_back());
  press_key(WXK_F4, wxMOD_SHIFT);
  ASSERT_TRUE(editor_->wait_for_window("Proposals for the Schema"));
  press_key(WXK_TAB);
  press_key(WXK_TAB);
  ASSERT_TRUE(editor_->put_text("아직 씁니다"));
  press_key('D', wxMOD_ALT);
  ASSERT_TRUE(becomes("declined"));
  EXPECT_TRUE(schema_has("MISC"));
  EXPECT_NE(cli("proposals", {"--json"}).find("아직 씁니다"), std::string::npos);
}

}  // namespace
}  // namespace mitjul
