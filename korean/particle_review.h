#pragma once

#include <optional>

#include "korean/word_evidence.h"

namespace mitjul {

/// Where a name would end without the particle that it ends in; nothing where it ends in none or in a copula, where no
/// more than a syllable of its last word would be left, or where it is longer than names are: claims end in what they
/// end in. `evidence` must not know the annotations (`without_lexicon`): what was annotated counts as a word, with its
/// particle too.
std::optional<TextPos> end_without_particle(const Text& text, Span span, const WordEvidence& evidence);

/// Whether a name stands before its particle in a word, which the rules find there.
bool stands_before_particle(const Text& text, Span span, const WordEvidence& evidence);

}  // namespace mitjul
