#include "ui/claim_edit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotation_edits.h"
#include "tests/storage/support.h"
#include "ui/claim_maker.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// A project with one article, in which claims are made.
class ClaimEditTest : public testing::Test {
 protected:
  ClaimEditTest() {
    project_.close();
    workspace_ = std::make_unique<Workspace>(std::make_unique<ProjectFile>(project_.path));
    document_ = import_document(*workspace_, "주장.txt", Text("🚀 김 대표는 매출이 늘고 비용이 줄 것이라고 말했다."));
  }

  Span span_of(std::string_view words) const {
    const Text& text = document().document.text;
    const std::size_t byte = text.utf8().find(words);
    return {text.from_byte(static_cast<std::uint32_t>(byte)),
            text.from_byte(static_cast<std::uint32_t>(byte + words.size()))};
  }
  const AnnotatedDocument& document() const { return workspace_->open(document_); }
  SetKey key() const { return {document_, workspace_->annotator(), false}; }
  ClaimChoice choice() const {
    ClaimChoice choice;
    choice.claim = span_of("김 대표는 매출이 늘고 비용이 줄 것이라고 말했다.");
    choice.type = "prediction";
    choice.attribution = "explicit";
    choice.source = span_of("김");
    choice.source_label = "PERSON";
    choice.cues = {span_of("말했다")};
    return choice;
  }
  Outcome make(const ClaimChoice& choice) {
    return workspace_->perform(claim_edit(workspace_->schema(), key(), document().find_set(key()), choice));
  }
  const Annotation& claim() const {
    return *claim_on(workspace_->schema(), document().find_set(key()), choice().claim);
  }
  /// Labels with what they are on: a quote, or the quotes of the ends.
  std::vector<std::string> annotations() const {
    std::vector<std::string> lines;
    const Text& text = document().document.text;
    const auto quote = [&](const Annotation& each) { return std::string(text.slice(each.spans()->hull())); };
    for (const auto& [id, each] : document().find_set(key())->annotations()) {
      std::string line = each.label;
      if (each.spans() != nullptr) {
        line += " " + quote(each);
      } else {
        for (const Argument& end : each.relation()->arguments) line += " " + quote(*document().find(end.target.id));
      }
      lines.push_back(line);
    }
    return lines;
  }

  Project project_;
  mutable std::unique_ptr<Workspace> workspace_;
  DocumentKey document_;
};

constexpr const char* kClaim = "CLAIM 김 대표는 매출이 늘고 비용이 줄 것이라고 말했다.";
constexpr const char* kSaid = " 김 대표는 매출이 늘고 비용이 줄 것이라고 말했다.";

TEST_F(ClaimEditTest, AClaimComesWithSourceAndCueInOneEdit) {
  const Outcome outcome = make(choice());
  ASSERT_TRUE(outcome.done());
  EXPECT_THAT(annotations(), ElementsAre(kClaim, "PERSON 김", std::string("source") + kSaid + " 김", "CUE 말했다",
                                         std::string("cue") + kSaid + " 말했다"));
  for (const auto& [id, each] : document().find_set(key())->annotations()) {
    EXPECT_EQ(each.provenance.method, Method::Suggestion);
  }
  const Annotation& claim = document().find_set(key())->annotations().begin()->second;
  EXPECT_EQ(claim.attributes, (Attributes{{"attribution", {"explicit"}}, {"type", {"prediction"}}}));
  ASSERT_TRUE(workspace_->undo().done());
  EXPECT_EQ(document().find_set(key())->size(), 0U);
}

TEST_F(ClaimEditTest, WhatIsAnnotatedAlreadyIsTaken) {
  ASSERT_TRUE(workspace_->perform(annotate(key(), "ORG", Spans(span_of("김")))).done());
  ASSERT_TRUE(make(choice()).done());
  EXPECT_THAT(annotations(), testing::Not(testing::Contains("PERSON 김")));
  EXPECT_THAT(annotations(), testing::Contains(std::string("source") + kSaid + " 김"));
}

