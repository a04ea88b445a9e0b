#include "korean/occurrences.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "korean/word_letters.h"
#include "korean/word_lists.h"
#include "korean/word_rules.h"
#include "korean/word_tail.h"

namespace mitjul {
namespace {

using Letters = std::u32string_view;

// Behind more letters than these it does not matter what word follows.
constexpr std::size_t kLongestRest = 12;

bool is_letter(char32_t c) { return letter_kind(c) != LetterKind::Other; }
bool is_digit(char32_t c) { return letter_kind(c) == LetterKind::Digit; }
bool is_foreign(char32_t c) { return letter_kind(c) == LetterKind::Foreign || letter_kind(c) == LetterKind::Mark; }
bool is_foreign_or_digit(char32_t c) { return is_foreign(c) || is_digit(c); }
bool is_capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
char32_t folded(char32_t c) { return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)); }

/// R&D, GPT-4, 3.5: a mark that joins Latin letters and figures to one word.
bool joins(char32_t before, char32_t mark, char32_t behind) {
  switch (mark) {
    case U'-':
    case U'&':
    case U'.': return is_foreign_or_digit(before) && is_foreign_or_digit(behind);
    case U',':
    case U'·': return is_digit(before) && is_digit(behind);
    default: return false;
  }
}

/// What can stand at the end of a word of Latin letters or figures and changes what it is: BRICS+, 30%.
bool goes_on(char32_t last, char32_t next) {
  return (next == U'+' && is_foreign(last)) || ((next == U'%' || next == U'％') && is_digit(last));
}

}  // namespace

WordsInText::WordsInText(SurfaceText text, const ProjectWords& words) : words_(words), text_(std::move(text)) {
  const Letters letters = text_.letters;
  // The longest surface of the lexicon at every beginning of a word, from left to right.
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t longest = 0;
    if (begins_at(i)) {
      words.lexicon().index().for_each_beginning(letters.substr(i), [&](std::size_t length, std::uint32_t) {
        if (trust_behind(i, i + length) == Trust::Certain) longest = length;
      });
    }
    if (longest > 0) known_.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + longest)});
    i += std::max<std::size_t>(longest, 1);
  }
}

bool WordsInText::begins_at(std::size_t letter) const {
  const Letters letters = text_.letters;
  const char32_t c = letters[letter];
  if (letter == 0) return true;
  const char32_t before = letters[letter - 1];
  if (!is_letter(before)) return letter < 2 || !joins(letters[letter - 2], before, c);
  if (!is_letter(c)) return true;
  if (is_foreign(c)) return is_syllable(before);
  if (!is_syllable(c)) return false;
  // Behind Latin, also with figures: R1아론; but 3월.
  std::size_t at = letter;
  while (at > 0 && is_digit(letters[at - 1])) --at;
  if (at > 0 && at < letter && letters[at - 1] == U'-') --at;
  return at > 0 && is_foreign(letters[at - 1]);
}

/// What stands behind tells, for letters with which a word begins.
Trust WordsInText::trust_behind(std::size_t begin, std::size_t end) const {
  const Letters letters = text_.letters;
  if (!is_letter(letters[end - 1]) || end == letters.size()) return Trust::Certain;
  if (!is_letter(letters[end])) {
    const bool joined = end + 1 < letters.size() && joins(letters[end - 1], letters[end], letters[end + 1]);
    return joined || goes_on(letters[end - 1], letters[end]) ? Trust::Uncertain : Trust::Certain;
  }
  // The word that the last letters are in.
  std::size_t first = end;
  while (first > begin && letters[first - 1] != U' ' && letters[first - 1] != SurfaceText::kLineEnd) --first;
  std::size_t last = end;
  while (last < letters.size() && is_letter(letters[last]) && last - end <= kLongestRest) ++last;
  const Letters word = letters.substr(first, last - first);
  const std::size_t stem = end - first;
  // A letter alone is a word only where it surely is one.
  const bool single = end - begin == 1;
  switch (tail_behind(word, stem)) {
    case WordTail::Nothing: return Trust::Certain;
    case WordTail::Seam:
    case WordTail::Suffix: return single ? Trust::Uncertain : Trust::Certain;
    case WordTail::Other: return Trust::Uncertain;
    case WordTail::Particle: break;
  }
  if (single && cut(word) == word.size()) return Trust::Uncertain;
  return is_longer_word(word, stem) ? Trust::Uncertain : Trust::Certain;
}

