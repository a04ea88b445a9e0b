#include "korean/project_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Use = Lexicon::Use;

const DocumentKey kFirst = *DocumentKey::parse("aaaaaaaaaa");
const DocumentKey kSecond = *DocumentKey::parse("bbbbbbbbbb");
const DocumentKey kThird = *DocumentKey::parse("cccccccccc");

/// A document whose marked spans all have the label.
void put(ProjectWords& words, const DocumentKey& key, std::string_view with_braces, const std::string& label) {
  const MarkedText text = marked(with_braces);
  std::vector<LabelledSpan> annotations;
  for (const Span span : text.spans) annotations.push_back({span, label});
  words.put(key, text.text, annotations);
}

std::vector<Use> uses(const ProjectWords& words, std::u32string_view surface) {
  const Lexicon::Entry* const entry = words.lexicon().find(surface);
  return entry == nullptr ? std::vector<Use>() : entry->uses;
}

TEST(SurfaceTest, BlanksAreOneAndNoneAtTheEdges) {
  EXPECT_EQ(surface_letters("  🚀 존\t\n 손힐 "), U"🚀 존 손힐");
  EXPECT_EQ(surface_letters(" \n"), U"");
  EXPECT_EQ(surface_letters("\u1100\u1161"), U"가") << "decomposed letters are composed";
}

TEST(SurfaceTest, ATextKeepsThePlacesOfItsLetters) {
  const SurfaceText text = surface_text(Text("🚀\u1100\u1161 \n 나\n\n다"));
  EXPECT_EQ(text.letters, U"🚀가\n나\u2029다");
  EXPECT_EQ(text.span(1, 2), Span(1, 3));
  EXPECT_EQ(text.span(2, 4), Span(3, 7));
  EXPECT_EQ(surface_text(Text()).letters, U"");
}

TEST(SurfaceIndexTest, FindsWhatBeginsAtAPlace) {
  SurfaceIndex index;
  index.insert(U"미국", 1);
  index.insert(U"미국 정부", 2);
  index.insert(U"미", 3);
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  const auto take = [&](std::size_t length, std::uint32_t number) { found.emplace_back(length, number); };
  index.for_each_beginning(U"미국\n정부가", take);
  EXPECT_THAT(found, ElementsAre(std::pair(1, 3), std::pair(2, 1), std::pair(5, 2)));
  index.erase(U"미국");
  index.erase(U"중국");
  found.clear();
  index.for_each_beginning(U"미국 정부가", take);
  EXPECT_THAT(found, ElementsAre(std::pair(1, 3), std::pair(5, 2)));
  index.erase(U"미국 정부");
  index.erase(U"미");
  EXPECT_TRUE(index.empty());
}

TEST(LexiconTest, CountsSurfacesByLabelAndTakesThemBack) {
  Lexicon lexicon;
  lexicon.add(U"가온", "ORG", 2);
  lexicon.add(U"가온", "PERSON");
  EXPECT_THAT(lexicon.find(U"가온")->uses, ElementsAre(Use{"ORG", 2}, Use{"PERSON", 1}));
  EXPECT_EQ(lexicon.find(U"가온")->count(), 3U);
  lexicon.remove(U"가온", "ORG", 2);
  lexicon.remove(U"가온", "MISC");
  EXPECT_THAT(lexicon.find(U"가온")->uses, ElementsAre(Use{"PERSON", 1}));
  lexicon.remove(U"가온", "PERSON");
  EXPECT_EQ(lexicon.find(U"가온"), nullptr);
  EXPECT_EQ(lexicon.size(), 0U);
  lexicon.add(U"나루", "ORG");
  EXPECT_EQ(lexicon.size(), 1U);
}

TEST(LexiconTest, LeavesOutWhatIsLongerThanNames) {
  Lexicon lexicon;
  lexicon.add(std::u32string(Lexicon::kLongestSurface, U'가'), "ORG");
  EXPECT_EQ(lexicon.size(), 1U);
  lexicon.add(std::u32string(Lexicon::kLongestSurface + 1, U'가'), "ORG");
  lexicon.add(U"하나 둘 셋 넷 다섯 여섯 일곱", "CLAIM");
  lexicon.add(U"", "ORG");
  EXPECT_EQ(lexicon.size(), 1U);
}

TEST(ProjectWordsTest, AnnotatedWordsAreSelectedWhole) {
  ProjectWords words;
  put(words, kFirst, "🚀 {다라마가} 왔다.", "MISC");
  const Text text("🚀 다라마가.");
  EXPECT_EQ(word_without_particle(text, TextPos(2), words.evidence()), Span(2, 6));
  words.remove(kFirst);
  EXPECT_EQ(word_without_particle(text, TextPos(2), words.evidence()), Span(2, 5));
  EXPECT_THAT(uses(words, U"다라마가"), IsEmpty());
  EXPECT_EQ(words.text(kFirst), nullptr);
}