TEST_F(ClaimEditTest, AClaimThatIsThereGetsWhatIsMissingOnly) {
  ASSERT_TRUE(make(choice()).done());
  const std::size_t before = annotations().size();
  EXPECT_THAT(claim_edit(workspace_->schema(), key(), document().find_set(key()), choice()).changes, IsEmpty());
  ClaimChoice other = choice();
  other.type = "fact";
  other.restated = "매출이 늘고 비용이 줄 것이다.";
  ASSERT_TRUE(make(other).done());
  EXPECT_EQ(annotations().size(), before);
  const Annotation& claim = document().find_set(key())->annotations().begin()->second;
  EXPECT_EQ(claim.attributes.at("type"), std::vector<std::string>{"fact"});
  EXPECT_EQ(claim.attributes.at("restated"), std::vector<std::string>{other.restated});
}

TEST_F(ClaimEditTest, WhatNobodyChoseStaysAsItWasAnnotated) {
  ASSERT_TRUE(make(choice()).done());
  Annotation mended = claim();
  mended.attributes["type"] = {"opinion"};
  mended.attributes["restated"] = {"🚀 매출이 늘 것이다."};
  mended.attributes.erase("attribution");
  ASSERT_TRUE(workspace_->perform({"edit", {AnnotationChange{key(), claim(), mended}}}).done());
  ClaimChoice offered = choice();
  offered.untouched = {"type", "attribution", "restated", "source"};
  ASSERT_TRUE(make(offered).done());
  EXPECT_EQ(claim().attributes,
            (Attributes{{"attribution", {"explicit"}}, {"restated", {"🚀 매출이 늘 것이다."}}, {"type", {"opinion"}}}));
  offered.untouched = {"type"};
  ASSERT_TRUE(make(offered).done());
  EXPECT_EQ(claim().attributes, (Attributes{{"attribution", {"explicit"}}, {"type", {"opinion"}}}));
}

TEST_F(ClaimEditTest, TheAuthorTakesThePlaceOfASource) {
  ASSERT_TRUE(make(choice()).done());
  ClaimChoice mine = choice();
  mine.source.reset();
  mine.attribution = "none";
  ASSERT_TRUE(make(mine).done());
  EXPECT_THAT(annotations(),
              UnorderedElementsAre(kClaim, "PERSON 김", "CUE 말했다", std::string("cue") + kSaid + " 말했다"));
  ASSERT_TRUE(workspace_->undo().done());
  EXPECT_THAT(annotations(), testing::Contains(std::string("source") + kSaid + " 김"));
  mine.untouched = {"source"};
  ASSERT_TRUE(make(mine).done());
  EXPECT_THAT(annotations(), testing::Contains(std::string("source") + kSaid + " 김"));
}

TEST_F(ClaimEditTest, AnotherSourceTakesThePlaceOfTheOne) {
  ASSERT_TRUE(make(choice()).done());
  ClaimChoice other = choice();
  other.source = span_of("김 대표");
  ASSERT_TRUE(make(other).done());
  EXPECT_THAT(annotations(), testing::Contains(std::string("source") + kSaid + " 김 대표"));
  EXPECT_THAT(annotations(), testing::Not(testing::Contains(std::string("source") + kSaid + " 김")));
}

TEST_F(ClaimEditTest, ASourceThatIsThereIsNotRelatedTwice) {
  ASSERT_TRUE(workspace_->perform(annotate(key(), "ORG", Spans(span_of("김")))).done());
  ASSERT_TRUE(workspace_->perform(annotate(key(), "PERSON", Spans(span_of("김")))).done());
  ASSERT_TRUE(workspace_->perform(annotate(key(), "CLAIM", Spans(choice().claim))).done());
  const auto& present = document().find_set(key())->annotations();
  const Annotation& person = std::next(present.begin())->second;
  const Relation relation = *relation_between(workspace_->schema(), "source", claim(), person);
  ASSERT_TRUE(workspace_->perform(annotate(key(), "source", relation)).done());
  const std::size_t before = annotations().size();
  ClaimChoice same = choice();
  same.cues.clear();
  ASSERT_TRUE(make(same).done());
  EXPECT_EQ(annotations().size(), before);
  const auto sources = present_sources(workspace_->schema(), *document().find_set(key()), claim());
  ASSERT_EQ(sources.size(), 1U);
  EXPECT_EQ(sources.front().source->label, "PERSON");
}

