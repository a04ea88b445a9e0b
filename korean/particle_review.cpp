#include "korean/particle_review.h"

#include <algorithm>

#include "korean/occurrences.h"
#include "korean/word_run.h"
#include "korean/word_selection.h"

namespace mitjul {

std::optional<TextPos> end_without_particle(const Text& text, Span span, const WordEvidence& evidence) {
  if (span.length() > kLongestName || !ends_in_particle(text, span, evidence)) return std::nullopt;
  const TextPos end = word_without_particle(text, span.end - 1, evidence).end;
  if (end <= span.start) return std::nullopt;
  // With a copula (이다, 예요) the span says something: it is a clause and no name.
  const char32_t last = text.at(span.end - 1);
  if (last == U'다' || last == U'요') return std::nullopt;
  // What is left of one syllable may as well be a verb (물은) or the first one of a name (한이랑).
  const TextPos start = std::max(span.start, word_at(text, span.end - 1).start);
  if (text.next_grapheme(start) >= end) return std::nullopt;
  return end;
}

bool stands_before_particle(const Text& text, Span span, const WordEvidence& evidence) {
  if (span.empty() || span.length() > kLongestName) return false;
  if (SpansWithParticles(text, {true}).with_particle(span).end == span.end) return false;  // the word ends here
  return word_without_particle(text, span.end - 1, evidence).end == span.end;
}

}  // namespace mitjul
