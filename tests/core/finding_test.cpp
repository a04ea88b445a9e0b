#include "core/finding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// What is reviewed: two sentences behind an emoji, the first with a name in blanks.
const MarkedText kText = marked("🚀 {{화웨이}가 {칩을} 확보했다.}\n{값은 비밀이다.}");
enum Marked { kClaim, kOrg, kProduct, kNext };
Spans span(Marked which) { return kText.spans[static_cast<std::size_t>(which)]; }
/// The same with so many characters more before and behind.
Span wider(Marked which, std::uint32_t before, std::uint32_t behind) {
  const Span hull = span(which).hull();
  return {TextPos(hull.start.value() - before), hull.end + behind};
}

class FindingTest : public testing::Test {
 protected:
  Label& label_of(const std::string& id) {
    return *std::find_if(schema_.labels.begin(), schema_.labels.end(),
                         [&](const Label& each) { return each.id == id; });
  }
  SetKey key(std::string_view annotator = "h4k2qa") {
    return {document_.document.info.key, annotator_key(annotator), false};
  }
  void put(Annotation annotation) { document_.set(key()).put(std::move(annotation)); }
  void put(std::int64_t number, std::string id, Anchor anchor, Attributes attributes = {}) {
    put(annotation(number, std::move(id), std::move(anchor), std::move(attributes)));
  }

  std::vector<Finding> found() { return find_problems(document_, schema_, {}, {}, context_); }
  /// `2 blank-at-edge: ORG`, with the number of the annotation.
  std::vector<std::string> words() {
    std::vector<std::string> lines;
    for (const Finding& finding : found()) {
      lines.push_back(std::to_string(finding.annotation.number) + " " + in_words(finding.problem));
    }
    return lines;
  }

  Schema schema_ = schema_of({label("ORG"), label("PRODUCT"), label("CLAIM"),
                              relation_label("about", {{"claim", "주장", {"CLAIM"}}, {"target", "대상", {}}}),
                              label("TOPIC", LabelKind::Document), label("CHIPS", LabelKind::Document, "TOPIC")});
  AnnotatedDocument document_{Document::make("기사.txt", kText.text), {}};
  ReviewContext context_;
};

TEST_F(FindingTest, RightAnnotationsHaveNone) {
  put(1, "CLAIM", span(kClaim));
  put(2, "ORG", span(kOrg));
  put(3, "about", Relation{{argument("claim", 1), argument("target", 2)}});
  put(4, "CHIPS", WholeDocument{});
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(FindingTest, SeveritySaysWhetherARuleIsBroken) {
  EXPECT_EQ(severity_of(ProblemCode::UnitCrossed), Severity::Error);
  EXPECT_EQ(severity_of(ProblemCode::MissingAttribute), Severity::Error);
  EXPECT_EQ(severity_of(ProblemCode::MissingRelation), Severity::Error);
  EXPECT_EQ(severity_of(ProblemCode::QuoteDiffers), Severity::Error);
  EXPECT_EQ(severity_of(ProblemCode::BlankAtEdge), Severity::Warning);
  EXPECT_EQ(severity_of(ProblemCode::ParticleAtEnd), Severity::Warning);
  EXPECT_EQ(severity_of(ProblemCode::EmptyDocumentLabel), Severity::Note);
  EXPECT_EQ(to_string(Severity::Error), "error");
  EXPECT_EQ(to_string(Severity::Note), "note");
}

TEST_F(FindingTest, AFindingSaysWhereItIs) {
  put(2, "ORG", Spans(wider(kOrg, 1, 0)));
  const std::vector<Finding> findings = found();
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].set, key());
  EXPECT_EQ(findings[0].annotation, annotation_id(2));
  EXPECT_EQ(findings[0].span, wider(kOrg, 1, 0));
  EXPECT_EQ(findings[0].problem.place.document, "기사.txt");
  EXPECT_EQ(findings[0].problem.place.annotation, "h4k2qa-2");
}

TEST_F(FindingTest, BlanksAndLineEndsAtEdgesAreTrimmed) {
  put(1, "ORG", Spans(wider(kOrg, 1, 0)));
  put(2, "CLAIM", Spans(wider(kClaim, 0, 1)));  // the line end
  put(3, "PRODUCT", span(kProduct));
  EXPECT_THAT(words(), ElementsAre("1 blank-at-edge: ORG", "2 blank-at-edge: CLAIM"));
  EXPECT_EQ(found()[0].fix, QuickFix(MoveSpan{span(kOrg)}));
  EXPECT_EQ(found()[1].fix, QuickFix(MoveSpan{span(kClaim)}));
}

