#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mitjul {

/// Looks for syllables with an initial, or that consonant standing alone, in folded texts (see `SearchText`); or for
/// two such in a row. Looks at 64 bytes at a time, in loops that compilers turn into vector instructions.
class InitialSearch {
 public:
  /// Numbers of initials in Unicode (0: ㄱ).
  explicit InitialSearch(std::uint32_t initial, std::optional<std::uint32_t> next = {});

  /// The first place from `from` on; npos if there is none.
  std::size_t find(std::string_view text, std::size_t from) const;

 private:
  /// The three bytes of a character as a number, the first one with all its bits: other bytes give other numbers.
  struct Wanted {
    std::uint32_t first_syllable = 0;
    std::uint32_t consonant = 0;
  };
  static Wanted wanted(std::uint32_t initial);
  static bool matches(const unsigned char* bytes, Wanted wanted);
  bool may_hold(const unsigned char* bytes) const;
  bool stands_at(const unsigned char* bytes) const {
    return matches(bytes, one_) && (!two_ || matches(bytes + 3, *two_));
  }

  Wanted one_;
  std::optional<Wanted> two_;
};

}  // namespace mitjul
