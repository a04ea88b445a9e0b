#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"
#include "ui/editor.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum Place { kFirst, kDay, kSecond, kMaker, kThird, kSentence };

const MarkedText& news() {
  static const MarkedText text =
      marked("🚀 {화웨이}가 칩을 샀다. {5월 24일} {화웨이}는 {SMIC}와 {화웨이} 칩을 냈다. {칩이 늘었다.}");
  return text;
}
Span at(Place place) { return news().spans[place]; }

Suggestion suggestion(Place place, std::string label, double confidence = 0.8) {
  Suggestion made;
  made.span = at(place);
  made.label = std::move(label);
  made.confidence = confidence;
  made.reason = {SuggestionReason::Kind::Annotated, 3, 0, ""};
  return made;
}

/// An editor that shows a document with five words and a claim suggested in it.
class EditorSuggestionsTest : public testing::Test {
 protected:
  explicit EditorSuggestionsTest(const Schema& schema = preset("claims-entities").value()) : project_(schema) {
    project_.close();
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_.path));
      news_ = import_document(workspace, "소식.txt", news().text);
    }
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->show(news_);
    Suggestion claim = suggestion(kSentence, "CLAIM");
    claim.attributes = {{"type", {"fact"}}};
    claim.reason = {SuggestionReason::Kind::Claim, 0, 8, "늘었다"};
    given_ = {suggestion(kMaker, "ORG"),  suggestion(kFirst, "ORG"), suggestion(kDay, "DATE"),
              suggestion(kSecond, "ORG"), suggestion(kThird, "ORG"), claim};
    editor_->set_suggestions(news_, given_);
    editor_->listen([this](const EditorEvent& event) { events_.push_back(event); });
  }

  std::string quote(Span span) const { return std::string(news().text.slice(span)); }
  std::vector<std::string> suggested() const {
    std::vector<std::string> words;
    for (const Suggestion* const each : editor_->suggestions()) words.push_back(each->label + " " + quote(each->span));
    return words;
  }
  std::vector<std::string> annotated() const {
    std::vector<std::string> words;
    for (const Annotation* const each : editor_->listed()) {
      words.push_back(each->label + " " + quote(each->spans()->hull()));
    }
    return words;
  }
  void select(Place place) {
    for (const Suggestion* const each : editor_->suggestions()) {
      if (each->span == at(place)) return editor_->select_suggestion(each);
    }
    FAIL() << "not suggested";
  }
  std::optional<Span> selected() const {
    const Suggestion* const suggestion = editor_->selected_suggestion();
    return suggestion == nullptr ? std::nullopt : std::optional(suggestion->span);
  }

  Project project_;
  DocumentKey news_;
  std::unique_ptr<Editor> editor_;
  std::vector<Suggestion> given_;
  std::vector<EditorEvent> events_;
};

TEST_F(EditorSuggestionsTest, TheyStandInTextOrderAndBelongToOneDocument) {
  EXPECT_THAT(suggested(),
              ElementsAre("ORG 화웨이", "DATE 5월 24일", "ORG 화웨이", "ORG SMIC", "ORG 화웨이", "CLAIM 칩이 늘었다."));
  editor_->set_suggestions(project_.document, {});
  EXPECT_EQ(suggested().size(), 6U) << "what was computed for another document comes too late";
  editor_->show(project_.document);
  EXPECT_THAT(suggested(), IsEmpty());
  EXPECT_TRUE(events_.back().suggestions);
  editor_->show(news_);
  EXPECT_THAT(suggested(), IsEmpty());
}

TEST_F(EditorSuggestionsTest, WhatDoesNotFitTextOrSchemaIsLeftOut) {
  Suggestion outside = suggestion(kFirst, "ORG");
  outside.span.end = news().text.end() + 1;
  Suggestion empty = suggestion(kFirst, "ORG");
  empty.span.end = empty.span.start;
  editor_->set_suggestions(news_, {outside, empty, suggestion(kFirst, "NOBODY"), suggestion(kDay, "DATE")});
  EXPECT_THAT(suggested(), ElementsAre("DATE 5월 24일"));
}