TEST_F(FindingTest, EverySegmentOfADiscontinuousSpanHasEdges) {
  const Span org = span(kOrg).hull();
  const Span product = wider(kProduct, 1, 0);
  put(1, "ORG", Spans({org, product}));
  ASSERT_THAT(words(), ElementsAre("1 blank-at-edge: ORG"));
  EXPECT_EQ(found()[0].fix, QuickFix(MoveSpan{Spans({org, span(kProduct).hull()})}));
}

TEST_F(FindingTest, NothingButBlanksCannotBeTrimmed) {
  put(1, "ORG", Spans(Span(1, 2)));
  ASSERT_THAT(words(), ElementsAre("1 blank-at-edge: ORG"));
  EXPECT_EQ(found()[0].fix, QuickFix());
}

TEST_F(FindingTest, WhatLiesOutsideTheTextIsThatAlone) {
  put(1, "ORG", Spans(Span(2, 999)));
  context_.end_without_particle = [](const Text&, Span) { return std::optional(TextPos(3)); };
  EXPECT_THAT(words(), ElementsAre("1 span-outside-text: 2, 999, " + std::to_string(kText.text.length())));
}

TEST_F(FindingTest, AParticleAtTheEndIsCut) {
  context_.end_without_particle = [](const Text&, Span words) -> std::optional<TextPos> {
    if (words != span(kProduct).hull()) return std::nullopt;
    return words.end - 1;
  };
  put(1, "ORG", span(kOrg));
  put(2, "PRODUCT", span(kProduct));
  ASSERT_THAT(words(), ElementsAre("2 particle-at-end: 칩을, 을"));
  const Span product = span(kProduct).hull();
  EXPECT_EQ(found()[0].fix, QuickFix(MoveSpan{Spans(Span(product.start, product.end - 1))}));
}

TEST_F(FindingTest, ADefaultIsGivenToARequiredAttribute) {
  Attribute type = attribute("type", AttributeType::Choice, {{"fact", "사실"}, {"opinion", "의견"}});
  type.required = true;
  Attribute source = attribute("source", AttributeType::Text);
  source.required = true;
  type.default_value = "opinion";
  label_of("CLAIM").attributes = {type, source};
  put(1, "CLAIM", span(kClaim));
  ASSERT_THAT(words(), ElementsAre("1 missing-attribute: type, CLAIM", "1 missing-attribute: source, CLAIM"));
  EXPECT_EQ(found()[0].fix, QuickFix(GiveValue{"type", "opinion"}));
  EXPECT_EQ(found()[1].fix, QuickFix()) << "somebody has to say it";
}

TEST_F(FindingTest, ALabelCanNeedARelation) {
  label_of("ORG").needs_relation = true;
  put(1, "CLAIM", span(kClaim));
  put(2, "ORG", span(kOrg));
  EXPECT_THAT(words(), ElementsAre("2 missing-relation: ORG"));
  context_.referred_elsewhere = [](const AnnotationRef& ref) { return ref.id == annotation_id(2); };
  EXPECT_THAT(words(), IsEmpty());
  context_.referred_elsewhere = {};
  put(3, "about", Relation{{argument("claim", 1), argument("target", 2)}});
  EXPECT_THAT(words(), IsEmpty());
}

TEST_F(FindingTest, ADocumentLabelThatCouldSayMoreSaysSomething) {
  put(1, "TOPIC", WholeDocument{});
  EXPECT_THAT(words(), ElementsAre("1 empty-document-label: TOPIC")) << "there are labels below it";
  EXPECT_EQ(found()[0].fix, QuickFix(DeleteAnnotation()));
  EXPECT_EQ(found()[0].span, std::nullopt);
  put(1, "CHIPS", WholeDocument{});
  EXPECT_THAT(words(), IsEmpty()) << "itself is what is said";
  label_of("CHIPS").attributes = {attribute("why", AttributeType::Text)};
  EXPECT_THAT(words(), ElementsAre("1 empty-document-label: CHIPS"));
  put(1, "CHIPS", WholeDocument{}, {{"why", {"🚀"}}});
  EXPECT_THAT(words(), IsEmpty());
  Annotation noted = annotation(1, "CHIPS", WholeDocument{});
  noted.note = "메모";
  put(noted);
  EXPECT_THAT(words(), IsEmpty());
}

