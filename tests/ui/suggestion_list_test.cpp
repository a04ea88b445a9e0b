#include "ui/suggestion_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "tests/core/values.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Suggestion suggestion(Span span, std::string label, double confidence = 0.5) {
  Suggestion made;
  made.span = span;
  made.label = std::move(label);
  made.confidence = confidence;
  return made;
}

bool none_refused(const Suggestion& /*suggestion*/) { return false; }

std::vector<std::string> words_of(const std::vector<const Suggestion*>& suggestions) {
  std::vector<std::string> words;
  for (const Suggestion* const each : suggestions) {
    words.push_back(each->label + " " + std::to_string(each->span.start.value()) + ".." +
                    std::to_string(each->span.end.value()));
  }
  return words;
}

TEST(SuggestionListTest, TheyStandInTextOrderTheLongerFirst) {
  SuggestionList list;
  list.set({suggestion({9, 12}, "ORG"), suggestion({2, 5}, "ORG"), suggestion({2, 12}, "CLAIM")});
  EXPECT_THAT(words_of(list.open()), ElementsAre("CLAIM 2..12", "ORG 2..5", "ORG 9..12"));
}

TEST(SuggestionListTest, AnAnnotationDecidesWhatHasItsSpanOrItsLabelAndOverlaps) {
  SuggestionList list;
  list.set({suggestion({2, 20}, "CLAIM"), suggestion({2, 5}, "ORG"), suggestion({2, 5}, "PERSON"),
            suggestion({9, 12}, "ORG"), suggestion({14, 16}, "ORG")});
  const Annotation person = annotation(1, "PERSON", Span(2, 5));
  const Annotation longer = annotation(2, "ORG", Span(8, 12));
  const Annotation other = annotation(3, "PRODUCT", Span(13, 16));
  EXPECT_TRUE(list.leave_out({&person, &longer, &other}, none_refused));
  EXPECT_THAT(words_of(list.open()), ElementsAre("CLAIM 2..20", "ORG 14..16"));
  EXPECT_FALSE(list.leave_out({&person, &longer, &other}, none_refused));
  EXPECT_TRUE(list.leave_out({&other}, none_refused)) << "what was deleted is suggested again";
  EXPECT_EQ(list.open().size(), 5U);
}

TEST(SuggestionListTest, TheGapOfADiscontinuousAnnotationDecidesNothing) {
  SuggestionList list;
  list.set({suggestion({2, 5}, "ORG"), suggestion({6, 8}, "ORG")});
  const Annotation apart = annotation(1, "ORG", Spans(std::vector<Span>{Span(1, 3), Span(9, 12)}));
  list.leave_out({&apart}, none_refused);
  EXPECT_THAT(words_of(list.open()), ElementsAre("ORG 6..8"));
}

TEST(SuggestionListTest, RelationsDecideNothing) {
  SuggestionList list;
  list.set({suggestion({2, 5}, "ORG")});
  const Annotation relation = annotation(1, "ORG", Relation{{argument("a", 2), argument("b", 3)}});
  const Annotation topic = annotation(2, "ORG", WholeDocument{});
  EXPECT_FALSE(list.leave_out({&relation, &topic}, none_refused));
}

/// Against every annotation compared with every suggestion.
TEST(SuggestionListTest, WhatIsLeftIsWhatComparingAllWithAllLeaves) {
  std::mt19937 random(20261122);  // NOLINT: the same spans every time
  const std::vector<std::string> labels{"ORG", "PERSON", "CLAIM"};
  const auto span = [&] {
    const auto start = static_cast<std::uint32_t>(random() % 60);
    return Span(start, start + 1 + static_cast<std::uint32_t>(random() % (random() % 5 == 0 ? 40 : 5)));
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<Annotation> annotations;
    for (std::int64_t number = 1; number <= 8; ++number) {
      annotations.push_back(annotation(number, labels[random() % 3], span()));
    }
    std::sort(annotations.begin(), annotations.end(), in_listing_order);
    std::vector<const Annotation*> listed;
    for (const Annotation& each : annotations) listed.push_back(&each);
    std::vector<Suggestion> given;
    for (int i = 0; i < 12; ++i) given.push_back(suggestion(span(), labels[random() % 3]));
    SuggestionList list;
    list.set(given);
    std::vector<const Suggestion*> left = list.open();
    std::erase_if(left, [&](const Suggestion* each) {
      return std::any_of(annotations.begin(), annotations.end(), [&](const Annotation& made) {
        const Span place = made.spans()->hull();
        return place == each->span || (made.label == each->label && place.overlaps(each->span));
      });
    });
    list.leave_out(listed, none_refused);
    ASSERT_EQ(words_of(list.open()), words_of(left)) << round;
  }
}