TEST_F(ClaimEditTest, AnOfferStartsFromWhatIsAnnotated) {
  ClaimChoice made = choice();
  made.restated = "매출이 늘 것이다.";
  ASSERT_TRUE(make(made).done());
  const Text& text = document().document.text;
  const auto offer = [] {
    ClaimOffer proposed;
    proposed.type = "fact";
    proposed.attribution = "none";
    proposed.sources.push_back({std::nullopt, "", ""});
    return proposed;
  };
  const auto sources = present_sources(workspace_->schema(), *document().find_set(key()), claim());
  ClaimOffer sourced = offer();
  sourced.sources.push_back({span_of("김"), "김", "PERSON"});
  start_from(sourced, text, claim(), sources);
  EXPECT_EQ(sourced.type, "prediction");
  EXPECT_EQ(sourced.attribution, "explicit");
  EXPECT_EQ(sourced.present_restated, made.restated);
  ASSERT_EQ(sourced.sources.size(), 2U);
  EXPECT_EQ(sourced.sources[0].span, span_of("김"));
  EXPECT_EQ(sourced.sources[0].words, "김");
  EXPECT_FALSE(sourced.sources[1].span);

  Annotation bare = claim();
  bare.attributes.clear();
  ClaimOffer unknown = offer();
  start_from(unknown, text, bare, sources);
  EXPECT_EQ(unknown.type, "fact");
  EXPECT_EQ(unknown.attribution, "explicit") << "somebody is named";

  Annotation mine = claim();
  mine.attributes["attribution"] = {"none"};
  ClaimOffer spoken = offer();
  spoken.attribution = "explicit";
  spoken.sources.insert(spoken.sources.begin(), {span_of("김"), "김", "PERSON"});
  start_from(spoken, text, mine, {});
  EXPECT_EQ(spoken.attribution, "none");
  ASSERT_EQ(spoken.sources.size(), 2U);
  EXPECT_FALSE(spoken.sources[0].span);
}

TEST_F(ClaimEditTest, TheAuthorIsNoSource) {
  ClaimChoice mine = choice();
  mine.source.reset();
  mine.cues.clear();
  ASSERT_TRUE(make(mine).done());
  EXPECT_THAT(annotations(), ElementsAre(kClaim));
}

TEST_F(ClaimEditTest, PartsAreClaimsOfTheirOwn) {
  ClaimChoice parted = choice();
  parted.source.reset();
  parted.cues.clear();
  parted.parts = {span_of("매출이 늘"), span_of("비용이 줄")};
  ASSERT_TRUE(make(parted).done());
  EXPECT_THAT(annotations(), UnorderedElementsAre(kClaim, "CLAIM 매출이 늘", "CLAIM 비용이 줄",
                                                  std::string("part") + kSaid + " 매출이 늘",
                                                  std::string("part") + kSaid + " 비용이 줄"));
}

TEST_F(ClaimEditTest, ASchemaWithLessGetsLess) {
  Schema schema = workspace_->schema();
  std::erase_if(schema.labels,
                [](const Label& label) { return label.kind == LabelKind::Relation || label.id == "CUE"; });
  for (Label& label : schema.labels) {
    if (label.id == "CLAIM") label.attributes.clear();
  }
  const Edit edit = claim_edit(schema, key(), nullptr, choice());
  ASSERT_EQ(edit.changes.size(), 1U);
  EXPECT_THAT(std::get<AnnotationChange>(edit.changes.front()).after->attributes, IsEmpty());
  std::erase_if(schema.labels, [](const Label& label) { return label.id == "CLAIM"; });
  EXPECT_EQ(claim_label(schema), "");
}

}  // namespace
}  // namespace mitjul
