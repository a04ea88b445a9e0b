#include "korean/embedded_table.h"

namespace mitjul {
namespace {

/// The pieces between separators, empty ones among them.
std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    pieces.emplace_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return pieces;
    start = end + 1;
  }
}

}  // namespace

std::vector<std::vector<std::string>> korean_table_rows(std::string_view name) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(korean_table(name), '\n')) {
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
  }
  return rows;
}

}  // namespace mitjul
