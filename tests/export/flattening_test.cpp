#include "export/flattening.h"

#include <gmock/gmock.h>

#include "tests/export/flat_exporting.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Labels and texts of what stays of the spans of an annotator.
std::vector<std::string> kept(const std::string& rule, const Text& text, const std::vector<Said>& said) {
  const Schema schema = *preset("claims-entities");
  const AnnotatedDocument document = annotated("d3f7k2m5qa", text, said);
  const auto layers = layers_of(document, {});
  std::vector<std::string> words;
  for (const Annotation* const annotation : Flattening(schema, rule).flatten(layers.at(0).annotations)) {
    words.push_back(annotation->label + " " + std::string(text.slice(annotation->spans()->hull())));
  }
  return words;
}

// 🚀 = 0, then a blank: 화웨이 [2,5), 화웨이가 [2,6), 칩 [7,8), 칩을 [7,9), 확보했다 [10,14).
const Text kText("🚀 화웨이가 칩을 확보했다.");

TEST(FlatteningTest, KeepsTheLongestOfSpansThatShareCharacters) {
  EXPECT_THAT(kept("longest", kText, {{"ORG", Span(2, 5)}, {"CLAIM", Span(0, 15)}}),
              ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다."));
  EXPECT_THAT(kept("longest", kText, {{"ORG", Span(2, 6)}, {"PRODUCT", Span(5, 8)}, {"CUE", Span(10, 14)}}),
              ElementsAre("ORG 화웨이가", "CUE 확보했다"));
}

TEST(FlatteningTest, KeepsSpansThatOnlyTouch) {
  EXPECT_THAT(kept("longest", kText, {{"ORG", Span(2, 5)}, {"CUE", Span(5, 6)}, {"MISC", Span(0, 1)}}),
              ElementsAre("MISC 🚀", "ORG 화웨이", "CUE 가"));
}

TEST(FlatteningTest, AShorterSpanStaysWhereTheOneInItsWayHasGone) {
  // The longest takes [2,9); [8,14) crosses it and goes, so that [10,14) inside of that stays.
  EXPECT_THAT(kept("longest", kText, {{"CLAIM", Span(2, 9)}, {"PREMISE", Span(8, 14)}, {"CUE", Span(10, 14)}}),
              ElementsAre("CLAIM 화웨이가 칩을", "CUE 확보했다"));
}

TEST(FlatteningTest, OfEquallyLongOnesTheEarlierStays) {
  EXPECT_THAT(kept("longest", kText, {{"PERSON", Span(3, 6)}, {"MISC", Span(2, 5)}}), ElementsAre("MISC 화웨이"));
}

TEST(FlatteningTest, AtTheSamePlaceTheLabelThatStandsFirstInTheSchemaStays) {
  EXPECT_THAT(kept("longest", kText, {{"PRODUCT", Span(2, 5)}, {"ORG", Span(2, 5)}}), ElementsAre("ORG 화웨이"));
}

TEST(FlatteningTest, OfTwoOfTheSameLabelAtTheSamePlaceTheOneThatWasMadeFirstStays) {
  const Schema schema = *preset("claims-entities");
  const AnnotatedDocument document =
      annotated("d3f7k2m5qa", kText, {{"ORG", Span(2, 5)}, {"ORG", Span(2, 5)}, {"ORG", Span(2, 5)}});
  const auto stays = Flattening(schema, "longest").flatten(layers_of(document, {}).at(0).annotations);
  ASSERT_EQ(stays.size(), 1U);
  EXPECT_EQ(stays[0]->id.number, 1);
}

TEST(FlatteningTest, BySchemaTheLabelThatStandsFirstStaysHoweverShort) {
  EXPECT_THAT(kept("schema", kText, {{"CLAIM", Span(0, 15)}, {"ORG", Span(2, 5)}, {"PRODUCT", Span(7, 8)}}),
              ElementsAre("ORG 화웨이", "PRODUCT 칩"));
}

TEST(FlatteningTest, ByNamesTheFirstNamedStaysAndThoseThatAreNotNamedComeLast) {
  const std::vector<Said> said{{"ORG", Span(2, 5)}, {"PRODUCT", Span(2, 6)}, {"CLAIM", Span(0, 15)}};
  EXPECT_THAT(kept("PRODUCT,ORG", kText, said), ElementsAre("PRODUCT 화웨이가"));
  EXPECT_THAT(kept("ORG,PRODUCT", kText, said), ElementsAre("ORG 화웨이"));
  EXPECT_THAT(kept("CLAIM", kText, said), ElementsAre("CLAIM 🚀 화웨이가 칩을 확보했다."));
}

TEST(FlatteningTest, ANameCountsForTheLabelsBelowItUnlessTheyAreNamed) {
  const std::vector<Said> said{{"CLAIM", Span(0, 15)}, {"ORG", Span(2, 5)}, {"PRODUCT", Span(2, 6)}};
  EXPECT_THAT(kept("ENTITY,STATEMENT", kText, said), ElementsAre("PRODUCT 화웨이가"));
  EXPECT_THAT(kept("ORG,ENTITY,STATEMENT", kText, said), ElementsAre("ORG 화웨이"));
}

TEST(FlatteningTest, IsNotConfusedByManySpans) {
  // Every second of a chain in which each crosses the next.
  std::string text = "🚀";
  for (int i = 0; i < 2000; ++i) text += "가";
  std::vector<Said> said;
  for (std::uint32_t i = 0; i < 1900; ++i) said.push_back({"ORG", Span(1 + i, 3 + i)});
  EXPECT_EQ(kept("longest", Text(text), said).size(), 950U);
}

TEST(FlatteningTest, AllowsItsWordsAndIdsOfLabels) {
  for (const char* const rule : {"longest", "schema", "ORG", "ORG,CT+,a.b-c"}) EXPECT_TRUE(Flattening::allows(rule));
  for (const char* const rule : {"", ",", "ORG,", "ORG,,CLAIM", "기관", "ORG CLAIM"}) {
    EXPECT_FALSE(Flattening::allows(rule)) << rule;
  }
}

TEST(TaggedSpansTest, LeaveOutPiecesThenUnmappedLabelsThenOverlaps) {
  const Schema schema = *preset("claims-entities");
  const AnnotatedDocument document = annotated(
      "d3f7k2m5qa", kText,
      {{"ORG", Spans({Span(2, 3), Span(7, 8)})}, {"CLAIM", Span(0, 15)}, {"ORG", Span(2, 5)}, {"PERSON", Span(4, 5)}});
  ExportLosses losses;
  const auto spans = tagged_spans(layers_of(document, {}).at(0), TagMap(schema, klue_tags(), ""),
                                  Flattening(schema, "longest"), losses);
  EXPECT_THAT(spans, ElementsAre(TaggedSpan{Span(2, 5), "OG"})) << "a claim without a tag takes no entity's place";
  EXPECT_THAT(losses.list(), ElementsAre(ExportLoss{AnnotationFeature::OverlappingSpans, 1},
                                         ExportLoss{AnnotationFeature::UnmappedLabels, 1}));
}

TEST(TaggedSpansTest, OfNobodyAreNone) {
  const Schema schema = *preset("claims-entities");
  const AnnotatedDocument document{Document::make("🚀", kText), {}};
  ExportLosses losses;
  EXPECT_THAT(tagged_spans(layers_of(document, {}).at(0), TagMap(schema, ""), Flattening(schema, "longest"), losses),
              IsEmpty());
}

}  // namespace
}  // namespace mitjul
