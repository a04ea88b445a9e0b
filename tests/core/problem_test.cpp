#include "core/problem.h"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <regex>

#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

/// The enumerators of `ProblemCode` in their order, from the header itself.
std::vector<std::string> enumerators() {
  std::string header = bytes_of(std::filesystem::path(MITJUL_SOURCE) / "core" / "problem.h");
  const std::size_t begin = header.find("enum class ProblemCode {");
  header = header.substr(begin, header.find("};", begin) - begin);
  std::vector<std::string> names;
  const std::regex enumerator("\n +([A-Z][A-Za-z0-9]*),");
  for (auto found = std::sregex_iterator(header.begin(), header.end(), enumerator); found != std::sregex_iterator();
       ++found) {
    names.push_back((*found)[1]);
  }
  return names;
}

/// `SpanOutsideText` as `span-outside-text`.
std::string in_kebab_case(const std::string& name) {
  std::string kebab;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isupper(byte) != 0 && !kebab.empty()) kebab += '-';
    kebab += static_cast<char>(std::tolower(byte));
  }
  return kebab;
}

TEST(ProblemTest, EveryCodeHasTheNameOfItsEnumerator) {
  const std::vector<std::string> names = enumerators();
  ASSERT_EQ(names.size(), static_cast<std::size_t>(ProblemCode::DatabaseDamaged) + 1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(to_string(static_cast<ProblemCode>(i)), in_kebab_case(names[i]));
  }
}

TEST(ProblemTest, NamesThatScriptsKnow) {
  EXPECT_EQ(to_string(ProblemCode::UnknownDocument), "unknown-document");
  EXPECT_EQ(to_string(ProblemCode::SpanOutsideText), "span-outside-text");
  EXPECT_EQ(to_string(ProblemCode::InvalidUtf8), "invalid-utf8");
  EXPECT_EQ(to_string(ProblemCode::DatabaseDamaged), "database-damaged");
}

TEST(ProblemTest, IsMadeWithoutAPlace) {
  const Problem problem = make_problem(ProblemCode::UnknownLabel, {"ORGS"});
  EXPECT_EQ(problem.place, Place());
  EXPECT_EQ(problem.details, std::vector<std::string>{"ORGS"});
  EXPECT_TRUE(make_problem(ProblemCode::NothingToUndo).details.empty());
}

}  // namespace
}  // namespace mitjul
