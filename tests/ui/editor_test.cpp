#include "ui/editor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/document_edits.h"
#include "tests/storage/support.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// An editor on the project with 기사.txt, which is shown, and another document.
class EditorTest : public testing::Test {
 protected:
  EditorTest() {
    project_.close();
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_.path));
      other_ = import_document(workspace, "다른 기사.txt", Text("🚀 삼성전자가 발표했다."));
    }
    open();
  }

  void open() {
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->listen([this](const EditorEvent& event) { events_.push_back(event); });
    editor_->show(project_.document);
    events_.clear();
  }
  void select(ArticleSpan which) { editor_->select(Selection(span(which).start(), span(which).end())); }
  AnnotationId annotate(ArticleSpan which, const std::string& label) {
    select(which);
    EXPECT_FALSE(editor_->apply_label(label));
    return editor_->selected_annotation().value();
  }
  std::vector<std::string> listed() const {
    std::vector<std::string> labels;
    for (const Annotation* const annotation : editor_->listed()) labels.push_back(annotation->label);
    return labels;
  }
  std::string quote(const AnnotationId& id) const {
    const Annotation* const annotation = editor_->document()->find(id);
    return std::string(editor_->document()->document.text.slice(annotation->spans()->hull()));
  }

  Project project_;
  DocumentKey other_;
  std::unique_ptr<Editor> editor_;
  std::vector<EditorEvent> events_;
};

TEST_F(EditorTest, ALabelAnnotatesTheSelectedTextWithoutItsBlanks) {
  const Span org = span(kOrg).hull();
  editor_->select(Selection(org.end, org.start - 1));  // backwards, with the blank before it
  EXPECT_FALSE(editor_->apply_label("ORG"));
  ASSERT_TRUE(editor_->selected_annotation());
  EXPECT_EQ(quote(*editor_->selected_annotation()), "화웨이");
  EXPECT_EQ(editor_->selection(), Selection(org.start - 1));  // the caret stays
  EXPECT_EQ(editor_->documents()[1].sets.size() + editor_->documents()[0].sets.size(), 1U);
}

TEST_F(EditorTest, ADocumentInTheTrashIsNeitherListedNorShown) {
  const DocumentInfo info = editor_->document()->document.info;
  EXPECT_FALSE(editor_->perform(trash_document(info), [&] { editor_->show(other_); }));
  ASSERT_EQ(editor_->documents().size(), 1U);
  EXPECT_EQ(editor_->documents().front().key, other_);
  EXPECT_EQ(editor_->document()->document.info.key, other_);
  ASSERT_FALSE(events_.empty());
  EXPECT_TRUE(events_.back().documents);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(editor_->documents().size(), 2U);
  EXPECT_EQ(editor_->document()->document.info, info) << "undo shows what it brought back";
}

TEST_F(EditorTest, ADocumentInTheTrashIsNeitherVisitedNorRenamed) {
  const DocumentInfo info = editor_->document()->document.info;
  EXPECT_FALSE(editor_->visit(other_));
  EXPECT_EQ(editor_->document()->document.info.key, other_);
  EXPECT_FALSE(editor_->perform(trash_document(info)));
  const auto refused = editor_->visit(project_.document);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, ProblemCode::DocumentInTrash);
  EXPECT_THAT(refused->details, ElementsAre(info.name));
  EXPECT_EQ(editor_->document()->document.info.key, other_);
  DocumentInfo in_trash = info;
  in_trash.in_trash = true;
  const auto renamed = editor_->perform(rename_document(in_trash, "새 이름.txt"));
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->code, ProblemCode::DocumentInTrash);
}

TEST_F(EditorTest, ADocumentThatIsNotInTheProjectIsNotVisited) {
  const auto refused = editor_->visit(DocumentKey::generate());
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->code, ProblemCode::UnknownDocument);
}

TEST_F(EditorTest, SeveralDocumentsComeBackInOneEditAndGoAgainWithIt) {
  const std::vector<DocumentInfo> infos{editor_->document()->document.info,
                                        editor_->workspace().open(other_).document.info};
  for (DocumentInfo info : infos) {
    EXPECT_FALSE(editor_->perform(trash_document(info)));
  }
  ASSERT_THAT(editor_->documents(), IsEmpty());
  std::vector<DocumentInfo> trashed = infos;
  for (DocumentInfo& info : trashed) info.in_trash = true;
  events_.clear();
  EXPECT_FALSE(editor_->perform(restore_documents(trashed, {})));
  EXPECT_EQ(editor_->documents().size(), 2U);
  ASSERT_EQ(events_.size(), 1U);
  EXPECT_TRUE(events_.front().documents);
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(editor_->documents(), IsEmpty());
}

