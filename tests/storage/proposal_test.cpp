// What annotators propose for the schema, and what its owner makes of it.

#include <gmock/gmock.h>

#include "tests/storage/raw_sql.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class ProposalTest : public testing::Test {
 protected:
  void SetUp() override {
    project.annotate_article();
    second = project.file().add_annotator("둘째 🚀").key;
    project.reopen();
    first = project.workspace().annotator();
    ProjectSettings after;
    after.schema_owner = first;
    ASSERT_TRUE(project.perform({SettingsChange{{}, after}}).done());
    workspace().work_as(second);
  }

  Workspace& workspace() { return project.workspace(); }

  Outcome propose(const SchemaOperation& operation) {
    Outcome outcome = workspace().propose(operation, "까닭 🚀");
    EXPECT_TRUE(outcome.done()) << in_words(*outcome.refused);
    return outcome;
  }

  SchemaOperation renamed(const std::string& id, const std::string& name) {
    Label changed = *workspace().schema().find(id);
    changed.name = name;
    return ChangeLabel{changed, {}};
  }

  /// As whoever decides.
  void work_as_owner() { workspace().work_as(first); }

  static std::string refusal(const Outcome& outcome) { return outcome.refused ? in_words(*outcome.refused) : "done"; }

  void expect_same_after_reopening() {
    const std::string words = in_words(project.file());
    project.reopen();
    EXPECT_EQ(in_words(project.file()), words);
    EXPECT_THAT(in_words(project.file().check_file()), IsEmpty());
  }

  Project project;
  AnnotatorKey first;
  AnnotatorKey second;
};

TEST_F(ProposalTest, AProposalChangesNothingButIsThere) {
  const Schema before = workspace().schema();
  propose(MergeLabels{"CLAIM", "PREMISE"});
  EXPECT_EQ(workspace().schema(), before);
  ASSERT_THAT(workspace().proposals(), SizeIs(1));
  const SchemaProposal& proposal = workspace().proposals().front();
  EXPECT_EQ(proposal.number, 1);
  EXPECT_EQ(proposal.annotator, second);
  EXPECT_EQ(proposal.comment, "까닭 🚀");
  EXPECT_EQ(proposal.operation, SchemaOperation(MergeLabels{"CLAIM", "PREMISE"}));
  EXPECT_EQ(proposal.state, ProposalState::Open);
  EXPECT_EQ(project.file().proposals(), workspace().proposals());
  expect_same_after_reopening();
}

TEST_F(ProposalTest, WhatCannotBeIsNotProposed) {
  EXPECT_EQ(refusal(workspace().propose(DeleteLabel{"NONE"}, "")), "unknown-label: NONE");
  EXPECT_EQ(refusal(workspace().propose(DeleteLabel{"MISC"}, std::string("\x01", 1))), "illegal-character: comment");
  const EditNumber last = project.file().last_edit();
  propose(ChangeGuideline{workspace().schema().guideline});
  EXPECT_EQ(project.file().last_edit(), last) << "what changes nothing";
  EXPECT_THAT(workspace().proposals(), IsEmpty());
}

TEST_F(ProposalTest, AcceptingDoesItAndSaysSoInOneEdit) {
  propose(MergeLabels{"CLAIM", "PREMISE"});
  work_as_owner();
  const std::string before = in_words(project.file());
  const Outcome outcome = workspace().accept(1, "그럽시다");
  ASSERT_TRUE(outcome.done()) << refusal(outcome);
  EXPECT_EQ(outcome.edit.name, "accept-proposal");
  EXPECT_EQ(project.opened().find({first, 1})->label, "PREMISE");
  EXPECT_EQ(workspace().schema().find("CLAIM"), nullptr);
  EXPECT_TRUE(workspace().schema().draft);
  const SchemaProposal& decided = workspace().proposals().front();
  EXPECT_EQ(decided.state, ProposalState::Accepted);
  EXPECT_EQ(decided.decided_by, first);
  EXPECT_TRUE(decided.decided);
  EXPECT_EQ(decided.answer, "그럽시다");
  const std::string after = in_words(project.file());
  ASSERT_TRUE(workspace().undo().done());
  EXPECT_EQ(in_words(project.file()), before);
  EXPECT_EQ(workspace().proposals().front().state, ProposalState::Open);
  ASSERT_TRUE(workspace().redo().done());
  EXPECT_EQ(in_words(project.file()), after);
  expect_same_after_reopening();
}

TEST_F(ProposalTest, DecliningLeavesTheSchemaAndTellsWhy) {
  propose(DeleteLabel{"MISC"});
  work_as_owner();
  const Schema before = workspace().schema();
  ASSERT_TRUE(workspace().decline(1, "아직 씁니다 🚀").done());
  EXPECT_EQ(workspace().schema(), before);
  EXPECT_EQ(workspace().proposals().front().state, ProposalState::Declined);
  EXPECT_EQ(workspace().proposals().front().answer, "아직 씁니다 🚀");
  expect_same_after_reopening();
}

