#include "ui/problem_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const NamedDocument kFirst{document_key("d3f7k2m5qa"), "가.txt"};
const NamedDocument kSecond{document_key("a3f7k2m5qa"), "나.txt"};

ProblemRow row(const NamedDocument& document, std::int64_t number, ProblemCode code) {
  ProblemRow made;
  made.finding.problem = make_problem(code, {"ORG"});
  made.finding.problem.place.document = document.name;
  made.finding.set = {document.key, annotator_key(), false};
  made.finding.annotation = annotation_id(number);
  made.label = "ORG";
  return made;
}

std::vector<std::string> shown(const ProblemRows& rows) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Finding& finding = rows.row(i).finding;
    lines.push_back(finding.problem.place.document + " " + std::to_string(finding.annotation.number) + " " +
                    std::string(to_string(finding.problem.code)));
  }
  return lines;
}

class ProblemRowsTest : public testing::Test {
 protected:
  ProblemRowsTest() {
    rows_.put({{kSecond, {row(kSecond, 1, ProblemCode::BlankAtEdge)}},
               {kFirst, {row(kFirst, 2, ProblemCode::MissingAttribute), row(kFirst, 5, ProblemCode::BlankAtEdge)}}});
  }

  ProblemRows rows_;
};

TEST_F(ProblemRowsTest, StandByDocumentsAndInThemAsTheyWereFound) {
  EXPECT_THAT(shown(rows_),
              ElementsAre("가.txt 2 missing-attribute", "가.txt 5 blank-at-edge", "나.txt 1 blank-at-edge"));
}

TEST_F(ProblemRowsTest, AreThoseOfOneKindOrOneDocument) {
  rows_.show(ProblemCode::BlankAtEdge, std::nullopt);
  EXPECT_THAT(shown(rows_), ElementsAre("가.txt 5 blank-at-edge", "나.txt 1 blank-at-edge"));
  EXPECT_THAT(rows_.shown_findings(), SizeIs(2));
  rows_.show(ProblemCode::BlankAtEdge, kFirst.key);
  EXPECT_THAT(shown(rows_), ElementsAre("가.txt 5 blank-at-edge"));
  rows_.show(std::nullopt, kSecond.key);
  EXPECT_THAT(shown(rows_), ElementsAre("나.txt 1 blank-at-edge"));
}

TEST_F(ProblemRowsTest, AreCountedWhateverKindIsShown) {
  rows_.show(ProblemCode::MissingAttribute, std::nullopt);
  EXPECT_EQ(rows_.kinds(),
            (std::map<ProblemCode, std::size_t>{{ProblemCode::MissingAttribute, 1}, {ProblemCode::BlankAtEdge, 2}}));
  EXPECT_EQ(rows_.count(Severity::Error), 1U);
  EXPECT_EQ(rows_.count(Severity::Warning), 2U);
  EXPECT_EQ(rows_.count(Severity::Note), 0U);
  rows_.show(std::nullopt, kSecond.key);
  EXPECT_EQ(rows_.count(Severity::Error), 0U) << "of the document that is shown";
  EXPECT_EQ(rows_.count_in(kFirst.key), 2U);
}

TEST_F(ProblemRowsTest, OfADocumentAreReplaced) {
  rows_.put({{kFirst, {row(kFirst, 2, ProblemCode::MissingAttribute)}}});
  EXPECT_THAT(shown(rows_), ElementsAre("가.txt 2 missing-attribute", "나.txt 1 blank-at-edge"));
  rows_.put({{{kFirst.key, "하.txt"}, {row(kFirst, 2, ProblemCode::MissingAttribute)}}});
  EXPECT_THAT(rows_.shown_findings(), SizeIs(2)) << "a new name is another place in the list";
  EXPECT_EQ(rows_.row(1).finding.annotation, annotation_id(2));
  rows_.put({{kFirst, {}}});
  EXPECT_THAT(shown(rows_), ElementsAre("나.txt 1 blank-at-edge"));
}

