#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mitjul {

/// A moment in UTC, to the second.
using Time = std::chrono::sys_seconds;

Time now();

/// `2026-11-21T00:00:00Z` (ISO 8601, always UTC).
std::string to_string(Time time);
/// Reads that form, and nothing else; years 1 to 9999.
std::optional<Time> parse_time(std::string_view text);

/// Whether `text` is a day of the calendar as `2026-11-21` (XML Schema `date` without time zone).
bool is_date(std::string_view text);

}  // namespace mitjul
