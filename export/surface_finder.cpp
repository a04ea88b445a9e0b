#include "export/surface_finder.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <map>

#include "core/blanks.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

/// A part of words that are written with spaces around them.
bool is_latin(char32_t c) { return c < 0x250 && is_letter_or_digit(c); }

/// Whether both ends lie between words.
bool lies_between_words(const std::u32string& text, std::size_t start, std::size_t end) {
  const bool begins = start == 0 || !is_latin(text[start - 1]) || !is_latin(text[start]);
  return begins && (end == text.size() || !is_latin(text[end - 1]) || !is_latin(text[end]));
}

/// Shorter ones come about by chance.
constexpr std::size_t kShortestApart = 3;

}  // namespace

std::size_t Surfaces::add(std::string_view surface) {
  ComparedText compared(surface);
  const std::size_t number = numbers_.try_emplace(std::move(compared.folded), forms_.size()).first->second;
  if (number == forms_.size()) forms_.emplace_back();
  forms_[number].insert(std::move(compared.plain));
  raw_.try_emplace(code_points_of(surface), number);
  return number;
}

std::optional<std::size_t> Surfaces::number_of(std::string_view surface) const {
  const auto found = numbers_.find(ComparedText(surface).folded);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

SurfaceFinder::SurfaceFinder(Surfaces surfaces, NameRules rules)
    : surfaces_(std::move(surfaces)),
      rules_(std::move(rules)),
      found_(surfaces_.size(), Found::Anywhere),
      single_(surfaces_.size()) {
  for (const auto& [letters, number] : surfaces_.numbers_) {
    const bool single = letters.size() == 1;
    const bool is_number = letters.find_first_not_of(U"0123456789") == std::u32string::npos;
    if (is_number || (single && is_latin(letters.front()))) found_[number] = Found::AsWord;
    if (single && is_hangul_letter(letters.front())) found_[number] = Found::AsHangulWord;
    single_[number] = single;
    compared_.add(letters, number);
    if (letters.size() >= kShortestApart && std::all_of(letters.begin(), letters.end(), is_hangul_letter))
      apart_.add(letters, number);
  }
  for (const auto& [letters, number] : surfaces_.raw_) raw_.add(letters, number);
  compared_.prepare();
  raw_.prepare();
  apart_.prepare();
}

bool SurfaceFinder::is_single_anywhere(std::size_t surface) const {
  return single_[surface] && found_[surface] == Found::Anywhere;
}

/// Whether a word is made of the letter there and nothing else but what may stand behind a name.
bool SurfaceFinder::is_hangul_word(const std::u32string& text, std::size_t at) const {
  return (at == 0 || !is_letter_or_digit(text[at - 1])) && ends_name(text, at);
}

/// Whether behind the last letter of a name, which is Hangul, is nothing but what may stand behind names.
bool SurfaceFinder::ends_name(const std::u32string& text, std::size_t last) const {
  // No name has that much behind it.
  constexpr std::size_t kLongestWord = 24;
  const std::u32string_view behind = std::u32string_view(text).substr(last, kLongestWord);
  const auto end = std::find_if_not(behind.begin(), behind.end(), is_letter_or_digit);
  const auto length = static_cast<std::size_t>(end - behind.begin());
  if (length == 1) return true;
  return length < kLongestWord && rules_.first_letter_is_name && rules_.first_letter_is_name(behind.substr(0, length));
}

/// Whether it is a word of its own there.
bool SurfaceFinder::is_word(std::size_t surface, const std::u32string& text, std::size_t start, std::size_t end) const {
  return found_[surface] == Found::AsHangulWord ? is_hangul_word(text, start) : lies_between_words(text, start, end);
}

std::vector<FoundSurface> SurfaceFinder::find(std::string_view utf8, LeftSurfaces* left) const {
  std::vector<FoundSurface> found;
  if (surfaces_.size() == 0) return found;
  const ComparedText text(utf8);
  compared_.find(text.folded, [&](std::size_t start, std::size_t end, std::size_t number) {
    // Between two characters that the one before them is made of, nothing begins or ends.
    if (start > 0 && text.starts[start - 1] == text.starts[start]) return;
    if (end < text.starts.size() && text.starts[end - 1] == text.starts[end]) return;
    // To compare comes last: surfaces may be long, and lie on one another.
    const auto was_added = [&] {
      return surfaces_.forms_[number].count(std::u32string_view(text.plain).substr(start, end - start)) != 0;
    };
    const FoundSurface place{text.starts[start], text.ends[end - 1], number};
    if (is_word(number, text.folded, start, end) || (found_[number] == Found::Anywhere && was_added())) {
      found.push_back(place);
    } else if (left != nullptr && found_[number] == Found::AsHangulWord) {
      left->inside_words.push_back(place);
    }
  });
  if (!text.is_composed) find_as_it_stands(utf8, found);
  if (left != nullptr) left->apart = find_apart(text);
  return found;
}

std::vector<FoundSurface> SurfaceFinder::find_apart(const ComparedText& text) const {
  std::u32string letters;
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < text.folded.size(); ++at) {
    if (text.folded[at] == U' ') continue;
    letters += text.folded[at];
    places.push_back(at);
  }
  std::vector<FoundSurface> found;
  apart_.find(letters, [&](std::size_t start, std::size_t end, std::size_t number) {
    const std::size_t first = places[start];
    const std::size_t last = places[end - 1];
    const bool apart = last - first >= end - start;
    const bool begins = first == 0 || !is_letter_or_digit(text.folded[first - 1]);
    if (apart && begins && ends_name(text.folded, last)) found.push_back({text.starts[first], text.ends[last], number});
  });
  return found;
}

/// NFD of one surface may be the beginning of another character's.
void SurfaceFinder::find_as_it_stands(std::string_view utf8, std::vector<FoundSurface>& found) const {
  std::u32string code_points;
  std::vector<std::size_t> bytes;
  for (std::size_t byte = 0; byte < utf8.size();) {
    bytes.push_back(byte);
    code_points += next_code_point(utf8, byte);
  }
  bytes.push_back(utf8.size());
  raw_.find(code_points, [&](std::size_t start, std::size_t end, std::size_t number) {
    // A single letter that is a word was found already.
    if (found_[number] == Found::AsHangulWord) return;
    if (found_[number] == Found::Anywhere || lies_between_words(code_points, start, end))
      found.push_back({bytes[start], bytes[end], number});
  });
}

std::vector<FoundSurface> longest_of(std::vector<FoundSurface> found) {
  std::sort(found.begin(), found.end(), [](const FoundSurface& a, const FoundSurface& b) {
    const std::size_t length_a = a.end - a.start;
    const std::size_t length_b = b.end - b.start;
    return length_a != length_b ? length_a > length_b : a.start < b.start;
  });
  std::map<std::size_t, FoundSurface> chosen;
  for (const FoundSurface& place : found) {
    const auto behind = chosen.lower_bound(place.start);
    if (behind != chosen.end() && behind->second.start < place.end) continue;
    if (behind != chosen.begin() && std::prev(behind)->second.end > place.start) continue;
    chosen.emplace(place.start, place);
  }
  std::vector<FoundSurface> places;
  for (const auto& [start, place] : chosen) places.push_back(place);
  return places;
}

bool is_telling(std::string_view surface) {
  for (std::size_t byte = 0; byte < surface.size();) {
    const char32_t c = next_code_point(surface, byte);
    if (is_letter_or_digit(c) || (c >= 0x80 && !is_blank(c) && u_ispunct(static_cast<UChar32>(c)) == 0)) return true;
  }
  return false;
}

}  // namespace mitjul
