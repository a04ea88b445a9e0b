#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace mitjul {

/// A set of words that is also asked for the ends and beginnings of words. Holds hashes (see `LetterHash`).
class WordSet {
 public:
  /// A word of at most 31 letters.
  void insert(std::u32string_view word);
  bool contains(std::u32string_view word) const;
  /// Whether the letters end with one of the words, with at least `before` letters before it.
  bool ends(std::u32string_view letters, std::size_t before = 0) const;
  /// Letters of the longest word that the letters begin with; 0 if there is none.
  std::size_t beginning(std::u32string_view letters) const;

 private:
  bool has_length(std::size_t length) const { return length <= 31 && (lengths_ >> length & 1U) != 0; }

  std::unordered_set<std::uint64_t> words_;
  std::uint32_t lengths_ = 0;  // bit n: there is a word of n letters
};

}  // namespace mitjul
