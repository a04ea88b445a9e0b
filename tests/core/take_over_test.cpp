#include "core/take_over.h"

#include <gtest/gtest.h>

#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

enum ArticleSpan { kClaim, kOrg };

const MarkedText& article() {
  static const MarkedText text = marked("🚀 {{화웨이}가 칩을 확보했다}고 밝혔다.");
  return text;
}
Spans span(ArticleSpan which) { return article().spans[static_cast<std::size_t>(which)]; }

/// The article with a claim (1), an organisation in it (2) and the relation of both (3) of Hana, and nothing of one's
/// own.
class TakeOverTest : public testing::Test {
 protected:
  TakeOverTest() {
    document_.document = Document::make("기사.txt", article().text);
    Annotation claim = made(1, "CLAIM", span(kClaim));
    claim.attributes["type"] = {"fact"};
    claim.note = "확인함";
    claim.provenance.confidence = 0.5;
    put(theirs_, claim);
    put(theirs_, made(2, "ORG", span(kOrg)));
    put(theirs_, made(3, "about", Relation{{{"claim", {{}, {hana_, 1}}}, {"target", {{}, {hana_, 2}}}}}));
  }

  Annotation made(std::int64_t number, const std::string& label, Anchor anchor) const {
    return {{hana_, number}, label, std::move(anchor), {}, "", {}};
  }
  void put(const SetKey& set, Annotation annotation) { document_.set(set).put(std::move(annotation)); }
  std::variant<Edit, Problem> take(std::int64_t number) { return take_over(document_, mine_, {hana_, number}, "Hana"); }
  /// Takes it over for good, under a number of its own.
  void have(std::int64_t number) {
    const auto result = take(number);
    ASSERT_TRUE(std::holds_alternative<Edit>(result)) << number;
    Annotation copy = *std::get<AnnotationChange>(std::get<Edit>(result).changes.front()).after;
    copy.id = {me_, number + 10};
    put(mine_, copy);
  }
  std::optional<ProblemCode> refused(std::int64_t number) {
    const auto result = take(number);
    const auto* const problem = std::get_if<Problem>(&result);
    return problem == nullptr ? std::nullopt : std::optional(problem->code);
  }

  const AnnotatorKey me_ = AnnotatorKey::generate();
  const AnnotatorKey hana_ = AnnotatorKey::generate();
  AnnotatedDocument document_;
  const SetKey mine_{document_.document.info.key, me_, false};
  const SetKey theirs_{document_.document.info.key, hana_, false};
};

TEST_F(TakeOverTest, WhatItSaysIsCopiedAndWhoSaidItNamed) {
  const auto result = take(1);
  ASSERT_TRUE(std::holds_alternative<Edit>(result));
  const Edit& edit = std::get<Edit>(result);
  EXPECT_EQ(edit.name, "take-over");
  ASSERT_EQ(edit.changes.size(), 1U);
  const auto& change = std::get<AnnotationChange>(edit.changes.front());
  EXPECT_EQ(change.set, mine_);
  EXPECT_FALSE(change.before);
  EXPECT_TRUE(change.after->id.provisional());
  EXPECT_EQ(change.after->id.annotator, me_);
  EXPECT_EQ(change.after->label, "CLAIM");
  EXPECT_EQ(*change.after->spans(), span(kClaim));
  EXPECT_EQ(change.after->attributes, (Attributes{{"type", {"fact"}}}));
  EXPECT_EQ(change.after->note, "확인함");
  EXPECT_EQ(change.after->provenance.method, Method::Curation);
  EXPECT_EQ(change.after->provenance.origin, "Hana");
  EXPECT_FALSE(change.after->provenance.confidence) << "of the other, not of a decision";
}

TEST_F(TakeOverTest, WhatIsThereAlreadyIsNotMadeTwice) {
  have(2);
  EXPECT_EQ(refused(2), ProblemCode::AnnotationPresent);
  EXPECT_EQ(refused(1), std::nullopt);
}

TEST_F(TakeOverTest, WhatIsNotInTheDocumentIsRefused) { EXPECT_EQ(refused(9), ProblemCode::UnknownAnnotation); }

TEST_F(TakeOverTest, ARelationNeedsItsEnds) {
  EXPECT_EQ(refused(3), ProblemCode::EndsOfOther);
  have(1);
  EXPECT_EQ(refused(3), ProblemCode::EndsOfOther);
  have(2);
  const auto result = take(3);
  ASSERT_TRUE(std::holds_alternative<Edit>(result));
  const auto& change = std::get<AnnotationChange>(std::get<Edit>(result).changes.front());
  const Relation wanted{{{"claim", {{}, {me_, 11}}}, {"target", {{}, {me_, 12}}}}};
  EXPECT_EQ(*change.after->relation(), wanted);
}

TEST_F(TakeOverTest, AnEndMayBeOnesOwnWork) {
  put(mine_, {{me_, 1}, "CLAIM", span(kClaim), {}, "", {}});
  put(mine_, {{me_, 2}, "ORG", span(kOrg), {}, "", {}});
  EXPECT_EQ(refused(3), std::nullopt);
}

TEST_F(TakeOverTest, AnEndThatWasTakenOverAndMovedIsStillThatEnd) {
  have(1);
  have(2);
  Annotation longer = *document_.find({me_, 12});
  longer.anchor = Spans(Span(span(kOrg).start(), span(kOrg).end() + 1));
  put(mine_, longer);
  const auto result = take(3);
  ASSERT_TRUE(std::holds_alternative<Edit>(result));
  const auto& change = std::get<AnnotationChange>(std::get<Edit>(result).changes.front());
  EXPECT_EQ(change.after->relation()->arguments.back().target.id, longer.id);
}

TEST_F(TakeOverTest, RelationsThatGoRoundInACircleAreRefused) {
  put(theirs_, made(4, "about", Relation{{{"claim", {{}, {hana_, 5}}}, {"target", {{}, {hana_, 2}}}}}));
  put(theirs_, made(5, "about", Relation{{{"claim", {{}, {hana_, 4}}}, {"target", {{}, {hana_, 2}}}}}));
  have(2);
  EXPECT_EQ(refused(4), ProblemCode::EndsOfOther);
}

TEST_F(TakeOverTest, AnEndInAnotherDocumentMustBeOnesOwn) {
  const DocumentKey elsewhere = DocumentKey::generate();
  have(1);
  put(theirs_, made(4, "about", Relation{{{"claim", {{}, {hana_, 1}}}, {"target", {elsewhere, {hana_, 1}}}}}));
  put(theirs_, made(5, "about", Relation{{{"claim", {{}, {hana_, 1}}}, {"target", {elsewhere, {me_, 1}}}}}));
  EXPECT_EQ(refused(4), ProblemCode::EndsOfOther);
  EXPECT_EQ(refused(5), std::nullopt);
}

}  // namespace
}  // namespace mitjul