/// Annotations come, go and move, discontinuous ones among them; told span by span, or all looked at anew.
TEST(SuggestionListTest, LookingNearWhatChangedLeavesWhatLookingAtAllLeaves) {
  std::mt19937 random(20261123);  // NOLINT: the same spans every time
  const std::vector<std::string> labels{"ORG", "PERSON", "CLAIM"};
  const auto span = [&](std::uint32_t from) {
    const std::uint32_t start = from + static_cast<std::uint32_t>(random() % 200);
    return Span(start, start + 1 + static_cast<std::uint32_t>(random() % (random() % 8 == 0 ? 80 : 5)));
  };
  std::vector<Suggestion> given;
  for (int i = 0; i < 60; ++i) given.push_back(suggestion(span(0), labels[random() % 3]));
  SuggestionList near;
  SuggestionList all;
  near.set(given);
  all.set(given);
  std::map<std::int64_t, Annotation> annotations;
  near.leave_out({}, none_refused);
  for (int round = 0; round < 600; ++round) {
    const auto number = static_cast<std::int64_t>(random() % 25);
    std::vector<Span> changed;
    if (const auto before = annotations.find(number); before != annotations.end()) {
      changed.push_back(before->second.spans()->hull());
      annotations.erase(before);
    }
    if (random() % 3 > 0) {
      std::vector<Span> segments{span(0)};
      if (random() % 4 == 0) segments.push_back(span(segments.front().end.value() + 1));
      const Annotation made = annotation(number, labels[random() % 3], Spans(segments));
      changed.push_back(made.spans()->hull());
      annotations.emplace(number, made);
    }
    std::vector<const Annotation*> listed;
    for (const auto& [key, each] : annotations) listed.push_back(&each);
    std::sort(listed.begin(), listed.end(),
              [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
    const std::vector<std::string> before = words_of(near.open());
    bool told = false;
    for (const Span& each : changed) told |= near.leave_out_near(each, listed, none_refused);
    all.leave_out(listed, none_refused);
    ASSERT_EQ(words_of(near.open()), words_of(all.open())) << round;
    ASSERT_EQ(told, words_of(near.open()) != before) << round;
  }
}

TEST(SuggestionListTest, WhatIsRefusedOrTakenBackIsFoundNearItsSpan) {
  SuggestionList list;
  list.set({suggestion({2, 5}, "ORG"), suggestion({9, 12}, "ORG"), suggestion({9, 12}, "PERSON")});
  list.leave_out({}, none_refused);
  list.select(list.open()[1]);
  const auto is_refused = [](const Suggestion& each) { return each.span == Span(9, 12) && each.label == "ORG"; };
  EXPECT_TRUE(list.leave_out_near({9, 12}, {}, is_refused));
  EXPECT_THAT(words_of(list.open()), ElementsAre("ORG 2..5", "PERSON 9..12"));
  EXPECT_EQ(list.selected(), nullptr);
  EXPECT_TRUE(list.leave_out_near({9, 12}, {}, none_refused));
  EXPECT_THAT(words_of(list.open()), ElementsAre("ORG 2..5", "ORG 9..12", "PERSON 9..12"));
}

TEST(SuggestionListTest, NextAndPreviousGoOnAtTheOtherEnd) {
  SuggestionList list;
  EXPECT_EQ(list.next(TextPos(0)), nullptr);
  EXPECT_EQ(list.previous(TextPos(0)), nullptr);
  list.set({suggestion({2, 5}, "ORG"), suggestion({9, 12}, "ORG"), suggestion({14, 16}, "ORG")});
  const auto& open = list.open();
  EXPECT_EQ(list.next(TextPos(0)), open[0]);
  EXPECT_EQ(list.next(TextPos(9)), open[1]) << "one at the caret is the next";
  EXPECT_EQ(list.next(TextPos(15)), open[0]);
  EXPECT_EQ(list.previous(TextPos(9)), open[0]);
  EXPECT_EQ(list.previous(TextPos(2)), open[2]);
  list.select(open[2]);
  EXPECT_EQ(list.next(TextPos(0)), open[0]);
  EXPECT_EQ(list.previous(TextPos(0)), open[1]);
  list.select(open[0]);
  EXPECT_EQ(list.previous(TextPos(0)), open[2]);
}

TEST(SuggestionListTest, WhatIsRefusedIsLeftOutAsLongAsItIs) {
  SuggestionList list;
  list.set({suggestion({2, 5}, "ORG"), suggestion({9, 12}, "ORG")});
  list.select(list.open()[0]);
  EXPECT_TRUE(list.leave_out({}, [](const Suggestion& each) { return each.span == Span(2, 5); }));
  EXPECT_EQ(list.selected(), nullptr);
  EXPECT_THAT(words_of(list.open()), ElementsAre("ORG 9..12"));
  EXPECT_TRUE(list.leave_out({}, none_refused));
  EXPECT_EQ(list.open().size(), 2U);
}

TEST(SuggestionListTest, TheSelectedOneStaysWhenTheSameIsGivenAgain) {
  SuggestionList list;
  list.set({suggestion({2, 5}, "ORG"), suggestion({9, 12}, "ORG")});
  list.select(list.open()[1]);
  list.set({suggestion({0, 1}, "PERSON"), suggestion({9, 12}, "ORG", 0.9)});
  ASSERT_NE(list.selected(), nullptr);
  EXPECT_EQ(list.selected()->confidence, 0.9);
  list.set({suggestion({9, 12}, "PERSON")});
  EXPECT_EQ(list.selected(), nullptr);
}

TEST(SuggestionListTest, LikeAreThoseWithTheSameWordsAndLabel) {
  const MarkedText text = marked("🚀 {화웨이}가 {화웨이}와 {화웨이}는 {칩}");
  SuggestionList list;
  list.set({suggestion(text.spans[0], "ORG"), suggestion(text.spans[1], "ORG"), suggestion(text.spans[2], "PRODUCT"),
            suggestion(text.spans[3], "ORG")});
  EXPECT_THAT(list.like(*list.open()[1], text.text), ElementsAre(list.open()[0], list.open()[1]));
}

TEST(SuggestionListTest, OfRivalsTheMoreConfidentIsTaken) {
  SuggestionList list;
  list.set({suggestion({2, 20}, "CLAIM"), suggestion({2, 5}, "ORG", 0.4), suggestion({2, 5}, "PERSON", 0.6),
            suggestion({9, 12}, "ORG", 0.6), suggestion({11, 14}, "ORG", 0.9), suggestion({13, 16}, "ORG", 0.6),
            suggestion({15, 18}, "ORG", 0.6)});
  EXPECT_THAT(words_of(without_rivals(list.open())),
              ElementsAre("CLAIM 2..20", "PERSON 2..5", "ORG 11..14", "ORG 15..18"));
  EXPECT_THAT(without_rivals({}), IsEmpty());
}

TEST(SuggestionListTest, TheAnnotationSaysWhereItComesFrom) {
  Suggestion claim = suggestion({2, 20}, "CLAIM", 0.7);
  claim.attributes = {{"type", {"fact"}}};
  claim.method = Method::Gazetteer;
  claim.reason = {SuggestionReason::Kind::Claim, 0, 8, "늘었다"};
  const Annotation made = annotation_of(claim, annotation_id(-1));
  EXPECT_EQ(made.label, "CLAIM");
  EXPECT_EQ(made.spans()->hull(), Span(2, 20));
  EXPECT_EQ(made.attributes, claim.attributes);
  EXPECT_EQ(made.provenance.method, Method::Gazetteer);
  EXPECT_EQ(made.provenance.confidence, 0.7);
  EXPECT_EQ(made.provenance.origin, "claim rule 8");
}

}  // namespace
}  // namespace mitjul
