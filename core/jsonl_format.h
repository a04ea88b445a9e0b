#pragma once

#include <string_view>

namespace mitjul {

/// What every line of our JSONL says under `format`: its name and version. Other JSONL says something else, or nothing.
inline constexpr std::string_view kJsonlFormat = "mitjul-jsonl-1";
/// The same without the version.
inline constexpr std::string_view kJsonlFamily = "mitjul-jsonl-";

}  // namespace mitjul
