// The sets of other annotators: listed, read and taken over.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"
#include "ui/annotation_card.h"
#include "ui/annotation_order.h"
#include "ui/editor.h"
#include "ui/shown_sets.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Which = ShownSets::Which;

/// The annotated article: one's own claim, organisation, cue and relation; a claim, an organisation, their relation and
/// a product of Hana; and a cue in a curated set of hers. Another document has one annotation of one's own.
class EditorOthersTest : public testing::Test {
 protected:
  EditorOthersTest() {
    project_.annotate_article();
    project_.close();
    {
      ProjectFile file(project_.path);
      hana_ = file.add_annotator("Hana").key;
    }
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_.path));
      alone_ = import_document(workspace, "다른 기사.txt", Text("🚀 삼성전자가 발표했다."));
      workspace.perform({"annotate", {change({alone_, workspace.annotator(), false}, -1, "ORG", Spans(Span(2, 6)))}});
      workspace.work_as(hana_);
      const SetKey theirs{project_.document, hana_, false};
      const SetKey curated{project_.document, hana_, true};
      const Outcome made = workspace.perform(
          {"annotate",
           {change(theirs, -1, "CLAIM", span(kClaim)), change(theirs, -2, "ORG", span(kOrg)),
            change(theirs, -3, "about", Relation{{{"claim", {{}, {hana_, -1}}}, {"target", {{}, {hana_, -2}}}}}),
            change(theirs, -4, "PRODUCT", span(kProduct)), change(curated, -5, "CUE", span(kCue))}});
      EXPECT_TRUE(made.done()) << in_words(*made.refused);
    }
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->listen([this](const EditorEvent& event) { events_.push_back(event); });
    editor_->show(project_.document);
  }

  static AnnotationChange change(const SetKey& set, std::int64_t number, const std::string& label, Anchor anchor) {
    return {set, {}, Annotation{{set.annotator, number}, label, std::move(anchor), {}, "", {}}};
  }
  static std::vector<std::string> labels(const std::vector<const Annotation*>& annotations) {
    std::vector<std::string> ids;
    for (const Annotation* const each : annotations) ids.push_back(each->label);
    return ids;
  }
  /// One of the listed ones of others.
  AnnotationId theirs(const std::string& label) const {
    for (const Annotation* const each : editor_->listed()) {
      if (each->label == label && !editor_->is_own(each->id)) return each->id;
    }
    throw std::out_of_range(label);
  }
  void select_theirs(const std::string& label) { editor_->select_annotation(theirs(label)); }
  ShownSets hana(bool curated = false) const { return {Which::One, hana_, curated}; }
  static std::optional<ProblemCode> code(const Editor::Refusal& refusal) {
    return refusal ? std::optional(refusal->code) : std::nullopt;
  }

  Project project_;
  DocumentKey alone_;
  AnnotatorKey hana_;
  std::unique_ptr<Editor> editor_;
  std::vector<EditorEvent> events_;
};

TEST_F(EditorOthersTest, OnesOwnAreListedUnlessSomethingElseIsChosen) {
  EXPECT_THAT(labels(editor_->listed()), ElementsAre("CLAIM", "ORG", "CUE", "about"));
  EXPECT_EQ(&editor_->own_listed(), &editor_->listed());
  EXPECT_THAT(editor_->other_sets(),
              ElementsAre(SetKey{project_.document, hana_, false}, SetKey{project_.document, hana_, true}));
}

TEST_F(EditorOthersTest, EverybodysStandTogetherInTheOrderOfTheText) {
  editor_->show_sets({Which::Everybody});
  EXPECT_THAT(labels(editor_->listed()),
              ElementsAre("CLAIM", "CLAIM", "ORG", "ORG", "PRODUCT", "CUE", "CUE", "about", "about"));
  EXPECT_EQ(&editor_->filtered(), &editor_->listed());
  EXPECT_THAT(labels(editor_->own_listed()), ElementsAre("CLAIM", "ORG", "CUE", "about"));
  EXPECT_TRUE(events_.back().annotations);
  EXPECT_THAT(events_.back().changed, IsEmpty()) << "any of them";
  editor_->show_sets({});
  EXPECT_THAT(labels(editor_->listed()), ElementsAre("CLAIM", "ORG", "CUE", "about"));
}

