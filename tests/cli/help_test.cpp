#include <map>

#include "tests/cli/cli_project.h"

namespace mitjul {
namespace {

/// Every command with its options and arguments, as the contract has them.
const std::map<std::string, std::vector<std::string>> kCommands{
    {"new", {"PROJECT", "--schema"}},
    {"import", {"PROJECT", "FILE", "--format", "--encoding", "--annotator"}},
    {"export", {"PROJECT", "--format", "--out", "--document", "--created", "--option", "--profile"}},
    {"profiles", {"PROJECT", "--save", "--remove"}},
    {"documents", {"PROJECT", "--annotator"}},
    {"text", {"PROJECT", "DOCUMENT"}},
    {"annotations", {"PROJECT", "DOCUMENT", "--annotator"}},
    {"annotate", {"PROJECT", "DOCUMENT", "--from", "--annotator"}},
    {"schema", {"PROJECT", "--set"}},
    {"history", {"PROJECT"}},
    {"undo", {"PROJECT", "--annotator"}},
    {"redo", {"PROJECT", "--annotator"}},
    {"verify", {"PROJECT"}},
    {"recover", {"DAMAGED", "NEW"}},
    {"formats", {}},
    {"info", {"PROJECT"}},
};

/// The commands that the program itself lists.
std::vector<std::string> listed_commands() {
  const std::string help = run_cli({"--help"}).out;
  std::vector<std::string> commands;
  std::istringstream lines(help.substr(help.find("Subcommands:")));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.substr(0, 2) == "  ")
    commands.push_back(line.substr(2, line.find(' ', 2) - 2));
  return commands;
}

TEST(HelpTest, EveryCommandOfTheContractIsThere) {
  std::vector<std::string> names;
  for (const auto& [name, options] : kCommands) names.push_back(name);
  EXPECT_THAT(listed_commands(), testing::IsSupersetOf(names));
}

TEST(HelpTest, EveryCommandExplainsItselfAndTheCommonOptions) {
  for (const std::string& command : listed_commands()) {
    SCOPED_TRACE(command);
    const ProgramResult result = run_cli({command, "--help"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.err, "");
    for (const char* const option : {"--help", "--json", "--quiet"})
      EXPECT_NE(result.out.find(option), std::string::npos) << option;
    EXPECT_EQ(run_cli({command, "-h"}).out, result.out);
  }
}

TEST(HelpTest, EveryCommandNamesItsOptions) {
  for (const auto& [command, options] : kCommands) {
    const std::string help = run_cli({command, "--help"}).out;
    for (const std::string& option : options)
      EXPECT_NE(help.find("  " + option + " "), std::string::npos) << command << " " << option;
  }
}

TEST(HelpTest, HelpIsInTheLanguageOfTheEnvironment) {
  for (const std::string& command : listed_commands()) {
    const std::string help = run_cli({command, "--help"}, {"", {"LC_ALL=ko_KR.UTF-8"}, false}).out;
    EXPECT_NE(help.find("이 도움말을 보여 줍니다"), std::string::npos) << command;
    EXPECT_NE(help, run_cli({command, "--help"}).out);
  }
}

}  // namespace
}  // namespace mitjul
