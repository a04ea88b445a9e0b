#pragma once

// What the tests of the command line share: a project that is worked on with the real program, as scripts do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/temp_folder.h"

namespace mitjul {

using Rows = std::vector<std::vector<std::string>>;

/// The JSON objects of JSON lines, their fields in order.
inline std::vector<nlohmann::ordered_json> objects_of(const std::string& json_lines) {
  std::vector<nlohmann::ordered_json> objects;
  std::istringstream lines(json_lines);
  for (std::string line; std::getline(lines, line);) objects.push_back(nlohmann::ordered_json::parse(line));
  return objects;
}

/// One line for people on stderr and nothing on stdout.
inline void expect_one_sentence(const ProgramResult& result) {
  EXPECT_EQ(result.out, "");
  const std::string& message = result.err;
  ASSERT_FALSE(message.empty());
  EXPECT_EQ(message.find('\n'), message.size() - 1) << "not exactly one line: " << message;
  EXPECT_GE(message.size(), 10U) << message;
  EXPECT_EQ(message.substr(message.size() - 2), ".\n") << message;
  for (const char* const word :
       {"qlite", "SQL", "xception", "what()", "std::", "terminate", "expat", "[json", "{", "“”"}) {
    EXPECT_EQ(message.find(word), std::string::npos) << word << " in: " << message;
  }
}

inline void expect_refusal(const ProgramResult& result, int exit_code, const std::string& names = "") {
  EXPECT_EQ(result.exit_code, exit_code) << result.err;
  expect_one_sentence(result);
  EXPECT_NE(result.err.find(names), std::string::npos) << "“" << names << "” is not named in: " << result.err;
}

/// The program as `run_cli` runs it, but with its stdout going to this file.
inline ProgramResult run_cli_to(const std::string& out, std::vector<std::string> arguments) {
  std::vector<std::string> command{"/bin/sh", "-c", "exec \"$0\" \"$@\" > " + out, MITJUL_CLI};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run_program(command, {"", {"LC_ALL=C.UTF-8"}, false});
}

class CliProject {
 public:
  explicit CliProject(const std::vector<std::string>& options = {}) {
    const ProgramResult made = run("new", options);
    EXPECT_EQ(made.exit_code, 0) << made.err;
  }

  const TempFolder& folder() const { return folder_; }
  std::string path() const { return folder_ / "내 과제.mitjul"; }
  std::string operator/(std::string_view name) const { return folder_ / name; }
  std::string write(std::string_view name, std::string_view bytes) const { return folder_.write(name, bytes); }
  std::string bytes() const { return bytes_of(path()); }

  /// `mitjul-cli COMMAND PROJECT ARGUMENTS…`
  ProgramResult run(const std::string& command, std::vector<std::string> arguments = {},
                    const RunOptions& options = {}) const {
    arguments.insert(arguments.begin(), {command, path()});
    return run_cli(arguments, options);
  }

  /// What it prints; fails the test where it is refused.
  std::string out(const std::string& command, const std::vector<std::string>& arguments = {},
                  const RunOptions& options = {}) const {
    const ProgramResult result = run(command, arguments, options);
    EXPECT_EQ(result.exit_code, 0) << command << ": " << result.err;
    return result.out;
  }

  Rows rows(const std::string& command, const std::vector<std::string>& arguments = {},
            const RunOptions& options = {}) const {
    return rows_of(out(command, arguments, options));
  }

  /// Imports a text file of this name; the key of its document.
  std::string import(std::string_view name, std::string_view bytes) const {
    const Rows imported = rows("import", {write("원본/" + std::string(name), bytes)});
    EXPECT_EQ(imported.size(), 1U);
    return imported.empty() ? "" : imported.at(0).at(0);
  }

  /// The ids of the annotations that these lines make.
  std::vector<std::string> annotate(const std::string& document, const std::string& lines) const {
    std::vector<std::string> ids;
    for (const auto& row : rows("annotate", {document, "--from", "-"}, {lines, {}, false})) ids.push_back(row.at(0));
    return ids;
  }

  /// Exports everything; the path of the file.
  std::string export_xml(const std::string& name) const {
    const std::string file = folder_ / name;
    out("export", {"--format", "mitjul-xml", "--out", file, "--created", "2026-11-21T00:00:00Z"});
    return file;
  }

 private:
  TempFolder folder_;
};

/// Whether xmllint finds the file valid; true where there is no xmllint.
inline testing::AssertionResult is_valid(const std::string& xml) {
  const ProgramResult result = run_program({"xmllint", "--nonet", "--noout", "--schema",
                                            std::string(MITJUL_SOURCE) + "/export/mitjul-annotations-1.xsd", xml});
  if (result.exit_code == 0 || result.exit_code == 127) return testing::AssertionSuccess();
  return testing::AssertionFailure() << result.err.substr(0, 2000);
}

/// A line of the Python reader of the documentation.
struct PythonRow {
  std::string document;
  std::string id;
  std::string label;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string quote;
};

/// The Python program on the page about the native format.
inline std::string python_reader() {
  const std::string page = bytes_of(std::string(MITJUL_SOURCE) + "/docs/formats/mitjul-xml.md");
  const std::string fence = "```python\n";
  const std::size_t begin = page.find(fence) + fence.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

/// What that program prints for a native file; it asserts every quote.
inline std::vector<PythonRow> read_with_python(const std::string& xml) {
  const TempFolder folder;
  const ProgramResult result = run_program({"/usr/bin/python3", folder.write("reader.py", python_reader()), xml},
                                           {"", {"LC_ALL=C.UTF-8"}, false});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::vector<PythonRow> rows;
  for (const auto& row : objects_of(result.out)) rows.push_back({row[0], row[1], row[2], row[3], row[4], row[5]});
  return rows;
}

}  // namespace mitjul
