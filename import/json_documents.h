#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// A JSON file that is an object with a large array of objects in it.
struct JsonArrayFile {
  std::string_view array;               ///< the field of the outermost object that holds the array
  std::set<std::string> passed_over{};  ///< fields inside the objects that nobody needs, however large
};

/// Reads such a file object by object: memory does not grow with their number, and what else stands in the file is not
/// kept. Every element of the array that is an object is passed on, then forgotten. Returns what is wrong with the file
/// as JSON (`InvalidJson`, with its line) or is too much: nested deeper than 64, or a single object that needs more
/// than 256 MB (`FileTooLarge`); nothing is passed on behind that. A file without the array is a `MissingField`. Throws
/// `Error`.
std::vector<Problem> each_in_json_array(const std::filesystem::path& path, const JsonArrayFile& what,
                                        const std::function<void(const nlohmann::json&)>& call);

}  // namespace mitjul
