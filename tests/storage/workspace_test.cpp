#include "core/workspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotation_checks.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Annotation& after(const Outcome& outcome, std::size_t change = 0) {
  return *std::get<AnnotationChange>(outcome.edit.changes.at(change)).after;
}

TEST(WorkspaceTest, StartsAsTheFirstAnnotator) {
  Project project;
  ASSERT_EQ(project.workspace().annotators().size(), 1U);
  EXPECT_EQ(project.workspace().annotator(), project.workspace().annotators()[0].key);
  EXPECT_EQ(project.workspace().annotators()[0].name, "annotator01");
  EXPECT_EQ(project.workspace().schema(), preset("claims-entities"));
}

TEST(WorkspaceTest, NewAnnotationsGetTheirNumbersInOrder) {
  Project project;
  Outcome outcome = project.perform({project.made("ORG", span(kOrg), -1), project.made("CUE", span(kCue), -2)});
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(after(outcome, 0).id, project.id(1));
  EXPECT_EQ(after(outcome, 1).id, project.id(2));
  outcome = project.perform({project.made("CLAIM", span(kClaim))});
  EXPECT_EQ(after(outcome).id, project.id(3));
  EXPECT_EQ(project.opened().find(project.id(3))->label, "CLAIM");
}

TEST(WorkspaceTest, EachAnnotatorAndEachDocumentCountsFromOne) {
  Project project;
  project.perform({project.made("ORG", span(kOrg))});
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const SetKey set{second, project.workspace().annotator(), false};
  Outcome outcome = project.perform(
      {AnnotationChange{set, std::nullopt, Annotation{project.id(-1), "ORG", Spans(Span(2, 4)), {}, "", {}}}});
  EXPECT_EQ(after(outcome).id, project.id(1));

  const Annotator other = project.file().add_annotator("주석자 둘");
  project.reopen();
  project.workspace().work_as(other.key);
  outcome = project.perform({project.made("ORG", span(kOrg))});
  EXPECT_EQ(after(outcome).id, (AnnotationId{other.key, 1}));
}

TEST(WorkspaceTest, ProvisionalReferencesBecomeFinal) {
  Project project;
  // The relation stands before what it refers to.
  const Outcome outcome =
      project.perform({project.made("about", Relation{{project.end("claim", -7), project.end("target", -5)}}, -1),
                       project.made("CLAIM", span(kClaim), -7), project.made("ORG", span(kOrg), -5)});
  ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
  EXPECT_EQ(after(outcome, 0).relation()->arguments,
            (std::vector<Argument>{project.end("claim", 2), project.end("target", 3)}));
  EXPECT_EQ(*project.opened().find(project.id(1)), after(outcome, 0));
}

TEST(WorkspaceTest, ReferencesIntoTheSameDocumentHaveOneForm) {
  Project project;
  project.annotate_article();
  const Relation long_form{
      {{"claim", {project.document, project.id(1)}}, {"target", {project.document, project.id(2)}}}};
  const Outcome outcome = project.perform({project.made("about", long_form)});
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(after(outcome).relation()->arguments[0].target, (AnnotationRef{{}, project.id(1)}));
}

TEST(WorkspaceTest, ReferencesIntoAnotherDocumentKeepItsKey) {
  Project project;
  project.annotate_article();
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const SetKey set{second, project.workspace().annotator(), false};
  const Annotation claim{project.id(-1), "CLAIM", Spans(Span(2, 6)), {}, "", {}};
  const Annotation about{project.id(-2),
                         "about",
                         Relation{{{"claim", {{}, project.id(-1)}}, {"target", {project.document, project.id(2)}}}},
                         {},
                         "",
                         {}};
  const Outcome outcome =
      project.perform({AnnotationChange{set, std::nullopt, claim}, AnnotationChange{set, std::nullopt, about}});
  ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
  EXPECT_EQ(after(outcome, 1).relation()->arguments[1].target, (AnnotationRef{project.document, project.id(2)}));
  EXPECT_EQ(in_words(project.workspace().open(second)), in_words(project.file().load(second)));
}

