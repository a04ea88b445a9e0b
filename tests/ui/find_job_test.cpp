#include "ui/find_job.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"
#include "ui/find_choices.h"
#include "ui/found_rows.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using What = FindRequest::What;

/// Documents in memory, and what was asked of them.
class FindJobTest : public testing::Test {
 protected:
  FindJobTest() {
    add("가.txt", "🚀 화웨이가 칩을 샀다. 칩은 비싸다.", {annotation(1, "ORG", Spans(Span(2, 5)))});
    add("나.txt", "🚀 하와이에 갔다.", {annotation(1, "LOCATION", Spans(Span(2, 5)))});
    add("다.txt", "🚀 칩이 있다.", {annotation(1, "CLAIM", Spans(Span(2, 7)), {{"type", {"fact"}}})});
  }

  void add(const std::string& name, const std::string& text, const std::vector<Annotation>& annotations) {
    AnnotatedDocument made;
    made.document = Document::make(name, Text(text));
    AnnotationSet& set = made.set({made.document.info.key, annotator_key(), false});
    for (const Annotation& annotation : annotations) set.put(annotation);
    documents_.push_back(made);
  }

  const AnnotatedDocument& find(const DocumentKey& key) const {
    return *std::find_if(documents_.begin(), documents_.end(),
                         [&](const AnnotatedDocument& d) { return d.document.info.key == key; });
  }
  FindSource source() {
    return {[this](const DocumentKey& key) { return SearchText(find(key).document.text); },
            [this](const DocumentKey& key) { return find(key); }};
  }
  FindRequest request(What what, const std::string& query = {}) const {
    FindRequest made;
    made.what = what;
    made.query = query;
    made.schema = preset("claims-entities").value();
    for (const AnnotatedDocument& d : documents_) made.documents.push_back({d.document.info.key, d.document.info.name});
    return made;
  }
  FoundRows rows(const FindRequest& request) {
    FoundRows rows;
    rows.begin(request.documents);
    EXPECT_EQ(run_find(request, source(), [&](FoundBatch batch) { return rows.add(std::move(batch)); }), std::nullopt);
    return rows;
  }
  /// `나.txt: 하와이`
  std::vector<std::string> listed(const FoundRows& rows) {
    std::vector<std::string> lines;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      lines.push_back(rows.document_name(row) + ": " + rows.context(row).hit);
    }
    return lines;
  }
  std::vector<std::string> found(const FindRequest& request) { return listed(rows(request)); }
  DocumentSpan span_in(std::size_t document, Span span) const { return {documents_[document].document.info.key, span}; }

  std::vector<AnnotatedDocument> documents_;
};

TEST_F(FindJobTest, FindsInTheTexts) {
  EXPECT_THAT(found(request(What::Text, "칩")), ElementsAre("가.txt: 칩", "가.txt: 칩", "다.txt: 칩"));
  EXPECT_THAT(found(request(What::Text, "ㅎㅇㅇ")), ElementsAre("가.txt: 화웨이", "나.txt: 하와이"));
  EXPECT_THAT(found(request(What::Initials, "화ㅇㅇ")), ElementsAre("가.txt: 화웨이"));
  EXPECT_THAT(found(request(What::Word, "화웨")), IsEmpty());
  EXPECT_THAT(found(request(What::Regex, "[화하].이")), ElementsAre("가.txt: 화웨이", "나.txt: 하와이"));
}

TEST_F(FindJobTest, ABadPatternIsAProblem) {
  EXPECT_EQ(run_find(request(What::Regex, "(칩"), source(), [](const FoundBatch&) { return true; }),
            make_problem(ProblemCode::UnbalancedPattern, {"(칩", "2"}));
}

TEST_F(FindJobTest, FindsAnnotationsOfALabelAndThoseBelowIt) {
  FindRequest wanted = request(What::Annotations);
  wanted.annotations.label = "ENTITY";
  EXPECT_THAT(found(wanted), ElementsAre("가.txt: 화웨이", "나.txt: 하와이"));
  wanted.annotations = {"CLAIM", {}, "type", "fact"};
  EXPECT_THAT(found(wanted), ElementsAre("다.txt: 칩이 있다"));
}