TEST_F(FindingTest, AllSetsAreLookedAt) {
  put(1, "ORG", Spans(wider(kOrg, 1, 0)));
  Annotation other = annotation(1, "ORG", Spans(wider(kOrg, 1, 0)));
  other.id.annotator = annotator_key("zzzzzz");
  document_.set(key("zzzzzz")).put(other);
  EXPECT_THAT(found(), SizeIs(2));
}

TEST_F(FindingTest, OneEditMendsSeveral) {
  Attribute type = attribute("type", AttributeType::Choice, {{"fact", "사실"}});
  type.required = true;
  type.default_value = "fact";
  label_of("CLAIM").attributes = {type};
  put(1, "CLAIM", Spans(wider(kClaim, 0, 1)));
  put(2, "ORG", Spans(wider(kOrg, 1, 0)));
  put(3, "TOPIC", WholeDocument{});
  const Edit edit = mend(document_, found());
  ASSERT_THAT(edit.changes, SizeIs(3));
  for (const Change& change : edit.changes) {
    const auto& made = std::get<AnnotationChange>(change);
    if (made.after) {
      put(*made.after);
    } else {
      document_.set(key()).remove(made.before->id);
    }
  }
  EXPECT_THAT(words(), IsEmpty());
  EXPECT_EQ(document_.find(annotation_id(1))->attributes, (Attributes{{"type", {"fact"}}}));
  EXPECT_EQ(document_.find(annotation_id(3)), nullptr);
}

TEST_F(FindingTest, WhatHasChangedSinceIsNotMended) {
  put(1, "ORG", Spans(wider(kOrg, 1, 0)));
  const std::vector<Finding> before = found();
  put(1, "ORG", span(kProduct));
  EXPECT_THAT(mend(document_, before).changes, IsEmpty());
  document_.set(key()).remove(annotation_id(1));
  EXPECT_THAT(mend(document_, before).changes, IsEmpty());
}

TEST_F(FindingTest, WhatIsDeletedTakesItsRelationsWithIt) {
  label_of("about").roles[1].allowed = {"TOPIC"};
  put(1, "CLAIM", span(kClaim));
  put(2, "TOPIC", WholeDocument{});
  put(3, "about", Relation{{argument("claim", 1), argument("target", 2)}});
  const Edit edit = mend(document_, found());
  ASSERT_THAT(edit.changes, SizeIs(2));
  for (const Change& change : edit.changes) EXPECT_FALSE(std::get<AnnotationChange>(change).after);
}

const std::vector<Span> kUnits{span(kClaim).hull(), span(kNext).hull()};

TEST(CrossesUnitsTest, ASpanLiesInOneUnitOrReachesIntoTheNext) {
  EXPECT_FALSE(crosses_units(span(kOrg), kUnits));
  EXPECT_FALSE(crosses_units(span(kClaim), kUnits));
  EXPECT_FALSE(crosses_units(wider(kClaim, 2, 1), kUnits)) << "what stands between units is none";
  EXPECT_TRUE(crosses_units(wider(kClaim, 0, 2), kUnits));
  EXPECT_TRUE(crosses_units(kText.text.all(), kUnits));
  EXPECT_TRUE(crosses_units(Spans({span(kOrg).hull(), span(kNext).hull()}), kUnits)) << "in pieces, too";
  EXPECT_FALSE(crosses_units(kText.text.all(), {}));
}

TEST(UnitCacheTest, UnitsAreFoundOnceForEachText) {
  int asked = 0;
  UnitCache cache([&](const Text&) {
    ++asked;
    return kUnits;
  });
  const Document first = Document::make("가.txt", kText.text);
  const Document second = Document::make("나.txt", Text("🚀 다른 글."));
  EXPECT_EQ(cache.of(first), kUnits);
  EXPECT_EQ(cache.of(second), kUnits);
  EXPECT_EQ(cache.of(first), kUnits);
  EXPECT_EQ(asked, 2);
  EXPECT_THAT(UnitCache().of(first), IsEmpty());
}

}  // namespace
}  // namespace mitjul