TEST_F(EditorOthersTest, TheListHasThoseOfOneAndTheTextOnesOwnToo) {
  editor_->show_sets(hana());
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("CLAIM", "ORG", "PRODUCT", "about"));
  EXPECT_EQ(editor_->listed().size(), 8U);
  for (const Annotation* const each : editor_->listed()) EXPECT_FALSE(editor_->is_hidden(*each));
  editor_->filter_text(true);
  for (const Annotation* const each : editor_->own_listed()) EXPECT_TRUE(editor_->is_hidden(*each)) << each->label;
  editor_->show_sets(hana(true));
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("CUE"));
}

TEST_F(EditorOthersTest, TheRestOfTheFilterHoldsForOthersToo) {
  editor_->show_sets({Which::Everybody});
  editor_->set_filter({"ENTITY", {}, ""});
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("ORG", "ORG", "PRODUCT"));
  editor_->show_sets(hana());
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("ORG", "PRODUCT"));
  editor_->set_filter({"", {}, "ㅎㅇㅇ"});
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("CLAIM", "ORG", "about"));
}

TEST_F(EditorOthersTest, AChoiceIsKeptOverDocumentsAndHoldsWhereItCan) {
  editor_->show_sets(hana());
  editor_->show(alone_);
  EXPECT_THAT(editor_->other_sets(), IsEmpty());
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("ORG")) << "she has nothing here";
  EXPECT_FALSE(editor_->is_filtered());
  editor_->show(project_.document);
  EXPECT_EQ(editor_->shown_sets(), hana());
  EXPECT_EQ(editor_->filtered().size(), 4U);
}

TEST_F(EditorOthersTest, TabGoesThroughOthersAsTheyAreListed) {
  editor_->show_sets({Which::Everybody});
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < editor_->listed().size(); ++i) {
    editor_->select_next_annotation();
    seen.push_back(editor_->selected()->label);
  }
  EXPECT_THAT(seen, ElementsAre("CLAIM", "CLAIM", "ORG", "ORG", "PRODUCT", "CUE", "CUE", "about", "about"));
  editor_->show_sets(hana());
  editor_->select_annotation(std::nullopt);
  editor_->select(Selection(TextPos(0)));
  for (int i = 0; i < 4; ++i) {
    editor_->select_next_annotation();
    EXPECT_FALSE(editor_->is_own(editor_->selected()->id));
  }
}

TEST_F(EditorOthersTest, WhatIsNoLongerListedIsNoLongerSelected) {
  editor_->show_sets({Which::Everybody});
  select_theirs("PRODUCT");
  ASSERT_NE(editor_->selected(), nullptr);
  editor_->show_sets({});
  EXPECT_FALSE(editor_->selected_annotation());
  EXPECT_TRUE(events_.back().selection);
}

TEST_F(EditorOthersTest, NothingOfOthersIsChanged) {
  editor_->show_sets({Which::Everybody});
  const std::string before = in_words(*editor_->document());
  const auto refused = ProblemCode::AnnotationOfOther;
  select_theirs("ORG");
  EXPECT_EQ(code(editor_->apply_label("PERSON")), refused);
  EXPECT_EQ(code(editor_->apply_label("ORG")), refused) << "also where it would change nothing";
  EXPECT_EQ(code(editor_->remove_selected()), refused);
  EXPECT_EQ(code(editor_->move_edge(Editor::Edge::End, Editor::Step::Grapheme, true)), refused);
  Annotation noted = *editor_->selected();
  noted.note = "메모";
  EXPECT_EQ(code(editor_->change(noted, "note")), refused);
  EXPECT_EQ(editor_->change(noted, "note")->details, std::vector<std::string>{"Hana"});
  EXPECT_EQ(code(editor_->begin_relation()), refused);
  EXPECT_FALSE(editor_->relation_draft());
  EXPECT_EQ(code(editor_->apply_label("about")), refused);
  select_theirs("about");
  EXPECT_EQ(code(editor_->turn_relation()), refused);
  EXPECT_EQ(code(editor_->begin_relation()), refused) << "its end is not moved";
  EXPECT_EQ(code(editor_->apply_label("source")), refused);
  EXPECT_EQ(in_words(*editor_->document()), before);
}

TEST_F(EditorOthersTest, NoRelationOfOnesOwnLeadsToThem) {
  editor_->show_sets({Which::Everybody});
  const AnnotationId product = theirs("PRODUCT");
  editor_->select_annotation(editor_->own_listed().front()->id);
  EXPECT_EQ(code(editor_->begin_relation()), std::nullopt);
  ASSERT_TRUE(editor_->relation_draft());
  EXPECT_EQ(code(editor_->relate(product, "about")), ProblemCode::AnnotationOfOther);
  EXPECT_TRUE(editor_->relation_draft()) << "another end can be chosen";
}

