// The parts of core/annotation_checks.h that look at more than one annotation.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotation_checks.h"
#include "tests/core/values.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Schema schema() {
  return schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"), label("CLAIM"),
                    relation_label("about", {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {"ENTITY"}}}),
                    relation_label("why", {{"what", "무엇", {"about"}}, {"because", "까닭", {}}}),
                    label("TOPIC", LabelKind::Document)});
}

/// A claim (1), the organisation in it (2), a topic (3) and what the claim is about (4).
AnnotatedDocument document() {
  const MarkedText text = marked("🚀 {{화웨이}가 칩을 확보했다.}");
  AnnotatedDocument made{Document::make("기사.txt", text.text), {}};
  AnnotationSet& set = made.set({made.document.info.key, annotator_key(), false});
  set.put(annotation(1, "CLAIM", Spans(text.spans[0])));
  set.put(annotation(2, "ORG", Spans(text.spans[1])));
  set.put(annotation(3, "TOPIC", WholeDocument{}));
  set.put(annotation(4, "about", Relation{{argument("claim", 1), argument("target", 2)}}));
  return made;
}

std::vector<std::string> problems_of(const std::string& id, std::vector<Argument> arguments,
                                     const FindAnnotation& elsewhere = {}) {
  const AnnotatedDocument present = document();
  const FindAnnotation here = [&](const AnnotationRef& ref) { return present.find(ref.id); };
  return in_words(check_arguments(annotation(9, id, Relation{std::move(arguments)}), schema(), here, elsewhere));
}

TEST(CheckArgumentsTest, ARelationWhoseRolesFitIsRight) {
  EXPECT_THAT(problems_of("about", {argument("claim", 1), argument("target", 2)}), IsEmpty());
  EXPECT_THAT(problems_of("about", {argument("target", 2), argument("claim", 1)}), IsEmpty());
  EXPECT_THAT(problems_of("why", {argument("what", 4), argument("because", 1)}), IsEmpty());
}

TEST(CheckArgumentsTest, OtherAnnotationsHaveNoArguments) {
  const FindAnnotation nothing = [](const AnnotationRef&) { return nullptr; };
  EXPECT_THAT(check_arguments(annotation(1, "ORG", Spans(Span(2, 5))), schema(), nothing, nothing), IsEmpty());
}

TEST(CheckArgumentsTest, ThereAreTwoOrMore) {
  EXPECT_THAT(problems_of("about", {argument("claim", 1)}), ElementsAre("too-few-arguments: about"));
  EXPECT_THAT(problems_of("about", {}), ElementsAre("too-few-arguments: about"));
}

TEST(CheckArgumentsTest, RolesAreThoseOfTheLabelAndEachIsPlayedOnce) {
  EXPECT_THAT(problems_of("about", {argument("claim", 1), argument("object", 2)}),
              ElementsAre("unknown-role: object, about"));
  EXPECT_THAT(problems_of("about", {argument("claim", 1), argument("target", 2), argument("target", 2)}),
              ElementsAre("role-twice: target"));
}

TEST(CheckArgumentsTest, TheTargetHasALabelThatTheRoleAllows) {
  EXPECT_THAT(problems_of("about", {argument("claim", 2), argument("target", 2)}),
              ElementsAre("role-not-allowed: claim, ORG"));
  EXPECT_THAT(problems_of("about", {argument("claim", 1), argument("target", 1)}),
              ElementsAre("role-not-allowed: target, CLAIM"));
}

TEST(CheckArgumentsTest, ARoleWithoutLabelsAllowsEverySpanAndNothingElse) {
  EXPECT_THAT(problems_of("why", {argument("what", 4), argument("because", 2)}), IsEmpty());
  EXPECT_THAT(problems_of("why", {argument("what", 4), argument("because", 3)}),
              ElementsAre("role-not-allowed: because, TOPIC"));
  EXPECT_THAT(problems_of("why", {argument("what", 4), argument("because", 4)}),
              ElementsAre("role-not-allowed: because, about"));
}

TEST(CheckArgumentsTest, TargetsAreThere) {
  EXPECT_THAT(problems_of("about", {argument("claim", 1), argument("target", 7)}),
              ElementsAre("unknown-annotation: h4k2qa-7"));
}

TEST(CheckArgumentsTest, ARelationDoesNotReferToItself) {
  EXPECT_THAT(problems_of("why", {argument("what", 9), argument("because", 1)}),
              ElementsAre("refers-to-itself: h4k2qa-9"));
}

TEST(CheckArgumentsTest, TargetsElsewhereAreLookedAtWhereTheyCanBeFound) {
  const AnnotatedDocument other = document();
  const DocumentKey key = other.document.info.key;
  const FindAnnotation elsewhere = [&](const AnnotationRef& ref) {
    return ref.document == key ? other.find(ref.id) : nullptr;
  };
  const auto target = [&](std::int64_t number, const DocumentKey& document) {
    return Argument{"target", {document, annotation_id(number)}};
  };
  EXPECT_THAT(problems_of("about", {argument("claim", 1), target(2, key)}, elsewhere), IsEmpty());
  EXPECT_THAT(problems_of("about", {argument("claim", 1), target(1, key)}, elsewhere),
              ElementsAre("role-not-allowed: target, CLAIM"));
  EXPECT_THAT(problems_of("about", {argument("claim", 1), target(7, key)}, elsewhere),
              ElementsAre("unknown-annotation: " + key.str() + "/h4k2qa-7"));
  // Another document may have an annotation with the id of the relation itself.
  EXPECT_THAT(problems_of("about", {argument("claim", 1), target(9, document_key())}, {}), IsEmpty());
}