TEST_F(EditorTest, ARenamedDocumentIsListedByItsNewName) {
  EXPECT_FALSE(editor_->perform(rename_document(editor_->document()->document.info, "새 이름 🚀.txt")));
  EXPECT_EQ(editor_->document()->document.info.name, "새 이름 🚀.txt");
  EXPECT_TRUE(std::any_of(editor_->documents().begin(), editor_->documents().end(),
                          [](const DocumentSummary& document) { return document.name == "새 이름 🚀.txt"; }));
}

TEST_F(EditorTest, BlanksAloneAreRefused) {
  const Span org = span(kOrg).hull();
  editor_->select(Selection(org.start - 1, org.start));
  const Editor::Refusal refusal = editor_->apply_label("ORG");
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, ProblemCode::EmptySpan);
  EXPECT_EQ(editor_->pen(), "");
}

TEST_F(EditorTest, TheSameAgainIsSelectedAndNotMadeTwice) {
  const AnnotationId first = annotate(kOrg, "ORG");
  EXPECT_EQ(annotate(kOrg, "ORG"), first);
  EXPECT_THAT(listed(), ElementsAre("ORG"));
}

TEST_F(EditorTest, ALabelRelabelsTheSelectedAnnotation) {
  const AnnotationId id = annotate(kOrg, "PERSON");
  EXPECT_FALSE(editor_->apply_label("ORG"));
  EXPECT_EQ(editor_->selected_annotation(), id);
  EXPECT_THAT(listed(), ElementsAre("ORG"));
}

TEST_F(EditorTest, WithNothingSelectedALabelIsThePen) {
  EXPECT_FALSE(editor_->apply_label("ORG"));
  EXPECT_EQ(editor_->pen(), "ORG");
  select(kOrg);
  EXPECT_FALSE(editor_->use_pen());
  EXPECT_THAT(listed(), ElementsAre("ORG"));
  editor_->escape();
  EXPECT_EQ(editor_->pen(), "");
}

TEST_F(EditorTest, KeptSegmentsMakeADiscontinuousSpan) {
  select(kOrg);
  editor_->keep_segment();
  const AnnotationId id = annotate(kProduct, "CLAIM");
  EXPECT_EQ(editor_->document()->find(id)->spans()->segments(),
            (std::vector<Span>{span(kOrg).hull(), span(kProduct).hull()}));
  EXPECT_THAT(editor_->kept_segments(), IsEmpty());
}

TEST_F(EditorTest, EdgesMoveByClusterAndPassBlanks) {
  const AnnotationId id = annotate(kOrg, "ORG");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::End, Editor::Step::Grapheme, true));
  EXPECT_EQ(quote(id), "화웨이가");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::End, Editor::Step::Grapheme, true));
  EXPECT_EQ(quote(id), "화웨이가 칩");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::End, Editor::Step::Grapheme, false));
  EXPECT_EQ(quote(id), "화웨이가");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::Start, Editor::Step::Grapheme, false));
  EXPECT_EQ(quote(id), "🚀 화웨이가");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::End, Editor::Step::Eojeol, true));
  EXPECT_EQ(quote(id), "🚀 화웨이가 칩을");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::End, Editor::Step::Eojeol, false));
  EXPECT_EQ(quote(id), "🚀 화웨이가");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::Start, Editor::Step::Eojeol, true));
  EXPECT_EQ(quote(id), "화웨이가");
}

TEST_F(EditorTest, AnEdgeNeverPassesTheOther) {
  const AnnotationId id = annotate(kProduct, "PRODUCT");
  EXPECT_EQ(quote(id), "칩");
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::End, Editor::Step::Grapheme, false));
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::Start, Editor::Step::Grapheme, true));
  EXPECT_EQ(quote(id), "칩");
}