TEST(ProjectWordsTest, ADocumentIsReplacedNotAdded) {
  ProjectWords words;
  put(words, kFirst, "🚀 {가온}은 {가온}이다.", "ORG");
  put(words, kFirst, "🚀 {가온}에서.", "PERSON");
  EXPECT_THAT(uses(words, U"가온"), ElementsAre(Use{"PERSON", 1}));
  EXPECT_EQ(words.evidence().count(hash_of(U"가온")), 1U);
  EXPECT_THAT(words.documents(), ElementsAre(kFirst));
}

TEST(ProjectWordsTest, SingleAnnotationsComeAndGo) {
  ProjectWords words;
  put(words, kFirst, "🚀 가온은 나루에.", "ORG");
  words.annotate(kFirst, {Span(2, 4), "ORG"});
  words.annotate(kFirst, {Span(6, 8), "LOCATION"});
  words.annotate(kSecond, {Span(0, 2), "ORG"});
  EXPECT_THAT(uses(words, U"나루"), ElementsAre(Use{"LOCATION", 1}));
  EXPECT_THAT(words.annotations(kFirst),
              ElementsAre(LabelledSpan{Span(2, 4), "ORG"}, LabelledSpan{Span(6, 8), "LOCATION"}));
  words.unannotate(kFirst, {Span(6, 8), "ORG"});
  EXPECT_THAT(uses(words, U"나루"), ElementsAre(Use{"LOCATION", 1})) << "there is no such annotation";
  words.unannotate(kFirst, {Span(6, 8), "LOCATION"});
  EXPECT_THAT(uses(words, U"나루"), IsEmpty());
}

TEST(ProjectWordsTest, ManyAnnotationsComeAndGoAtOnce) {
  const LabelledSpan claim{Span(2, 12), "CLAIM"};
  const LabelledSpan first{Span(2, 4), "ORG"};
  const LabelledSpan second{Span(6, 8), "LOCATION"};
  const LabelledSpan third{Span(10, 12), "ORG"};
  ProjectWords words;
  words.put(kFirst, Text("🚀 가온은 나루에 가온을."), {third, second});
  words.change(kFirst, {third, {Span(0, 1), "ORG"}}, {first, claim, first});
  EXPECT_THAT(words.annotations(kFirst), ElementsAre(claim, first, first, second));
  EXPECT_THAT(uses(words, U"가온"), ElementsAre(Use{"ORG", 2}));
  words.change(kFirst, {second, first}, {third});
  EXPECT_THAT(words.annotations(kFirst), ElementsAre(claim, first, third));
  EXPECT_THAT(uses(words, U"나루"), IsEmpty());
  words.change(kSecond, {}, {first});
  EXPECT_THAT(words.documents(), ElementsAre(kFirst));
}

TEST(ProjectWordsTest, AChangeIsWhatItsStepsAre) {
  const Text text("🚀 가온은\n나루에\n다솜을\n가온이");
  const std::vector<LabelledSpan> before{{Span(2, 4), "ORG"}, {Span(6, 8), "ORG"}, {Span(14, 16), "ORG"}};
  const std::vector<LabelledSpan> after{{Span(6, 8), "LOCATION"}, {Span(10, 12), "PERSON"}};
  ProjectWords at_once;
  ProjectWords in_steps;
  at_once.put(kFirst, text, before);
  in_steps.put(kFirst, text, before);
  at_once.change(kFirst, before, after);
  for (const LabelledSpan& each : before) in_steps.unannotate(kFirst, each);
  for (const LabelledSpan& each : after) in_steps.annotate(kFirst, each);
  EXPECT_EQ(at_once.annotations(kFirst), in_steps.annotations(kFirst));
  for (const std::u32string surface : {U"가온", U"나루", U"다솜"}) {
    EXPECT_EQ(uses(at_once, surface), uses(in_steps, surface));
    EXPECT_EQ(at_once.elsewhere(kSecond).occurrences(surface), in_steps.elsewhere(kSecond).occurrences(surface));
  }
  EXPECT_EQ(at_once.elsewhere(kSecond).occurrences(U"가온"), 1U) << "the last line is not worked through any more";
}

TEST(ProjectWordsTest, WhatIsPutAgainReplacesTheAnnotationsOnly) {
  ProjectWords words;
  put(words, kFirst, "🚀 {가온}은 {나루}에\n{가온}이다.", "ORG");
  put(words, kFirst, "🚀 {가온}은 나루에\n가온이다.", "ORG");
  EXPECT_THAT(uses(words, U"가온"), ElementsAre(Use{"ORG", 1}));
  EXPECT_THAT(uses(words, U"나루"), IsEmpty());
  EXPECT_THAT(words.annotations(kFirst), ElementsAre(LabelledSpan{Span(2, 4), "ORG"}));
  EXPECT_EQ(words.evidence().count(hash_of(U"가온")), 2U);
  EXPECT_EQ(words.elsewhere(kSecond).occurrences(U"가온"), 1U);
  words.remove(kFirst);
  EXPECT_EQ(words.evidence().count(hash_of(U"가온")), 0U);
}