TEST_F(EditorOthersTest, TheSameMayBeAnnotatedBesideThem) {
  editor_->show_sets({Which::Everybody});
  editor_->select(Selection(span(kProduct).start(), span(kProduct).end()));
  EXPECT_FALSE(editor_->apply_label("PRODUCT"));
  EXPECT_TRUE(editor_->is_own(*editor_->selected_annotation()));
  EXPECT_EQ(editor_->own_listed().size(), 5U);
  EXPECT_EQ(editor_->own_set(*editor_->find_document(project_.document))->annotations, 5);
}

TEST_F(EditorOthersTest, OneIsTakenOverInOneEditAndUndone) {
  editor_->show_sets(hana());
  select_theirs("PRODUCT");
  EXPECT_FALSE(editor_->take_over());
  ASSERT_NE(editor_->selected(), nullptr);
  EXPECT_TRUE(editor_->is_own(editor_->selected()->id));
  EXPECT_EQ(editor_->selected()->label, "PRODUCT");
  EXPECT_EQ(*editor_->selected()->spans(), span(kProduct));
  EXPECT_EQ(editor_->selected()->provenance.method, Method::Curation);
  EXPECT_EQ(editor_->selected()->provenance.origin, "Hana");
  EXPECT_EQ(editor_->own_listed().size(), 5U);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(editor_->own_listed().size(), 4U);
  EXPECT_EQ(editor_->listed().size(), 8U);
}

TEST_F(EditorOthersTest, OnesOwnOfTheSameIsSelectedInPlaceOfACopy) {
  editor_->show_sets({Which::Everybody});
  select_theirs("ORG");
  EXPECT_EQ(code(editor_->take_over()), ProblemCode::AnnotationPresent);
  EXPECT_TRUE(editor_->is_own(*editor_->selected_annotation()));
  EXPECT_EQ(editor_->selected()->label, "ORG");
  EXPECT_FALSE(editor_->take_over()) << "it is nobody else's";
  EXPECT_EQ(editor_->own_listed().size(), 4U);
}

TEST_F(EditorOthersTest, ARelationIsTakenOverBehindItsEnds) {
  EXPECT_FALSE(editor_->undo());  // in the other document
  EXPECT_FALSE(editor_->undo());
  editor_->show_sets({Which::Everybody});
  ASSERT_THAT(editor_->own_listed(), IsEmpty());
  select_theirs("about");
  EXPECT_EQ(code(editor_->take_over()), ProblemCode::EndsOfOther);
  for (const char* const label : {"CLAIM", "ORG", "about"}) {
    select_theirs(label);
    EXPECT_FALSE(editor_->take_over()) << label;
  }
  EXPECT_EQ(editor_->relations_at(editor_->own_listed().front()->id).size(), 1U);
}

TEST_F(EditorOthersTest, SetsAreCalledByWhoseTheyAre) {
  const auto& annotators = editor_->workspace().annotators();
  EXPECT_EQ(to_utf8(set_name({project_.document, hana_, false}, annotators)), "Hana");
  EXPECT_EQ(to_utf8(set_name({project_.document, hana_, true}, annotators)), "Hana (curated)");
  editor_->show_sets({Which::Everybody});
  const auto card = annotation_card({theirs("PRODUCT")}, *editor_->document(), editor_->schema(), annotators);
  EXPECT_TRUE(card.back().text.StartsWith("Hana "));
}

TEST_F(EditorOthersTest, AnotherNameOfOneIsToldWhereItIsShown) {
  const Edit renamed{"rename-annotator", {AnnotatorNameChange{hana_, "Hana", "하나"}}};
  editor_->show_sets(hana());
  events_.clear();
  EXPECT_FALSE(editor_->perform(renamed));
  ASSERT_FALSE(events_.empty());
  EXPECT_TRUE(events_.back().annotations);
  EXPECT_TRUE(events_.back().documents);
  EXPECT_EQ(to_utf8(editor_->name_of({project_.document, hana_, false})), "하나");
}

TEST_F(EditorOthersTest, TheListCanBeSortedByAnnotator) {
  editor_->show_sets({Which::Everybody});
  std::vector<const Annotation*> sorted = editor_->listed();
  sort_annotations(sorted, AnnotationOrder::Author, false, editor_->schema(), *editor_->document());
  std::vector<SetKey> sets;
  for (const Annotation* const each : sorted) {
    const SetKey key = editor_->set_of(each->id)->key();
    if (sets.empty() || sets.back() != key) sets.push_back(key);
  }
  EXPECT_EQ(sets.size(), 3U);
}

}  // namespace
}  // namespace mitjul
