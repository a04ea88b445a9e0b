#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text.h"
#include "korean/word_letters.h"

namespace mitjul {

/// Words and names as they are compared: composed letters (NFC), every run of blanks one U+0020, none at the edges.
std::u32string surface_letters(std::string_view utf8);

/// A text as letters that surfaces are looked for in: composed, and every run of blanks one letter.
struct SurfaceText {
  /// A run of blanks that holds one line end, and one that holds several; other runs are U+0020.
  static constexpr char32_t kLineEnd = U'\n';
  static constexpr char32_t kParagraphEnd = 0x2029;

  std::u32string letters;
  /// Of each letter, where it starts in the text, and the end of the text behind the last.
  std::vector<TextPos> starts;

  Span span(std::size_t begin, std::size_t end) const;
};
/// Linear in the text.
SurfaceText surface_text(const Text& text);

/// A set of surfaces, each with a number of the caller's, that finds those that begin at a place of a text by one walk
/// over the letters there. Held as a hash of their beginnings: a surface comes and goes in time of its own length,
/// however many there are, which no automaton over all of them could do.
class SurfaceIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// `surface` is not empty; a surface that is there gets the new number.
  void insert(std::u32string_view surface, std::uint32_t number);
  void erase(std::u32string_view surface);
  /// The number of a surface; `kNone` where it is not there.
  std::uint32_t find(std::u32string_view surface) const;
  bool empty() const { return beginnings_.empty(); }

  /// Calls `take` with length and number of every surface that letters of a `SurfaceText` begin with, the shortest
  /// first; the blank in a surface also stands for one line end.
  template <class Take>
  void for_each_beginning(std::u32string_view letters, Take take) const;

 private:
  struct Beginning {
    std::uint32_t surfaces = 0;    ///< how many go on from here or end here
    std::uint32_t number = kNone;  ///< of the one that ends here
  };
  // The keys are hashes already.
  struct Identity {
    std::size_t operator()(std::uint64_t hash) const { return hash >> 1U; }
  };
  std::unordered_map<std::uint64_t, Beginning, Identity> beginnings_;
};

template <class Take>
void SurfaceIndex::for_each_beginning(std::u32string_view letters, Take take) const {
  LetterHash hash;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    hash.add(letters[i] == SurfaceText::kLineEnd ? U' ' : letters[i]);
    const auto found = beginnings_.find(hash.value());
    if (found == beginnings_.end()) return;
    if (found->second.number != kNone) take(i + 1, found->second.number);
  }
}

}  // namespace mitjul