/// Whether what looks like the first `stem` letters with particles behind them is rather another word: 중국인, 이승만,
/// 만족도.
bool WordsInText::is_longer_word(std::u32string_view word, std::size_t stem) const {
  // 중국인, 중국인이: mostly nationals. The copula is lost with them.
  if (word[stem] == U'인' && (word.size() == stem + 1 || is_particles(word, stem + 1))) return true;
  const WordEvidence& evidence = words_.evidence();
  const std::uint64_t whole = hash_of(word);
  if (WordLists::all().nouns_like_particles.contains(word)) return true;
  if (evidence.is_never_cut(whole)) return true;
  if (evidence.annotated(whole) && !words_.options.particle_inside) return true;
  const std::size_t cut = this->cut(word);
  if (cut <= stem) return false;
  if (cut < word.size()) {
    // 이승만은 is 이승만 and no 이승; but 에서만 in 중국에서만은 are two particles.
    const Letters longer = word.substr(0, cut);
    return !is_particles(longer, stem) || evidence.proofs(hash_of(longer), nullptr) >= 2 || this->cut(longer) > stem;
  }
  for (const Particles::Tail& tail : Particles::all().tails_of(word, stem)) {
    if (tail.stem == stem && evidence.proofs_of_whole(whole, *tail.particle) > 0) return true;
  }
  return false;
}

std::size_t WordsInText::cut(std::u32string_view word) const {
  return particle_cut(word, words_.evidence(), false, words_.options.particle_inside);
}

/// How far an annotation of letters reaches that end there: with particles inside, over the rest of the word.
std::size_t WordsInText::annotated_end(std::size_t end) const {
  const Letters letters = text_.letters;
  if (!words_.options.particle_inside) return end;
  const std::size_t last = std::min(letters.size(), end + kLongestRest);
  while (end < last && is_letter(letters[end])) ++end;
  return end;
}

bool WordsInText::is_in_longer(std::size_t begin, std::size_t end) const {
  const auto at =
      std::partition_point(known_.begin(), known_.end(), [&](Span known) { return known.end.value() <= begin; });
  return at != known_.end() && at->start.value() <= begin && end <= at->end.value() &&
         at->length() > annotated_end(end) - begin;
}

Trust WordsInText::trust(std::size_t begin, std::size_t end) const {
  if (begins_at(begin)) {
    const auto behind = trust_behind(begin, end);
    return behind == Trust::Certain && is_in_longer(begin, end) ? Trust::Uncertain : behind;
  }
  return Trust::Uncertain;
}

