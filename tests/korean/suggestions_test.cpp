#include "korean/suggestions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const DocumentKey kHere = *DocumentKey::parse("hhhhhhhhhh");
const Schema kSchema = *preset("claims-entities");

DocumentKey key(char letter) { return *DocumentKey::parse(std::string(10, letter)); }

/// Documents whose marked spans have the label.
ProjectWords learned(const std::vector<std::pair<std::string, std::string>>& texts_and_labels) {
  ProjectWords words;
  char letter = 'a';
  for (const auto& [with_braces, label] : texts_and_labels) {
    const MarkedText text = marked(with_braces);
    std::vector<LabelledSpan> annotations;
    for (const Span span : text.spans) annotations.push_back({span, label});
    words.put(key(letter++), text.text, annotations);
  }
  return words;
}

std::vector<Suggestion> suggested(const Text& text, const ProjectWords& words,
                                  const std::vector<LabelledSpan>& annotations = {}, const Refused& refused = {}) {
  return suggest_words(text, kHere, words, kSchema, annotations, refused);
}

/// `ORG:가온 …`
std::vector<std::string> words_of(const Text& text, const std::vector<Suggestion>& suggestions) {
  std::vector<std::string> shown;
  for (const Suggestion& one : suggestions) shown.push_back(one.label + ":" + std::string(text.slice(one.span)));
  return shown;
}

TEST(SuggestionsTest, TheLabelIsTheOneThatTheWordsMostlyHave) {
  const ProjectWords words = learned({{"🚀 {가온}이 {가온}은", "ORG"}, {"🚀 {가온}에", "PERSON"}});
  const Text text("🚀 어제 가온에서");
  const std::vector<Suggestion> found = suggested(text, words);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].span, Span(5, 7));
  EXPECT_EQ(found[0].label, "ORG");
  EXPECT_EQ(found[0].method, Method::Suggestion);
  EXPECT_EQ(found[0].reason, (SuggestionReason{SuggestionReason::Kind::Annotated, 2, 0, ""}));
  EXPECT_THAT(found[0].confidence, DoubleEq(3 / 4.5));
}

TEST(SuggestionsTest, WhatIsMostlyNotAnnotatedIsNotSuggested) {
  const Text text("🚀 가온에서");
  EXPECT_THAT(suggested(text, learned({{"🚀 {가온}이 가온은 가온을 가온도 가온의", "ORG"}})), IsEmpty());
  EXPECT_THAT(suggested(text, learned({{"🚀 {가온}이\n가온은 가온을 가온도 가온의", "ORG"}})), SizeIs(1))
      << "the annotator has not come so far";
}

TEST(SuggestionsTest, WhatIsTornBetweenLabelsIsNotSuggested) {
  const ProjectWords words = learned({{"🚀 {가온}이", "ORG"}, {"🚀 {가온}은", "PERSON"}, {"🚀 {가온}은", "MISC"}});
  EXPECT_THAT(suggested(Text("🚀 가온에서"), words), IsEmpty());
}

TEST(SuggestionsTest, OneLetterIsTooShort) {
  EXPECT_THAT(suggested(Text("🚀 천은"), learned({{"🚀 {천}이", "PERSON"}})), IsEmpty());
}

TEST(SuggestionsTest, TheDocumentItselfSuggestsNothing) {
  ProjectWords words;
  const Text text("🚀 가온이 가온은");
  words.put(kHere, text, {{Span(2, 4), "ORG"}});
  EXPECT_THAT(suggested(text, words, {{Span(2, 4), "ORG"}}), IsEmpty());
}

TEST(SuggestionsTest, TheLongestWins) {
  const ProjectWords words = learned({{"🚀 {가온}이 {가온 나루}는 {3월} 일", "ORG"}});
  const Text text("🚀 가온 나루에서 2024년 3월에 가온이");
  EXPECT_THAT(words_of(text, suggested(text, words)), ElementsAre("ORG:가온 나루", "DATE:2024년 3월", "ORG:가온"));
}

TEST(SuggestionsTest, ListedWordsAreSuggestedAsSuch) {
  ProjectWords words;
  words.set_word_list({{"가온", "ORG"}, {"나루", ""}, {"다솜", "NO_SUCH_LABEL"}});
  const Text text("🚀 가온은 나루에서 다솜을");
  const std::vector<Suggestion> found = suggested(text, words);
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].method, Method::Gazetteer);
  EXPECT_EQ(found[0].reason.kind, SuggestionReason::Kind::Gazetteer);
}