TEST(WorkspaceTest, EndsAreKeptInTheOrderOfTheRoles) {
  Project project;
  project.annotate_article();
  const Outcome outcome =
      project.perform({project.made("about", Relation{{project.end("target", 2), project.end("claim", 1)}})});
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(after(outcome).relation()->arguments,
            (std::vector<Argument>{project.end("claim", 1), project.end("target", 2)}));
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
}

TEST(WorkspaceTest, StampsWhatIsMadeAndWhatIsEdited) {
  Project project;
  AnnotationChange change = project.made("ORG", span(kOrg));
  change.after->provenance.method = Method::Suggestion;
  change.after->provenance.origin = "모델 1.0";
  change.after->provenance.confidence = 0.75;
  Outcome outcome = project.perform({change});
  const Provenance made = after(outcome).provenance;
  EXPECT_EQ(to_string(made.created), "2026-11-21T00:00:01Z");
  EXPECT_FALSE(made.modified);
  EXPECT_EQ(made.schema_version, 1);
  EXPECT_EQ(made.method, Method::Suggestion);
  EXPECT_EQ(made.origin, "모델 1.0");
  EXPECT_EQ(made.confidence, 0.75);

  project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "다른 이름"; })});
  outcome = project.perform({project.edited(1, [](Annotation& org) { org.label = "PRODUCT"; })});
  EXPECT_EQ(after(outcome).provenance.created, made.created);
  EXPECT_EQ(to_string(after(outcome).provenance.modified.value()), "2026-11-21T00:00:03Z");
  EXPECT_EQ(after(outcome).provenance.schema_version, 2);
}

TEST(WorkspaceTest, ANewSetIsInProgressOnceItIsAnnotated) {
  Project project;
  EXPECT_EQ(project.opened().find_set(project.set()), nullptr);
  project.perform({project.made("ORG", span(kOrg))});
  EXPECT_EQ(project.opened().find_set(project.set())->state(), SetState::InProgress);

  project.perform({SetStateChange{project.set(), SetState::InProgress, SetState::Finished}});
  project.perform({project.made("CUE", span(kCue))});
  EXPECT_EQ(project.opened().find_set(project.set())->state(), SetState::Finished);
}

TEST(WorkspaceTest, AStateThatTheEditSetsItselfStays) {
  Project project;
  const Outcome outcome = project.perform(
      {project.made("ORG", span(kOrg)), SetStateChange{project.set(), SetState::New, SetState::Finished}});
  ASSERT_TRUE(outcome.done());
  EXPECT_EQ(outcome.edit.changes.size(), 2U);
  EXPECT_EQ(project.opened().find_set(project.set())->state(), SetState::Finished);
}

TEST(WorkspaceTest, AnEditWithoutChangesIsNoEdit) {
  Project project;
  const EditNumber before = project.file().last_edit();
  const Outcome outcome = project.perform({});
  EXPECT_TRUE(outcome.done());
  EXPECT_EQ(outcome.number, 0);
  EXPECT_EQ(project.file().last_edit(), before);
}

TEST(WorkspaceTest, MemoryAndFileAgreeAfterEveryKindOfChange) {
  Project project;
  project.annotate_article();
  const auto expect_agreement = [&](const Outcome& outcome) {
    ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
    const std::string in_memory = in_words(project.opened());
    EXPECT_EQ(in_memory, in_words(project.file().load(project.document)));
    EXPECT_EQ(project.workspace().schema(), project.file().schema());
    EXPECT_THAT(check_document(project.opened(), project.workspace().schema(), {}), IsEmpty());
    project.reopen();
    EXPECT_EQ(in_memory, in_words(project.opened()));
  };
  expect_agreement(project.perform({project.made("PRODUCT", Spans({Span(2, 3), Span(7, 8)}))}));
  expect_agreement(project.perform({project.made("TOPIC", WholeDocument{})}));
  expect_agreement(project.perform({project.edited(1, [](Annotation& claim) {
    claim.attributes = {{"type", {"fact"}}, {"restated", {"🚀 '다시' \"쓴\"\n글"}}};
    claim.note = "🚀 메모";
  })}));
  expect_agreement(project.perform({project.deleted(5)}));
  expect_agreement(project.perform({SetStateChange{project.set(), SetState::InProgress, SetState::Skipped}}));
  expect_agreement(project.perform({project.schema_changed(
      [](Schema& schema) { std::erase_if(schema.labels, [](const Label& label) { return label.id == "MISC"; }); })}));
  expect_agreement(project.perform({project.described([](DocumentInfo& info) {
    info.name = "새 이름.txt";
    info.metadata = {{"url", "https://example.invalid/1"}, {"url", "https://example.invalid/2"}};
    info.zones = {{ZoneKind::Boilerplate, Span(0, 2)}};
  })}));
  expect_agreement(project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })}));
}

