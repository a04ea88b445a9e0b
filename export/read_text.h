#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/text.h"

namespace mitjul {

/// A text as whoever reads an export will have it: every line ends in LF. Texts of projects do so nearly always; one
/// that came in with another program's XML may hold carriage returns.
class ReadText {
 public:
  explicit ReadText(const Text& text);

  const std::string& utf8() const { return changed_ ? read_ : text_.utf8(); }
  /// A place in the text as a place in what is read.
  Span place(Span span) const;
  std::vector<Span> places(const std::vector<Span>& spans) const;

 private:
  const Text& text_;
  bool changed_;
  std::string read_;
  std::vector<TextPos> dropped_;  ///< carriage returns before a line feed
};

}  // namespace mitjul
