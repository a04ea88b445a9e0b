#pragma once

namespace mitjul {

/// The version of the program, as in `mitjul 0.1.0`.
constexpr const char* kVersion = "0.1.0";

}  // namespace mitjul
