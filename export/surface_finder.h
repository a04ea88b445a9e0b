#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mitjul {

/// A place of a surface in a text, in bytes of its UTF-8; `surface`: what `SurfaceFinder::add` returned.
struct FoundSurface {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t surface = 0;

  bool operator==(const FoundSurface&) const = default;
};

/// Finds surfaces (names, wordings) in texts, wherever they stand. Those that differ in nothing but upper and lower
/// case, NFC and NFD, and how wide their blanks are, are one and the same surface. Found is a surface as it was added,
/// at any place, be it inside a word; written in another case, only as a word of its own, so that `AI` does not hide
/// `said`. A single Latin letter or digit, too, is found as a word only.
class SurfaceFinder {
 public:
  /// `single`: whether surfaces of one character are found at all.
  explicit SurfaceFinder(bool single = true) : single_(single) {}

  /// Adds a surface; the number of it, from 0.
  std::size_t add(std::string_view surface);
  std::size_t size() const { return surfaces_.size(); }
  /// The number of the surface that this is; nothing where it was not added.
  std::optional<std::size_t> number_of(std::string_view surface) const;

  /// Every place of every surface; they may overlap.
  std::vector<FoundSurface> find(std::string_view utf8) const;

 private:
  /// Strings by their beginnings.
  class Trie {
   public:
    void add(const std::u32string& key, std::size_t value);
    /// Calls `use(end, value)` for each key that begins at `start` of the text.
    template <class Use>
    void walk(const std::u32string& text, std::size_t start, const Use& use) const;
    std::optional<std::size_t> at(const std::u32string& key) const;

   private:
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;
    std::unordered_map<std::uint32_t, std::size_t> values_;
    std::uint32_t nodes_ = 1;
  };
  struct Surface {
    std::set<std::u32string> forms;  ///< in NFC, as they were added
    bool single = false;
    bool weak = false;  ///< found as a word only
  };

  bool single_;
  std::vector<Surface> surfaces_;
  Trie folded_;
  Trie raw_;
};

/// Of places that overlap, the longest, and the first of those: none of the others is left as it was.
std::vector<FoundSurface> longest_of(std::vector<FoundSurface> found);

/// Without the white space at its ends.
std::string_view trimmed_surface(std::string_view surface);
std::string in_nfc(std::string_view utf8);
/// Whether it says anything: a letter, a digit or a symbol beyond ASCII.
bool is_telling(std::string_view surface);

}  // namespace mitjul
