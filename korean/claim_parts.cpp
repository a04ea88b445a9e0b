#include "korean/claim_parts.h"

#include <algorithm>
#include <cassert>

#include "korean/embedded_table.h"
#include "korean/sentence_parts.h"
#include "korean/word_letters.h"
#include "korean/word_set.h"

namespace mitjul {
namespace {

using Parts = std::vector<SentencePart>;

// A clause of one word says nothing that could be looked up.
constexpr std::size_t kShortestClause = 2;

struct ClauseEndings {
  WordSet ends;
  WordSet others;
  static const ClauseEndings& all() {
    static const ClauseEndings endings = [] {
      ClauseEndings read;
      for (const auto& row : korean_table_rows("clause_endings")) {
        (row.at(1) == "clause" ? read.ends : read.others).insert(composed_letters(row.at(0)));
      }
      return read;
    }();
    return endings;
  }
};

bool closes_clause(const SentencePart& part) {
  const ClauseEndings& endings = ClauseEndings::all();
  return part.is_word() && endings.ends.ends(part.letters, 1) && !endings.others.ends(part.letters);
}

/// 하고 있다, 먹고 싶다: the next word is part of the same predicate.
bool is_auxiliary(const SentencePart& part) {
  static constexpr std::u32string_view kAuxiliaries[] = {U"있",   U"없",   U"싶",   U"말",
                                                         U"계시", U"나서", U"나면", U"보니"};
  return part.is_word() && std::any_of(std::begin(kAuxiliaries), std::end(kAuxiliaries),
                                       [&](std::u32string_view verb) { return begins_with(part.letters, verb); });
}

bool is_subject(const SentencePart& part) {
  static constexpr std::u32string_view kParticles[] = {U"은", U"는", U"이", U"가", U"도", U"에는", U"에서는"};
  return part.kind != SentencePart::Kind::Mark &&
         std::find(std::begin(kParticles), std::end(kParticles), part.particle) != std::end(kParticles);
}

std::size_t words_between(const Parts& parts, std::size_t begin, std::size_t end) {
  return static_cast<std::size_t>(std::count_if(
      parts.begin() + static_cast<std::ptrdiff_t>(begin), parts.begin() + static_cast<std::ptrdiff_t>(end),
      [](const SentencePart& part) { return part.kind != SentencePart::Kind::Mark; }));
}

/// Where the clause that begins at `begin` ends: the next word that closes one, or the end.
std::size_t end_of_clause(const Parts& parts, std::size_t begin) {
  std::size_t end = begin;
  while (end < parts.size() && !closes_clause(parts[end])) ++end;
  return end;
}

}  // namespace

std::vector<Span> claim_parts(const Text& text, Span claim, const WordEvidence& evidence) {
  assert(text.holds(claim));
  const Parts parts = sentence_parts(text, claim, evidence);
  std::vector<Span> clauses;
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (!closes_clause(parts[i])) continue;
    const bool comma = parts[i + 1].is_mark(U',');
    const std::size_t next = i + (comma ? 2 : 1);
    if (next >= parts.size() || is_auxiliary(parts[next])) continue;
    const std::size_t end = end_of_clause(parts, next);
    const bool subject = std::any_of(parts.begin() + static_cast<std::ptrdiff_t>(next),
                                     parts.begin() + static_cast<std::ptrdiff_t>(end), is_subject);
    if (!comma && !subject) continue;
    if (words_between(parts, begin, i + 1) < kShortestClause ||
        words_between(parts, next, parts.size()) < kShortestClause) {
      continue;
    }
    clauses.emplace_back(parts[begin].span.start, parts[i].span.end);
    begin = next;
  }
  if (clauses.empty()) return clauses;
  clauses.front().start = claim.start;
  clauses.emplace_back(parts[begin].span.start, claim.end);
  return clauses;
}

}  // namespace mitjul
