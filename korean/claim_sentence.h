#pragma once

#include <string_view>

#include "korean/claim_phrases.h"

namespace mitjul {

/// How a unit ends.
enum class ClauseStyle {
  Sentence,  ///< a predicate of a full sentence: 했다, 합니다, 해요, 한다네
  Nominal,   ///< a predicate made a noun: 했음, 됨
  Question,  ///< a question mark
  Noun       ///< no predicate: 수출 3년 연속 감소, 배터리
};

/// A unit made ready for finding phrases in.
struct ClaimSentence {
  ClauseStyle style = ClauseStyle::Noun;
  bool full_stop = false;
  /// The main clause: without what stands in double quotation marks ("" is left) and in brackets, its last predicate in
  /// the plain form (필요합니다 → 필요하다, 됨 → 되다). Of a unit that is one quotation, its words.
  PackedText clause;
  /// All letters but quotation marks, as they stand.
  PackedText whole;
};

/// Reads a unit, or what is left of it behind a speaker's name.
ClaimSentence read_sentence(std::string_view utf8);

}  // namespace mitjul
