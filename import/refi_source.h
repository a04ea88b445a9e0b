#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "import/quote_places.h"

namespace mitjul {

/// The text of a source as a document keeps it, and the positions of the project in it. They count code points of the
/// source without its byte order mark; a carriage return before a line feed counts, as QualCoder does it, unless the
/// program that wrote the project leaves it out (ATLAS.ti).
class RefiSource {
 public:
  RefiSource(std::string_view bytes, bool counts_carriage_returns);

  const Text& text() const { return text_; }
  const std::vector<Substitution>& substitutions() const { return substitutions_; }
  /// What positions count; to be searched for quotes.
  const Text& counted() const { return counted_; }
  /// The place in `text()` of one in `counted()`; nothing where nothing is left of it.
  std::optional<Span> in_text(Span counted) const;

 private:
  TextPos in_text(TextPos counted) const;

  Text text_;
  Text counted_;
  std::vector<Substitution> substitutions_;
  std::vector<std::uint32_t> line_feeds_;  // of pairs, in `counted_`
};

}  // namespace mitjul
