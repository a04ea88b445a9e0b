// Which language the program speaks, and that all of it is in that language.

#include "tests/cli/cli_project.h"
#include "tests/support/hangul.h"

namespace mitjul {
namespace {

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
      {},                                                          // no command
      {"annotat", path},                                           // unknown command
      {"documents", path, "--verbose"},                            // unknown option
      {"documents", path, "--annotator"},                          // option without value
      {"text", path},                                              // missing argument
      {"text", path, "one", "two"},                                // one argument too many
      {"text", path, "none.txt"},                                  // data says no
      {"undo", path},                                              //
      {"schema", path, "--set", wrong},                            // a file with its line
      {"schema", path, "--set", wrong, "--format", "mitjul-xml"},  // two options that exclude each other
      {"profiles", path, "--document", "a"},                       // an option that needs another one
      {"import", path, project.write("a.qdpx", "PK\x03\x04🚀")},    // what a library says
      {"documents", "/none.mitjul"},                               // environment says no
      {"new", "/tmp/x/y", "--schema", "none"},                     // wrong preset
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
