#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "core/keys.h"

namespace mitjul {

// What the values in the project file have in common as JSON: their form, and how they are read.

using nlohmann::json;

constexpr int kFormVersion = 1;

template <class Value>
Value must(std::optional<Value> value, const char* what) {
  if (!value) throw std::invalid_argument(what);
  return *std::move(value);
}

inline AnnotatorKey annotator_from(const json& value) {
  return must(AnnotatorKey::parse(value.get<std::string>()), "annotator");
}

/// What was damaged on the disk may be no UTF-8 any more; its fingerprint will differ, and that is what counts.
inline std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

inline json parse_form(std::string_view text) {
  json value = json::parse(text, nullptr, false);
  if (!value.is_object() || value.value("v", 0) != kFormVersion) throw std::invalid_argument("form of the log entry");
  return value;
}

/// Runs `read`; what the JSON library throws becomes invalid_argument, too.
template <class Read>
auto reading(std::string_view text, Read read) {
  try {
    return read(parse_form(text));
  } catch (const json::exception& error) {
    throw std::invalid_argument(error.what());
  }
}

}  // namespace mitjul
