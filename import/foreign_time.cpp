#include "import/foreign_time.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace mitjul {
namespace {

std::optional<int> two_digits(std::string_view text) {
  int number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.size() != 2 || error != std::errc() || rest != text.data() + 2 || number < 0) return std::nullopt;
  return number;
}

/// `Z`, `+09:00` or nothing.
std::optional<std::chrono::minutes> parse_zone(std::string_view text) {
  if (text.empty() || text == "Z") return std::chrono::minutes(0);
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = two_digits(text.substr(1, 2));
  const auto minutes = two_digits(text.substr(4));
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
  const std::chrono::minutes offset(*hours * 60 + *minutes);
  return text[0] == '-' ? -offset : offset;
}

}  // namespace

std::optional<Time> parse_foreign_time(std::string_view text) {
  constexpr std::size_t kSeconds = std::string_view("2026-11-21T00:00:00").size();
  const auto moment = parse_time(std::string(text.substr(0, kSeconds)) + "Z");
  if (!moment) return std::nullopt;
  text.remove_prefix(kSeconds);
  if (text.starts_with('.')) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
    if (end == 1) return std::nullopt;
    text.remove_prefix(end);
  }
  const auto zone = parse_zone(text);
  if (!zone) return std::nullopt;
  const Time time = *moment - *zone;
  return parse_time(to_string(time)) ? std::optional(time) : std::nullopt;  // not before the year 1
}

}  // namespace mitjul