TEST_F(EditorSuggestionsTest, SelectingOneUnselectsAnnotationAndText) {
  editor_->select(Selection(at(kMaker).start, at(kMaker).end));
  ASSERT_FALSE(editor_->apply_label("ORG"));
  ASSERT_TRUE(editor_->selected_annotation());
  select(kDay);
  EXPECT_EQ(selected(), at(kDay));
  EXPECT_FALSE(editor_->selected_annotation());
  EXPECT_EQ(editor_->selection(), Selection(at(kDay).start));
  EXPECT_TRUE(events_.back().reveal);
  editor_->select_next_annotation();
  EXPECT_FALSE(selected());
  select(kDay);
  editor_->select(Selection(TextPos(3)));
  EXPECT_FALSE(selected());
  select(kDay);
  editor_->escape();
  EXPECT_FALSE(selected());
}

TEST_F(EditorSuggestionsTest, NextAndPreviousGoFromTheCaret) {
  editor_->select(Selection(at(kDay).start + 1));
  editor_->select_next_suggestion();
  EXPECT_EQ(selected(), at(kSecond));
  editor_->select_previous_suggestion();
  EXPECT_EQ(selected(), at(kDay));
  editor_->select(Selection(at(kDay).start + 1));
  editor_->select_previous_suggestion();
  EXPECT_EQ(selected(), at(kDay));
  editor_->select(Selection(news().text.end()));
  editor_->select_next_suggestion();
  EXPECT_EQ(selected(), at(kFirst));
}

TEST_F(EditorSuggestionsTest, AcceptingMakesTheAnnotationAndGoesToTheNext) {
  select(kSentence);
  events_.clear();
  ASSERT_FALSE(editor_->accept_suggestion());
  EXPECT_EQ(events_.size(), 1U);
  EXPECT_TRUE(events_[0].suggestions && events_[0].annotations && events_[0].selection && events_[0].reveal);
  ASSERT_THAT(annotated(), ElementsAre("CLAIM 칩이 늘었다."));
  const Annotation& made = *editor_->listed().front();
  EXPECT_EQ(made.attributes, (Attributes{{"type", {"fact"}}}));
  EXPECT_EQ(made.provenance.method, Method::Suggestion);
  EXPECT_EQ(made.provenance.confidence, 0.8);
  EXPECT_EQ(made.provenance.origin, "claim rule 8");
  EXPECT_EQ(suggested().size(), 5U);
  EXPECT_EQ(selected(), at(kFirst)) << "on at the start";
  EXPECT_FALSE(editor_->selected_annotation());
}

TEST_F(EditorSuggestionsTest, TheLastOneAcceptedLeavesItsAnnotationSelected) {
  editor_->set_suggestions(news_, {suggestion(kDay, "DATE")});
  editor_->select_next_suggestion();
  ASSERT_FALSE(editor_->accept_suggestion());
  EXPECT_FALSE(selected());
  EXPECT_TRUE(editor_->selected_annotation());
}

TEST_F(EditorSuggestionsTest, UndoBringsItBack) {
  select(kDay);
  ASSERT_FALSE(editor_->accept_suggestion());
  EXPECT_EQ(suggested().size(), 5U);
  ASSERT_FALSE(editor_->undo());
  EXPECT_EQ(suggested().size(), 6U);
  EXPECT_THAT(annotated(), IsEmpty());
  ASSERT_FALSE(editor_->redo());
  EXPECT_EQ(suggested().size(), 5U);
}

TEST_F(EditorSuggestionsTest, WhatIsAnnotatedByHandIsSuggestedNoLonger) {
  editor_->select(Selection(at(kMaker).start, at(kMaker).end + 1));
  ASSERT_FALSE(editor_->apply_label("ORG"));
  EXPECT_THAT(suggested(), testing::Not(testing::Contains("ORG SMIC")));
  EXPECT_TRUE(events_.back().suggestions);
  ASSERT_FALSE(editor_->remove_selected());
  EXPECT_THAT(suggested(), testing::Contains("ORG SMIC"));
}