TEST(OverlapTest, ForbiddenOnlyWhereARuleSaysSo) {
  const Annotation claim = annotation(1, "CLAIM", Spans(Span(2, 9)));
  const Annotation org = annotation(2, "ORG", Spans(Span(4, 6)));
  const Annotation next = annotation(3, "ORG", Spans(Span(6, 8)));
  const Annotation second = annotation(4, "ORG", Spans(Span(5, 7)));
  const Annotation topic = annotation(5, "TOPIC", WholeDocument{});
  Schema rules = schema();
  EXPECT_FALSE(overlap_forbidden(org, second, rules));

  rules.labels[1].overlap = OverlapRule::NotItself;
  EXPECT_TRUE(overlap_forbidden(org, second, rules));
  EXPECT_FALSE(overlap_forbidden(org, next, rules));
  EXPECT_FALSE(overlap_forbidden(org, claim, rules));
  EXPECT_FALSE(overlap_forbidden(org, topic, rules));

  rules.labels[1].overlap = OverlapRule::None;
  EXPECT_TRUE(overlap_forbidden(org, claim, rules));
  EXPECT_TRUE(overlap_forbidden(claim, org, rules));
  EXPECT_FALSE(overlap_forbidden(org, next, rules));
}

TEST(OverlapTest, AGapIsFree) {
  Schema rules = schema();
  rules.labels[1].overlap = OverlapRule::None;
  const Annotation apart = annotation(1, "ORG", Spans({Span(2, 4), Span(8, 9)}));
  EXPECT_FALSE(overlap_forbidden(apart, annotation(2, "CLAIM", Spans(Span(4, 8))), rules));
  EXPECT_TRUE(overlap_forbidden(apart, annotation(2, "CLAIM", Spans(Span(4, 9))), rules));
}

TEST(CheckDocumentTest, ARightDocumentHasNoProblems) {
  EXPECT_THAT(in_words(check_document(document(), schema(), {})), IsEmpty());
}

TEST(CheckDocumentTest, EveryProblemSaysWhereItIs) {
  AnnotatedDocument checked = document();
  AnnotationSet& set = checked.sets.begin()->second;
  set.remove(annotation_id(2));
  set.put(annotation(5, "ORGS", Spans(Span(2, 5))));
  Schema strict = schema();
  strict.labels[2].attributes = {attribute("type", AttributeType::Text)};
  strict.labels[2].attributes[0].required = true;
  std::vector<std::string> found;
  for (const Problem& problem : check_document(checked, strict, {})) {
    EXPECT_EQ(problem.place.document, "기사.txt");
    found.push_back(problem.place.annotation + " " + in_words(problem));
  }
  EXPECT_THAT(found, UnorderedElementsAre("h4k2qa-1 missing-attribute: type, CLAIM",
                                          "h4k2qa-4 unknown-annotation: h4k2qa-2", "h4k2qa-5 unknown-label: ORGS"));
}

TEST(CheckDocumentTest, OverlapsAreFoundInOneSetAndNotBetweenTwo) {
  Schema strict = schema();
  for (Label& each : strict.labels) each.overlap = OverlapRule::None;
  const auto problems_with = [&](const SetKey& key) {
    AnnotatedDocument checked = document();
    AnnotationSet& set = checked.sets.begin()->second;
    set.remove(annotation_id(4));
    set.remove(annotation_id(1));
    const SetKey own{checked.document.info.key, key.annotator, key.curated};
    checked.set(own).put(annotation(6, "CLAIM", Spans({Span(0, 1), Span(4, 6)})));
    checked.set(own).put(annotation(7, "CLAIM", Spans(Span(8, 10))));
    return in_words(check_document(checked, strict, {}));
  };
  EXPECT_THAT(problems_with({{}, annotator_key(), false}), ElementsAre("overlap-not-allowed: ORG, h4k2qa-6"));
  EXPECT_THAT(problems_with({{}, annotator_key(), true}), IsEmpty());
  EXPECT_THAT(problems_with({{}, annotator_key("abcdef"), false}), IsEmpty());
}

TEST(CheckDocumentTest, TheSweepFindsEveryPair) {
  Schema strict = schema();
  strict.labels[1].overlap = OverlapRule::NotItself;
  AnnotatedDocument checked{Document::make("기사.txt", Text("🚀 가나다라마바사아자차카타파하")), {}};
  AnnotationSet& set = checked.set({checked.document.info.key, annotator_key(), false});
  std::size_t pairs = 0;
  std::vector<Span> spans;
  for (std::int64_t number = 1; number <= 30; ++number) {
    const auto start = static_cast<std::uint32_t>(number * 7 % 13);
    const Span span(start, start + 1 + static_cast<std::uint32_t>(number % 3));
    for (const Span& other : spans) pairs += span.overlaps(other) ? 1U : 0U;
    spans.push_back(span);
    set.put(annotation(number, "ORG", Spans(span)));
  }
  EXPECT_GT(pairs, 30U);
  EXPECT_EQ(check_document(checked, strict, {}).size(), pairs);
}

}  // namespace
}  // namespace mitjul