TEST_F(ProblemRowsTest, OfDocumentsThatAreGoneAreForgotten) {
  rows_.keep_only({kSecond.key});
  EXPECT_THAT(shown(rows_), ElementsAre("나.txt 1 blank-at-edge"));
  EXPECT_EQ(rows_.count_in(kFirst.key), 0U);
  rows_.keep_only({});
  EXPECT_THAT(shown(rows_), IsEmpty());
}

TEST_F(ProblemRowsTest, OfAnAnnotationAreFound) {
  ASSERT_THAT(rows_.of(kFirst.key, annotation_id(5)), SizeIs(1));
  EXPECT_EQ(rows_.of(kFirst.key, annotation_id(5)).front()->finding.problem.code, ProblemCode::BlankAtEdge);
  EXPECT_THAT(rows_.of(kFirst.key, annotation_id(1)), IsEmpty());
  EXPECT_THAT(rows_.of(kSecond.key, annotation_id(1)), SizeIs(1));
  EXPECT_THAT(rows_.of(document_key("zzzzzzzzzz"), annotation_id(1)), IsEmpty());
}

TEST_F(ProblemRowsTest, OfAnAnnotationAreThoseOfTheLastCheckTheWorstFirst) {
  ASSERT_THAT(rows_.of(kFirst.key, annotation_id(5)), SizeIs(1));
  rows_.put({{kFirst,
              {row(kFirst, 5, ProblemCode::BlankAtEdge), row(kFirst, 2, ProblemCode::ParticleAtEnd),
               row(kFirst, 5, ProblemCode::MissingRelation)}}});
  const auto rows = rows_.of(kFirst.key, annotation_id(5));
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[0]->finding.problem.code, ProblemCode::MissingRelation);
  EXPECT_EQ(rows[1]->finding.problem.code, ProblemCode::BlankAtEdge);
  rows_.put({{kFirst, {}}});
  EXPECT_THAT(rows_.of(kFirst.key, annotation_id(5)), IsEmpty());
}

TEST(ProblemRowsOfADocumentTest, AreThoseOfTheAnnotatorAtWork) {
  const MarkedText text = marked("🚀{ 화웨이}가\n칩을 확보했다.");
  AnnotatedDocument document{Document::make("기사.txt", text.text), {}};
  const auto put = [&](std::string_view annotator, bool curated) {
    Annotation made = annotation(1, "ORG", Spans(text.spans[0]));
    made.id.annotator = annotator_key(annotator);
    document.set({document.document.info.key, made.id.annotator, curated}).put(made);
  };
  put("h4k2qa", false);
  put("zzzzzz", false);
  const ProblemRules rules{schema_of({label("ORG")}), annotator_key("h4k2qa"), {}};
  const std::vector<ProblemRow> rows = problem_rows(document, rules, {});
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].finding.annotation, annotation_id(1));
  EXPECT_EQ(rows[0].label, "ORG");
  EXPECT_EQ(rows[0].words, " 화웨이");
}

TEST(ProblemRowsOfADocumentTest, AnOverlapNamesTheOtherByItsWords) {
  const MarkedText text = marked("🚀 {화웨이{ 칩}}을 확보했다.");
  AnnotatedDocument document{Document::make("기사.txt", text.text), {}};
  AnnotationSet& set = document.set({document.document.info.key, annotator_key(), false});
  Schema schema = schema_of({label("ORG"), label("PRODUCT")});
  schema.labels[0].overlap = OverlapRule::None;
  const Span product(text.spans[1].start + 1, text.spans[1].end);
  set.put(annotation(1, "ORG", Spans(text.spans[0])));
  set.put(annotation(2, "PRODUCT", Spans(product)));
  const std::vector<ProblemRow> rows = problem_rows(document, {schema, annotator_key(), {}}, {});
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(in_words(rows[0].finding.problem), "overlap-not-allowed: PRODUCT, “화웨이 칩”");
}

}  // namespace
}  // namespace mitjul
