#include "core/fingerprint.h"

#include <gtest/gtest.h>

namespace mitjul {
namespace {

std::uint64_t of_texts(std::initializer_list<std::string_view> texts) {
  Fingerprint print;
  for (const std::string_view text : texts) print.add(text);
  return print.value();
}

TEST(FingerprintTest, IsTheSameInEveryVersionOfTheProgram) {
  // Stored in project files. XXH3 of nothing is in the specification of XXH3; the other two hold the format still.
  EXPECT_EQ(Fingerprint().value(), 0x2D06800538D394C2U);
  EXPECT_EQ(Fingerprint().add(std::uint64_t{1}).value(), 3439722301264460078U);
  EXPECT_EQ(of_texts({"🚀 화웨이"}), 13288399105402549127U);
}

TEST(FingerprintTest, WhereOneTextEndsAndTheNextBeginsMatters) {
  EXPECT_NE(of_texts({"ab", "c"}), of_texts({"a", "bc"}));
  EXPECT_NE(of_texts({"abc"}), of_texts({"abc", ""}));
  EXPECT_NE(of_texts({"", "abc"}), of_texts({"abc", ""}));
}

TEST(FingerprintTest, OrderMatters) {
  EXPECT_NE(of_texts({"a", "b"}), of_texts({"b", "a"}));
  EXPECT_NE(Fingerprint().add(std::uint64_t{1}).add(std::uint64_t{2}).value(),
            Fingerprint().add(std::uint64_t{2}).add(std::uint64_t{1}).value());
}

TEST(FingerprintTest, EveryByteOfANumberMatters) {
  const std::uint64_t zero = Fingerprint().add(std::uint64_t{0}).value();
  for (unsigned bit = 0; bit < 64; ++bit) EXPECT_NE(Fingerprint().add(std::uint64_t{1} << bit).value(), zero) << bit;
}

TEST(FingerprintTest, NoTimeIsNotTheEpoch) {
  EXPECT_NE(Fingerprint().add(std::optional<Time>()).value(), Fingerprint().add(std::optional<Time>(Time())).value());
}

TEST(FingerprintTest, LongValuesCountToTheirLastByte) {
  std::string text(5000, 'x');
  const std::uint64_t before = of_texts({text});
  text.back() = 'y';
  EXPECT_NE(of_texts({text}), before);
}

}  // namespace
}  // namespace mitjul
