#include "core/keys.h"

#include <gtest/gtest.h>

#include <set>

namespace mitjul {
namespace {

TEST(KeyTest, ParsesAndPrintsTheSameCharacters) {
  const auto key = DocumentKey::parse("d3f7k2m5qa");
  ASSERT_TRUE(key);
  EXPECT_EQ(key->str(), "d3f7k2m5qa");
  EXPECT_EQ(key->view(), "d3f7k2m5qa");
  EXPECT_FALSE(key->empty());
}

TEST(KeyTest, AnotherFormIsNoKey) {
  for (const char* const text : {"", "h4k2q", "h4k2qaa", "H4k2qa", "4hk2qa", "h4k2q1", "h4k2q8", "h4k2q9", "h4k2q0",
                                 "h4k2q-", "h4k2 a", " h4k2q", "한글"}) {
    EXPECT_FALSE(AnnotatorKey::parse(text)) << text;
  }
  EXPECT_FALSE(DocumentKey::parse("h4k2qa"));
  EXPECT_FALSE(AnnotatorKey::parse("d3f7k2m5qa"));
}

TEST(KeyTest, NoKeyIsEmptyAndEqualsNoneThatWasMade) {
  EXPECT_TRUE(AnnotatorKey().empty());
  EXPECT_EQ(AnnotatorKey().str(), "");
  EXPECT_EQ(AnnotatorKey(), AnnotatorKey());
  EXPECT_NE(AnnotatorKey(), AnnotatorKey::generate());
}

TEST(KeyTest, GeneratedKeysHaveTheFormAndDiffer) {
  std::set<DocumentKey> keys;
  for (int i = 0; i < 200; ++i) {
    const DocumentKey key = DocumentKey::generate();
    EXPECT_EQ(DocumentKey::parse(key.str()), key);
    keys.insert(key);
  }
  EXPECT_EQ(keys.size(), 200U);
}

TEST(AnnotationIdTest, PrintsAndParsesTheSame) {
  for (const char* const text : {"h4k2qa-1", "h4k2qa-17", "abcdef-1000000000000000"}) {
    const auto id = parse_annotation_id(text);
    ASSERT_TRUE(id) << text;
    EXPECT_EQ(to_string(*id), text);
  }
  EXPECT_EQ(parse_annotation_id("h4k2qa-17")->number, 17);
  EXPECT_EQ(parse_annotation_id("h4k2qa-17")->annotator.str(), "h4k2qa");
}

TEST(AnnotationIdTest, AnotherFormIsNoId) {
  for (const char* const text :
       {"", "h4k2qa", "h4k2qa-", "h4k2qa-0", "h4k2qa-01", "h4k2qa--1", "h4k2qa-+1", "h4k2qa-1 ", "h4k2qa- 1",
        "h4k2qa-1x", "h4k2qa_1", "h4k2q-17", "h4k2qaa-17", "H4k2qa-17", "-17", "d3f7k2m5qa/h4k2qa-1"}) {
    EXPECT_FALSE(parse_annotation_id(text)) << text;
  }
}

TEST(AnnotationIdTest, NumbersEndBeforeDoublesStopBeingExact) {
  EXPECT_TRUE(parse_annotation_id("h4k2qa-1000000000000000"));
  EXPECT_FALSE(parse_annotation_id("h4k2qa-1000000000000001"));
  EXPECT_FALSE(parse_annotation_id("h4k2qa-9223372036854775808"));
  EXPECT_FALSE(parse_annotation_id("h4k2qa-99999999999999999999999999"));
}

TEST(AnnotationIdTest, NegativeNumbersAreProvisional) {
  const AnnotatorKey annotator = AnnotatorKey::generate();
  EXPECT_TRUE((AnnotationId{annotator, -1}.provisional()));
  EXPECT_FALSE((AnnotationId{annotator, 1}.provisional()));
}

TEST(AnnotationIdTest, OrderIsByAnnotatorThenNumber) {
  const auto id = [](const char* text) { return parse_annotation_id(text).value(); };
  EXPECT_LT(id("aaaaaa-10"), id("bbbbbb-2"));
  EXPECT_LT(id("aaaaaa-2"), id("aaaaaa-10"));
}

}  // namespace
}  // namespace mitjul
