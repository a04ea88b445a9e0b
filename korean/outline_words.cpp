#include "korean/outline_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "korean/embedded_table.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 9> kKinds{"furniture", "tail",   "caption", "speaker", "narrator",
                                                 "label",     "person", "genre",   "rights"};
constexpr std::array<std::string_view, 4> kPlaces{"whole", "start", "end", "in"};

template <std::size_t N>
std::size_t place_in(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw std::invalid_argument("outline_words.tsv: " + std::string(name));
  return static_cast<std::size_t>(found - names.begin());
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || c == U'\n' || c == U'\r'; }

}  // namespace

std::u32string packed(std::u32string_view letters, std::size_t most) {
  std::u32string found;
  for (const char32_t c : letters) {
    if (found.size() >= most) break;
    if (!is_blank(c)) found += c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
  }
  return found;
}

const OutlineWords& OutlineWords::all() {
  static const OutlineWords words;
  return words;
}

OutlineWords::OutlineWords() : rows_(kKinds.size()) {
  for (const auto& columns : korean_table_rows("outline_words")) {
    Row row;
    row.where = static_cast<Where>(place_in(kPlaces, columns.at(1)));
    row.longest = std::stoul(columns.at(2));
    row.words = packed(composed_letters(columns.at(3)));
    longest_ = std::max(longest_, row.longest);
    rows_[place_in(kKinds, columns.at(0))].push_back(std::move(row));
  }
}

bool OutlineWords::has(Kind kind, std::u32string_view line) const {
  if (line.empty() || line.size() > longest_) return false;
  const auto& rows = rows_[static_cast<std::size_t>(kind)];
  return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
    if (line.size() > row.longest || line.size() < row.words.size()) return false;
    switch (row.where) {
      case Where::Whole: return line == row.words;
      case Where::Start: return line.substr(0, row.words.size()) == row.words;
      case Where::End: return line.substr(line.size() - row.words.size()) == row.words;
      case Where::In: return line.find(row.words) != line.npos;
    }
    return false;
  });
}

}  // namespace mitjul
