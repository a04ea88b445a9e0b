#pragma once

#include <compare>
#include <cstdint>

namespace mitjul {

/// A position between two characters of a document's text, counted in Unicode code points from 0.
/// Its own type, so that bytes, UTF-16 units and indices of other strings cannot be mistaken for it;
/// `Text` converts at the border.
class TextPos {
 public:
  constexpr TextPos() = default;
  constexpr explicit TextPos(std::uint32_t code_points) : value_(code_points) {}

  constexpr std::uint32_t value() const { return value_; }

  constexpr auto operator<=>(const TextPos&) const = default;

  /// The caller keeps the result within 0 and the length of the text.
  friend constexpr TextPos operator+(TextPos pos, std::uint32_t code_points) {
    return TextPos(pos.value_ + code_points);
  }
  friend constexpr TextPos operator-(TextPos pos, std::uint32_t code_points) {
    return TextPos(pos.value_ - code_points);
  }
  /// Code points from `b` up to `a`; `b` must not lie behind `a`.
  friend constexpr std::uint32_t operator-(TextPos a, TextPos b) { return a.value_ - b.value_; }

 private:
  std::uint32_t value_ = 0;
};

}  // namespace mitjul
