#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// A text in which stretches were replaced, with the way from places of the old one to those of the new one.
class ReplacedText {
 public:
  /// A stretch of the old text, not empty, in bytes, and what stands in its place, not empty either.
  struct Stretch {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string replacement;
    std::string before{};  ///< goes between what is in front of the replacement and it, and belongs to neither
    std::string behind{};  ///< the same behind it
    bool needed = true;    ///< false: what was there might stay as well
  };

  /// `stretches`: in order and apart; they may touch.
  ReplacedText(std::string_view old, const std::vector<Stretch>& stretches);

  const std::string& utf8() const { return utf8_; }
  /// The place in the new text of what begins or ends, in bytes, at a place of the old one. What begins or ends inside
  /// a stretch does so where the replacement begins or ends.
  std::size_t start_at(std::size_t byte) const;
  std::size_t end_at(std::size_t byte) const;
  /// Whether the byte of the old text was replaced.
  bool replaces(std::size_t byte) const;

 private:
  /// A stretch that was copied or replaced; together they are the old text.
  struct Piece {
    std::size_t old_start;
    std::size_t old_end;
    std::size_t new_start;
    std::size_t new_end;
    bool replaced;
  };
  void copy(std::string_view old, std::size_t start, std::size_t end);

  std::string utf8_;
  std::vector<Piece> pieces_;
};

}  // namespace mitjul