TEST_F(EditorTest, RelationsAreOfferedAsTheSchemaAllows) {
  const AnnotationId claim = annotate(kClaim, "CLAIM");
  const AnnotationId org = annotate(kOrg, "ORG");
  const AnnotationId cue = annotate(kCue, "CUE");
  editor_->begin_relation();
  ASSERT_TRUE(editor_->relation_draft());
  EXPECT_EQ(editor_->relation_draft()->from, cue);
  EXPECT_THAT(editor_->relations_to(claim), ElementsAre("cue"));
  EXPECT_THAT(editor_->relations_to(org), IsEmpty());
  EXPECT_FALSE(editor_->relate(claim, "cue"));
  // The roles' order, whichever end came first.
  const Annotation* const relation = editor_->selected();
  ASSERT_NE(relation, nullptr);
  EXPECT_EQ(relation->relation()->arguments[0].target.id, claim);
  EXPECT_FALSE(editor_->relation_draft());
}

TEST_F(EditorTest, TheSameRelationIsNotMadeTwice) {
  const AnnotationId claim = annotate(kClaim, "CLAIM");
  const AnnotationId org = annotate(kOrg, "ORG");
  for (int i = 0; i < 2; ++i) {
    editor_->select_annotation(org);
    editor_->begin_relation();
    ASSERT_FALSE(editor_->relate(claim, "source"));
  }
  EXPECT_THAT(listed(), ElementsAre("CLAIM", "ORG", "source"));
}

TEST_F(EditorTest, ASelectedRelationIsWhereItBegins) {
  const AnnotationId cue = annotate(kCue, "CUE");
  const AnnotationId claim = annotate(kClaim, "CLAIM");
  editor_->begin_relation();
  ASSERT_FALSE(editor_->relate(cue, "cue"));
  const AnnotationId relation = editor_->selected_annotation().value();
  editor_->select(Selection(editor_->document()->document.text.end()));
  editor_->select_annotation(relation);
  EXPECT_EQ(editor_->selection().caret, editor_->document()->find(claim)->spans()->start());
}

TEST_F(EditorTest, AnnotationsOfOthersAreNotOnesToChange) {
  AnnotationId foreign;
  {
    ProjectFile file(project_.path);
    const Annotator other = file.add_annotator("다른 사람");
    Workspace workspace(std::make_unique<ProjectFile>(project_.path));
    workspace.work_as(other.key);
    const SetKey set{project_.document, other.key, false};
    const Outcome made = workspace.perform(
        {"annotate", {AnnotationChange{set, {}, Annotation{{other.key, -1}, "ORG", span(kOrg), {}, "", {}}}}});
    foreign = std::get<AnnotationChange>(made.edit.changes.front()).after->id;
  }
  editor_->refresh();
  ASSERT_NE(editor_->document()->find(foreign), nullptr);
  editor_->select_annotation(foreign);
  EXPECT_EQ(editor_->selected(), nullptr);
  EXPECT_FALSE(editor_->remove_selected());
  EXPECT_NE(editor_->document()->find(foreign), nullptr);
}

TEST_F(EditorTest, AChangeElsewhereLeavesTheShownDocumentAlone) {
  {
    Workspace other(std::make_unique<ProjectFile>(project_.path));
    const SetKey set{other_, other.annotator(), false};
    other.perform({"annotate",
                   {AnnotationChange{set, {}, Annotation{{set.annotator, -1}, "ORG", Spans(Span(2, 6)), {}, "", {}}}}});
  }
  editor_->refresh();
  ASSERT_FALSE(events_.empty());
  EXPECT_TRUE(events_.back().documents);
  EXPECT_FALSE(events_.back().annotations);
}

TEST_F(EditorTest, OneEditIsToldOnce) {
  select(kOrg);
  events_.clear();
  EXPECT_FALSE(editor_->apply_label("ORG"));
  EXPECT_EQ(events_.size(), 1U);
}

TEST_F(EditorTest, DeletingTakesTheRelationsAlong) {
  const AnnotationId claim = annotate(kClaim, "CLAIM");
  annotate(kOrg, "ORG");
  editor_->begin_relation();
  ASSERT_FALSE(editor_->relate(claim, "source"));
  EXPECT_THAT(listed(), ElementsAre("CLAIM", "ORG", "source"));
  editor_->select_annotation(claim);
  EXPECT_FALSE(editor_->remove_selected());
  EXPECT_THAT(listed(), ElementsAre("ORG"));
  EXPECT_FALSE(editor_->selected_annotation());
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(listed(), ElementsAre("CLAIM", "ORG", "source"));
}

