#pragma once

#include <optional>
#include <vector>

#include "korean/sentence_parts.h"
#include "korean/source_lists.h"

namespace mitjul {

/// A noun phrase as the name of a source: 구글 전 CEO 에릭 슈미트는 is 에릭 슈미트.
struct SourceName {
  /// The shortest name, without particle, title and gloss.
  Span span;
  SourceKind kind = SourceKind::Unknown;
  /// Other readings, best first: with what stands before it, its gloss, who made the document.
  std::vector<Span> others;
  /// Set where it stands for one named before, or for the author.
  std::optional<SourceLists::Antecedent> pronoun;
  /// Whether the pronoun can be the source itself: 회사는, and not 그는.
  bool pronoun_names = false;
  /// The parts of the phrase, from the first to the last.
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The source that the noun phrase whose last part is `head` names; nothing where it can be none (a figure, a verb).
/// `head` may be a word or a title, with its particle or without.
std::optional<SourceName> source_name(const Text& text, const std::vector<SentencePart>& parts, std::size_t head);

/// Whether a word can only stand before the noun it describes: 개발한, 새로운, 전설적인.
bool describes(std::u32string_view letters);

}  // namespace mitjul
