#pragma once

#include "korean/word_set.h"

namespace mitjul {

/// The nouns of korean/tables/claim_nouns.tsv, which describes them.
struct ClaimNouns {
  static const ClaimNouns& all();

  WordSet action;
  WordSet state;
  WordSet clausal;
};

}  // namespace mitjul
