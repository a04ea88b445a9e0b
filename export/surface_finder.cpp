#include "export/surface_finder.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <map>

#include "core/utf8.h"

namespace mitjul {
namespace {

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const found = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status));
    return found;
  }();
  return *instance;
}

icu::UnicodeString normalised(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return nfc().normalize(icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())}), status);
}

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

/// A part of words that are written with spaces around them.
bool is_latin(char32_t c) { return c < 0x250 && u_isalnum(static_cast<UChar32>(c)) != 0; }

/// A text as surfaces are compared, with the way back to its bytes.
struct ComparedText {
  std::u32string plain;   ///< NFC, white space as one blank
  std::u32string folded;  ///< and in lower case
  std::vector<std::size_t> starts;
  std::vector<std::size_t> ends;

  explicit ComparedText(std::string_view utf8) {
    for (std::size_t byte = 0; byte < utf8.size();) {
      const std::size_t start = byte;
      char32_t c = next_code_point(utf8, byte);
      if (is_blank(c)) {
        pass(utf8, byte, is_blank);
        add(U' ', start, byte);
        continue;
      }
      const std::size_t first_end = byte;
      pass(utf8, byte, [](char32_t next) { return nfc().hasBoundaryBefore(static_cast<UChar32>(next)) == 0; });
      if (byte == first_end && (c < 0x300 || (c >= 0x4E00 && c <= 0xD7A3))) {
        add(c, start, byte);
        continue;
      }
      const icu::UnicodeString composed = normalised(utf8.substr(start, byte - start));
      for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
        add(static_cast<char32_t>(composed.char32At(i)), start, byte);
      }
    }
  }

 private:
  template <class Test>
  static void pass(std::string_view utf8, std::size_t& byte, const Test& test) {
    while (byte < utf8.size()) {
      std::size_t next = byte;
      if (!test(next_code_point(utf8, next))) return;
      byte = next;
    }
  }

  void add(char32_t c, std::size_t start, std::size_t end) {
    plain += c;
    folded += static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
    starts.push_back(start);
    ends.push_back(end);
  }
};

/// Whether both ends lie between words.
bool is_word(const std::u32string& text, std::size_t start, std::size_t end) {
  const bool begins = start == 0 || !is_latin(text[start - 1]) || !is_latin(text[start]);
  return begins && (end == text.size() || !is_latin(text[end - 1]) || !is_latin(text[end]));
}

}  // namespace

void SurfaceFinder::Trie::add(const std::u32string& key, std::size_t value) {
  std::uint32_t node = 0;
  for (const char32_t c : key) {
    const auto [edge, is_new] = edges_.try_emplace(std::uint64_t{node} << 21 | c, nodes_);
    if (is_new) ++nodes_;
    node = edge->second;
  }
  values_.try_emplace(node, value);
}

template <class Use>
void SurfaceFinder::Trie::walk(const std::u32string& text, std::size_t start, const Use& use) const {
  std::uint32_t node = 0;
  for (std::size_t at = start; at < text.size(); ++at) {
    const auto edge = edges_.find(std::uint64_t{node} << 21 | text[at]);
    if (edge == edges_.end()) return;
    node = edge->second;
    const auto value = values_.find(node);
    if (value != values_.end()) use(at + 1, value->second);
  }
}

std::optional<std::size_t> SurfaceFinder::Trie::at(const std::u32string& key) const {
  std::optional<std::size_t> found;
  walk(key, 0, [&](std::size_t end, std::size_t value) {
    if (end == key.size()) found = value;
  });
  return found;
}

std::size_t SurfaceFinder::add(std::string_view surface) {
  const ComparedText compared(surface);
  std::size_t number = surfaces_.size();
  if (const auto known = folded_.at(compared.folded)) {
    number = *known;
  } else {
    const bool single = compared.folded.size() == 1;
    const bool number_only = compared.folded.find_first_not_of(U"0123456789") == std::u32string::npos;
    surfaces_.push_back({{}, single, number_only || (single && is_latin(compared.folded.front()))});
    folded_.add(compared.folded, number);
  }
  surfaces_[number].forms.insert(compared.plain);
  std::u32string code_points;
  for (std::size_t byte = 0; byte < surface.size();) code_points += next_code_point(surface, byte);
  raw_.add(code_points, number);
  return number;
}

std::optional<std::size_t> SurfaceFinder::number_of(std::string_view surface) const {
  return folded_.at(ComparedText(surface).folded);
}

std::vector<FoundSurface> SurfaceFinder::find(std::string_view utf8) const {
  std::vector<FoundSurface> found;
  if (surfaces_.empty()) return found;
  const auto fits = [this](const Surface& surface, const std::u32string& text, std::size_t start, std::size_t end,
                           bool as_added) {
    if (surface.single && !single_) return false;
    return (as_added && !surface.weak) || is_word(text, start, end);
  };
  const ComparedText text(utf8);
  for (std::size_t start = 0; start < text.folded.size(); ++start) {
    folded_.walk(text.folded, start, [&](std::size_t end, std::size_t number) {
      // Between two characters that the one before them is made of, nothing begins or ends.
      if (start > 0 && text.starts[start - 1] == text.starts[start]) return;
      if (end < text.starts.size() && text.starts[end - 1] == text.starts[end]) return;
      const Surface& surface = surfaces_[number];
      const bool as_added = surface.forms.count(text.plain.substr(start, end - start)) != 0;
      if (fits(surface, text.folded, start, end, as_added))
        found.push_back({text.starts[start], text.ends[end - 1], number});
    });
  }
  // Once more as it stands there: NFD of one surface may be the beginning of another character's.
  std::u32string code_points;
  std::vector<std::size_t> bytes;
  for (std::size_t byte = 0; byte < utf8.size();) {
    bytes.push_back(byte);
    code_points += next_code_point(utf8, byte);
  }
  bytes.push_back(utf8.size());
  for (std::size_t start = 0; start < code_points.size(); ++start) {
    raw_.walk(code_points, start, [&](std::size_t end, std::size_t number) {
      if (fits(surfaces_[number], code_points, start, end, true)) found.push_back({bytes[start], bytes[end], number});
    });
  }
  return found;
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

std::string_view trimmed_surface(std::string_view surface) {
  std::size_t first = surface.size();
  std::size_t end = 0;
  for (std::size_t byte = 0; byte < surface.size();) {
    const std::size_t start = byte;
    if (is_blank(next_code_point(surface, byte))) continue;
    first = std::min(first, start);
    end = byte;
  }
  return first < end ? surface.substr(first, end - first) : std::string_view();
}

std::string in_nfc(std::string_view utf8) {
  std::string composed;
  normalised(utf8).toUTF8String(composed);
  return composed;
}

bool is_telling(std::string_view surface) {
  for (std::size_t byte = 0; byte < surface.size();) {
    const char32_t c = next_code_point(surface, byte);
    const auto character = static_cast<UChar32>(c);
    if (u_isalnum(character) != 0 || (c >= 0x80 && !is_blank(c) && u_ispunct(character) == 0)) return true;
  }
  return false;
}

}  // namespace mitjul
