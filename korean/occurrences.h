#pragma once

#include <string_view>
#include <vector>

#include "core/text.h"
#include "korean/project_words.h"

namespace mitjul {

/// How surely letters are a word of their own.
enum class Trust {
  Certain,
  Uncertain  ///< the same letters, but perhaps not the same word: a part of a longer one, or in other case
};

/// A place where given words stand again.
struct Occurrence {
  Span span;
  Trust trust = Trust::Certain;

  auto operator<=>(const Occurrence&) const = default;
};

/// All places of a text where the words of `surface` stand, in order, never overlapping: with a particle or suffix
/// behind them or not. Nothing for a blank surface. Linear in the text.
///
/// Certain is a word that begins where a word begins (also behind a bracket, a middle dot, or where the script changes)
/// and that ends at a word's end, at the end of a script, or before an agreeing particle or a suffix (중국판, 미국 측).
/// Uncertain are, for two letters and more, parts of other words; nationals (중국인); what evidence, lexicon and word
/// lists know as the beginning or a part of something longer (이승 in 이승만, 삼성 in 삼성전자); and other case.
///
/// A blank in the surface stands for any run of blanks; over the end of a line (which may be wrapped, but also a
/// heading) the hit is uncertain, over an empty line there is none. NFC and NFD are the same. Spans lie on grapheme
/// boundaries.
///
/// Where the project annotates words with their particles, the particle of the last word of `surface` is not looked for
/// (화웨이가 finds 화웨이는), and spans reach to the end of their words.
std::vector<Occurrence> occurrences(const Text& text, std::string_view surface, const ProjectWords& words);

/// What is left of occurrences for an annotator who wants to put `label` on them: without those that share letters with
/// an annotation of that label. Uncertain become those that are annotated with another label, or that lie in or across
/// an annotation of another label as short as names are. `annotations` in reading order (`labelled_spans`).
std::vector<Occurrence> not_annotated(std::vector<Occurrence> occurrences, const std::vector<LabelledSpan>& annotations,
                                      std::string_view label);

/// Annotations longer than this many code points are no names that a shorter one would be part of.
inline constexpr std::uint32_t kLongestName = 24;

/// The letters of a text in which words are looked for, and the longer ones that are known there. Made once for a text.
class WordsInText {
 public:
  WordsInText(SurfaceText text, const ProjectWords& words);

  const SurfaceText& text() const { return text_; }
  /// Whether a word begins before a letter.
  bool begins_at(std::size_t letter) const;
  /// Of the letters from `begin` to `end`, one or more.
  Trust trust(std::size_t begin, std::size_t end) const;

 private:
  Trust trust_behind(std::size_t begin, std::size_t end) const;
  bool is_longer_word(std::u32string_view word, std::size_t stem) const;
  std::size_t cut(std::u32string_view word) const;
  std::size_t annotated_end(std::size_t end) const;
  bool is_in_longer(std::size_t begin, std::size_t end) const;

  const ProjectWords& words_;
  SurfaceText text_;
  std::vector<Span> known_;  // surfaces of the lexicon, in letters, in order, apart
};

}  // namespace mitjul
