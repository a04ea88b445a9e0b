#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/error.h"
#include "core/problem.h"

namespace mitjul {

/// What a command says: results on stdout, messages on stderr.
class Output {
 public:
  bool json = false;   ///< results as JSON lines instead of tab-separated ones
  bool quiet = false;  ///< no messages but refusals
  /// What the command is there for is done and stored. Set by every command that changes the project or writes a file,
  /// before it prints: nobody must do it a second time because the output was lost.
  bool done = false;

  using Fields = nlohmann::ordered_json;

  /// A line of the result: the values of `fields` in their order, tab-separated; with `json` an object that also has
  /// `more`.
  void row(const Fields& fields, const Fields& more = Fields::object());
  /// Bytes as they are.
  void raw(std::string_view bytes);
  /// Something worth knowing about what was done.
  void note(const std::string& message);
  /// Why something was not done.
  void refusal(const std::string& message);
  /// Throws `Error` where stdout did not take everything.
  void finish();
};

/// Backslash, line ends and tabs as `\\`, `\n`, `\r`, `\t`.
std::string escape_field(std::string_view value);

}  // namespace mitjul