TEST(ProjectWordsTest, WhatStandsUnannotatedInTheWorkedPartCounts) {
  ProjectWords words;
  put(words, kFirst, "🚀 {가온}은 가온이고\n가온에서 {나루}까지\n가온으로", "ORG");
  const ProjectWords::Elsewhere elsewhere = words.elsewhere(kSecond);
  EXPECT_EQ(elsewhere.occurrences(U"가온"), 3U) << "up to the end of the line of the last annotation";
  EXPECT_THAT(elsewhere.uses(U"가온"), ElementsAre(Use{"ORG", 1}));
  words.unannotate(kFirst, {Span(16, 18), "ORG"});
  EXPECT_EQ(words.elsewhere(kSecond).occurrences(U"가온"), 2U);
  words.unannotate(kFirst, {Span(2, 4), "ORG"});
  EXPECT_EQ(words.elsewhere(kSecond).occurrences(U"가온"), 0U);
}

TEST(ProjectWordsTest, ElsewhereLeavesTheDocumentItselfOut) {
  ProjectWords words;
  put(words, kFirst, "🚀 {가온}은 {가온}이고", "ORG");
  put(words, kSecond, "🚀 {가온}은", "PERSON");
  put(words, kThird, "🚀 {가온}은", "ORG");
  EXPECT_THAT(words.elsewhere(kSecond).uses(U"가온"), ElementsAre(Use{"ORG", 3}));
  EXPECT_THAT(words.elsewhere(kFirst).uses(U"가온"), ElementsAre(Use{"ORG", 1}, Use{"PERSON", 1}));
  EXPECT_EQ(words.elsewhere(kFirst).occurrences(U"가온"), 2U);
  EXPECT_THAT(words.elsewhere(kFirst).uses(U"나루"), IsEmpty());
}

TEST(ProjectWordsTest, PartsThatWorkersCountAreMerged) {
  ProjectWords whole;
  put(whole, kFirst, "🚀 {가온}은", "ORG");
  put(whole, kSecond, "🚀 {가온}이 가온에서", "ORG");
  ProjectWords first;
  ProjectWords second;
  std::thread worker([&second] { put(second, kSecond, "🚀 {가온}이 가온에서", "ORG"); });
  put(first, kFirst, "🚀 {가온}은", "ORG");
  worker.join();
  first.merge(std::move(second));
  EXPECT_EQ(uses(first, U"가온"), uses(whole, U"가온"));
  EXPECT_EQ(first.evidence().count(hash_of(U"가온")), whole.evidence().count(hash_of(U"가온")));
  EXPECT_EQ(first.documents(), whole.documents());
  first.remove(kSecond);
  EXPECT_THAT(uses(first, U"가온"), ElementsAre(Use{"ORG", 1}));
}

TEST(ProjectWordsTest, ListedWordsAreNeverCut) {
  ProjectWords words;
  const Text text("🚀 다라마가.");
  words.set_word_list({{"다라마가", ""}, {" ", "ORG"}});
  EXPECT_EQ(word_without_particle(text, TextPos(2), words.evidence()), Span(2, 6));
  EXPECT_NE(words.listed().find(U"다라마가"), SurfaceIndex::kNone);
  words.set_word_list({});
  EXPECT_EQ(word_without_particle(text, TextPos(2), words.evidence()), Span(2, 5));
  EXPECT_TRUE(words.listed().empty());
}

TEST(ProjectWordsTest, AWordIsAttestedByTwoPlaces) {
  ProjectWords words;
  put(words, kFirst, "🚀 가온은 나루에서 나루까지.", "ORG");
  EXPECT_TRUE(words.attests("나루"));
  EXPECT_FALSE(words.attests("가온"));
}

TEST(ProjectWordsTest, OnlySpansOfOnePieceAreLabelledSpans) {
  AnnotationSet set(SetKey{kFirst, *AnnotatorKey::parse("h4k2qa"), false});
  const auto id = [&](std::int64_t number) { return AnnotationId{set.key().annotator, number}; };
  set.put({id(1), "ORG", Spans(Span(9, 11)), {}, "", {}});
  set.put({id(2), "ORG", Spans(Span(2, 4)), {}, "", {}});
  set.put({id(3), "CLAIM", Spans(Span(2, 11)), {}, "", {}});
  set.put({id(4), "ORG", Spans(std::vector<Span>{Span(2, 4), Span(6, 8)}), {}, "", {}});
  set.put({id(5), "TOPIC", WholeDocument{}, {}, "", {}});
  EXPECT_THAT(labelled_spans(set), ElementsAre(LabelledSpan{Span(2, 11), "CLAIM"}, LabelledSpan{Span(2, 4), "ORG"},
                                               LabelledSpan{Span(9, 11), "ORG"}));
}

}  // namespace
}  // namespace mitjul
