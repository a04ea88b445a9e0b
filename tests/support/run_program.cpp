#include "tests/support/run_program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

#include "core/crypto.h"
#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kNobody = 65534;

int exit_code_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

void redirect(const fs::path& path, int flags, int descriptor) {
  const int file = ::open(path.c_str(), flags, 0666);
  if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(126);
}

[[noreturn]] void execute(const std::vector<std::string>& command, const RunOptions& options) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  for (const std::string& setting : options.environment) ::putenv(const_cast<char*>(setting.c_str()));
  if (options.unprivileged && ::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(126);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& command, const RunOptions& options) {
  const TempFolder folder;
  const fs::path in = folder.write("in", options.input);
  const fs::path out = folder / "out";
  const fs::path err = folder / "err";
  const pid_t pid = ::fork();
  if (pid == 0) {
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    execute(command, options);
  }
  int status = 0;
  EXPECT_EQ(::waitpid(pid, &status, 0), pid);
  return {exit_code_of(status), bytes_of(out), bytes_of(err)};
}

ProgramResult run_cli(std::vector<std::string> arguments, const RunOptions& options) {
  RunOptions in_english = options;
  in_english.environment.insert(in_english.environment.begin(), "LC_ALL=C.UTF-8");
  arguments.insert(arguments.begin(), MITJUL_CLI);
  return run_program(arguments, in_english);
}

std::vector<std::vector<std::string>> rows_of(const std::string& tsv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(tsv);
  for (std::string line; std::getline(lines, line);) {
    auto& fields = rows.emplace_back();
    for (std::size_t at = 0; at != std::string::npos;) {
      const std::size_t tab = line.find('\t', at);
      fields.push_back(line.substr(at, tab == std::string::npos ? tab : tab - at));
      at = tab == std::string::npos ? tab : tab + 1;
    }
  }
  return rows;
}

std::vector<std::vector<std::string>> rows_below_names(const std::string& tsv) {
  std::vector<std::vector<std::string>> rows = rows_of(tsv);
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

BackgroundProgram::BackgroundProgram(const std::vector<std::string>& command, const fs::path& out) : pid_(::fork()) {
  if (pid_ == 0) {
    redirect(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
    execute(command, {});
  }
}

BackgroundProgram::~BackgroundProgram() {
  if (pid_ <= 0) return;
  kill();
  wait();
}

void BackgroundProgram::kill() {
  if (pid_ > 0) ::kill(pid_, SIGKILL);
}

int BackgroundProgram::wait() {
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return exit_code_of(status);
}

}  // namespace mitjul
