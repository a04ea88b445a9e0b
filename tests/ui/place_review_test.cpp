#include "ui/place_review.h"

#include <gtest/gtest.h>

#include "core/schema.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

ReviewPlace place(const char* document, const MarkedText& marks, bool certain, Method method = Method::Occurrence) {
  return review_place(*DocumentKey::parse(document), std::string(document) + ".txt", marks.text, marks.spans.front(),
                      "ORG", method, certain);
}

TEST(PlaceReviewTest, APlaceSaysWhatIsAroundItOnOneLine) {
  const ReviewPlace found = place("aaaaaaaaaa", marked("🚀 첫째 줄\n둘째 {화웨이}가\t칩을 냈다."), true);
  EXPECT_EQ(found.left, "🚀 첫째 줄 둘째 ");
  EXPECT_EQ(found.hit, "화웨이");
  EXPECT_EQ(found.right, "가 칩을 냈다.");
}

TEST(PlaceReviewTest, ContextIsCutBetweenCharacters) {
  const ReviewPlace found = place(
      "aaaaaaaaaa",
      marked(
          "👩‍💻가나다라마바사아자차카타파하가나다라마바사아자차카타파하{화웨이}"
          "가"),
      true);
  EXPECT_EQ(found.left,
            "👩‍💻가나다라마바사아자차카타파하가나다라마바사아자차카타파하");
}

TEST(PlaceReviewTest, UncertainPlacesComeLastAndAreNotTicked) {
  const PlaceReview review({place("aaaaaaaaaa", marked("🚀 {천}만에"), false),
                            place("bbbbbbbbbb", marked("🚀 {천}은"), true),
                            place("cccccccccc", marked("🚀 {천}이"), true)});
  EXPECT_EQ(review[2].document, *DocumentKey::parse("aaaaaaaaaa"));
  EXPECT_FALSE(review[2].ticked);
  EXPECT_EQ(review.ticked(), 2U);
  EXPECT_EQ(review.documents(), 2U);
}

TEST(PlaceReviewTest, WhatIsTickedBecomesOneEdit) {
  PlaceReview review({place("aaaaaaaaaa", marked("🚀 {미국}은"), true),
                      place("aaaaaaaaaa", marked("🚀 그 {미국}은"), true, Method::Gazetteer),
                      place("bbbbbbbbbb", marked("🚀 {미국}인"), false)});
  review.tick(0, false);
  review.tick(2, true);
  const Edit edit = review.edit(*AnnotatorKey::parse("abcdef"), preset("claims-entities").value());
  ASSERT_EQ(edit.changes.size(), 2U);
  const auto& first = std::get<AnnotationChange>(edit.changes[0]);
  EXPECT_EQ(first.after->provenance.method, Method::Gazetteer);
  EXPECT_EQ(first.after->anchor, Anchor(Spans(Span(4, 6))));
  const auto& second = std::get<AnnotationChange>(edit.changes[1]);
  EXPECT_EQ(second.set.document, *DocumentKey::parse("bbbbbbbbbb"));
  EXPECT_EQ(second.after->provenance.method, Method::Occurrence);
  EXPECT_NE(first.after->id, second.after->id);
}

TEST(PlaceReviewTest, TicksAreCountedOn) {
  PlaceReview review({place("aaaaaaaaaa", marked("🚀 {미국}은"), true),
                      place("aaaaaaaaaa", marked("🚀 그 {미국}은"), true),
                      place("bbbbbbbbbb", marked("🚀 {미국}인"), false)});
  review.tick(0, true);
  EXPECT_EQ(review.ticked(), 2U);
  EXPECT_EQ(review.documents(), 1U);
  review.tick(2, true);
  EXPECT_EQ(review.ticked(), 3U);
  EXPECT_EQ(review.documents(), 2U);
  review.tick(0, false);
  review.tick(0, false);
  EXPECT_EQ(review.documents(), 2U);
  review.tick(1, false);
  EXPECT_EQ(review.ticked(), 1U);
  EXPECT_EQ(review.documents(), 1U);
}

TEST(PlaceReviewTest, OfPlacesThatMayNotOverlapTheFirstStays) {
  Schema schema = preset("claims-entities").value();
  const PlaceReview review(
      {place("aaaaaaaaaa", marked("🚀 {서울시}의회는"), true), place("aaaaaaaaaa", marked("🚀 {서울시의회}는"), true),
       place("aaaaaaaaaa", marked("🚀 서울시{의회}는"), true), place("bbbbbbbbbb", marked("🚀 서울{시의회}는"), true)});
  const AnnotatorKey annotator = *AnnotatorKey::parse("abcdef");
  EXPECT_EQ(review.edit(annotator, schema).changes.size(), 4U);
  for (Label& label : schema.labels) {
    if (label.id == "ORG") label.overlap = OverlapRule::None;
  }
  std::vector<Anchor> kept;
  for (const Change& change : review.edit(annotator, schema).changes) {
    kept.push_back(std::get<AnnotationChange>(change).after->anchor);
  }
  EXPECT_EQ(kept, (std::vector<Anchor>{Spans(Span(2, 5)), Spans(Span(5, 7)), Spans(Span(4, 7))}));
}

}  // namespace
}  // namespace mitjul
