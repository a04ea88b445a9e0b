#include "core/annotation_set.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/values.h"

namespace mitjul {
namespace {

AnnotationSet empty_set() { return AnnotationSet({document_key(), annotator_key(), false}); }

Annotation org(std::int64_t number, std::uint32_t start = 2) {
  return annotation(number, "ORG", Spans(Span(start, start + 3)));
}

TEST(SetStateTest, NamesAreThoseOfTheContract) {
  const std::vector<std::pair<SetState, std::string>> states{{SetState::New, "new"},
                                                             {SetState::InProgress, "in-progress"},
                                                             {SetState::Finished, "finished"},
                                                             {SetState::Skipped, "skipped"}};
  for (const auto& [state, name] : states) {
    EXPECT_EQ(to_string(state), name);
    EXPECT_EQ(parse_set_state(name), state);
  }
  EXPECT_FALSE(parse_set_state("done"));
}

TEST(AnnotationSetTest, StartsNewAndEmpty) {
  const AnnotationSet set = empty_set();
  EXPECT_EQ(set.state(), SetState::New);
  EXPECT_EQ(set.size(), 0U);
  EXPECT_EQ(set.fingerprint(), 0U);
  EXPECT_EQ(set.find(annotation_id(1)), nullptr);
}

TEST(AnnotationSetTest, FindsWhatWasPut) {
  AnnotationSet set = empty_set();
  set.put(org(1));
  set.put(org(2, 7));
  ASSERT_NE(set.find(annotation_id(2)), nullptr);
  EXPECT_EQ(*set.find(annotation_id(2)), org(2, 7));
  EXPECT_EQ(set.size(), 2U);
  EXPECT_EQ(set.find(annotation_id(1, "abcdef")), nullptr);
}

TEST(AnnotationSetTest, PuttingTheSameIdReplaces) {
  AnnotationSet set = empty_set();
  set.put(org(1));
  set.put(org(1, 7));
  EXPECT_EQ(set.size(), 1U);
  EXPECT_EQ(*set.find(annotation_id(1)), org(1, 7));
  EXPECT_EQ(set.fingerprint(), fingerprint(org(1, 7)));
}

TEST(AnnotationSetTest, RemovingWhatIsNotThereChangesNothing) {
  AnnotationSet set = empty_set();
  set.put(org(1));
  const AnnotationSet before = set;
  set.remove(annotation_id(2));
  EXPECT_EQ(set, before);
}

TEST(AnnotationSetTest, AnnotationsAreInTheOrderOfTheirNumbers) {
  AnnotationSet set = empty_set();
  for (const std::int64_t number : {10, 2, 1}) set.put(org(number));
  std::vector<std::int64_t> numbers;
  for (const auto& [id, annotation] : set.annotations()) numbers.push_back(id.number);
  EXPECT_EQ(numbers, (std::vector<std::int64_t>{1, 2, 10}));
}

TEST(AnnotationSetTest, FingerprintDoesNotDependOnTheOrder) {
  AnnotationSet forwards = empty_set();
  AnnotationSet backwards = empty_set();
  for (std::int64_t number = 1; number <= 50; ++number) {
    forwards.put(org(number));
    backwards.put(org(51 - number));
  }
  EXPECT_EQ(forwards.fingerprint(), backwards.fingerprint());
  EXPECT_EQ(forwards, backwards);
  backwards.put(org(50, 7));
  EXPECT_NE(forwards.fingerprint(), backwards.fingerprint());
}

TEST(AnnotationSetTest, FingerprintIsTheSumWhateverCameAndWent) {
  std::mt19937 random(3);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same steps in every run
  AnnotationSet set = empty_set();
  for (int step = 0; step < 2000; ++step) {
    const auto number = static_cast<std::int64_t>(random() % 40 + 1);
    if (random() % 3 == 0) {
      set.remove(annotation_id(number));
    } else {
      set.put(org(number, static_cast<std::uint32_t>(random() % 1000)));
    }
    std::uint64_t sum = 0;
    for (const auto& [id, annotation] : set.annotations()) sum += fingerprint(annotation);
    ASSERT_EQ(set.fingerprint(), sum) << step;
  }
  for (std::int64_t number = 1; number <= 40; ++number) set.remove(annotation_id(number));
  EXPECT_EQ(set.fingerprint(), 0U);
}

}  // namespace
}  // namespace mitjul
