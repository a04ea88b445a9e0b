#include "export/chosen_source.h"

#include <gmock/gmock.h>

#include "tests/export/exporting.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AnnotatorKey kFirst = *AnnotatorKey::parse("aaaaaa");
const AnnotatorKey kSecond = *AnnotatorKey::parse("bbbbbb");
const DocumentKey kDocument = *DocumentKey::parse("aaaaaaaaaa");
const DocumentKey kOther = *DocumentKey::parse("bbbbbbbbbb");

Annotation made(const AnnotatorKey& who, std::int64_t number, std::string label, Anchor anchor) {
  return {{who, number}, std::move(label), std::move(anchor), {}, "", {}};
}

Anchor relation(std::vector<AnnotationRef> ends) {
  Relation made;
  for (AnnotationRef& end : ends) made.arguments.push_back({"end", std::move(end)});
  return made;
}

/// One document: an organisation, a claim, a relation of both, and a relation on that one, all of the first annotator,
/// whose set is finished; the second has an organisation, and a curation has a person.
Delivery delivery() {
  Delivery made_up;
  made_up.schema = *preset("claims-entities");
  made_up.annotators = {{kFirst, "김하나", false}, {kSecond, "이두리", false}};
  AnnotatedDocument document;
  document.document = Document::make("기사.txt", Text("🚀 화웨이가 칩을 확보했다."));
  document.document.info.key = kDocument;
  AnnotationSet& first = document.set({kDocument, kFirst, false});
  first.set_state(SetState::Finished);
  first.put(made(kFirst, 1, "ORG", Spans(Span(2, 5))));
  first.put(made(kFirst, 2, "CLAIM", Spans(Span(0, 15))));
  first.put(made(kFirst, 3, "about", relation({{{}, {kFirst, 2}}, {{}, {kFirst, 1}}})));
  first.put(made(kFirst, 4, "about", relation({{{}, {kFirst, 3}}, {{}, {kFirst, 2}}})));
  document.set({kDocument, kSecond, false}).put(made(kSecond, 1, "ORG", Spans(Span(2, 5))));
  document.set({kDocument, kFirst, true}).put(made(kFirst, 5, "PERSON", Spans(Span(2, 5))));
  made_up.documents.push_back(std::move(document));
  return made_up;
}

/// The ids of what is left of the document, and in `lost` how many relations went with their ends.
std::vector<std::string> left(const Delivery& from, const ExportChoice& choice, std::size_t& lost,
                              const KeptElsewhere& elsewhere = {}) {
  const ExportSource source = chosen_source(from.source(), choice, elsewhere);
  EXPECT_EQ(source.schema, from.schema);
  std::vector<std::string> ids;
  const AnnotatedDocument document = source.document(0);
  for (const auto& [key, set] : document.sets) {
    for (const auto& [id, annotation] : set.annotations()) ids.push_back(to_string(id));
  }
  ExportLosses losses;
  source.add_losses(losses);
  lost = 0;
  for (const ExportLoss& loss : losses.list()) {
    EXPECT_EQ(to_string(loss), "relations");
    lost += loss.count;
  }
  return ids;
}

class ChosenSourceTest : public testing::Test {
 protected:
  std::vector<std::string> left_by(const ExportChoice& choice, const KeptElsewhere& elsewhere = {}) {
    return left(delivery_, choice, lost_, elsewhere);
  }

  Delivery delivery_ = delivery();
  ExportChoice choice_;
  std::size_t lost_ = 0;
};

TEST_F(ChosenSourceTest, WithoutAChoiceAllIsLeft) {
  EXPECT_THAT(left_by(choice_), ElementsAre("aaaaaa-1", "aaaaaa-2", "aaaaaa-3", "aaaaaa-4", "aaaaaa-5", "bbbbbb-1"));
  EXPECT_EQ(lost_, 0U);
}

TEST_F(ChosenSourceTest, SetsOfOthersAreLeftOut) {
  choice_.annotators = {kSecond};
  EXPECT_THAT(left_by(choice_), ElementsAre("bbbbbb-1"));
  EXPECT_EQ(lost_, 0U) << "nobody asked for the relations";
}

TEST_F(ChosenSourceTest, SetsInOtherStatesAreLeftOut) {
  choice_.states = {SetState::Finished};
  EXPECT_THAT(left_by(choice_), ElementsAre("aaaaaa-1", "aaaaaa-2", "aaaaaa-3", "aaaaaa-4"));
}

TEST_F(ChosenSourceTest, CuratedSetsComeAlsoOnlyOrNot) {
  choice_.curated = CuratedSets::Only;
  EXPECT_THAT(left_by(choice_), ElementsAre("aaaaaa-5"));
  choice_.curated = CuratedSets::Not;
  EXPECT_THAT(left_by(choice_), ElementsAre("aaaaaa-1", "aaaaaa-2", "aaaaaa-3", "aaaaaa-4", "bbbbbb-1"));
}