TEST_F(FindJobTest, FindsAnnotationsInWhoseTextAQueryIsFound) {
  EXPECT_THAT(found(request(What::Annotations, "ㅎㅇㅇ")), ElementsAre("가.txt: 화웨이", "나.txt: 하와이"));
  EXPECT_THAT(found(request(What::Annotations, "있")), ElementsAre("다.txt: 칩이 있다"));
  EXPECT_THAT(found(request(What::Annotations, "비싸")), IsEmpty()) << "in no annotation";
}

TEST_F(FindJobTest, ListsWhatItIsGivenInTheOrderOfDocuments) {
  FindRequest given = request(What::Given);
  given.given = {span_in(1, Span(2, 5)),
                 span_in(0, Span(7, 8)),
                 span_in(0, Span(2, 5)),
                 span_in(0, Span(2, 999)),
                 {document_key(), Span(0, 1)}};
  EXPECT_THAT(found(given), ElementsAre("가.txt: 화웨이", "가.txt: 칩", "나.txt: 하와이"))
      << "what lies outside is left out";
}

TEST_F(FindJobTest, AnEmptyRequestIsKnown) {
  EXPECT_TRUE(request(What::Text).empty());
  EXPECT_FALSE(request(What::Text, "칩").empty());
  EXPECT_FALSE(request(What::Annotations).empty());
  EXPECT_TRUE(request(What::Given).empty());
  EXPECT_TRUE(FindRequest().empty());
}

TEST_F(FindJobTest, CanBeCancelled) {
  FindRequest wanted = request(What::Annotations);
  int asked = 0;
  std::size_t hits = 0;
  run_find(
      wanted, source(),
      [&](const FoundBatch& batch) {
        hits += batch.hits.size();
        return true;
      },
      [&](double) { return ++asked < 2; });
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(hits, 1U);
}

// The rows of what was found ------------------------------------------------------------------------------------------

TEST_F(FindJobTest, RowsKnowTheirPlacesAndWhatStandsAround) {
  const FoundRows found = rows(request(What::Text, "칩"));
  EXPECT_EQ(found.place(1), span_in(0, Span(14, 15)));
  EXPECT_EQ(found.context(2), (Context{"🚀 ", "칩", "이 있다."}));
}

TEST_F(FindJobTest, RowsOfOneDocumentAreInTextOrderHoweverTheyAreSorted) {
  FoundRows found = rows(request(What::Text, "칩"));
  found.sort(ConcordanceOrder::Right);
  EXPECT_THAT(found.spans_in(span_in(0, {}).document), ElementsAre(Span(7, 8), Span(14, 15)));
  EXPECT_THAT(found.spans_in(span_in(1, {}).document), IsEmpty());
}

TEST_F(FindJobTest, RowsCanBeSorted) {
  FoundRows found = rows(request(What::Text, "칩"));
  found.set_current(0);
  found.sort(ConcordanceOrder::Right);  // 은 비싸다, 을 샀다, 이 있다
  EXPECT_EQ(found.place(0), span_in(0, Span(14, 15)));
  EXPECT_EQ(found.place(1), span_in(0, Span(7, 8)));
  EXPECT_EQ(found.current(), 1U) << "the current hit stays the current one";
  found.sort(ConcordanceOrder::Place);
  EXPECT_EQ(found.current(), 0U);
  EXPECT_EQ(found.place(0), span_in(0, Span(7, 8)));
}

TEST_F(FindJobTest, NewRowsAreInTheOrderOfTheirPlaces) {
  FoundRows found = rows(request(What::Text, "칩"));
  found.sort(ConcordanceOrder::Right);
  found.begin(request(What::Text).documents);
  EXPECT_EQ(found.order(), ConcordanceOrder::Place);
}

TEST_F(FindJobTest, StepsGoRound) {
  FoundRows found = rows(request(What::Text, "칩"));
  EXPECT_EQ(found.step(true), 0U);
  EXPECT_EQ(found.step(true), 1U);
  EXPECT_EQ(found.step(true), 2U);
  EXPECT_EQ(found.step(true), 0U);
  EXPECT_EQ(found.step(false), 2U);
  FoundRows none;
  EXPECT_EQ(none.step(true), std::nullopt);
}

