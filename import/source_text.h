#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/text.h"
#include "import/quote_places.h"

namespace mitjul {

/// A text that comes with annotations: as its file has it, in which positions are counted, and as a document keeps it,
/// with lines that end in LF. Characters that XML cannot hold are U+FFFD in both, one for one.
class SourceText {
 public:
  /// `utf8` must be valid; characters that XML cannot hold are replaced.
  explicit SourceText(const std::string& utf8);
  /// What a reader of characters found in a file, its line ends included.
  explicit SourceText(const std::u32string& characters);

  const Text& stated() const { return stated_; }
  const Text& text() const { return text_; }
  const std::vector<Substitution>& substitutions() const { return substitutions_; }

  /// A place in the file's text as a place in the document's.
  Span place(Span stated) const;
  /// `place_quote` in the file's text. A quote may have blanks, other line ends,
  /// `\n` written out or nothing where lines end in the text.
  std::optional<Span> place(const StatedSpan& stated, OffsetUnit unit, std::vector<Problem>& problems) const;

 private:
  Text stated_;
  Text text_;
  std::vector<TextPos> dropped_;  ///< carriage returns before a line feed, in `stated_`
  std::vector<Substitution> substitutions_;
};

/// With a blank for each line end.
std::string joined_lines(std::string_view text);

}  // namespace mitjul