TEST(SuggestionsTest, AListedWordWithoutALabelKeepsItsPartsFromBeingSuggested) {
  ProjectWords words = learned({{"🚀 {중국}이", "LOCATION"}});
  const Text text("🚀 중국 요리는 중국에서");
  EXPECT_THAT(suggested(text, words), SizeIs(2));
  words.set_word_list({{"중국 요리", ""}});
  EXPECT_THAT(words_of(text, suggested(text, words)), ElementsAre("LOCATION:중국"));
}

TEST(SuggestionsTest, WhatIsAnnotatedIsLeftAlone) {
  const ProjectWords words = learned({{"🚀 {가온}이", "ORG"}});
  const Text text("🚀 가온이 좋은 까닭은 아주 많고 여기에 다 적을 수 없다.");
  EXPECT_THAT(suggested(text, words, {{Span(2, 4), "PERSON"}}), IsEmpty()) << "the same span";
  EXPECT_THAT(suggested(text, words, {{Span(2, 7), "ORG"}}), IsEmpty()) << "the same label";
  EXPECT_THAT(suggested(text, words, {{Span(2, 7), "PERSON"}}), IsEmpty()) << "a part of another name";
  EXPECT_THAT(suggested(text, words, {{Span(2, 33), "CLAIM"}}), SizeIs(1)) << "in a claim";
}

TEST(SuggestionsTest, WhatWasRefusedDoesNotComeBack) {
  const ProjectWords words = learned({{"🚀 {가온}이", "ORG"}});
  const Text text("🚀 가온이 가온은");
  Refused place;
  place.places.insert({Span(2, 4), "ORG"});
  EXPECT_THAT(suggested(text, words, {}, place), SizeIs(1));
  Refused surface;
  surface.surfaces.insert({U"가온", "ORG"});
  EXPECT_THAT(suggested(text, words, {}, surface), IsEmpty());
  Refused other;
  other.surfaces.insert({U"가온", "PERSON"});
  EXPECT_THAT(suggested(text, words, {}, other), SizeIs(2));
}

TEST(SuggestionsTest, OnlyWhatTheSchemaAllowsIsSuggested) {
  Schema schema = kSchema;
  const ProjectWords words = learned({{"🚀 {가온}이", "ORG"}});
  const Text text("🚀 가온이 2024년");
  EXPECT_THAT(suggest_words(text, kHere, words, schema, {}), SizeIs(2));
  for (Label& label : schema.labels) {
    if (label.id == "ORG") label.overlap = OverlapRule::None;
    if (label.id == "DATE") label.attributes.push_back({"precision", "정밀도", AttributeType::Text, true, "", {}});
  }
  EXPECT_THAT(words_of(text, suggest_words(text, kHere, words, schema, {})), ElementsAre("ORG:가온"))
      << "nobody can take a date without its attribute";
  EXPECT_THAT(suggest_words(text, kHere, words, schema, {{Span(0, 40), "CLAIM"}}), IsEmpty());
  EXPECT_THAT(suggest_words(text, kHere, words, Schema(), {}), IsEmpty());
}

TEST(SuggestionsTest, WithParticlesInsideTheyReachToTheEndOfTheWord) {
  ProjectWords words = learned({{"🚀 {가온}이", "ORG"}});
  words.set_word_list({{"나루", "LOCATION"}});
  const Text text("🚀 가온에서 나루까지 2024년에");
  EXPECT_THAT(words_of(text, suggested(text, words)), ElementsAre("ORG:가온", "LOCATION:나루", "DATE:2024년"));
  words.options.particle_inside = true;
  EXPECT_THAT(words_of(text, suggested(text, words)),
              ElementsAre("ORG:가온에서", "LOCATION:나루까지", "DATE:2024년에"));
  Refused refused;
  refused.places.insert({Span(2, 6), "ORG"});
  EXPECT_THAT(words_of(text, suggested(text, words, {}, refused)), ElementsAre("LOCATION:나루까지", "DATE:2024년에"));
}

TEST(SuggestionsTest, NothingIsSuggestedForNothing) {
  EXPECT_THAT(suggested(Text(), learned({{"🚀 {가온}이", "ORG"}})), IsEmpty());
}

}  // namespace
}  // namespace mitjul
