#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mitjul {

/// Letters without blanks that still know where words begin: what phrases are looked for in, because writers differ in
/// blanks (할 수 있다, 할수있다).
struct PackedText {
  std::u32string letters;
  std::vector<bool> begins;  ///< of each letter: a word begins with it

  void add(char32_t c, bool begin) {
    letters += c;
    begins.push_back(begin);
  }
  /// Whether a word ends before `at`.
  bool edge(std::size_t at) const;
};

/// A phrase that was found.
struct FoundPhrase {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< of letters; equal: nothing was found
  explicit operator bool() const { return begin != end; }
};

/// The phrases of a table, by group: korean/tables/claim_phrases.tsv says how they are written.
class PhraseTable {
 public:
  /// Reads a table whose columns are group, where and phrase.
  explicit PhraseTable(std::string_view name);

  /// The longest phrase of a group that the letters end with.
  FoundPhrase at_end(std::string_view group, const PackedText& text) const;
  FoundPhrase at_start(std::string_view group, const PackedText& text) const;
  /// The first phrase of a group that begins at `from` or behind.
  FoundPhrase inside(std::string_view group, const PackedText& text, std::size_t from = 0) const;

 private:
  struct Phrase {
    bool left_edge = false;
    bool right_edge = false;
    std::uint32_t final_consonant = 0;  // of the syllable before; 0: anything
    std::u32string letters;
    std::u32string rest;  // what stands behind a gap; empty without one
  };
  /// Phrases by a letter that they have at a place; most letters have none.
  class ByLetter {
   public:
    void add(char32_t letter, Phrase phrase);
    /// Nothing where no phrase has the letter.
    const std::vector<Phrase>* find(char32_t letter) const;

   private:
    std::bitset<0x10000> known_;
    std::unordered_map<char32_t, std::vector<Phrase>> phrases_;
  };
  struct Group {
    ByLetter ends;  // by their last letter
    ByLetter starts;
    ByLetter insides;  // by their first letter
  };

  static Phrase read(std::string_view utf8);
  static bool stands_at(const Phrase& phrase, const PackedText& text, std::size_t at);
  /// Where a phrase ends that begins at `at`; 0: it does not.
  static std::size_t match(const Phrase& phrase, const PackedText& text, std::size_t at);
  static FoundPhrase match_end(const Phrase& phrase, const PackedText& text);
  const Group* group(std::string_view name) const;

  std::map<std::string, Group, std::less<>> groups_;
};

}  // namespace mitjul
