#include "core/annotation_checks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/values.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// ENTITY > ORG, CLAIM with attributes of every type, a relation and a document label.
Schema schema() {
  Schema made = schema_of({label("ENTITY"), label("ORG", LabelKind::Span, "ENTITY"), label("CLAIM"),
                           relation_label("about", {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {"ENTITY"}}}),
                           relation_label("link", {{"a", "가", {}}, {"b", "나", {"about", "CLAIM"}}, {"c", "다", {}}}),
                           label("TOPIC", LabelKind::Document)});
  made.labels[2].attributes = {attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"opinion", "의견"}}),
                               attribute("fields", AttributeType::Choices, {{"tech", "기술"}, {"law", "법"}}),
                               attribute("restated", AttributeType::Text),
                               attribute("amount", AttributeType::Number),
                               attribute("day", AttributeType::Date),
                               attribute("checkworthy", AttributeType::Boolean)};
  return made;
}

const MarkedText kText = marked("🚀 {{화웨이}가 {칩}을 확보했다.}");
const Span kClaim = kText.spans[0];
const Span kOrg = kText.spans[1];

std::vector<std::string> problems_of(const Annotation& checked) {
  return in_words(check_annotation(checked, schema(), kText.text.length()));
}

std::vector<std::string> problems_of(Attributes attributes) {
  return problems_of(annotation(1, "CLAIM", Spans(kClaim), std::move(attributes)));
}

TEST(IsValueOfTest, ChoicesAreTheIdsOfTheirValues) {
  const Attribute choice = attribute("type", AttributeType::Choice, {{"fact", "사실"}});
  EXPECT_TRUE(is_value_of(choice, "fact"));
  EXPECT_FALSE(is_value_of(choice, "사실"));
  EXPECT_FALSE(is_value_of(choice, ""));
}

TEST(IsValueOfTest, NumbersAreDecimalAndFinite) {
  const Attribute number = attribute("amount", AttributeType::Number);
  for (const char* const value : {"0", "-3.5", "1e6", "3.", ".5", "1E-3", "007"})
    EXPECT_TRUE(is_value_of(number, value)) << value;
  for (const char* const value :
       {"", "-", "inf", "nan", "0x10", "1,000", "3 ", " 3", "1e999", "１", "3억", "--1", "1e"}) {
    EXPECT_FALSE(is_value_of(number, value)) << value;
  }
}

TEST(IsValueOfTest, DaysAndTruthValuesHaveOneForm) {
  EXPECT_TRUE(is_value_of(attribute("day", AttributeType::Date), "2024-02-29"));
  EXPECT_FALSE(is_value_of(attribute("day", AttributeType::Date), "2023-02-29"));
  const Attribute boolean = attribute("checkworthy", AttributeType::Boolean);
  EXPECT_TRUE(is_value_of(boolean, "true"));
  EXPECT_TRUE(is_value_of(boolean, "false"));
  for (const char* const value : {"True", "1", "0", "", "예"}) EXPECT_FALSE(is_value_of(boolean, value)) << value;
}

TEST(IsValueOfTest, TextIsWhateverXmlCanHold) {
  const Attribute text = attribute("restated", AttributeType::Text);
  EXPECT_TRUE(is_value_of(text, "🚀 여러\n줄"));
  EXPECT_TRUE(is_value_of(text, ""));
  EXPECT_FALSE(is_value_of(text, "🚀\x01"));
  EXPECT_FALSE(is_value_of(text, "🚀\xFF"));
}

TEST(AnnotationChecksTest, RightAnnotationsHaveNoProblems) {
  EXPECT_THAT(problems_of(annotation(1, "ORG", Spans(kOrg))), IsEmpty());
  EXPECT_THAT(problems_of(annotation(1, "TOPIC", WholeDocument{})), IsEmpty());
  EXPECT_THAT(problems_of(annotation(1, "about", Relation{{argument("claim", 1), argument("target", 2)}})), IsEmpty());
  EXPECT_THAT(problems_of(annotation(1, "CLAIM", Spans(kText.text.all()))), IsEmpty());
  EXPECT_THAT(problems_of({{"type", {"fact"}},
                           {"fields", {"law", "tech"}},
                           {"restated", {"🚀 다시 쓴 글"}},
                           {"amount", {"3.5"}},
                           {"day", {"2026-11-21"}},
                           {"checkworthy", {"true"}}}),
              IsEmpty());
}

TEST(AnnotationChecksTest, TheLabelIsKnown) {
  EXPECT_THAT(problems_of(annotation(1, "ORGS", Spans(kOrg))), ElementsAre("unknown-label: ORGS"));
}

TEST(AnnotationChecksTest, TheLabelFitsTheAnchor) {
  EXPECT_THAT(problems_of(annotation(1, "TOPIC", Spans(kOrg))), ElementsAre("wrong-label-kind: TOPIC, document, span"));
  EXPECT_THAT(problems_of(annotation(1, "ORG", WholeDocument{})), ElementsAre("wrong-label-kind: ORG, span, document"));
  EXPECT_THAT(problems_of(annotation(1, "ORG", Relation{{argument("claim", 1), argument("target", 2)}})),
              ElementsAre("wrong-label-kind: ORG, span, relation"));
  EXPECT_THAT(problems_of(annotation(1, "about", Spans(kOrg))), ElementsAre("wrong-label-kind: about, relation, span"));
}

