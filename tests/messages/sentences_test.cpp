#include "cli/sentences.h"

#include <fstream>
#include <map>
#include <set>

#include "cli/language.h"
#include "core/utf8.h"
#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

constexpr auto kLastCode = static_cast<int>(ProblemCode::DatabaseDamaged);
constexpr auto kLastKind = static_cast<int>(ErrorKind::InputOutput);

bool has_hangul(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = next_code_point(utf8, i);
    if (c >= 0xAC00 && c <= 0xD7A3) return true;
  }
  return false;
}

/// `count` values that occur in no sentence.
std::vector<std::string> values(std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back("<" + std::to_string(i) + ">");
  return made;
}

/// Codes whose comment tells of their details in words.
const std::map<std::string_view, std::size_t> kDetailsInWords{{"changed-since", 2}, {"annotation-set-differs", 2}};

/// How many details each code gives, from the comment beside it in core/problem.h.
std::vector<std::size_t> numbers_of_details() {
  std::ifstream header(std::string(MITJUL_SOURCE) + "/core/problem.h");
  std::vector<std::size_t> numbers;
  bool within = false;
  for (std::string line; std::getline(header, line);) {
    if (line.find("enum class ProblemCode") == 0) within = true;
    if (line == "};") within = false;
    const std::size_t comment = line.find("//");
    if (!within || comment == std::string::npos || line.find(',') > comment) continue;
    std::string details = line.substr(comment + 2);
    details = details.substr(0, details.find(':'));
    const bool none = details.find_first_not_of(' ') == std::string::npos;
    numbers.push_back(none ? 0 : static_cast<std::size_t>(std::count(details.begin(), details.end(), ',')) + 1);
  }
  return numbers;
}

void expect_whole(const std::string& text, const std::string& what) {
  EXPECT_GE(text.size(), 5U) << what;
  EXPECT_EQ(text.back(), '.') << what << ": " << text;
  EXPECT_EQ(text.find_first_of("{}\n"), std::string::npos) << what << ": " << text;
  EXPECT_EQ(text.find("  "), std::string::npos) << what << ": " << text;
  EXPECT_EQ(has_hangul(text), language_of_environment() == Language::Korean) << what << ": " << text;
}

TEST(SentencesTest, EveryProblemHasASentenceInTheLanguageOfTheEnvironment) {
  const std::vector<std::size_t> details = numbers_of_details();
  ASSERT_EQ(details.size(), static_cast<std::size_t>(kLastCode) + 1) << "a line of core/problem.h is not understood";
  for (int i = 0; i <= kLastCode; ++i) {
    const auto code = static_cast<ProblemCode>(i);
    const std::string name(to_string(code));
    const auto in_words = kDetailsInWords.find(name);
    const std::size_t count =
        in_words != kDetailsInWords.end() ? in_words->second : details[static_cast<std::size_t>(i)];
    const std::string filled = sentence(make_problem(code, values(count)));
    expect_whole(filled, name);
    EXPECT_EQ(filled, sentence(make_problem(code, values(9)))) << name << " asks for more than its details";
  }
}

TEST(SentencesTest, EveryErrorHasASentenceInTheLanguageOfTheEnvironment) {
  for (int i = 0; i <= kLastKind; ++i) {
    const std::string filled = sentence(Error(static_cast<ErrorKind>(i), "<0>", "<1>"));
    expect_whole(filled, std::to_string(i));
  }
}

TEST(SentencesTest, NoTwoProblemsHaveTheSameSentence) {
  std::set<std::string> sentences;
  for (int i = 0; i <= kLastCode; ++i) {
    const std::string text = sentence(make_problem(static_cast<ProblemCode>(i), values(3)));
    EXPECT_TRUE(sentences.insert(text).second) << text;
  }
}

TEST(SentencesTest, ThePlaceStandsBeforeTheSentence) {
  Problem problem = make_problem(ProblemCode::NothingToRedo);
  const std::string bare = sentence(problem);
  problem.place.line = 3;
  EXPECT_NE(sentence(problem).find('3'), std::string::npos);
  problem.place.file = "파일.xml";
  problem.place.document = "🚀 기사.txt";
  problem.place.annotation = "h4k2qa-1";
  EXPECT_EQ(sentence(problem), "파일.xml:3: 🚀 기사.txt: h4k2qa-1: " + bare);
  problem.place.line = 0;
  EXPECT_EQ(sentence(problem), "파일.xml: 🚀 기사.txt: h4k2qa-1: " + bare);
}

