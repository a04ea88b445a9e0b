#pragma once

#include <vector>

#include "core/text.h"
#include "korean/word_evidence.h"
#include "korean/word_run.h"

namespace mitjul {

struct WordOptions {
  /// For projects that annotate so: 화웨이가 is the word, and 화웨이 the next step.
  bool particle_inside = false;
};

/// The word at a place without its particle; empty, at `pos`, where no word is (see `word_at`). With particles inside,
/// words that were annotated have their particles cut too.
Span word_without_particle(const Text& text, TextPos pos, const WordEvidence& evidence,
                           const WordOptions& options = {});

/// Spans of a text as a project with particles inside annotates them: to the end of the word that they end in (화웨이가
/// for 화웨이); without that option as they are. Asked for places in order, it is linear in the text.
class SpansWithParticles {
 public:
  /// The text must outlive it.
  SpansWithParticles(const Text& text, const WordOptions& options) : text_(text), options_(options) {}

  Span with_particle(Span span);

 private:
  const Text& text_;
  WordOptions options_;
  Span word_;  // the last one that was looked at
};

/// The same without the plural 들 as well: 국가 in 국가들은.
Span word_without_plural(const Text& text, TextPos pos, const WordEvidence& evidence);

/// The characters between blanks around a place, as words are found there; empty, at `pos`, between blanks.
Span eojeol_around(const Text& text, TextPos pos);

/// The word at a place with the brackets right behind it, 리헤인(Chris Lehane); without particle where there are none.
Span word_with_gloss(const Text& text, TextPos pos, const WordEvidence& evidence);

/// What the same key or a repeated double click selects one after the other at a place: the word without its particle
/// (국가들), also without 들 (국가), the eojeol (국가들은,), the word with its gloss in brackets (리헤인(Chris
/// Lehane)). Each step is there once, not empty, on grapheme boundaries; units and paragraphs are added by the caller.
/// Empty between blanks.
std::vector<Span> selection_steps(const Text& text, TextPos pos, const WordEvidence& evidence,
                                  const WordOptions& options = {});

/// What a drag selects: from the start of the word it began in to the end of the last word, without its particle
/// (with it by option). An edge that lies in no word stays, blanks at edges are left out; a drag over blanks alone, or
/// an empty one, is an empty span at its start.
Span snap(const Text& text, Span dragged, const WordEvidence& evidence, const WordOptions& options = {});

/// Whether a span ends in a particle although the rules say otherwise: what a project lists to look at again.
bool ends_in_particle(const Text& text, Span span, const WordEvidence& evidence);

}  // namespace mitjul
