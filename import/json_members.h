#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mitjul {

// Members of objects of other programs, which may be missing, null, or of any type.

/// The first of these members that there is; nullptr where there is none, or it is null.
const nlohmann::json* member(const nlohmann::json& object, std::initializer_list<const char*> names);

/// A string, a number or a boolean as text that XML can hold; empty where it is nothing of these, or nullptr.
std::string text_in(const nlohmann::json* value);
std::string text_in(const nlohmann::json& object, std::initializer_list<const char*> names);

/// The same of any value but null; of an object or a list what stands in the file, on one line.
std::string all_text_in(const nlohmann::json& value);

/// What `text_in` says of every item of a list, where that is not empty; of a single text, of that.
std::vector<std::string> texts_in(const nlohmann::json* list);

}  // namespace mitjul