TEST(SentencesTest, ThatHoldsInBothLanguages) {
  // The language of a process is fixed; so the tests above are run again in one of their own for each.
  for (const std::string language : {"C.UTF-8", "ko_KR.UTF-8", "ko"}) {
    const ProgramResult result = run_program({"/proc/self/exe", "--gtest_filter=SentencesTest.*-*BothLanguages"},
                                             {"", {"LC_ALL=" + language}, false});
    EXPECT_EQ(result.exit_code, 0) << language << "\n" << result.out;
    EXPECT_NE(result.out.find("[  PASSED  ] 4 tests."), std::string::npos) << result.out;
  }
}

TEST(LanguageTest, PlaceholdersAreFilledInWhateverTheirOrder) {
  const Message message{"🚀 {1} and {0}{0}", "🚀 {1} 그리고 {0}{0}"};
  const std::string filled = fill(message, {"a", "{1}"});
  EXPECT_TRUE(filled == "🚀 {1} and aa" || filled == "🚀 {1} 그리고 aa") << filled;
  const std::string empty = fill(message, {});
  EXPECT_TRUE(empty == "🚀  and " || empty == "🚀  그리고 ") << empty;
}

/// What a refusal says in this environment.
std::string refusal_in(const std::vector<std::string>& environment, const std::vector<std::string>& arguments) {
  std::vector<std::string> command{MITJUL_CLI};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const ProgramResult result = run_program(command, {"", environment, false});
  EXPECT_NE(result.exit_code, 0);
  return result.err;
}

TEST(LanguageTest, EveryKindOfRefusalIsKoreanInAKoreanEnvironment) {
  const CliProject project;
  const std::string path = project.path();
  const std::string wrong =
      project.write("s.xml", "<schema xmlns=\"urn:mitjul:annotations:1\" name=\"x\" version=\"0\"/>");
  const std::vector<std::vector<std::string>> calls{
      {},                                       // no command
      {"annotat", path},                        // unknown command
      {"documents", path, "--verbose"},         // unknown option
      {"documents", path, "--annotator"},       // option without value
      {"text", path},                           // missing argument
      {"text", path, "one", "two"},             // one argument too many
      {"text", path, "none.txt"},               // data says no
      {"undo", path},                           //
      {"schema", path, "--set", wrong},         // a file with its line
      {"documents", "/none.mitjul"},            // environment says no
      {"new", "/tmp/x/y", "--schema", "none"},  // wrong preset
      {"import", path, "/none", "--format", "none"},
      {"import", path, "/none", "--encoding", "none"},
      {"export", path, "--format", "none", "--out", "/none"},
      {"export", path, "--format", "mitjul-xml", "--out", "/none", "--created", "none"},
      {"export", path, "--format", "mitjul-xml", "--out", "/none", "--option", "none=1"},
      {"export", path, "--format", "mitjul-xml", "--out", "/none", "--profile", "none"},
  };
  for (const auto& call : calls) {
    SCOPED_TRACE(testing::PrintToString(call));
    const std::string korean = refusal_in({"LC_ALL=ko_KR.UTF-8"}, call);
    EXPECT_TRUE(has_hangul(korean)) << korean;
    EXPECT_EQ(korean.find(" is "), std::string::npos) << korean;
    const std::string english = refusal_in({"LC_ALL=C"}, call);
    EXPECT_EQ(std::count(korean.begin(), korean.end(), '\n'), 1) << korean;
    EXPECT_EQ(std::count(english.begin(), english.end(), '\n'), 1) << english;
  }
}

TEST(LanguageTest, TheEnvironmentDecidesInTheOrderOfPosix) {
  const std::vector<std::string> call{"documents", "/none.mitjul"};
  EXPECT_TRUE(has_hangul(refusal_in({"LC_ALL=ko_KR.UTF-8", "LC_MESSAGES=C", "LANG=C"}, call)));
  EXPECT_TRUE(has_hangul(refusal_in({"LC_ALL=", "LC_MESSAGES=ko_KR", "LANG=C"}, call)));
  EXPECT_TRUE(has_hangul(refusal_in({"LC_ALL=", "LC_MESSAGES=", "LANG=ko"}, call)));
  EXPECT_FALSE(has_hangul(refusal_in({"LC_ALL=C", "LC_MESSAGES=ko_KR", "LANG=ko_KR"}, call)));
  EXPECT_FALSE(has_hangul(refusal_in({"LC_ALL=", "LC_MESSAGES=", "LANG="}, call)));
}

}  // namespace
}  // namespace mitjul
