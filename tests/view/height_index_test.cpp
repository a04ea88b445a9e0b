#include "view/height_index.h"

#include <gtest/gtest.h>

#include <random>

namespace mitjul {
namespace {

/// Expects of the index what adding up says.
void expect_heights(const HeightIndex& index, const std::vector<int>& heights) {
  ASSERT_EQ(index.size(), heights.size());
  std::int64_t top = 0;
  for (std::size_t block = 0; block < heights.size(); ++block) {
    ASSERT_EQ(index.height(block), heights[block]);
    ASSERT_EQ(index.top(block), top);
    if (heights[block] > 0) {
      ASSERT_EQ(index.find(top), block);
      ASSERT_EQ(index.find(top + heights[block] - 1), block);
    }
    top += heights[block];
  }
  ASSERT_EQ(index.total(), top);
}

TEST(HeightIndexTest, KnowsWhereABlockBeginsAndWhichOneLiesThere) {
  const HeightIndex index({10, 20, 5});
  EXPECT_EQ(index.top(2), 30);
  EXPECT_EQ(index.total(), 35);
  EXPECT_EQ(index.find(9), 0U);
  EXPECT_EQ(index.find(10), 1U);
  EXPECT_EQ(index.find(34), 2U);
}

TEST(HeightIndexTest, AboveIsTheFirstBlockAndBelowTheLast) {
  const HeightIndex index({10, 20, 5});
  EXPECT_EQ(index.find(-1), 0U);
  EXPECT_EQ(index.find(-1'000'000'000'000), 0U);
  EXPECT_EQ(index.find(35), 2U);
  EXPECT_EQ(index.find(1'000'000'000'000), 2U);
}

TEST(HeightIndexTest, WithoutBlocksIsOfNoHeight) {
  EXPECT_EQ(HeightIndex(std::vector<int>()).total(), 0);
  EXPECT_EQ(HeightIndex().total(), 0);
}

TEST(HeightIndexTest, SumsBeyondThirtyTwoBits) {
  const HeightIndex index(std::vector<int>(5, 2'000'000'000));
  EXPECT_EQ(index.total(), 10'000'000'000);
  EXPECT_EQ(index.find(9'999'999'999), 4U);
}

TEST(HeightIndexTest, AgreesWithAddingUpAfterRandomChanges) {
  std::mt19937 random(5);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same heights in every run
  for (std::size_t size = 1; size < 70; ++size) {
    std::vector<int> heights(size);
    for (int& height : heights) height = static_cast<int>(random() % 100);
    HeightIndex index(heights);
    ASSERT_NO_FATAL_FAILURE(expect_heights(index, heights));
    for (int change = 0; change < 20; ++change) {
      const std::size_t block = random() % size;
      heights[block] = static_cast<int>(random() % 4 == 0 ? 0 : random() % 5'000);
      index.set(block, heights[block]);
      ASSERT_NO_FATAL_FAILURE(expect_heights(index, heights));
    }
  }
}

}  // namespace
}  // namespace mitjul
