#include "import/brat_lines.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace mitjul {
namespace {

constexpr std::string_view kKinds = "TER*AMN#";

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::string_view word = take_until(text, ' ');
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

BratLines brat_lines(std::string_view text) {
  BratLines taken;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = take_until(text, '\n');
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    BratLine parts;
    parts.number = number;
    parts.id = take_until(line, '\t');
    std::string_view data = take_until(line, '\t');
    parts.tail = line;
    parts.type = take_until(data, ' ');
    parts.words = words_of(data);
    const bool known = !parts.id.empty() && kKinds.find(parts.kind()) != std::string_view::npos && !parts.type.empty();
    (known ? taken.lines : taken.unreadable).push_back(std::move(parts));
  }
  return taken;
}

bool is_brat_id(std::string_view id) {
  if (id.empty() || kKinds.find(id.front()) == std::string_view::npos) return false;
  id.remove_prefix(1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return id.empty() || (std::any_of(id.begin(), id.end(), is_digit) &&
                        std::all_of(id.begin(), id.end(), [&](char c) { return is_digit(c) || is_letter(c); }));
}

std::optional<std::vector<StatedSpan>> fragments_of(const BratLine& line) {
  std::string joined;
  for (const std::string_view word : line.words) joined.append(joined.empty() ? "" : " ").append(word);
  std::vector<StatedSpan> fragments;
  std::string_view rest = joined;
  while (!rest.empty()) {
    const std::vector<std::string_view> ends = words_of(take_until(rest, ';'));
    if (ends.size() != 2) return std::nullopt;
    const auto start = number_in(ends[0]);
    const auto end = number_in(ends[1]);
    if (!start || !end) return std::nullopt;
    fragments.push_back({*start, *end, {}});
  }
  if (fragments.empty()) return std::nullopt;
  return fragments;
}

std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

}  // namespace mitjul
