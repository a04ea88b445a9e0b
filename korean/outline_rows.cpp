#include "korean/outline_rows.h"

#include "korean/glued_cells.h"
#include "korean/word_evidence.h"
#include "korean/word_letters.h"

namespace mitjul {

std::vector<Span> glued_lines(const Text& text, const Text& prose) {
  WordEvidence everywhere;
  everywhere.add(text);
  WordEvidence in_prose;
  in_prose.add(prose);
  const auto count = [](const WordEvidence& evidence, std::uint64_t word) {
    return evidence.bare(word) + evidence.proofs(word, nullptr);
  };
  const Attested attested = [&](std::string_view word) {
    const std::uint64_t hash = hash_of(composed_letters(word));
    return count(in_prose, hash) >= 1 || count(everywhere, hash) >= 2;
  };
  std::vector<Span> lines;
  for (const GluedRow& row : glued_rows(text, attested)) lines.push_back(row.line);
  return lines;
}

}  // namespace mitjul
