// What Workspace::perform refuses: with a reason, and without a trace.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"

namespace mitjul {
namespace {

class WorkspaceRefusalTest : public testing::Test {
 protected:
  WorkspaceRefusalTest() { project.annotate_article(); }

  /// Why the edit is refused: `change 0 unknown-label: ORGS`. Compares file and memory before and after.
  std::string refusal_of(std::vector<Change> changes) {
    const std::string bytes = bytes_of(project.path);
    const std::string memory = in_words(project.opened());
    const Schema schema = project.workspace().schema();
    const Outcome outcome = project.perform(std::move(changes));
    EXPECT_TRUE(bytes_of(project.path) == bytes) << "the file has changed";
    EXPECT_EQ(in_words(project.opened()), memory);
    EXPECT_EQ(project.workspace().schema(), schema);
    EXPECT_EQ(outcome.number, 0);
    if (outcome.done()) return "not refused";
    return "change " + std::to_string(outcome.refused->place.change) + " " + in_words(*outcome.refused);
  }

  std::string name_of(std::int64_t number) { return to_string(project.id(number)); }

  Project project;
};

TEST_F(WorkspaceRefusalTest, DocumentsThatAreNotThere) {
  AnnotationChange change = project.made("ORG", span(kOrg));
  change.set.document = document_key("nosuchkeyx");
  EXPECT_EQ(refusal_of({change}), "change 0 unknown-document: nosuchkeyx");
  EXPECT_EQ(refusal_of({SetStateChange{change.set, SetState::New, SetState::Skipped}}),
            "change 0 unknown-document: nosuchkeyx");
  DocumentChange described = project.described([](DocumentInfo& info) { info.title = "제목"; });
  described.document = change.set.document;
  EXPECT_EQ(refusal_of({described}), "change 0 unknown-document: nosuchkeyx");
}

TEST_F(WorkspaceRefusalTest, AnnotationsThatBreakTheSchema) {
  EXPECT_EQ(refusal_of({project.made("ORGS", span(kOrg))}), "change 0 unknown-label: ORGS");
  EXPECT_EQ(refusal_of({project.made("TOPIC", span(kOrg))}), "change 0 wrong-label-kind: TOPIC, document, span");
  EXPECT_EQ(refusal_of({project.made("ORG", Spans(Span(2, 99)))}), "change 0 span-outside-text: 2, 99, 20");
  EXPECT_EQ(refusal_of({project.edited(1,
                                       [](Annotation& claim) {
                                         claim.attributes = {{"type", {"truth"}}};
                                       })}),
            "change 0 invalid-attribute-value: type, truth, choice");
  EXPECT_EQ(refusal_of({project.edited(2, [](Annotation& org) { org.note = "🚀\x01"; })}),
            "change 0 illegal-character: note");
}

TEST_F(WorkspaceRefusalTest, AllIsRefusedWhereOneChangeIs) {
  EXPECT_EQ(refusal_of({project.made("ORG", span(kOrg), -1), project.made("PRODUCT", span(kProduct), -2),
                        project.made("ORGS", span(kOrg), -3)}),
            "change 2 unknown-label: ORGS");
}

TEST_F(WorkspaceRefusalTest, NumbersOfARefusedEditAreNotUsed) {
  EXPECT_EQ(refusal_of({project.made("ORG", span(kOrg), -1), project.made("ORGS", span(kOrg), -2)}),
            "change 1 unknown-label: ORGS");
  const Outcome outcome = project.perform({project.made("ORG", span(kOrg))});
  EXPECT_EQ(std::get<AnnotationChange>(outcome.edit.changes[0]).after->id, project.id(5));
}

TEST_F(WorkspaceRefusalTest, AnEditOfWhatIsNoMoreAsItWas) {
  AnnotationChange stale = project.edited(2, [](Annotation& org) { org.label = "PRODUCT"; });
  stale.before->note = "anders";
  EXPECT_EQ(refusal_of({stale}), "change 0 changed-meanwhile: " + name_of(2));
  AnnotationChange gone = project.deleted(3);
  ASSERT_TRUE(project.perform({gone}).done());
  EXPECT_EQ(refusal_of({gone}), "change 0 changed-meanwhile: " + name_of(3));
  EXPECT_EQ(refusal_of({SetStateChange{project.set(), SetState::New, SetState::Finished}}),
            "change 0 changed-meanwhile: 기사.txt");
  SchemaChange schema = project.schema_changed([](Schema& after) { after.name = "다른"; });
  schema.before.version = 7;
  EXPECT_EQ(refusal_of({schema}), "change 0 changed-meanwhile: schema");
  DocumentChange described = project.described([](DocumentInfo& info) { info.title = "제목"; });
  described.before->title = "다른 제목";
  EXPECT_EQ(refusal_of({described}), "change 0 changed-meanwhile: 기사.txt");
}

TEST_F(WorkspaceRefusalTest, AnIdThatIsThereAlready) {
  AnnotationChange change = project.made("ORG", span(kOrg));
  change.after->id = project.id(2);
  EXPECT_EQ(refusal_of({change}), "change 0 changed-meanwhile: " + name_of(2));
}

TEST_F(WorkspaceRefusalTest, TwoChangesOfOneAnnotation) {
  const AnnotationChange change = project.edited(2, [](Annotation& org) { org.label = "PRODUCT"; });
  EXPECT_EQ(refusal_of({change, change}), "change 1 duplicate-id: " + name_of(2));
}

TEST_F(WorkspaceRefusalTest, DeletingWhatARelationRefersTo) {
  EXPECT_THAT(refusal_of({project.deleted(2)}),
              testing::HasSubstr("still-referred-to: " + name_of(2) + ", " + name_of(4)));
  // Together with the relation it may go, in whatever order.
  ASSERT_TRUE(project.perform({project.deleted(2), project.deleted(4)}).done());
}

TEST_F(WorkspaceRefusalTest, DeletingWhatARelationOfAnotherDocumentRefersTo) {
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const SetKey set{second, project.workspace().annotator(), false};
  const Relation cue{{{"claim", {{}, project.id(-1)}}, {"cue", {project.document, project.id(3)}}}};
  const Outcome outcome = project.perform(
      {AnnotationChange{set, std::nullopt, Annotation{project.id(-1), "CLAIM", Spans(Span(2, 6)), {}, "", {}}},
       AnnotationChange{set, std::nullopt, Annotation{project.id(-2), "cue", cue, {}, "", {}}},
       AnnotationChange{set, std::nullopt, Annotation{project.id(-3), "cue", cue, {}, "", {}}}});
  ASSERT_TRUE(outcome.done()) << in_words(*outcome.refused);
  const auto deletion = [&](std::size_t change) {
    return AnnotationChange{set, std::get<AnnotationChange>(outcome.edit.changes[change]).after, std::nullopt};
  };
  EXPECT_EQ(refusal_of({project.deleted(3)}),
            "change 0 still-referred-to: " + name_of(3) + ", " + second.str() + "/" + name_of(2));
  EXPECT_EQ(refusal_of({project.deleted(3), deletion(1)}),
            "change 0 still-referred-to: " + name_of(3) + ", " + second.str() + "/" + name_of(3));
  ASSERT_TRUE(project.perform({project.deleted(3), deletion(1), deletion(2)}).done());
}

TEST_F(WorkspaceRefusalTest, RelabellingAnEndSoThatItsRoleIsBroken) {
  EXPECT_THAT(refusal_of({project.edited(2, [](Annotation& org) { org.label = "CUE"; })}),
              testing::HasSubstr("role-not-allowed: target, CUE"));
  EXPECT_TRUE(project.perform({project.edited(2, [](Annotation& org) { org.label = "PERSON"; })}).done());
}

TEST_F(WorkspaceRefusalTest, RelationsToWhatIsNotThereOrNotAllowed) {
  const auto about = [&](Argument claim, Argument target) {
    return project.made("about", Relation{{std::move(claim), std::move(target)}});
  };
  EXPECT_EQ(refusal_of({about(project.end("claim", 1), project.end("target", 9))}),
            "change 0 unknown-annotation: " + name_of(9));
  EXPECT_EQ(refusal_of({about(project.end("claim", 1), project.end("target", -9))}),
            "change 0 unknown-annotation: " + name_of(-9));
  EXPECT_EQ(refusal_of({about(project.end("claim", 1), project.end("target", -1))}),
            "change 0 refers-to-itself: " + name_of(5));
  EXPECT_EQ(refusal_of({about(project.end("claim", 1), project.end("target", 3))}),
            "change 0 role-not-allowed: target, CUE");
  EXPECT_EQ(refusal_of({about(project.end("claim", 1), {"target", {document_key("nosuchkeyx"), project.id(2)}})}),
            "change 0 unknown-annotation: nosuchkeyx/" + name_of(2));
  // What the same edit deletes is no end for a new relation.
  EXPECT_THAT(
      refusal_of({project.deleted(3), project.made("cue", Relation{{project.end("claim", 1), project.end("cue", 3)}})}),
      testing::HasSubstr("unknown-annotation: " + name_of(3)));
}

TEST_F(WorkspaceRefusalTest, SchemasThatAreBrokenOrLoseWhatIsUsed) {
  const auto erase = [](const std::string& id) {
    return [id](Schema& schema) { std::erase_if(schema.labels, [&](const Label& label) { return label.id == id; }); };
  };
  EXPECT_EQ(refusal_of({project.schema_changed([](Schema& schema) { schema.labels[1].parent = "X"; })}),
            "change 0 unknown-parent: PERSON, X");
  EXPECT_EQ(refusal_of({project.schema_changed(erase("CUE"))}), "change 0 unknown-allowed-label: cue, CUE");
  EXPECT_EQ(refusal_of({project.schema_changed(erase("about"))}), "change 0 label-in-use: about, 1");
  project.perform({project.edited(1, [](Annotation& claim) { claim.attributes = {{"type", {"fact"}}}; })});
  EXPECT_EQ(refusal_of({project.schema_changed([](Schema& schema) {
              std::erase_if(schema.labels[9].attributes, [](const Attribute& each) { return each.id == "type"; });
            })}),
            "change 0 attribute-in-use: type, CLAIM, 1");
  EXPECT_EQ(
      refusal_of({project.schema_changed([](Schema& schema) { schema.labels[9].attributes[0].values[0].id = "f"; })}),
      "change 0 value-in-use: fact, type, 1");
}

TEST_F(WorkspaceRefusalTest, WhatLiesInTheTrashIsInUseToo) {
  ASSERT_TRUE(project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })}).done());
  EXPECT_EQ(refusal_of({project.schema_changed([](Schema& schema) {
              std::erase_if(schema.labels, [](const Label& label) { return label.id == "about"; });
            })}),
            "change 0 label-in-use: about, 1");
}

