#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/name_rules.h"
#include "export/compared_text.h"
#include "export/string_matcher.h"

namespace mitjul {

/// A place of a surface in a text, in bytes of its UTF-8; `surface`: its number.
struct FoundSurface {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t surface = 0;

  bool operator==(const FoundSurface&) const = default;
};

/// Places that are none of a surface, and look like it.
struct LeftSurfaces {
  /// Of single Hangul letters that are part of another word.
  std::vector<FoundSurface> inside_words;
  /// Of Hangul surfaces of three letters or more that have white space between their letters there and are words
  /// otherwise: 김 철 수가.
  std::vector<FoundSurface> apart;
};

/// Surfaces (names, wordings), numbered from 0 in the order in which they came. Those that differ in nothing but upper
/// and lower case, NFC and NFD, and how wide their blanks and Latin letters are, are one and the same.
class Surfaces {
 public:
  /// Adds a surface, which is not blank; the number of it.
  std::size_t add(std::string_view surface);
  std::size_t size() const { return forms_.size(); }
  /// Nothing where it was not added.
  std::optional<std::size_t> number_of(std::string_view surface) const;

 private:
  friend class SurfaceFinder;

  std::unordered_map<std::u32string, std::size_t> numbers_;   // by what is compared
  std::vector<std::set<std::u32string, std::less<>>> forms_;  // composed, as they were added
  std::unordered_map<std::u32string, std::size_t> raw_;       // by the very code points
};

/// Finds surfaces in texts, wherever they stand. Found is a surface as it was added, at any place, be it inside a word;
/// written in another case, only as a word of its own, so that `AI` does not hide `said`. So is a single Latin letter
/// or a number. A single Hangul letter is found where a word is made of it, or of it and what `NameRules` let stand
/// behind a name: 김 in 김은, not in 김치. Linear in the text and in what is found.
class SurfaceFinder {
 public:
  explicit SurfaceFinder(Surfaces surfaces, NameRules rules = {});

  const Surfaces& surfaces() const { return surfaces_; }
  const NameRules& rules() const { return rules_; }
  /// Whether it is a single character that is found in the midst of words, too: no Hangul and no Latin.
  bool is_single_anywhere(std::size_t surface) const;

  /// Every place of every surface; they may overlap. `left`: takes what is not among them and may be one.
  std::vector<FoundSurface> find(std::string_view utf8, LeftSurfaces* left = nullptr) const;

 private:
  /// Where a surface is found.
  enum class Found { Anywhere, AsWord, AsHangulWord };

  bool is_word(std::size_t surface, const std::u32string& text, std::size_t start, std::size_t end) const;
  bool is_hangul_word(const std::u32string& text, std::size_t at) const;
  bool ends_name(const std::u32string& text, std::size_t last) const;
  std::vector<FoundSurface> find_apart(const ComparedText& text) const;
  void find_as_it_stands(std::string_view utf8, std::vector<FoundSurface>& found) const;

  Surfaces surfaces_;
  NameRules rules_;
  std::vector<Found> found_;
  std::vector<bool> single_;
  StringMatcher compared_;
  StringMatcher raw_;
  StringMatcher apart_;
};

/// Of places that overlap, the longest, and the first of those: none of the others is left as it was.
std::vector<FoundSurface> longest_of(std::vector<FoundSurface> found);

/// Whether it says anything: a letter, a digit or a symbol beyond ASCII.
bool is_telling(std::string_view surface);

}  // namespace mitjul
