#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/json_fault.h"
#include "core/problem.h"

namespace mitjul {

// JSON (RFC 8259) that anybody may have written. What is none is an `InvalidJson` that says why and where, or an
// `InvalidUtf8`; what is too much is one, too: brackets nested deeper than `kDeepestJson`, a value of more than
// `kMostJsonValues` values, of which each takes memory, or one whose texts are longer than `kLongestJson` bytes
// together (`FileTooLarge`).

inline constexpr std::size_t kDeepestJson = 64;
inline constexpr std::size_t kMostJsonValues = 8'000'000;
inline constexpr std::size_t kLongestJson = std::size_t{512} << 20;

/// An object of a file, and the line in which it begins, from 1. A false answer ends the reading.
using OnJson = std::function<bool(const nlohmann::json& object, std::size_t line)>;

/// What is wrong, and where: `column` in characters from 1. `token`: what stands there, where that is known.
Problem invalid_json(JsonFault fault, std::size_t line, std::size_t column, std::string_view token = {});

/// Reads a text that is one value; its lines are counted from `line`.
std::optional<nlohmann::json> parse_json(std::string_view text, std::vector<Problem>& problems, std::size_t line = 1);

/// What is read of a file with many objects.
struct JsonListFormat {
  std::string_view list;           ///< the member that holds them, where they stand in an object
  std::string_view passed_over{};  ///< a member in them that nobody needs and that may be large; empty: none
};

/// Reads a file that is one array of objects, or an object in which such an array stands: object by object, so that
/// memory does not grow with their number. Everything else in the object is read past. The first thing that is no JSON
/// ends the reading, also behind the list; an element that is no object is a problem. Throws `Error`.
std::vector<Problem> read_json_list(const std::filesystem::path& path, const JsonListFormat& format,
                                    const OnJson& on_json);

}  // namespace mitjul