TEST_F(WorkspaceRefusalTest, AnnotatingInTheTrash) {
  ASSERT_TRUE(project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })}).done());
  EXPECT_EQ(refusal_of({project.made("ORG", span(kOrg))}), "change 0 document-in-trash: 기사.txt");
  EXPECT_EQ(refusal_of({SetStateChange{project.set(), SetState::InProgress, SetState::Finished}}),
            "change 0 document-in-trash: 기사.txt");
}

TEST_F(WorkspaceRefusalTest, NamesThatAreTakenOrNone) {
  const auto renamed = [&](const std::string& name) {
    return project.described([&](DocumentInfo& info) { info.name = name; });
  };
  import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  EXPECT_EQ(refusal_of({renamed("둘.txt")}), "change 0 name-taken: 둘.txt");
  EXPECT_EQ(refusal_of({renamed("")}), "change 0 invalid-name: 기사.txt");
  EXPECT_EQ(refusal_of({renamed("🚀\x01")}), "change 0 invalid-name: 기사.txt");
}

TEST_F(WorkspaceRefusalTest, TwoDocumentsThatWantOneName) {
  const DocumentKey second = import_document(project.workspace(), "둘.txt", Text("🚀 둘째 글"));
  const DocumentInfo before = project.workspace().open(second).document.info;
  DocumentInfo after = before;
  after.name = "같은 이름.txt";
  EXPECT_EQ(refusal_of({project.described([&](DocumentInfo& info) { info.name = after.name; }),
                        DocumentChange{second, before, after}}),
            "change 1 name-taken: 같은 이름.txt");
}

