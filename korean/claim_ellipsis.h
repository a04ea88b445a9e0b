#pragma once

#include <string>

#include "korean/claim_sentence.h"

namespace mitjul {

/// What a unit without a predicate says of a subject.
struct Ellipsis {
  bool says_something = false;  ///< else it is a label
  bool weak = false;            ///< it might be a label all the same: 규제 강화
  std::string words;            ///< the noun that says it
};

/// Reads a unit that ends in a noun. `listed`: it is an item of a list or a line of its own, where sentences are cut
/// short; `labelled`: a label and a colon stand before it (가격: 한 대 3천만 원).
Ellipsis read_ellipsis(const PackedText& clause, bool full_stop, bool listed, bool labelled);

}  // namespace mitjul