TEST_F(EditorTest, UndoGoesToTheDocumentOfWhatItUndoes) {
  annotate(kOrg, "ORG");
  editor_->show(other_);
  EXPECT_THAT(listed(), IsEmpty());
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(editor_->document()->document.info.key, project_.document);
  EXPECT_EQ(editor_->selection().caret, span(kOrg).start());
  EXPECT_TRUE(events_.back().reveal);
  EXPECT_FALSE(editor_->redo());
  EXPECT_THAT(listed(), ElementsAre("ORG"));
}

TEST_F(EditorTest, UndoWorksAfterARestart) {
  annotate(kOrg, "ORG");
  open();
  EXPECT_THAT(listed(), ElementsAre("ORG"));
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(listed(), IsEmpty());
  EXPECT_TRUE(editor_->undo());  // nothing more, and a problem that says so
}

TEST_F(EditorTest, WhatOtherProgramsChangeIsTakenIn) {
  {
    Workspace other(std::make_unique<ProjectFile>(project_.path));
    const SetKey set{project_.document, other.annotator(), false};
    other.perform(
        {"annotate", {AnnotationChange{set, {}, Annotation{{set.annotator, -1}, "ORG", span(kOrg), {}, "", {}}}}});
  }
  editor_->refresh();
  EXPECT_THAT(listed(), ElementsAre("ORG"));
  ASSERT_FALSE(events_.empty());
  EXPECT_TRUE(events_.back().annotations);
  EXPECT_THAT(events_.back().changed, IsEmpty());
}

TEST_F(EditorTest, ADocumentThatGoesToTheTrashIsShownNoLonger) {
  {
    Workspace other(std::make_unique<ProjectFile>(project_.path));
    const DocumentInfo before = other.open(project_.document).document.info;
    DocumentInfo after = before;
    after.in_trash = true;
    other.perform({"trash", {DocumentChange{project_.document, before, after}}});
  }
  editor_->refresh();
  EXPECT_EQ(editor_->document(), nullptr);
  EXPECT_EQ(editor_->documents().size(), 1U);
  EXPECT_THAT(listed(), IsEmpty());
}

TEST_F(EditorTest, ListedStaysInOrderWhateverIsDone) {
  annotate(kCue, "CUE");
  annotate(kOrg, "ORG");
  annotate(kClaim, "CLAIM");
  EXPECT_THAT(listed(), ElementsAre("CLAIM", "ORG", "CUE"));
  EXPECT_FALSE(editor_->move_edge(Editor::Edge::Start, Editor::Step::Eojeol, true));
  EXPECT_THAT(listed(), ElementsAre("ORG", "CLAIM", "CUE"));
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(listed(), ElementsAre("CLAIM", "ORG", "CUE"));
  editor_->select(Selection(TextPos(0)));
  editor_->select_next_annotation();
  EXPECT_EQ(editor_->selected()->label, "CLAIM");
  editor_->select_previous_annotation();
  EXPECT_EQ(editor_->selected()->label, "CUE");
}

TEST_F(EditorTest, ADocumentLabelNeedsNoSelection) {
  EXPECT_FALSE(editor_->apply_label("TOPIC"));
  ASSERT_NE(editor_->selected(), nullptr);
  EXPECT_TRUE(editor_->selected()->on_document());
}

TEST_F(EditorTest, StatesAreEditsToo) {
  EXPECT_FALSE(editor_->set_state(SetState::Finished));
  const auto shown = [&] {
    for (const DocumentSummary& document : editor_->documents()) {
      if (document.key == project_.document) return editor_->state_of(document);
    }
    return SetState::New;
  };
  EXPECT_EQ(shown(), SetState::Finished);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(shown(), SetState::New);
}

TEST_F(EditorTest, TheCaretIsWhereItWasWhenADocumentIsShownAgain) {
  editor_->select(Selection(TextPos(5)));
  editor_->show(other_);
  EXPECT_EQ(editor_->selection().caret, TextPos(0));
  editor_->show(project_.document);
  EXPECT_EQ(editor_->selection().caret, TextPos(5));
}

}  // namespace
}  // namespace mitjul
