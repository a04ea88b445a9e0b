#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "korean/surface_index.h"

namespace mitjul {

/// Surfaces that were annotated, with the labels they were given and how often. Its surfaces are `surface_letters`.
/// A value; counts are added and taken back one by one, so that what one document gave can be taken back.
class Lexicon {
 public:
  struct Use {
    std::string label;  ///< id
    std::uint32_t count = 0;

    bool operator==(const Use&) const = default;
  };
  struct Entry {
    std::u32string surface;
    std::vector<Use> uses;  ///< in the order in which the labels came; none with count 0

    std::uint32_t count() const;
    /// How often it has that label.
    std::uint32_t count(std::string_view label) const;
  };

  /// What is longer, as claims are, is not taken up: `add` and `remove` leave it out.
  static constexpr std::size_t kLongestSurface = 48;
  static constexpr std::size_t kMostWords = 6;
  static bool takes(std::u32string_view surface);

  void add(std::u32string_view surface, std::string_view label, std::uint32_t count = 1);
  /// Takes back what was added; nothing where there is no such count.
  void remove(std::u32string_view surface, std::string_view label, std::uint32_t count = 1);
  void merge(const Lexicon& other);

  /// Number of surfaces.
  std::size_t size() const { return entries_.size() - free_.size(); }
  /// nullptr where the surface was never annotated. Valid until the next change.
  const Entry* find(std::u32string_view surface) const;
  /// For `index().for_each_beginning`: the entry with this number.
  const Entry& entry(std::uint32_t number) const { return entries_[number]; }
  const SurfaceIndex& index() const { return index_; }

 private:
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> free_;  // places in entries_ that are to be used again
  SurfaceIndex index_;
};

}  // namespace mitjul
