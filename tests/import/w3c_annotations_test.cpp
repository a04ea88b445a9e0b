#include "import/w3c_annotations.h"

#include "tests/import/foreign_reading.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ForeignReading read(std::string_view page) { return read_foreign(read_w3c_annotations, "🚀.jsonld", page); }

/// Put together by hand.
std::string page() { return bytes_of(std::string(MITJUL_FIXTURES) + "/w3c/page/page.jsonld"); }

TEST(W3cReaderTest, WhatAPageSaysIsRead) {
  const ForeignReading file = read(page());
  EXPECT_THAT(found(file.problems), IsEmpty());
  ASSERT_EQ(file.documents.size(), 1U);
  EXPECT_EQ(file.documents[0].document.info.name, "기사.txt");
  EXPECT_THAT(spans_of(file.documents[0]), ElementsAre("ORG 화웨이"));
  EXPECT_THAT(relations_of(file.documents[0]), ElementsAre("about claim=e3f7k2m5qa/h4k2qa-9 target=ORG"));
  EXPECT_THAT(labels_of(file.documents[0]), ElementsAre("TOPIC"));
  const Annotation& org = *file.documents[0].find(*parse_annotation_id("h4k2qa-1"));
  EXPECT_EQ(org.note, "쪽지");
  EXPECT_EQ(org.attributes, (Attributes{{"kind", {"firm"}}}));
}

TEST(W3cReaderTest, WhatDoesNotFitIsSaid) {
  const auto problems_of = [](std::string_view from, std::string_view to) {
    return found(read(edited(page(), from, to)).problems);
  };
  EXPECT_THAT(problems_of("\"start\":2", "\"start\":3"), ElementsAre("1:quote-differs"));
  EXPECT_THAT(problems_of("\"suffix\":\"가\"", "\"suffix\":\"는\""), ElementsAre("1:quote-differs"));
  EXPECT_THAT(problems_of("\"end\":5", "\"end\":50"), ElementsAre("1:span-outside-text"));
  EXPECT_THAT(problems_of("urn:sha256:c7", "urn:sha256:c8"), ElementsAre("1:text-differs"));
  EXPECT_THAT(problems_of("urn:mitjul:e3f7k2m5qa/h4k2qa-9", "urn:x"), ElementsAre("1:unknown-reference"));
  EXPECT_THAT(problems_of("\"classifying\",\"body\"", "\"x\",\"body\""), ElementsAre("1:missing-field"));
  EXPECT_THAT(problems_of("\"describing\"", "\"tagging\""),
              ElementsAre("1:missing-field", "1:missing-field", "1:missing-field", "1:missing-field"));
  EXPECT_THAT(problems_of("\"items\"", "\"item\""), ElementsAre("1:missing-field"));
}

}  // namespace
}  // namespace mitjul
