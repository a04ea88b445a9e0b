// Relations without a mouse: gone along, turned, moved, given another label.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"
#include "ui/editor.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Two claims, two organisations and a cue: 1 and 2 are CLAIM, 3 and 4 ORG, 5 CUE.
class EditorRelationsTest : public testing::Test {
 protected:
  EditorRelationsTest() {
    const MarkedText text = marked("🚀 {{화웨이}가 칩을 확보했다}고 {밝혔다}. {{삼성전자}는 공장을 지었다}.");
    project_.close();
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_.path));
      document_ = import_document(workspace, "둘.txt", text.text);
    }
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->show(document_);
    claim_ = annotate(text.spans[0], "CLAIM");
    org_ = annotate(text.spans[1], "ORG");
    cue_ = annotate(text.spans[2], "CUE");
    other_claim_ = annotate(text.spans[3], "CLAIM");
    other_org_ = annotate(text.spans[4], "ORG");
  }

  AnnotationId annotate(const Spans& spans, const std::string& label) {
    editor_->select(Selection(spans.start(), spans.end()));
    EXPECT_FALSE(editor_->apply_label(label));
    return editor_->selected_annotation().value();
  }
  AnnotationId relate(const AnnotationId& from, const AnnotationId& to, const std::string& label) {
    editor_->select_annotation(from);
    editor_->begin_relation();
    EXPECT_FALSE(editor_->relate(to, label));
    return editor_->selected_annotation().value();
  }
  std::vector<AnnotationId> ends(const AnnotationId& relation) const {
    std::vector<AnnotationId> ids;
    for (const Argument& end : editor_->document()->find(relation)->relation()->arguments) ids.push_back(end.target.id);
    return ids;
  }

  Project project_;
  DocumentKey document_;
  std::unique_ptr<Editor> editor_;
  AnnotationId claim_, org_, cue_, other_claim_, other_org_;
};

TEST_F(EditorRelationsTest, TheRelationsOfAnAnnotationAreGoneThroughInARing) {
  const AnnotationId source = relate(claim_, org_, "source");
  const AnnotationId cue = relate(claim_, cue_, "cue");
  relate(other_claim_, other_org_, "about");
  editor_->select_annotation(claim_);
  std::vector<AnnotationId> seen;
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(editor_->select_relation(true));
    seen.push_back(*editor_->selected_annotation());
  }
  EXPECT_THAT(seen, ElementsAre(source, cue, source));
  ASSERT_TRUE(editor_->select_relation(false));
  EXPECT_EQ(editor_->selected_annotation(), cue);
  editor_->select_annotation(claim_);
  ASSERT_TRUE(editor_->select_relation(false));
  EXPECT_EQ(editor_->selected_annotation(), cue) << "first the one that one came along";
}

TEST_F(EditorRelationsTest, AnAnnotationWithoutRelationsHasNoneToGoTo) {
  editor_->select_annotation(org_);
  EXPECT_FALSE(editor_->select_relation(true));
  EXPECT_FALSE(editor_->select_other_end());
  EXPECT_EQ(editor_->selected_annotation(), org_);
  editor_->select_annotation(std::nullopt);
  EXPECT_FALSE(editor_->select_relation(true));
}

TEST_F(EditorRelationsTest, OneJumpsFromEndToEnd) {
  const AnnotationId source = relate(claim_, org_, "source");
  relate(claim_, cue_, "cue");
  editor_->select_annotation(org_);  // it has one relation
  ASSERT_TRUE(editor_->select_other_end());
  EXPECT_EQ(editor_->selected_annotation(), claim_);
  // The claim has two: it is not clear which is meant.
  EXPECT_FALSE(editor_->select_other_end());
  editor_->select_annotation(source);
  ASSERT_TRUE(editor_->select_other_end());
  EXPECT_EQ(editor_->selected_annotation(), org_) << "the claim is where one came from";
  ASSERT_TRUE(editor_->select_other_end());
  EXPECT_EQ(editor_->selected_annotation(), claim_) << "back along the same relation";
}

TEST_F(EditorRelationsTest, ARelationIsTurnedWhereTheSchemaAllowsIt) {
  const AnnotationId supports = relate(claim_, other_claim_, "supports");
  EXPECT_THAT(ends(supports), ElementsAre(claim_, other_claim_));
  EXPECT_FALSE(editor_->turn_relation());
  EXPECT_THAT(ends(supports), ElementsAre(other_claim_, claim_));
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(ends(supports), ElementsAre(claim_, other_claim_));

  const AnnotationId source = relate(claim_, org_, "source");
  const Editor::Refusal refusal = editor_->turn_relation();
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, ProblemCode::RoleNotAllowed);
  EXPECT_THAT(ends(source), ElementsAre(claim_, org_));
}

TEST_F(EditorRelationsTest, ARelationGetsOnlyLabelsThatItsEndsAllow) {
  const AnnotationId relation = relate(claim_, other_claim_, "supports");
  EXPECT_THAT(editor_->kinds_of_selected(), ElementsAre("supports", "attacks", "part"));
  EXPECT_FALSE(editor_->apply_label("attacks"));
  EXPECT_EQ(editor_->document()->find(relation)->label, "attacks");
  // The roles of the new label.
  EXPECT_FALSE(editor_->apply_label("part"));
  EXPECT_EQ(editor_->document()->find(relation)->relation()->arguments[0].role, "whole");
  EXPECT_THAT(ends(relation), ElementsAre(claim_, other_claim_));
  EXPECT_TRUE(editor_->apply_label("about")) << "a claim is no target of about";
  EXPECT_EQ(editor_->document()->find(relation)->label, "part");
  EXPECT_THAT(editor_->selected_annotation(), relation);

  editor_->select_annotation(claim_);
  EXPECT_THAT(editor_->kinds_of_selected(), IsEmpty());
}

TEST_F(EditorRelationsTest, TheSecondEndMovesToAnotherAnnotation) {
  const AnnotationId source = relate(claim_, org_, "source");
  editor_->begin_relation();
  ASSERT_TRUE(editor_->relation_draft());
  EXPECT_EQ(editor_->relation_draft()->moved, source);
  EXPECT_THAT(editor_->relations_to(cue_), IsEmpty());
  EXPECT_THAT(editor_->relations_to(other_org_), ElementsAre("source"));
  EXPECT_FALSE(editor_->relate(other_org_, "source"));
  EXPECT_THAT(ends(source), ElementsAre(claim_, other_org_));
  EXPECT_EQ(editor_->selected_annotation(), source);
  EXPECT_FALSE(editor_->relation_draft());
}

TEST_F(EditorRelationsTest, AnEndThatMovesMakesNoSecondRelationOfTheSame) {
  const AnnotationId first = relate(claim_, org_, "source");
  const AnnotationId second = relate(claim_, other_org_, "source");
  editor_->begin_relation();
  EXPECT_FALSE(editor_->relate(org_, "source"));
  EXPECT_EQ(editor_->selected_annotation(), first);
  EXPECT_THAT(ends(second), ElementsAre(claim_, other_org_));
}

TEST_F(EditorRelationsTest, ARelationThatIsGoneIsNotGoneAlong) {
  relate(claim_, org_, "source");
  EXPECT_FALSE(editor_->remove_selected());
  editor_->select_annotation(claim_);
  EXPECT_FALSE(editor_->select_relation(true));
  EXPECT_FALSE(editor_->select_other_end());
}

}  // namespace
}  // namespace mitjul
