#pragma once

#include <string>
#include <vector>

#include "korean/claim_type.h"
#include "korean/outline.h"

namespace mitjul {

/// What the claim guideline says of a unit.
struct ClaimJudgement {
  bool claim = false;
  /// The rule of the guideline that decided, 1 to 12: 1 to 6 say no, 7 to 11 yes; 12 no.
  int rule = 1;
  /// The words that showed it, without blanks, the last predicate in its plain form; empty where the form or place did.
  std::string words;
  ClaimType type = ClaimType::Fact;
  double confidence = 0;  ///< that the answer, yes or no, is right; 0 to 1
};

/// The judgement of each unit of an outline, in order. Linear in the text.
std::vector<ClaimJudgement> judge_claims(const Text& text, const std::vector<OutlineUnit>& outline);

}  // namespace mitjul
