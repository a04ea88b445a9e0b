#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mitjul {

struct ProgramResult {
  int exit_code = -1;  ///< 128 + the signal's number where one ended it
  std::string out;
  std::string err;
};

/// Runs a program to its end with these arguments and this standard input. `environment`: `NAME=value`, added to ours.
/// `user`: as this unprivileged user id, where the test runs as root.
struct RunOptions {
  std::string input;
  std::vector<std::string> environment;
  bool unprivileged = false;
};
ProgramResult run_program(const std::vector<std::string>& command, const RunOptions& options = {});

/// `mitjul-cli` with these arguments, in English.
ProgramResult run_cli(std::vector<std::string> arguments, const RunOptions& options = {});

/// The fields of tab-separated lines.
std::vector<std::vector<std::string>> rows_of(const std::string& tsv);
/// The same without the first line, which names the columns.
std::vector<std::vector<std::string>> rows_below_names(const std::string& tsv);

/// A program in the background.
class BackgroundProgram {
 public:
  explicit BackgroundProgram(const std::vector<std::string>& command, const std::filesystem::path& out);
  BackgroundProgram(const BackgroundProgram&) = delete;
  BackgroundProgram& operator=(const BackgroundProgram&) = delete;
  ~BackgroundProgram();

  void kill();
  /// Waits for its end; the exit code as in `ProgramResult`.
  int wait();

 private:
  int pid_;
};

}  // namespace mitjul
