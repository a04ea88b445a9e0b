#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// Reads a JSON text (RFC 8259) that anybody may have written. A problem where it is none, or not UTF-8, or nested more
/// than `kDeepestJson` deep, or holds more than `kMostJsonValues` values, of which each takes memory.
std::optional<nlohmann::json> parse_json(std::string_view text, std::vector<Problem>& problems);

inline constexpr std::size_t kDeepestJson = 64;
inline constexpr std::size_t kMostJsonValues = 8'000'000;

/// An object of a file, and the line in which it begins, from 1. A false answer ends the reading.
using OnJson = std::function<bool(const nlohmann::json& object, std::size_t line)>;

/// Reads JSON lines: an object in each line that is not blank. Memory holds one line. A byte order mark is passed over.
/// A line that is no object is a problem, and the next one is read. Throws `Error`, also for a line above 512 MiB.
std::vector<Problem> read_json_lines(const std::filesystem::path& path, const OnJson& on_json);

/// Reads a file that is one JSON array of objects, or an object in which such an array stands under `list`; memory
/// holds one of its objects. One that is no JSON is a problem and ends the reading.
std::vector<Problem> read_json_list(const std::filesystem::path& path, std::string_view list, const OnJson& on_json);

}  // namespace mitjul