TEST_F(ChosenSourceTest, ALabelStandsForThoseBelowIt) {
  choice_.labels = {"ENTITY"};
  EXPECT_THAT(left_by(choice_), ElementsAre("aaaaaa-1", "aaaaaa-5", "bbbbbb-1"));
  EXPECT_EQ(lost_, 0U);
}

TEST_F(ChosenSourceTest, ARelationThatLosesAnEndGoesWithThoseOnItAndIsCounted) {
  choice_.labels = {"CLAIM", "about"};
  EXPECT_THAT(left_by(choice_), ElementsAre("aaaaaa-2"));
  EXPECT_EQ(lost_, 2U);
}

TEST_F(ChosenSourceTest, ARelationGoesWhereItsEndInAnotherDocumentIsLeftOut) {
  AnnotationSet& set = delivery_.documents[0].set({kDocument, kSecond, false});
  set.put(made(kSecond, 2, "about", relation({{{}, {kSecond, 1}}, {kOther, {kSecond, 1}}})));
  choice_.annotators = {kSecond};
  EXPECT_THAT(left_by(choice_), ElementsAre("bbbbbb-1", "bbbbbb-2")) << "what is not known is taken to be there";
  EXPECT_THAT(left_by(choice_, [](const AnnotationRef& end) { return end.document != kOther; }),
              ElementsAre("bbbbbb-1"));
  EXPECT_EQ(lost_, 1U);
}

TEST(AnonymousSourceTest, NamesAreNumberedInTheOrderOfAllKeysOfTheProject) {
  Delivery from = delivery();
  from.annotators = {{kSecond, "이두리", false}};
  const std::vector<Annotator> all{{kSecond, "이두리", false}, {kFirst, "김하나", false}};
  EXPECT_THAT(anonymous_source(from.source(), all).annotators, ElementsAre(Annotator{kSecond, "annotator02", false}));
}

TEST(AnonymousSourceTest, WhatWasTakenOverFromSomebodyNamesNobody) {
  Delivery from = delivery();
  AnnotationSet& set = from.documents[0].set({kDocument, kFirst, false});
  std::int64_t number = 10;
  for (const auto& [method, origin] : std::vector<std::pair<Method, std::string>>{
           {Method::Curation, "이두리"}, {Method::Curation, "예전 이름 🚀"}, {Method::Import, "이두리"}}) {
    Annotation annotation = made(kFirst, number++, "ORG", Spans(Span(2, 5)));
    annotation.provenance.method = method;
    annotation.provenance.origin = origin;
    set.put(annotation);
  }
  const ExportSource source = anonymous_source(from.source(), from.annotators);
  const AnnotatedDocument document = source.document(0);
  EXPECT_EQ(document.find({kFirst, 10})->provenance.origin, "annotator02");
  EXPECT_EQ(document.find({kFirst, 11})->provenance.origin, "");
  EXPECT_EQ(document.find({kFirst, 12})->provenance.origin, "이두리") << "a file of that name, say";
  ExportLosses losses;
  source.add_losses(losses);
  EXPECT_THAT(losses.list(), ElementsAre(ExportLoss{AnnotationFeature::Provenance, 1}));
}

TEST_F(ChosenSourceTest, AnExportTellsOfTheRelations) {
  choice_.labels = {"CLAIM", "about"};
  const ExportSource source = chosen_source(delivery_.source(), choice_);
  for (int i = 0; i < 2; ++i) {
    const ExportResult result = preview_export(*find_export_format("mitjul-xml"), source, example_options(), {});
    EXPECT_EQ(result.annotations, 1U);
    EXPECT_THAT(result.losses, ElementsAre(ExportLoss{AnnotationFeature::Relations, 2})) << "each time anew";
  }
}

TEST(ChosenDocumentTest, DocumentsAreChosenByKeyAndByTheStatesOfTheirSets) {
  DocumentSummary summary;
  summary.key = kDocument;
  ExportChoice choice;
  EXPECT_TRUE(chooses(choice, summary));
  choice.documents = {kOther};
  EXPECT_FALSE(chooses(choice, summary));
  choice.documents = {kDocument, kOther};
  EXPECT_TRUE(chooses(choice, summary));
  choice.states = {SetState::Finished};
  EXPECT_FALSE(chooses(choice, summary)) << "without a set it is new";
  choice.states = {SetState::New};
  EXPECT_TRUE(chooses(choice, summary));
  summary.sets = {{{kDocument, kFirst, false}, SetState::Finished, 1}, {{kDocument, kSecond, true}, SetState::New, 0}};
  EXPECT_TRUE(chooses(choice, summary));
  choice.curated = CuratedSets::Not;
  EXPECT_FALSE(chooses(choice, summary));
  choice.states = {SetState::Finished};
  EXPECT_TRUE(chooses(choice, summary));
  choice.annotators = {kSecond};
  EXPECT_FALSE(chooses(choice, summary));
  choice = {};
  summary.in_trash = true;
  EXPECT_FALSE(chooses(choice, summary));
}

}  // namespace
}  // namespace mitjul
