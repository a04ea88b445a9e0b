#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace mitjul {

/// A tag of a token: where in a span it stands, and the span's label.
struct TokenTag {
  enum class Part { Outside, First, Inside, Last, Only } part = Part::Outside;
  std::string_view label{};
};

/// Reads `O`, `B-PS`, `I-PS` and the `E- S-` of BIOES, the `L- U-` of BILOU, the `M-` of BMES; nothing where it is none
/// of them.
std::optional<TokenTag> parse_token_tag(std::string_view tag);

/// A span that tags say.
struct LabelledPlace {
  std::string_view label;
  Span span;
};

/// Puts the tags of a sentence's tokens together to spans. A tag that goes on with nothing begins a span.
class TagSequence {
 public:
  /// The next token of the sentence, with its place. Whether its tag is broken: goes on with a span that was not begun.
  bool add(const TokenTag& tag, Span place);
  /// The sentence ends.
  void end_sentence() { open_ = false; }
  /// The spans so far, which are forgotten.
  std::vector<LabelledPlace> take();

 private:
  std::vector<LabelledPlace> spans_;
  bool open_ = false;
};

/// Tells whether a file is written in IOB1, where `I-` begins spans too and `B-` stands only where a span of the same
/// label ends just before: there, no tag is broken.
class SchemeFinder {
 public:
  void add(const TokenTag& tag);
  void end_sentence() { before_ = {}; }
  bool is_iob1() const { return begun_inside_ && !other_; }

 private:
  TokenTag before_;
  bool begun_inside_ = false;
  bool other_ = false;
};

}  // namespace mitjul
