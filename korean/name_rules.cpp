#include "korean/name_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "korean/particles.h"
#include "korean/word_lists.h"
#include "korean/word_tail.h"

namespace mitjul {
namespace {

using Letters = std::u32string_view;

/// How the forms of a particle begin, behind a consonant and behind a vowel. The longer ones stand first.
constexpr std::array<std::pair<Letters, Letters>, 7> kForms{
    {{U"이었", U"였"}, {U"으로", U"로"}, {U"은", U"는"}, {U"을", U"를"}, {U"과", U"와"}, {U"이", U"가"}, {U"이", U""}}};

/// Whether the particle stands behind the name as it is.
bool fits(Letters name, Letters particle) {
  const std::u32string word = std::u32string(name) + std::u32string(particle);
  const Particles::Tails tails = Particles::all().tails_of(word, name.size());
  return std::any_of(tails.begin(), tails.end(), [&](const Particles::Tail& tail) { return tail.stem == name.size(); });
}

/// The particle right behind the first `stem` letters of a word, behind which come others or nothing; empty: none.
Letters first_particle(Letters word, std::size_t stem) {
  for (const Particles::Tail& tail : Particles::all().tails_of(word, stem)) {
    if (tail.stem == stem) return word.substr(stem);
    const Letters found = first_particle(word.substr(0, tail.stem), stem);
    if (!found.empty()) return found;
  }
  return {};
}

/// Letters behind which nothing but particles may come, at the beginning of what stands behind a name; 0: none.
std::size_t title_length(Letters behind) {
  const WordLists& lists = WordLists::all();
  const std::size_t tail = std::max(lists.person_tails.beginning(behind), lists.general_tails.beginning(behind));
  if (tail > 0) return tail;
  // A suffix of one letter (제, 별, 식) makes other words as often.
  const std::size_t suffix = suffix_length(behind);
  return suffix > 1 ? suffix : 0;
}

/// What differs, and at least a letter.
FittedParticle without_common_end(Letters particle, std::u32string form) {
  std::size_t letters = particle.size();
  while (letters > 1 && form.size() > 1 && particle[letters - 1] == form.back()) {
    --letters;
    form.pop_back();
  }
  return {letters, std::move(form)};
}

std::u32string joined(Letters a, Letters b) { return std::u32string(a) + std::u32string(b); }

}  // namespace

bool first_letter_is_name(std::u32string_view word) {
  const WordLists& lists = WordLists::all();
  if (lists.nouns_like_particles.contains(word) || lists.function_words.contains(word) ||
      lists.person_tail_nouns.ends(word)) {
    return false;
  }
  if (is_particles(word, 1)) return true;
  const std::size_t title = title_length(word.substr(1));
  return title > 0 && (1 + title == word.size() || is_particles(word, 1 + title));
}

FittedParticle fitted_particle(std::u32string_view name, std::u32string_view behind, std::u32string_view other) {
  const std::u32string word = joined(name, behind);
  const Letters particle = first_particle(word, name.size());
  if (particle.empty()) return {};
  // 이라고 may stand behind a vowel, too, but hardly does: it would tell that the name ends with a consonant.
  constexpr Letters kCopula = U"이라";
  if (particle.starts_with(kCopula) && fits(other, particle.substr(1)))
    return without_common_end(particle, std::u32string(particle.substr(1)));
  if (fits(other, particle)) return {};
  const auto fitting = [&](Letters from, Letters to) -> std::u32string {
    if (!particle.starts_with(from)) return {};
    std::u32string form = joined(to, particle.substr(from.size()));
    return !form.empty() && fits(other, form) ? form : std::u32string();
  };
  for (const auto& [consonant, vowel] : kForms) {
    for (std::u32string form : {fitting(consonant, vowel), fitting(vowel, consonant)}) {
      if (!form.empty()) return without_common_end(particle, std::move(form));
    }
  }
  return {};
}

NameRules name_rules() { return {first_letter_is_name, fitted_particle}; }

}  // namespace mitjul
