#include "korean/word_selection.h"

#include <algorithm>

#include "korean/separators.h"
#include "korean/word_rules.h"

namespace mitjul {
namespace {

// A gloss is a name in another script, not a sentence in brackets.
constexpr std::uint32_t kLongestGloss = 80;

/// The characters between blanks around a span that holds none.
Span between_blanks(const Text& text, Span span) {
  while (span.start > TextPos(0) && !is_blank(text.at(span.start - 1))) span.start = span.start - 1;
  while (span.end < text.end() && !is_blank(text.at(span.end))) span.end = span.end + 1;
  return text.snap_to_graphemes(span);
}

/// The word with the brackets right behind it: 리헤인(Chris Lehane), also nested ones; the word itself if there are
/// none.
Span with_gloss(const Text& text, Span word) {
  if (word.empty() || word.end == text.end()) return word;
  const char32_t open = text.at(word.end);
  const char32_t close = closing_bracket(open);
  if (close == 0) return word;
  const TextPos last = word.end + std::min(kLongestGloss, text.end() - word.end);
  int depth = 0;
  for (TextPos at = word.end; at < last; at = at + 1) {
    const char32_t c = text.at(at);
    if (c == '\n') break;
    if (c == open) ++depth;
    if (c == close && --depth == 0) return text.snap_to_graphemes({word.start, at + 1});
  }
  return word;
}

/// The first letters of a word as a span.
Span beginning(const Text& text, const WordRun& run, std::size_t letters) {
  return text.snap_to_graphemes({run.span.start, run.end_of(letters)});
}

/// Whether a number stands before a word, parted by one blank: 300억 원이.
bool stands_behind_number(const Text& text, Span word) {
  if (word.start < TextPos(2) || !is_blank(text.at(word.start - 1)) || text.at(word.start - 1) == '\n') return false;
  const Span before = word_at(text, word.start - 2);
  return before.end == word.start - 1 && is_number(read_word(text, before).letters);
}

/// How many letters of a word at its place are the word without its particle.
std::size_t cut_of(const Text& text, const WordRun& run, const WordEvidence& evidence,
                   const WordOptions& options = {}) {
  return particle_cut(run.letters, evidence, stands_behind_number(text, run.span), options.particle_inside);
}

void add_step(std::vector<Span>& steps, Span step) {
  if (!step.empty() && std::find(steps.begin(), steps.end(), step) == steps.end()) steps.push_back(step);
}

}  // namespace

Span word_without_particle(const Text& text, TextPos pos, const WordEvidence& evidence, const WordOptions& options) {
  const Span word = word_at(text, pos);
  if (word.empty()) return word;
  const WordRun run = read_word(text, word);
  return beginning(text, run, cut_of(text, run, evidence, options));
}

Span SpansWithParticles::with_particle(Span span) {
  if (!options_.particle_inside || span.empty()) return span;
  const TextPos last = span.end - 1;
  if (!word_.contains(last)) word_ = word_at(text_, last);
  return word_.contains(last) ? Span(span.start, std::max(span.end, word_.end)) : span;
}

Span word_without_plural(const Text& text, TextPos pos, const WordEvidence& evidence) {
  const Span word = word_at(text, pos);
  if (word.empty()) return word;
  const WordRun run = read_word(text, word);
  const std::size_t cut = cut_of(text, run, evidence);
  return beginning(text, run, plural_cut(std::u32string_view(run.letters).substr(0, cut)));
}

Span eojeol_around(const Text& text, TextPos pos) {
  if (pos < text.end() && !is_blank(text.at(pos))) return between_blanks(text, {pos, pos + 1});
  if (pos > TextPos(0) && !is_blank(text.at(pos - 1))) return between_blanks(text, {pos - 1, pos});
  return {pos, pos};
}

Span word_with_gloss(const Text& text, TextPos pos, const WordEvidence& evidence) {
  const Span word = word_at(text, pos);
  const Span gloss = with_gloss(text, word);
  return gloss != word ? gloss : word_without_particle(text, pos, evidence);
}

std::vector<Span> selection_steps(const Text& text, TextPos pos, const WordEvidence& evidence,
                                  const WordOptions& options) {
  std::vector<Span> steps;
  const Span word = word_at(text, pos);
  if (!word.empty()) {
    const WordRun run = read_word(text, word);
    const std::size_t cut = cut_of(text, run, evidence, options);
    if (options.particle_inside) add_step(steps, word);
    add_step(steps, beginning(text, run, cut));
    add_step(steps, beginning(text, run, plural_cut(std::u32string_view(run.letters).substr(0, cut))));
  }
  add_step(steps, eojeol_around(text, pos));
  if (const Span gloss = with_gloss(text, word); gloss != word) add_step(steps, gloss);
  return steps;
}

Span snap(const Text& text, Span dragged, const WordEvidence& evidence, const WordOptions& options) {
  Span span = dragged;
  while (span.start < span.end && is_blank(text.at(span.start))) span.start = span.start + 1;
  while (span.end > span.start && is_blank(text.at(span.end - 1))) span.end = span.end - 1;
  if (span.empty()) return {dragged.start, dragged.start};
  const TextPos last = span.end - 1;
  span = text.snap_to_graphemes(span);
  const Span first_word = word_at(text, span.start);
  if (first_word.contains(span.start)) span.start = first_word.start;
  const Span last_word = word_at(text, last);
  if (last_word.contains(last)) {
    span.end = options.particle_inside ? last_word.end : word_without_particle(text, last, evidence).end;
  }
  return span;
}

bool ends_in_particle(const Text& text, Span span, const WordEvidence& evidence) {
  if (span.empty()) return false;
  const Span word = word_at(text, span.end - 1);
  if (!word.contains(span.end - 1) || word.end != span.end) return false;
  return word_without_particle(text, span.end - 1, evidence).end < span.end;
}

}  // namespace mitjul
