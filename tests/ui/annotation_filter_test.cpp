#include "ui/annotation_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/storage/support.h"
#include "ui/annotation_order.h"
#include "ui/annotation_words.h"
#include "ui/editor.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The annotated article: a claim, the organisation in it, the cue behind it, and `about` from claim to organisation.
class AnnotationFilterTest : public testing::Test {
 protected:
  AnnotationFilterTest() {
    project_.annotate_article();
    AnnotationChange product = project_.made("PRODUCT", span(kProduct));
    product.after->note = "Ascend 910C";
    product.after->provenance.method = Method::Suggestion;
    project_.perform({product});
    project_.close();
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->listen([this](const EditorEvent& event) { events_.push_back(event); });
    editor_->show(project_.document);
  }

  std::vector<std::string> left(const AnnotationFilter& filter) {
    editor_->set_filter(filter);
    return labels(editor_->filtered());
  }
  static std::vector<std::string> labels(const std::vector<const Annotation*>& annotations) {
    std::vector<std::string> ids;
    for (const Annotation* const each : annotations) ids.push_back(each->label);
    return ids;
  }
  const Annotation& listed(const std::string& label) const {
    for (const Annotation* const each : editor_->listed()) {
      if (each->label == label) return *each;
    }
    throw std::out_of_range(label);
  }

  Project project_;
  std::unique_ptr<Editor> editor_;
  std::vector<EditorEvent> events_;
};

TEST_F(AnnotationFilterTest, AnEmptyOneLetsAllThrough) {
  EXPECT_THAT(left({}), ElementsAre("CLAIM", "ORG", "PRODUCT", "CUE", "about"));
  EXPECT_THAT(left({"", {}, "  "}), ElementsAre("CLAIM", "ORG", "PRODUCT", "CUE", "about"));
  EXPECT_TRUE((AnnotationFilter{"", {}, " \t"}).empty());
}

TEST_F(AnnotationFilterTest, ALabelStandsForThoseBelowIt) {
  EXPECT_THAT(left({"ORG"}), ElementsAre("ORG"));
  EXPECT_THAT(left({"ENTITY"}), ElementsAre("ORG", "PRODUCT"));
  EXPECT_THAT(left({"about"}), ElementsAre("about"));
  EXPECT_THAT(left({"PERSON"}), IsEmpty());
}

TEST_F(AnnotationFilterTest, TheWayTheyWereMadeCanBeAskedFor) {
  EXPECT_THAT(left({"", Method::Suggestion}), ElementsAre("PRODUCT"));
  EXPECT_THAT(left({"ORG", Method::Suggestion}), IsEmpty());
}

TEST_F(AnnotationFilterTest, WordsAreLookedForInQuotesNotesAndEnds) {
  EXPECT_THAT(left({"", {}, "화웨이"}), ElementsAre("CLAIM", "ORG", "about"));
  EXPECT_THAT(left({"", {}, "ㅎㅇㅇ"}), ElementsAre("CLAIM", "ORG", "about")) << "initials";
  EXPECT_THAT(left({"", {}, " 밝혔 "}), ElementsAre("CUE"));
  EXPECT_THAT(left({"", {}, "ascend"}), ElementsAre("PRODUCT")) << "the note, in either case";
  EXPECT_THAT(left({"", {}, "고 밝혔다"}), IsEmpty()) << "begins outside the quote";
}

TEST_F(AnnotationFilterTest, WhatChangesComesAndGoes) {
  EXPECT_THAT(left({"ORG"}), ElementsAre("ORG"));
  editor_->select_annotation(listed("ORG").id);
  EXPECT_FALSE(editor_->apply_label("PERSON"));
  EXPECT_THAT(editor_->filtered(), IsEmpty());
  EXPECT_FALSE(editor_->undo());
  EXPECT_THAT(labels(editor_->filtered()), ElementsAre("ORG"));
}

TEST_F(AnnotationFilterTest, TheTextShowsWhatTheFilterLeavesOnlyWhereItIsAskedTo) {
  editor_->select_annotation(std::nullopt);
  editor_->set_filter({"ORG"});
  EXPECT_FALSE(editor_->is_hidden(listed("CUE")));
  events_.clear();
  editor_->filter_text(true);
  ASSERT_EQ(events_.size(), 1U);
  EXPECT_TRUE(events_[0].filter);
  EXPECT_TRUE(editor_->is_hidden(listed("CUE")));
  EXPECT_FALSE(editor_->is_hidden(listed("ORG")));
  // What is selected is seen: something that was just made, too.
  editor_->select_annotation(listed("CUE").id);
  EXPECT_FALSE(editor_->is_hidden(listed("CUE")));
  editor_->set_filter({});
  EXPECT_FALSE(editor_->is_text_filtered());
  EXPECT_FALSE(editor_->is_hidden(listed("CLAIM")));
}

TEST_F(AnnotationFilterTest, TabGoesThroughWhatTheTextShows) {
  editor_->set_filter({"ENTITY"});
  editor_->filter_text(true);
  editor_->select(Selection(TextPos(0)));
  std::vector<std::string> seen;
  for (int i = 0; i < 3; ++i) {
    editor_->select_next_annotation();
    seen.push_back(editor_->selected()->label);
  }
  EXPECT_THAT(seen, ElementsAre("ORG", "PRODUCT", "ORG"));
  editor_->select_previous_annotation();
  EXPECT_EQ(editor_->selected()->label, "PRODUCT");
}

TEST_F(AnnotationFilterTest, SortedByLabelWordsAndTimeBothWays) {
  const auto sorted = [&](AnnotationOrder order, bool descending) {
    auto annotations = editor_->listed();
    sort_annotations(annotations, order, descending, editor_->schema(), *editor_->document());
    return labels(annotations);
  };
  EXPECT_THAT(sorted(AnnotationOrder::Place, true), ElementsAre("about", "CUE", "PRODUCT", "ORG", "CLAIM"));
  // The preset has entities before statements, the cue behind them, relations last.
  EXPECT_THAT(sorted(AnnotationOrder::Label, false), ElementsAre("ORG", "PRODUCT", "CLAIM", "CUE", "about"));
  // 밝혔다, 칩, 화웨이, 화웨이가 칩을 확보했다 and the relation that begins there.
  EXPECT_THAT(sorted(AnnotationOrder::Words, false), ElementsAre("CUE", "PRODUCT", "ORG", "CLAIM", "about"));
  EXPECT_THAT(sorted(AnnotationOrder::Words, true), ElementsAre("CLAIM", "about", "ORG", "PRODUCT", "CUE"));
  EXPECT_THAT(sorted(AnnotationOrder::Changed, true), ElementsAre("PRODUCT", "CLAIM", "ORG", "CUE", "about"));
}

TEST_F(AnnotationFilterTest, ARelationSaysWhoIsTiedToWhom) {
  const auto ends = [&](std::uint32_t most) {
    return to_utf8(ends_of(listed("about"), *editor_->document(), editor_->schema(), most));
  };
  EXPECT_EQ(ends(60), "화웨이가 칩을 확보했다 (주장) → 화웨이 (대상)");
  // Without roles where there is little room; the longer end gives way.
  EXPECT_EQ(ends(14), "화웨이가 칩을 … → 화웨이");
  EXPECT_EQ(to_utf8(ends_of(listed("ORG"), *editor_->document(), editor_->schema(), 60)), "");
}

}  // namespace
}  // namespace mitjul