TEST_F(ProposalTest, OnlyWhoMayChangeTheSchemaDecides) {
  propose(DeleteLabel{"MISC"});
  EXPECT_EQ(refusal(workspace().accept(1, "")), "schema-locked: annotator01");
  EXPECT_EQ(refusal(workspace().decline(1, "")), "schema-locked: annotator01");
  EXPECT_NE(workspace().schema().find("MISC"), nullptr);
  work_as_owner();
  ASSERT_TRUE(workspace().undo().done()) << "the lock itself";
  workspace().work_as(second);
  EXPECT_EQ(refusal(workspace().accept(1, "")), "done") << "where nobody owns it";
}

TEST_F(ProposalTest, EachIsDecidedOnce) {
  work_as_owner();
  EXPECT_EQ(refusal(workspace().accept(1, "")), "unknown-proposal: 1");
  propose(DeleteLabel{"MISC"});
  ASSERT_TRUE(workspace().decline(1, "").done());
  EXPECT_EQ(refusal(workspace().accept(1, "")), "proposal-decided: 1");
}

TEST_F(ProposalTest, WhoProposedTakesItBackUntilItIsDecided) {
  propose(DeleteLabel{"MISC"});
  ASSERT_TRUE(workspace().undo().done());
  EXPECT_THAT(workspace().proposals(), IsEmpty());
  EXPECT_EQ(workspace().propose(DeleteLabel{"ORG"}, "").edit.changes.size(), 1U);
  EXPECT_EQ(workspace().proposals().front().number, 2) << "a number is never used again";
  expect_same_after_reopening();
  work_as_owner();
  ASSERT_TRUE(workspace().decline(2, "").done());
  workspace().work_as(second);
  EXPECT_EQ(workspace().undo().refused->code, ProblemCode::ChangedSince);
}

TEST_F(ProposalTest, WhatNoLongerFitsCannotBeAcceptedButDeclined) {
  propose(DeleteLabel{"MISC"});
  propose(renamed("ORG", "단체 🚀"));
  work_as_owner();
  ASSERT_TRUE(workspace().change_schema(DeleteLabel{"MISC"}).done());
  ASSERT_TRUE(workspace().change_schema(renamed("ORG", "조직")).done());
  const std::string before = in_words(project.file());
  EXPECT_EQ(refusal(workspace().accept(1, "")), "unknown-label: MISC");
  EXPECT_EQ(refusal(workspace().accept(2, "")), "changed-meanwhile: 조직");
  EXPECT_EQ(in_words(project.file()), before);
  EXPECT_TRUE(workspace().decline(1, "이미 없습니다").done());
  EXPECT_TRUE(workspace().decline(2, "").done());
}

TEST_F(ProposalTest, WhatTheOwnerChangedElsewhereInTheLabelStays) {
  propose(renamed("ORG", "단체 🚀"));
  work_as_owner();
  Label colored = *workspace().schema().find("ORG");
  colored.color = "#102030";
  ASSERT_TRUE(workspace().change_schema(ChangeLabel{colored, {}}).done());
  ASSERT_TRUE(workspace().publish_schema().done());
  ASSERT_TRUE(workspace().accept(1, "").done());
  EXPECT_EQ(workspace().schema().find("ORG")->name, "단체 🚀");
  EXPECT_EQ(workspace().schema().find("ORG")->color, "#102030");
}

TEST_F(ProposalTest, WhatIsSoAlreadyIsAcceptedAllTheSame) {
  propose(renamed("ORG", "단체 🚀"));
  work_as_owner();
  ASSERT_TRUE(workspace().change_schema(renamed("ORG", "단체 🚀")).done());
  const Outcome outcome = workspace().accept(1, "");
  ASSERT_TRUE(outcome.done()) << refusal(outcome);
  EXPECT_THAT(outcome.edit.changes, SizeIs(1));
}

TEST_F(ProposalTest, TwoProgramsSeeWhatTheOtherDoes) {
  Workspace there(std::make_unique<ProjectFile>(project.path), ticking_clock());
  std::vector<WorkspaceEvent> events;
  there.listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  propose(DeleteLabel{"MISC"});
  there.refresh();
  ASSERT_THAT(events, SizeIs(1));
  EXPECT_TRUE(events[0].proposals_changed);
  EXPECT_FALSE(events[0].schema_changed);
  EXPECT_EQ(there.proposals(), workspace().proposals());
  there.work_as(first);
  ASSERT_TRUE(there.accept(1, "예").done());
  work_as_owner();
  EXPECT_EQ(refusal(workspace().accept(1, "")), "proposal-decided: 1") << "seen at once";
  EXPECT_EQ(workspace().schema().find("MISC"), nullptr);
}

TEST_F(ProposalTest, ADamagedProposalIsFound) {
  propose(DeleteLabel{"MISC"});
  project.close();
  raw_sql(project.path, "UPDATE schema_proposal SET content = replace(content, 'MISC', 'MIST')");
  EXPECT_EQ(error_of([&] { project.reopen(); }), ErrorKind::Damaged);
  EXPECT_THAT(problems_in(project.path), testing::ElementsAre("database-damaged: proposal 1"));
}

}  // namespace
}  // namespace mitjul