TEST_F(FindJobTest, TheFirstStepGoesToTheHitNextToTheCaret) {
  const auto first_step = [&](bool forward, const DocumentSpan& caret) {
    return rows(request(What::Text, "칩")).step(forward, caret);
  };
  EXPECT_EQ(first_step(true, span_in(0, Span(0, 0))), 0U);
  EXPECT_EQ(first_step(true, span_in(0, Span(10, 10))), 1U);
  EXPECT_EQ(first_step(false, span_in(0, Span(10, 10))), 0U);
  EXPECT_EQ(first_step(true, span_in(1, Span(3, 3))), 2U);
  EXPECT_EQ(first_step(true, span_in(2, Span(5, 5))), 0U) << "from the end to the start";
  EXPECT_EQ(first_step(false, span_in(0, Span(0, 0))), 2U);
  EXPECT_EQ(first_step(true, {document_key(), Span(0, 0)}), 0U);
}

TEST_F(FindJobTest, RowsOfDocumentsThatAreGoneGo) {
  FoundRows found = rows(request(What::Text, "칩"));
  ASSERT_EQ(found.size(), 3U);
  found.sort(ConcordanceOrder::Right);
  const auto key = [this](std::size_t document) { return documents_[document].document.info.key; };
  std::uint32_t kept = 0;
  while (kept < 2 && found.place(kept).document != key(2)) ++kept;
  const DocumentSpan last = found.place(kept);
  found.set_current(kept);
  EXPECT_FALSE(found.keep_only({key(0), key(1), key(2)}));
  EXPECT_TRUE(found.keep_only({key(1), key(2)}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.place(0), last);
  EXPECT_EQ(found.context(0).hit, "칩");
  EXPECT_EQ(found.current(), 0U);
  EXPECT_THAT(found.spans_in(key(0)), IsEmpty());
  // What is still on its way of it does not come in, and the current one goes with its document.
  FoundBatch late;
  late.texts.emplace_back(0, documents_[0].document.text);
  late.hits.push_back({0, Span(2, 5)});
  late.hits.push_back({2, Span(0, 1)});
  EXPECT_TRUE(found.add(late));
  EXPECT_EQ(found.size(), 2U);
  EXPECT_TRUE(found.keep_only({}));
  EXPECT_EQ(found.size(), 0U);
  EXPECT_FALSE(found.current());
}

TEST_F(FindJobTest, ThereAreOnlySoManyRows) {
  FoundRows found;
  found.begin(request(What::Text).documents);
  FoundBatch batch;
  batch.texts.emplace_back(0, documents_[0].document.text);
  batch.hits.assign(FoundRows::kMost, TextHit{0, Span(2, 5)});
  EXPECT_TRUE(found.add(batch));
  EXPECT_FALSE(found.cut());
  batch.hits.resize(1);
  EXPECT_FALSE(found.add(batch));
  EXPECT_TRUE(found.cut());
  EXPECT_EQ(found.size(), FoundRows::kMost);
  found.begin({});
  EXPECT_EQ(found.size(), 0U);
  EXPECT_FALSE(found.cut());
}

// Choices -------------------------------------------------------------------------------------------------------------

TEST(FindChoicesTest, LabelsOfSpansStandAboveThoseBelowThem) {
  const std::vector<LabelChoice> choices = label_choices(preset("claims-entities").value());
  ASSERT_THAT(choices, SizeIs(13));
  EXPECT_EQ(choices[0].id, "ENTITY");
  EXPECT_EQ(choices[0].depth, 0);
  EXPECT_EQ(choices[1].id, "PERSON");
  EXPECT_EQ(choices[1].depth, 1);
  for (const LabelChoice& choice : choices) EXPECT_NE(choice.id, "source") << "a relation";
}

TEST(FindChoicesTest, AnAttributeStandsBeforeItsValues) {
  const Schema schema = preset("claims-entities").value();
  const std::vector<AttributeChoice> choices = attribute_choices(schema, "CLAIM");
  EXPECT_EQ(choices[0], (AttributeChoice{"type", ""}));
  EXPECT_EQ(choices[1], (AttributeChoice{"type", "fact"}));
  EXPECT_THAT(choices, testing::Contains(AttributeChoice{"checkworthy", "true"}));
  EXPECT_THAT(choices, testing::Contains(AttributeChoice{"restated", ""}));
  EXPECT_THAT(attribute_choices(schema, "ORG"), IsEmpty());
  EXPECT_THAT(attribute_choices(schema, ""), IsEmpty());
}

}  // namespace
}  // namespace mitjul
