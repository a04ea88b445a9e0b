// `mitjul-cli settings --set schema-owner=…`, `schema --set` in a locked project, `proposals`.

#include "core/workspace.h"
#include "storage/project_file.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kSecond = "둘째 🚀";

class LockedProjectTest : public testing::Test {
 protected:
  LockedProjectTest() {
    project.out("annotators", {"--add", kSecond});
    project.write(
        "스키마.xml",
        R"(<schema xmlns="urn:mitjul:annotations:1" name="새 🚀" version="1"><label id="A" name="가" kind="span"/></schema>)");
  }

  ProgramResult change_schema(const std::string& annotator) {
    return project.run("schema", {"--set", project / "스키마.xml", "--annotator", annotator});
  }
  ProgramResult set_owner(const std::string& owner, const std::string& annotator) {
    return project.run("settings", {"--set", "schema-owner=" + owner, "--annotator", annotator});
  }

  const CliProject project{{"--schema", "empty"}};
};

TEST_F(LockedProjectTest, OnlyTheOwnerSetsTheSchema) {
  EXPECT_EQ(set_owner("annotator01", "annotator01").out,
            "suggestions\ton\nparticle\toutside\nschema-owner\tannotator01\n");
  expect_refusal(change_schema(kSecond), 1, "annotator01");
  EXPECT_EQ(change_schema("annotator01").exit_code, 0);
}

TEST_F(LockedProjectTest, OnlyTheOwnerUnlocksAndHandsOver) {
  set_owner(kSecond, "annotator01");
  expect_refusal(set_owner("none", "annotator01"), 1, kSecond);
  expect_refusal(set_owner("annotator01", "annotator01"), 1, kSecond);
  EXPECT_EQ(set_owner("none", kSecond).out, "suggestions\ton\nparticle\toutside\nschema-owner\tnone\n");
  EXPECT_EQ(change_schema("annotator01").exit_code, 0);
  expect_refusal(set_owner("셋째", kSecond), 1, "셋째");
}

TEST_F(LockedProjectTest, ProposalsAreListed) {
  EXPECT_THAT(project.rows("proposals"), IsEmpty());
  ASSERT_EQ(change_schema("annotator01").exit_code, 0);
  {
    Workspace workspace(std::make_unique<ProjectFile>(project.path()), [] { return Time(std::chrono::seconds(0)); });
    workspace.work_as(workspace.annotators().back().key);
    ASSERT_TRUE(workspace.propose(DeleteLabel{"A"}, "필요\n없음 🚀").done());
    Label label = workspace.schema().labels.front();
    label.id = "B";
    ASSERT_TRUE(workspace.propose(AddLabel{label, ""}, "").done());
    workspace.work_as(workspace.annotators().front().key);
    ASSERT_TRUE(workspace.decline(1, "씁니다").done());
  }
  EXPECT_EQ(project.out("proposals"), "1\tdeclined\t" + std::string(kSecond) +
                                          "\t1970-01-01T00:00:00Z\tdelete-label A\t필요\\n없음 🚀\n2\topen\t" + kSecond +
                                          "\t1970-01-01T00:00:00Z\tadd-label B\t\n");
  const auto declined = objects_of(project.out("proposals", {"--json"})).front();
  EXPECT_EQ(declined["decidedBy"], "annotator01");
  EXPECT_EQ(declined["decided"], "1970-01-01T00:00:00Z");
  EXPECT_EQ(declined["answer"], "씁니다");
}

}  // namespace
}  // namespace mitjul