TEST_F(WorkspaceRefusalTest, ANameThatWasGivenAwayWhileTheDocumentWasInTheTrash) {
  ASSERT_TRUE(project.perform({project.described([](DocumentInfo& info) { info.in_trash = true; })}).done());
  import_document(project.workspace(), "기사.txt", Text("🚀 둘째 글"));
  EXPECT_EQ(refusal_of({project.described([](DocumentInfo& info) { info.in_trash = false; })}),
            "change 0 name-taken: 기사.txt");
}

TEST_F(WorkspaceRefusalTest, DescriptionsThatCannotBe) {
  EXPECT_EQ(refusal_of({project.described([](DocumentInfo& info) { info.title = "🚀\xFF"; })}),
            "change 0 illegal-character: 기사.txt");
  EXPECT_EQ(refusal_of({project.described([](DocumentInfo& info) {
              info.metadata = {{"url", "\x02"}};
            })}),
            "change 0 illegal-character: 기사.txt");
  EXPECT_EQ(refusal_of({project.described([](DocumentInfo& info) {
              info.zones = {{ZoneKind::Title, Span(2, 21)}};
            })}),
            "change 0 span-outside-text: 2, 21, 20");
  EXPECT_EQ(refusal_of({project.described([](DocumentInfo& info) {
              info.zones = {{ZoneKind::Title, Span(2, 2)}};
            })}),
            "change 0 span-outside-text: 2, 2, 20");
}

TEST_F(WorkspaceRefusalTest, OverlapsThatARuleForbids) {
  ASSERT_TRUE(
      project
          .perform({project.schema_changed([](Schema& schema) { schema.labels[2].overlap = OverlapRule::NotItself; })})
          .done());
  EXPECT_EQ(refusal_of({project.made("ORG", Spans(Span(3, 4)))}), "change 0 overlap-not-allowed: ORG, " + name_of(2));
  EXPECT_EQ(refusal_of({project.made("ORG", Spans(Span(7, 9)), -1), project.made("ORG", Spans(Span(8, 10)), -2)}),
            "change 1 overlap-not-allowed: ORG, " + name_of(5));
  // In another set, beside it, or in the place of one that goes, it may stand.
  AnnotationChange curated = project.made("ORG", span(kOrg));
  curated.set.curated = true;
  EXPECT_TRUE(project.perform({curated}).done());
  EXPECT_TRUE(project.perform({project.made("ORG", Spans(Span(5, 6)))}).done());
  EXPECT_TRUE(project.perform({project.deleted(4), project.deleted(2), project.made("ORG", Spans(Span(2, 4)))}).done());
}

}  // namespace
}  // namespace mitjul
