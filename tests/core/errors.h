#pragma once

#include <functional>
#include <optional>

#include "core/error.h"

namespace mitjul {

/// The kind of the `Error` that the action throws; nothing where it throws none.
inline std::optional<ErrorKind> error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind();
  }
  return std::nullopt;
}

}  // namespace mitjul
