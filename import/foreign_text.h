#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/document.h"
#include "core/text.h"

namespace mitjul {

/// A text as another program's file has it, in which the file counts, and the text that a document makes of it
/// (`normalise.h`): there a CRLF is one character, so that what stands behind it moves.
class ForeignText {
 public:
  /// `utf8` must be valid.
  explicit ForeignText(std::string utf8);

  /// As the file has it: positions of the file are positions in this.
  const Text& original() const { return original_; }
  /// The same place in the document's text; nothing for half of a line end.
  std::optional<Span> in_document(Span original) const;
  /// A document with the text and what was replaced in it.
  Document document(std::string name) const;

 private:
  TextPos in_document(TextPos original) const;

  Text original_;
  std::vector<std::uint32_t> dropped_;  // places of characters that the document's text does not have, in order
};

/// A string with a U+FFFD in the place of each character that XML 1.0 cannot hold. `utf8` must be valid.
std::string cleaned(std::string utf8);

}  // namespace mitjul