TEST(AnnotationChecksTest, SpansEndWithTheText) {
  EXPECT_THAT(problems_of(annotation(1, "ORG", Spans(Span(2, 16)))), ElementsAre("span-outside-text: 2, 16, 15"));
  EXPECT_THAT(problems_of(annotation(1, "ORG", Spans({Span(2, 5), Span(20, 21)}))),
              ElementsAre("span-outside-text: 20, 21, 15"));
  EXPECT_THAT(in_words(check_annotation(annotation(1, "ORG", Spans(Span(0, 1))), schema(), 0)),
              ElementsAre("span-outside-text: 0, 1, 0"));
}

TEST(AnnotationChecksTest, ALabelCanForbidGaps) {
  Schema strict = schema();
  strict.labels[1].may_be_discontinuous = false;
  const Annotation apart = annotation(1, "ORG", Spans({Span(2, 4), Span(7, 8)}));
  EXPECT_THAT(in_words(check_annotation(apart, strict, 15)), ElementsAre("discontinuous-span: ORG"));
  EXPECT_THAT(check_annotation(annotation(1, "ORG", Spans(kOrg)), strict, 15), IsEmpty());
  EXPECT_THAT(problems_of(apart), IsEmpty());
}

TEST(AnnotationChecksTest, AttributesAreThoseOfTheLabel) {
  EXPECT_THAT(problems_of({{"kind", {"fact"}}}), ElementsAre("unknown-attribute: kind, CLAIM"));
  EXPECT_THAT(problems_of(annotation(1, "ORG", Spans(kOrg), {{"type", {"fact"}}})),
              ElementsAre("unknown-attribute: type, ORG"));
}

TEST(AnnotationChecksTest, OnlyChoicesHaveSeveralValuesAndEachOnce) {
  EXPECT_THAT(problems_of({{"type", {"fact", "opinion"}}}), ElementsAre("several-values: type"));
  EXPECT_THAT(problems_of({{"fields", {"law", "law"}}}), ElementsAre("invalid-attribute-value: fields, law, choices"));
  EXPECT_THAT(problems_of({{"fields", {}}}), ElementsAre("invalid-attribute-value: fields, , "));
  EXPECT_THAT(problems_of({{"type", {}}}), ElementsAre("several-values: type", "invalid-attribute-value: type, , "));
}

TEST(AnnotationChecksTest, ValuesAreOfTheirType) {
  EXPECT_THAT(problems_of({{"type", {"사실"}}}), ElementsAre("invalid-attribute-value: type, 사실, choice"));
  EXPECT_THAT(problems_of({{"amount", {"많음"}}}), ElementsAre("invalid-attribute-value: amount, 많음, number"));
  EXPECT_THAT(problems_of({{"day", {"2026-02-30"}}}), ElementsAre("invalid-attribute-value: day, 2026-02-30, date"));
  EXPECT_THAT(problems_of({{"checkworthy", {"yes"}}}),
              ElementsAre("invalid-attribute-value: checkworthy, yes, boolean"));
  // What no text can show is not repeated.
  EXPECT_THAT(problems_of({{"restated", {"🚀\x01"}}}), ElementsAre("invalid-attribute-value: restated, , text"));
}

TEST(AnnotationChecksTest, NoteAndOriginAreCleanText) {
  Annotation checked = annotation(1, "ORG", Spans(kOrg));
  checked.note = "🚀 메모\x01";
  EXPECT_THAT(problems_of(checked), ElementsAre("illegal-character: note"));
  checked.note = "🚀 메모";
  checked.provenance.origin = "모델\xFF";
  EXPECT_THAT(problems_of(checked), ElementsAre("illegal-character: origin"));
}

TEST(AnnotationChecksTest, ConfidenceLiesBetweenZeroAndOne) {
  Annotation checked = annotation(1, "ORG", Spans(kOrg));
  for (const double confidence : {0.0, 0.5, 1.0}) {
    checked.provenance.confidence = confidence;
    EXPECT_THAT(problems_of(checked), IsEmpty()) << confidence;
  }
  for (const double confidence : {-0.001, 1.001, std::nan(""), HUGE_VAL}) {
    checked.provenance.confidence = confidence;
    ASSERT_EQ(problems_of(checked).size(), 1U) << confidence;
    EXPECT_EQ(check_annotation(checked, schema(), 15)[0].code, ProblemCode::InvalidAttributeValue);
  }
}

TEST(MissingAttributesTest, ARequiredOneMayStillComeButIsNamed) {
  Schema strict = schema();
  strict.labels[2].attributes[0].required = true;
  const Annotation without = annotation(1, "CLAIM", Spans(kClaim));
  EXPECT_THAT(check_annotation(without, strict, 15), IsEmpty());
  EXPECT_THAT(in_words(missing_attributes(without, strict)), ElementsAre("missing-attribute: type, CLAIM"));
  EXPECT_THAT(missing_attributes(annotation(1, "CLAIM", Spans(kClaim), {{"type", {"fact"}}}), strict), IsEmpty());
  EXPECT_THAT(missing_attributes(annotation(1, "ORG", Spans(kOrg)), strict), IsEmpty());
}

TEST(MissingAttributesTest, ThoseOfLabelsAboveAreRequiredToo) {
  Schema strict = schema();
  strict.labels[0].attributes = {attribute("named", AttributeType::Boolean)};
  strict.labels[0].attributes[0].required = true;
  EXPECT_THAT(in_words(missing_attributes(annotation(1, "ORG", Spans(kOrg)), strict)),
              ElementsAre("missing-attribute: named, ORG"));
}

}  // namespace
}  // namespace mitjul
