#include "import/tag_sequence.h"

#include <gmock/gmock.h>

#include <string>

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Spans of tokens of one character each, as `PS 0-2`, and the numbers of broken tags.
struct Sequence {
  std::vector<std::string> spans;
  std::vector<std::size_t> broken;
};
Sequence sequence(const std::vector<std::string>& tags) {
  TagSequence sequence;
  Sequence result;
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    if (sequence.add(*parse_token_tag(tags[i]), Span(i, i + 1))) result.broken.push_back(i);
  }
  for (const LabelledPlace& span : sequence.take()) {
    result.spans.push_back(std::string(span.label) + " " + std::to_string(span.span.start.value()) + "-" +
                           std::to_string(span.span.end.value()));
  }
  return result;
}

bool is_iob1(const std::vector<std::string>& tags) {
  SchemeFinder finder;
  for (const std::string& tag : tags) finder.add(*parse_token_tag(tag));
  return finder.is_iob1();
}

TEST(TagSequenceTest, ReadsEveryScheme) {
  const auto spans = ElementsAre("PS 0-2", "OG 2-3", "PS 4-7");
  for (const std::vector<std::string>& tags :
       {std::vector<std::string>{"B-PS", "I-PS", "B-OG", "O", "B-PS", "I-PS", "I-PS"},
        std::vector<std::string>{"I-PS", "I-PS", "I-OG", "O", "I-PS", "I-PS", "I-PS"},
        std::vector<std::string>{"B-PS", "E-PS", "S-OG", "O", "B-PS", "I-PS", "E-PS"},
        std::vector<std::string>{"B-PS", "L-PS", "U-OG", "O", "B-PS", "I-PS", "L-PS"},
        std::vector<std::string>{"B-PS", "E-PS", "S-OG", "O", "B-PS", "M-PS", "E-PS"}}) {
    EXPECT_THAT(sequence(tags).spans, spans);
  }
}

TEST(TagSequenceTest, SpansOfOneLabelMayTouch) {
  EXPECT_THAT(sequence({"B-PS", "B-PS", "I-PS"}).spans, ElementsAre("PS 0-1", "PS 1-3"));
  EXPECT_THAT(sequence({"I-PS", "B-PS"}).spans, ElementsAre("PS 0-1", "PS 1-2"));
  EXPECT_THAT(sequence({"S-PS", "S-PS", "B-PS", "E-PS", "B-PS", "E-PS"}).spans,
              ElementsAre("PS 0-1", "PS 1-2", "PS 2-4", "PS 4-6"));
}

TEST(TagSequenceTest, ATagThatGoesOnWithNothingBeginsASpan) {
  const Sequence broken = sequence({"O", "I-PS", "I-OG", "E-OG", "I-OG", "S-PS", "I-PS", "O", "E-DT"});
  EXPECT_THAT(broken.spans, ElementsAre("PS 1-2", "OG 2-4", "OG 4-5", "PS 5-6", "PS 6-7", "DT 8-9"));
  EXPECT_THAT(broken.broken, ElementsAre(1U, 2U, 4U, 6U, 8U));
}

TEST(TagSequenceTest, ASpanEndsWithItsSentence) {
  TagSequence sequence;
  EXPECT_FALSE(sequence.add(*parse_token_tag("B-PS"), Span(0, 1)));
  sequence.end_sentence();
  EXPECT_TRUE(sequence.add(*parse_token_tag("I-PS"), Span(2, 3)));
  EXPECT_EQ(sequence.take().size(), 2U);
  EXPECT_THAT(sequence.take(), IsEmpty());
}

TEST(TagSequenceTest, Iob1IsToldByItsBeginnings) {
  EXPECT_TRUE(is_iob1({"I-PS", "I-PS", "O", "I-OG", "B-OG"}));
  EXPECT_FALSE(is_iob1({"B-PS", "I-PS", "O", "I-OG"})) << "a B where none is needed";
  EXPECT_FALSE(is_iob1({"I-PS", "O", "S-OG"}));
  EXPECT_FALSE(is_iob1({"O", "O"}));
}

TEST(TagSequenceTest, OtherWordsAreNoTags) {
  for (const char* const word : {"", "o", "B", "B-", "B_PS", "X-PS", "PS", "-", "O-", "_", "화-웨", "BPS-"}) {
    EXPECT_FALSE(parse_token_tag(word)) << word;
  }
  EXPECT_EQ(parse_token_tag("B-CT-")->label, "CT-");
  EXPECT_EQ(parse_token_tag("I-기관")->label, "기관");
}

}  // namespace
}  // namespace mitjul
