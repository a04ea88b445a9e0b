#include "core/annotation_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnnotatorKey kOther = annotator_key("k2h4qa");

/// "🚀 화웨이가 칩을 확보했다": two annotators, one of whom made a claim, an organisation and a topic.
AnnotatedDocument document() {
  AnnotatedDocument made;
  made.document = Document::make("기사.txt", Text("🚀 화웨이가 칩을 확보했다"));
  AnnotationSet& set = made.set({made.document.info.key, annotator_key(), false});
  set.put(annotation(1, "PRODUCT", Spans(Span(7, 8))));
  set.put(annotation(2, "ORG", Spans(Span(2, 5))));
  set.put(annotation(3, "CLAIM", Spans(Span(0, 14)), {{"type", {"fact"}}, {"checkworthy", {"true"}}}));
  set.put(annotation(4, "CLAIM", Spans(Span(7, 14)), {{"type", {"opinion"}}}));
  set.put(annotation(5, "about", Relation{{argument("claim", 3), argument("target", 2)}}));
  set.put(annotation(6, "TOPIC", WholeDocument{}));
  Annotation others = annotation(1, "ORG", Spans(Span(2, 5)));
  others.id.annotator = kOther;
  made.set({made.document.info.key, kOther, false}).put(others);
  return made;
}

std::vector<std::string> found(const AnnotationQuery& query) {
  const AnnotatedDocument searched = document();
  std::vector<std::string> ids;
  for (const Annotation* const annotation : find_annotations(searched, preset("claims-entities").value(), query)) {
    ids.push_back(to_string(annotation->id));
  }
  return ids;
}

TEST(AnnotationSearchTest, WithoutAWishItFindsAllSpansInReadingOrder) {
  EXPECT_THAT(found({}), ElementsAre("h4k2qa-3", "k2h4qa-1", "h4k2qa-2", "h4k2qa-4", "h4k2qa-1"));
}

TEST(AnnotationSearchTest, ALabelStandsForThoseBelowIt) {
  EXPECT_THAT(found({"ENTITY", {}, "", ""}), ElementsAre("k2h4qa-1", "h4k2qa-2", "h4k2qa-1"));
  EXPECT_THAT(found({"PRODUCT", {}, "", ""}), ElementsAre("h4k2qa-1"));
  EXPECT_THAT(found({"PERSON", {}, "", ""}), IsEmpty());
  EXPECT_THAT(found({"about", {}, "", ""}), IsEmpty()) << "relations are on no span";
}

TEST(AnnotationSearchTest, OneAnnotatorCanBeAskedFor) {
  EXPECT_THAT(found({"ORG", kOther, "", ""}), ElementsAre("k2h4qa-1"));
  EXPECT_THAT(found({"CLAIM", kOther, "", ""}), IsEmpty());
}

TEST(AnnotationSearchTest, AnAttributeAndItsValueCanBeAskedFor) {
  EXPECT_THAT(found({"CLAIM", {}, "type", ""}), ElementsAre("h4k2qa-3", "h4k2qa-4"));
  EXPECT_THAT(found({"CLAIM", {}, "type", "opinion"}), ElementsAre("h4k2qa-4"));
  EXPECT_THAT(found({"", {}, "checkworthy", ""}), ElementsAre("h4k2qa-3"));
  EXPECT_THAT(found({"CLAIM", {}, "type", "causal"}), IsEmpty());
}

}  // namespace
}  // namespace mitjul
