#include "import/tei.h"

#include "tests/import/reading.h"

namespace mitjul {
namespace {

std::string example() { return bytes_of(std::string(MITJUL_FIXTURES) + "/tei/example/기사.xml"); }

std::vector<std::string> problems_of(const std::string& xml) {
  const TempFolder folder;
  folder.write("🚀.xml", xml);
  return found(read_tei(folder.path(), {}, {}));
}

/// The problem alone, without its line.
std::string problem_of(const std::string& xml) {
  const std::vector<std::string> problems = problems_of(xml);
  return problems.empty() ? "" : problems.front().substr(problems.front().find(':') + 1);
}

TEST(TeiReaderTest, ReadsSpansByTheirAnchors) {
  const TempFolder folder;
  folder.write("🚀.xml", example());
  std::vector<AnnotatedDocument> documents;
  EXPECT_TRUE(read_tei(folder.path(), {}, [&](AnnotatedDocument document) {
                documents.push_back(std::move(document));
              }).empty());
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].document.text.utf8(), "🚀 화웨이가 칩을 확보했다.");
  const Annotation* const event = documents[0].find(*parse_annotation_id("h4k2qa-3"));
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(event->label, "EVENT");
  EXPECT_EQ(*event->spans(), Spans({Span(7, 9), Span(10, 14)}));
  EXPECT_EQ(documents[0].find(*parse_annotation_id("h4k2qa-4"))->relation()->arguments.size(), 2U);
  EXPECT_TRUE(documents[0].find(*parse_annotation_id("h4k2qa-5"))->on_document());
}

TEST(TeiReaderTest, WhatDoesNotAgreeIsAProblem) {
  EXPECT_EQ(problem_of(example()), "");
  EXPECT_EQ(problem_of(edited(example(), ">화웨이</span>", ">화웨</span>")), "quote-differs");
  EXPECT_EQ(problem_of(edited(example(), "<anchor xml:id=\"c5\"/>가", "가<anchor xml:id=\"c5\"/>")), "quote-differs");
  EXPECT_EQ(problem_of(edited(example(), "string-range(text,2,3)", "string-range(text,3,3)")), "invalid-xml-value");
  EXPECT_EQ(problem_of(edited(example(), "<anchor xml:id=\"c2\"/>", "")), "unknown-reference");
  EXPECT_EQ(problem_of(edited(example(), "from=\"#c2\" to=\"#c5\"", "from=\"#c5\" to=\"#c2\"")), "empty-span");
  EXPECT_EQ(problem_of(edited(example(), "targFunc=\"claim target\"", "targFunc=\"claim\"")), "too-few-arguments");
  EXPECT_EQ(problem_of(edited(example(), "ana=\"#label.ORG ", "ana=\"#label.PER ")), "unknown-label");
  EXPECT_EQ(problem_of(edited(example(), "next=\"#h4k2qa-3.2\"", "next=\"#h4k2qa-3\"")), "invalid-xml-value");
  EXPECT_EQ(problem_of(edited(example(), "</ab>", "<hi>🚀</hi></ab>")), "unexpected-element");
  EXPECT_EQ(problem_of("🚀"), "malformed-xml");
  EXPECT_EQ(problem_of("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>"), "missing-xml-attribute");
}

}  // namespace
}  // namespace mitjul
