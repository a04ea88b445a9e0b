#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"

namespace mitjul {

/// The text of a document, put together from pieces of a file. What a text cannot hold is replaced one character for
/// one, so that positions within a piece stay what the file says: a carriage return becomes a line end, or a blank
/// where one follows; characters that XML 1.0 does not have become U+FFFD, and are listed as substitutions.
class AssembledText {
 public:
  /// Appends valid UTF-8; its place, in code points.
  Span append(std::string_view utf8);
  bool empty() const { return utf8_.empty(); }
  /// The document of this text, which is empty again.
  Document finish(std::string name);

 private:
  std::string utf8_;
  std::uint32_t length_ = 0;
  std::vector<Substitution> substitutions_;
};

}  // namespace mitjul