namespace {

/// Whether letters may be part of a longer word: not a stretch of a Latin word (AI in AIDS) or of a number.
bool can_be_part(Letters letters, std::size_t begin, std::size_t end) {
  if (end - begin < 2) return false;
  const auto parts = [&](std::size_t at) {
    if (at == 0 || at == letters.size()) return true;
    const char32_t before = letters[at - 1];
    const char32_t behind = letters[at];
    if (is_digit(before) && is_digit(behind)) return false;
    // AnthropicDeepSeek has a seam; names of two letters have too many.
    if (is_foreign(before) && is_foreign(behind)) return end - begin > 2 && is_small(before) && is_capital(behind);
    return true;
  };
  return parts(begin) && parts(end);
}

std::u32string folded(Letters letters) {
  std::u32string made(letters);
  std::transform(made.begin(), made.end(), made.begin(), [](char32_t c) { return folded(c); });
  return made;
}

/// Where letters begin that are the same but for case; a blank is also the end of a line.
std::vector<std::size_t> places_of(Letters wanted, Letters letters) {
  const std::u32string wanted_folded = folded(wanted);
  const auto same = [](char32_t letter, char32_t there) {
    return folded(there) == letter || (there == SurfaceText::kLineEnd && letter == U' ');
  };
  std::vector<std::size_t> places;
  for (auto at = letters.begin();; ++at) {
    at = std::search(at, letters.end(), wanted_folded.begin(), wanted_folded.end(),
                     [&](char32_t there, char32_t letter) { return same(letter, there); });
    if (at == letters.end()) return places;
    places.push_back(static_cast<std::size_t>(at - letters.begin()));
  }
}

/// What is looked for: the words, where a project annotates particles too without that of the last one.
std::u32string wanted_letters(std::string_view surface, const ProjectWords& words) {
  if (!words.options.particle_inside) return surface_letters(surface);
  const Text text{std::string(surface)};
  const Span word = word_without_particle(text, text.end(), words.evidence(), words.options);
  return surface_letters(word.empty() ? surface : text.slice({TextPos(0), word.end}));
}

}  // namespace

std::vector<Occurrence> occurrences(const Text& text, std::string_view surface, const ProjectWords& words) {
  const std::u32string wanted = wanted_letters(surface, words);
  if (wanted.empty()) return {};
  SurfaceText letters_of_text = surface_text(text);
  const std::vector<std::size_t> places = places_of(wanted, letters_of_text.letters);
  if (places.empty()) return {};
  const WordsInText in_text(std::move(letters_of_text), words);
  const Letters letters = in_text.text().letters;
  SpansWithParticles spans(text, words.options);
  std::vector<Occurrence> found;
  for (const std::size_t begin : places) {
    const std::size_t end = begin + wanted.size();
    const bool exact = letters.substr(begin, wanted.size()) == wanted;
    const Trust trust = in_text.trust(begin, end);
    if (trust == Trust::Uncertain && !can_be_part(letters, begin, end)) continue;
    if (!exact && (trust == Trust::Uncertain || wanted.size() == 1)) continue;
    const Span span = in_text.text().span(begin, end);
    if (text.snap_to_graphemes(span) != span) continue;
    const Occurrence hit{spans.with_particle(span), exact ? trust : Trust::Uncertain};
    if (found.empty() || !found.back().span.overlaps(span)) {
      found.push_back(hit);
    } else if (found.back().trust == Trust::Uncertain && hit.trust == Trust::Certain) {
      found.back() = hit;
    }
  }
  return found;
}

std::vector<Occurrence> not_annotated(std::vector<Occurrence> occurrences, const std::vector<LabelledSpan>& annotations,
                                      std::string_view label) {
  // How far the annotations up to here reach.
  std::vector<TextPos> reach;
  for (const LabelledSpan& annotation : annotations) {
    reach.push_back(reach.empty() ? annotation.span.end : std::max(reach.back(), annotation.span.end));
  }
  std::vector<Occurrence> left;
  for (Occurrence occurrence : occurrences) {
    const auto behind = std::partition_point(
        annotations.begin(), annotations.end(),
        [&](const LabelledSpan& annotation) { return annotation.span.start < occurrence.span.end; });
    bool taken = false;
    for (auto i = static_cast<std::size_t>(behind - annotations.begin());
         i > 0 && reach[i - 1] > occurrence.span.start && !taken; --i) {
      const LabelledSpan& other = annotations[i - 1];
      if (!other.span.overlaps(occurrence.span)) continue;
      if (other.label == label) {
        taken = true;
      } else if (other.span.length() <= kLongestName || other.span.crosses(occurrence.span)) {
        occurrence.trust = Trust::Uncertain;
      }
    }
    if (!taken) left.push_back(occurrence);
  }
  return left;
}

}  // namespace mitjul