TEST_F(EditorSuggestionsTest, ALabelAnnotatesTheSelectedSuggestionAsByHand) {
  select(kSecond);
  ASSERT_FALSE(editor_->apply_label("PERSON"));
  EXPECT_THAT(annotated(), ElementsAre("PERSON 화웨이"));
  EXPECT_EQ(editor_->listed().front()->provenance.method, Method::Hand);
  EXPECT_FALSE(editor_->listed().front()->provenance.confidence);
  EXPECT_EQ(suggested().size(), 5U);
  EXPECT_EQ(selected(), at(kMaker));
  EXPECT_EQ(editor_->pen(), "");
}

TEST_F(EditorSuggestionsTest, RefusingTellsWhoeverStoresItAndGoesToTheNext) {
  select(kDay);
  events_.clear();
  ASSERT_FALSE(editor_->refuse_suggestion());
  EXPECT_EQ(selected(), at(kSecond));
  EXPECT_THAT(suggested(), testing::Not(testing::Contains("DATE 5월 24일")));
  EXPECT_TRUE(std::any_of(events_.begin(), events_.end(), [](const EditorEvent& event) { return event.suggestions; }));
  EXPECT_THAT(annotated(), IsEmpty());
}

TEST_F(EditorSuggestionsTest, ARefusalIsRememberedAndCanBeUndone) {
  select(kDay);
  ASSERT_FALSE(editor_->refuse_suggestion());
  editor_->set_suggestions(news_, given_);
  EXPECT_EQ(suggested().size(), 5U) << "it is not offered again";
  EXPECT_EQ(ProjectFile(project_.path).load(news_).refusals.size(), 1U);
  ASSERT_FALSE(editor_->undo());
  EXPECT_EQ(suggested().size(), 6U);
}

TEST_F(EditorSuggestionsTest, AllLikeItAreAcceptedInOneEdit) {
  select(kFirst);
  ASSERT_FALSE(editor_->accept_suggestions(editor_->suggestions_like_selected()));
  EXPECT_THAT(annotated(), ElementsAre("ORG 화웨이", "ORG 화웨이", "ORG 화웨이"));
  EXPECT_EQ(selected(), at(kDay));
  ASSERT_FALSE(editor_->undo());
  EXPECT_THAT(annotated(), IsEmpty());
  EXPECT_EQ(suggested().size(), 6U);
}

TEST_F(EditorSuggestionsTest, AllLikeItAreRefusedAtOnce) {
  select(kSecond);
  ASSERT_FALSE(editor_->refuse_suggestions(editor_->suggestions_like_selected()));
  EXPECT_THAT(suggested(), ElementsAre("DATE 5월 24일", "ORG SMIC", "CLAIM 칩이 늘었다."));
  EXPECT_EQ(selected(), at(kMaker));
  ASSERT_FALSE(editor_->undo());
  EXPECT_EQ(suggested().size(), 6U);
}

TEST_F(EditorSuggestionsTest, AllOfALabelAndAllAreAcceptedInOneEdit) {
  select(kFirst);
  ASSERT_FALSE(editor_->accept_suggestions(editor_->suggestions_with_label_of_selected()));
  EXPECT_EQ(annotated().size(), 4U);
  EXPECT_THAT(suggested(), ElementsAre("DATE 5월 24일", "CLAIM 칩이 늘었다."));
  ASSERT_FALSE(editor_->accept_suggestions(editor_->suggestions()));
  EXPECT_EQ(annotated().size(), 6U);
  EXPECT_THAT(suggested(), IsEmpty());
  ASSERT_FALSE(editor_->undo());
  ASSERT_FALSE(editor_->undo());
  EXPECT_EQ(suggested().size(), 6U);
}

