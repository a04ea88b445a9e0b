#pragma once

#include <cstdint>
#include <string>

#include "core/annotation.h"

namespace mitjul {

/// Why something is suggested; `messages/` makes a sentence of it.
struct SuggestionReason {
  enum class Kind {
    Annotated,  ///< the same words were annotated so elsewhere: `count` times
    Gazetteer,  ///< the words are in the project's word list
    Date,       ///< they have the form of a date
    Quantity,   ///< they have the form of a quantity
    Claim       ///< the unit says something that could be found true or false
  };
  Kind kind = Kind::Annotated;
  std::uint32_t count = 0;
  /// Of a claim: what showed it, as a rule of the claim guideline (7 to 12), …
  int rule = 0;
  /// … and the words in the text that did; empty where its form did.
  std::string words;

  bool operator==(const SuggestionReason&) const = default;
};

/// Something that the program proposes to annotate. No annotation until somebody takes it; never exported.
struct Suggestion {
  Span span;
  std::string label;                   ///< id of a label of the schema
  Attributes attributes = {};          ///< of a claim: `type`, `attribution`
  double confidence = 0;               ///< 0 to 1
  Method method = Method::Suggestion;  ///< what the annotation will carry: `Suggestion` or `Gazetteer`
  SuggestionReason reason = {};

  bool operator==(const Suggestion&) const = default;
};

}  // namespace mitjul
