#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// Reads members of JSON objects as values, and notes what is missing or of another type, with its place: the first
/// thousand, and of notices as many.
class JsonFields {
 public:
  explicit JsonFields(std::vector<Problem>& problems) : problems_(problems) {}

  /// What is reported from now on lies here.
  void in_line(std::size_t line) { line_ = line; }
  void in_document(std::string name) { document_ = std::move(name); }
  void in_annotation(std::string id) { annotation_ = std::move(id); }

  void report(ProblemCode code, std::vector<std::string> details = {});
  /// A problem that something else found.
  void report(Problem problem);

  /// A value as a string of characters that XML can hold; a problem, and the empty string, where it is none. `name`: of
  /// the member that it belongs to.
  std::string text(const nlohmann::json& value, const char* name);
  /// The same of a member.
  std::string string(const nlohmann::json& object, const char* name);
  /// The same of one that must not be empty.
  std::string name(const nlohmann::json& object, const char* name);
  /// A whole number up to `largest`.
  std::optional<std::uint32_t> number(const nlohmann::json& object, const char* name, std::uint32_t largest);
  bool boolean(const nlohmann::json& object, const char* name);
  /// A list of objects; a problem, and an empty list, where it is none.
  const nlohmann::json& objects(const nlohmann::json& object, const char* name);
  /// A list of anything.
  const nlohmann::json& list(const nlohmann::json& object, const char* name);
  /// What `parse` makes of a string; a problem, and nothing, where it makes nothing.
  template <class Parse>
  auto value(const nlohmann::json& object, const char* name, Parse parse) -> decltype(parse(std::string_view())) {
    const std::string* const text = find_string(object, name);
    if (text == nullptr) return std::nullopt;
    auto parsed = parse(std::string_view(*text));
    if (!parsed) report(ProblemCode::InvalidXmlValue, {*text, name});
    return parsed;
  }

 private:
  /// nullptr, and a problem, where there is none.
  const nlohmann::json* find(const nlohmann::json& object, const char* name);
  const std::string* find_string(const nlohmann::json& object, const char* name);
  const std::string* string_in(const nlohmann::json& value, const char* name);

  std::vector<Problem>& problems_;
  std::size_t notices_ = 0;  ///< in `problems_`
  std::size_t line_ = 0;
  std::string document_;
  std::string annotation_;
};

}  // namespace mitjul