TEST(WorkspaceTest, ACuratedSetStandsBesideTheAnnotatorsOwn) {
  Project project;
  AnnotationChange curated = project.made("ORG", span(kOrg));
  curated.set.curated = true;
  project.perform({project.made("ORG", span(kOrg))});
  ASSERT_TRUE(project.perform({curated}).done());
  EXPECT_EQ(project.opened().sets.size(), 2U);
  EXPECT_EQ(project.opened().find_set(curated.set)->annotations().begin()->first, project.id(2));
  EXPECT_EQ(in_words(project.opened()), in_words(project.file().load(project.document)));
}

TEST(WorkspaceTest, SchemasGetVersionsThatNoneHadBefore) {
  Project project;
  const auto rename = [&](const std::string& name) {
    return project.perform({project.schema_changed([&](Schema& schema) { schema.labels[0].name = name; })});
  };
  ASSERT_TRUE(rename("하나").done());
  EXPECT_EQ(project.workspace().schema().version, 2);
  ASSERT_TRUE(project.workspace().undo().done());
  EXPECT_EQ(project.workspace().schema().version, 1);
  ASSERT_TRUE(rename("둘").done());
  EXPECT_EQ(project.workspace().schema().version, 3);
  project.reopen();
  EXPECT_EQ(project.workspace().schema().version, 3);
  EXPECT_EQ(project.workspace().schema().labels[0].name, "둘");
}

TEST(WorkspaceTest, ListenersAreToldWhatChanged) {
  Project project;
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  std::vector<WorkspaceEvent> events;
  project.workspace().listen([&](const WorkspaceEvent& event) { events.push_back(event); });
  const SetKey set{second, project.workspace().annotator(), false};
  project.perform({project.made("ORG", span(kOrg), -1), project.made("CUE", span(kCue), -2),
                   SetStateChange{set, SetState::New, SetState::Skipped}});
  ASSERT_EQ(events.size(), 1U);
  EXPECT_THAT(events[0].documents, testing::UnorderedElementsAre(project.document, second));
  EXPECT_FALSE(events[0].schema_changed);
  EXPECT_FALSE(events[0].from_outside);

  project.perform({project.schema_changed([](Schema& schema) { schema.labels[0].name = "다른 이름"; })});
  ASSERT_EQ(events.size(), 2U);
  EXPECT_THAT(events[1].documents, IsEmpty());
  EXPECT_TRUE(events[1].schema_changed);

  project.workspace().undo();
  project.workspace().undo();
  ASSERT_EQ(events.size(), 4U);
  EXPECT_THAT(events[3].documents, testing::UnorderedElementsAre(project.document, second));

  project.perform({project.made("ORGS", span(kOrg))});
  EXPECT_EQ(events.size(), 4U) << "a refusal changes nothing";
}

TEST(WorkspaceTest, AListenerSeesTheNewState) {
  Project project;
  std::size_t seen = 0;
  project.workspace().listen([&](const WorkspaceEvent&) { seen = project.opened().find_set(project.set())->size(); });
  project.perform({project.made("ORG", span(kOrg))});
  EXPECT_EQ(seen, 1U);
}

TEST(WorkspaceTest, AClosedDocumentIsReadAgain) {
  Project project;
  project.annotate_article();
  const std::string before = in_words(project.opened());
  project.workspace().close(project.document);
  EXPECT_EQ(in_words(project.opened()), before);
}

TEST(WorkspaceTest, ADocumentThatIsNotThereCannotBeOpened) {
  Project project;
  EXPECT_EQ(error_of([&] { project.workspace().open(DocumentKey::generate()); }), ErrorKind::Damaged);
}

}  // namespace
}  // namespace mitjul
