#include "import/bioc.h"

#include "tests/import/reading.h"

namespace mitjul {
namespace {

std::string example() { return bytes_of(std::string(MITJUL_FIXTURES) + "/bioc/example/export.xml"); }

std::string problem_of(const std::string& xml) {
  const TempFolder folder;
  const std::vector<Problem> problems = read_bioc(folder.write("🚀.xml", xml), {}, {});
  return problems.empty() ? "" : std::string(to_string(problems.front().code));
}

TEST(BiocReaderTest, ReadsLocationsAsCodePoints) {
  const TempFolder folder;
  std::vector<AnnotatedDocument> documents;
  EXPECT_TRUE(read_bioc(folder.write("🚀.xml", example()), {}, [&](AnnotatedDocument document) {
                documents.push_back(std::move(document));
              }).empty());
  ASSERT_EQ(documents.size(), 1U);
  const Annotation* const event = documents[0].find(*parse_annotation_id("h4k2qa-3"));
  ASSERT_NE(event, nullptr);
  EXPECT_EQ(*event->spans(), Spans({Span(7, 9), Span(10, 14)}));
  EXPECT_EQ(documents[0].find(*parse_annotation_id("h4k2qa-4"))->relation()->arguments.size(), 2U);
  EXPECT_TRUE(documents[0].find(*parse_annotation_id("h4k2qa-5"))->on_document());
}

TEST(BiocReaderTest, WhatDoesNotAgreeIsAProblem) {
  EXPECT_EQ(problem_of(example()), "");
  EXPECT_EQ(problem_of(edited(example(), "offset=\"2\" length=\"3\"", "offset=\"3\" length=\"3\"")), "quote-differs");
  EXPECT_EQ(problem_of(edited(example(), "offset=\"2\" length=\"3\"", "offset=\"2\" length=\"14\"")),
            "span-outside-text");
  EXPECT_EQ(problem_of(edited(example(), "offset=\"2\" length=\"3\"", "offset=\"4294967295\" length=\"4294967295\"")),
            "span-outside-text");
  EXPECT_EQ(problem_of(edited(example(), "offset=\"2\" length=\"3\"", "offset=\"-2\" length=\"3\"")),
            "invalid-xml-value");
  EXPECT_EQ(problem_of(edited(example(), "offset=\"2\" length=\"3\"", "offset=\"2\" length=\"0\"")),
            "span-outside-text");
  EXPECT_EQ(problem_of(edited(example(), "<offset>0</offset>", "<offset>1</offset>")), "missing-field");
  EXPECT_EQ(problem_of(edited(example(), "<id>d3f7k2m5qa</id>", "<id>1</id>")), "missing-field");
  EXPECT_EQ(problem_of("🚀"), "malformed-xml");
}

TEST(BiocReaderTest, ADocumentTypeMayBeNamedButDeclareNothing) {
  EXPECT_EQ(problem_of(edited(example(), "SYSTEM \"BioC.dtd\"", "SYSTEM \"BioC.dtd\" [<!ENTITY a \"🚀\">]")),
            "malformed-xml");
}

}  // namespace
}  // namespace mitjul
