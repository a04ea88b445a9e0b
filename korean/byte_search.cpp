#include "korean/byte_search.h"

#include <cstring>

namespace mitjul {
namespace {

constexpr bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }

/// Whether two bytes stand behind any of the 64 places.
bool may_hold(const char* first, const char* second, char a, char b) {
  unsigned char any = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    any = static_cast<unsigned char>(
        any | (static_cast<unsigned char>(first[i] == a) & static_cast<unsigned char>(second[i] == b)));
  }
  return any != 0;
}

}  // namespace

ByteSearch::ByteSearch(std::string needle) : needle_(std::move(needle)) {
  // The last byte of a character tells most about it, and the first byte of a syllable nothing.
  first_ = second_ = needle_.size() - 1;
  if (first_ == 0) return;
  second_ = first_ - 1;
  std::size_t start = first_;
  while (start > 0 && !starts_character(needle_[start])) --start;
  if (start > 0) second_ = start - 1;
}

bool ByteSearch::stands_at(const char* place) const { return std::memcmp(place, needle_.data(), needle_.size()) == 0; }

std::size_t ByteSearch::find(std::string_view text, std::size_t from) const {
  if (text.size() < needle_.size()) return std::string_view::npos;
  const std::size_t places = text.size() - needle_.size() + 1;
  const char a = needle_[first_];
  const char b = needle_[second_];
  std::size_t at = from;
  const auto check = [&](std::size_t place) {
    return text[place + first_] == a && text[place + second_] == b && stands_at(text.data() + place);
  };
  for (; at + 64 <= places; at += 64) {
    const char* const block = text.data() + at;
    if (!may_hold(block + first_, block + second_, a, b)) continue;
    for (std::size_t i = 0; i < 64; ++i) {
      if (check(at + i)) return at + i;
    }
  }
  for (; at < places; ++at) {
    if (check(at)) return at;
  }
  return std::string_view::npos;
}

}  // namespace mitjul