TEST_F(EditorSuggestionsTest, AllAreRefusedAtOnce) {
  ASSERT_FALSE(editor_->refuse_suggestions(editor_->suggestions()));
  EXPECT_THAT(suggested(), IsEmpty());
  ASSERT_FALSE(editor_->refuse_suggestion());
  ASSERT_FALSE(editor_->accept_suggestion());
  EXPECT_THAT(annotated(), IsEmpty());
}

TEST_F(EditorSuggestionsTest, OfTwoForOneSpanTheMoreConfidentIsAccepted) {
  editor_->set_suggestions(news_, {suggestion(kFirst, "ORG", 0.4), suggestion(kFirst, "PERSON", 0.6)});
  ASSERT_FALSE(editor_->accept_suggestions(editor_->suggestions()));
  EXPECT_THAT(annotated(), ElementsAre("PERSON 화웨이"));
  EXPECT_THAT(suggested(), IsEmpty());
}

TEST_F(EditorSuggestionsTest, NewOnesKeepTheSelection) {
  select(kMaker);
  editor_->set_suggestions(news_, {suggestion(kMaker, "ORG", 0.9), suggestion(kFirst, "ORG")});
  EXPECT_EQ(selected(), at(kMaker));
  editor_->set_suggestions(news_, {suggestion(kFirst, "ORG")});
  EXPECT_FALSE(selected());
  EXPECT_TRUE(events_.back().selection);
}

TEST_F(EditorSuggestionsTest, AnotherProgramsAnnotationsCountToo) {
  select(kFirst);
  {
    Workspace other(std::make_unique<ProjectFile>(project_.path));
    const SetKey set{news_, other.annotator(), false};
    other.perform({"annotate",
                   {AnnotationChange{set, {}, Annotation{{set.annotator, -1}, "ORG", Spans(at(kFirst)), {}, "", {}}}}});
  }
  editor_->refresh();
  EXPECT_EQ(suggested().size(), 5U);
  EXPECT_FALSE(selected());
}

/// Claims may not lie over anything.
class ForbiddenOverlapTest : public EditorSuggestionsTest {
 protected:
  ForbiddenOverlapTest() : EditorSuggestionsTest(schema()) {}
  static Schema schema() {
    Schema schema = preset("claims-entities").value();
    for (Label& label : schema.labels) {
      if (label.id == "CLAIM") label.overlap = OverlapRule::None;
    }
    return schema;
  }
};

TEST_F(ForbiddenOverlapTest, OneThatMayNotStandThereIsRefusedWithAReason) {
  Suggestion claim = suggestion(kFirst, "CLAIM");
  claim.span.end = claim.span.end + 2;
  editor_->set_suggestions(news_, {claim, suggestion(kFirst, "ORG")});
  editor_->select(Selection(at(kFirst).start, at(kFirst).end));
  ASSERT_FALSE(editor_->apply_label("ORG"));
  ASSERT_THAT(suggested(), ElementsAre("CLAIM 화웨이가 "));
  editor_->select_next_suggestion();
  const Editor::Refusal refusal = editor_->accept_suggestion();
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->code, ProblemCode::OverlapNotAllowed);
  EXPECT_TRUE(selected());
  EXPECT_TRUE(editor_->accept_suggestions(editor_->suggestions()));
}

TEST_F(ForbiddenOverlapTest, OfManyThoseThatMayStandAreAccepted) {
  Suggestion claim = suggestion(kFirst, "CLAIM", 0.5);
  claim.span.end = claim.span.end + 2;
  editor_->set_suggestions(news_, {claim, suggestion(kFirst, "ORG", 0.8), suggestion(kDay, "DATE")});
  ASSERT_FALSE(editor_->accept_suggestions(editor_->suggestions()));
  EXPECT_THAT(annotated(), ElementsAre("ORG 화웨이", "DATE 5월 24일"));
  EXPECT_THAT(suggested(), ElementsAre("CLAIM 화웨이가 "));
}

}  // namespace
}  // namespace mitjul
