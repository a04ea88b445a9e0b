#pragma once

#include <array>
#include <string_view>

namespace mitjul {

/// The colour of a label, by its parts from 0 to 255.
struct Rgb {
  std::array<unsigned, 3> parts;

  /// `#1F77B4` as a schema has it; a grey for an empty text.
  static Rgb parse(std::string_view color);
  /// For a dark ground: a third of white.
  Rgb lightened() const;
  /// Whether black letters are more legible on it than white ones (ITU-R BT.601 luma).
  bool takes_black() const;
};

}  // namespace mitjul
