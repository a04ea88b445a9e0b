#pragma once

#include <optional>
#include <string_view>

#include "core/time.h"

namespace mitjul {

/// A moment as other programs write it (XML Schema `dateTime`, ISO 8601): `2026-11-21T09:00:00.123+09:00`. Fractions of
/// a second are dropped; without a time zone it is UTC.
std::optional<Time> parse_foreign_time(std::string_view text);

}  // namespace mitjul
