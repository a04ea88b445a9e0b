#include "korean/particles.h"

#include <algorithm>
#include <stdexcept>

#include "korean/embedded_table.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kRieul = 8;
constexpr std::uint32_t kSyllables = 0xD7A3 - 0xAC00 + 1;

FinalSound sound_of_figure(char32_t figure) {
  // 영 일 이 삼 사 오 육 칠 팔 구
  constexpr std::string_view kSounds = "CLVCVVCLLV";
  const std::size_t value = figure >= 0xFF10 ? figure - 0xFF10 : figure - '0';
  switch (kSounds[value]) {
    case 'V': return FinalSound::Vowel;
    case 'L': return FinalSound::Rieul;
    default: return FinalSound::Consonant;
  }
}

/// Whether the figures at the end stand behind a Latin letter, a hyphen between them or not: V3, GPT-4.
bool figures_follow_latin(std::u32string_view letters) {
  while (!letters.empty() && (letter_kind(letters.back()) == LetterKind::Digit || letters.back() == '.' ||
                              letters.back() == ',' || letters.back() == '-')) {
    letters.remove_suffix(1);
  }
  return !letters.empty() && letter_kind(letters.back()) == LetterKind::Foreign;
}

}  // namespace

FinalSound final_sound(std::u32string_view letters) {
  const char32_t last = letters.back();
  if (is_syllable(last)) {
    const std::uint32_t consonant = final_consonant(last);
    if (consonant == 0) return FinalSound::Vowel;
    return consonant == kRieul ? FinalSound::Rieul : FinalSound::Consonant;
  }
  if (last == '%' || last == U'％') return FinalSound::Vowel;
  if (letter_kind(last) == LetterKind::Digit && !figures_follow_latin(letters)) return sound_of_figure(last);
  return FinalSound::Unknown;
}

bool agrees(Particle::After after, FinalSound sound) {
  if (sound == FinalSound::Unknown) return true;
  switch (after) {
    case Particle::After::Any: return true;
    case Particle::After::Consonant: return sound != FinalSound::Vowel;
    case Particle::After::Vowel: return sound == FinalSound::Vowel;
    case Particle::After::VowelOrRieul: return sound != FinalSound::Consonant;
    case Particle::After::OtherConsonant: return sound == FinalSound::Consonant;
  }
  return true;
}

const Particles& Particles::all() {
  static const Particles particles;
  return particles;
}

Particles::Particles() : nodes_(1), last_letters_(kSyllables, 0) {
  for (const std::vector<std::string>& row : korean_table_rows("particles")) {
    Particle particle;
    particle.form = composed_letters(row.at(0));
    particle.after = static_cast<Particle::After>(row.at(1).at(0));
    particle.strength = static_cast<Particle::Strength>(row.at(2).at(0));
    particle.ending = row.at(3) == "yes";
    particle.index = static_cast<std::uint16_t>(particles_.size());
    if (particle.form.size() > kMaxTails) throw std::length_error("a particle of more syllables than expected");
    particles_.push_back(std::move(particle));
  }
  if (particles_.size() > kMaxParticles) throw std::length_error("more particles than expected");
  for (const Particle& particle : particles_) {
    std::uint16_t node = 0;
    for (auto letter = particle.form.rbegin(); letter != particle.form.rend(); ++letter) {
      std::uint16_t next = child(node, *letter);
      if (next == 0) {
        next = static_cast<std::uint16_t>(nodes_.size());
        nodes_.emplace_back();
        nodes_[node].children.emplace_back(*letter, next);
        if (node == 0) last_letters_[*letter - 0xAC00] = next;
      }
      node = next;
    }
    nodes_[node].particle = &particle;
  }
  related_.resize(particles_.size());
  one_with_.resize(particles_.size());
  for (const Particle& a : particles_) {
    for (const Particle& b : particles_) {
      if (a.form.starts_with(b.form) || b.form.starts_with(a.form)) related_[a.index].set(b.index);
      if (contains(a.form + b.form)) one_with_[a.index].set(b.index);
    }
  }
}

std::uint16_t Particles::child(std::uint16_t node, char32_t letter) const {
  if (node == 0) return is_syllable(letter) ? last_letters_[letter - 0xAC00] : std::uint16_t{0};
  for (const auto& [of, next] : nodes_[node].children) {
    if (of == letter) return next;
  }
  return 0;
}

Particles::Tails Particles::tails_of(std::u32string_view letters, std::size_t shortest_stem) const {
  Tails tails;
  std::uint16_t node = 0;
  for (std::size_t stem = letters.size(); stem > shortest_stem;) {
    node = child(node, letters[--stem]);
    if (node == 0) break;
    const Particle* const particle = nodes_[node].particle;
    if (particle != nullptr && agrees(particle->after, final_sound(letters.substr(0, stem)))) {
      tails.items[tails.count++] = {stem, particle};
    }
  }
  std::reverse(tails.items.begin(), tails.items.begin() + static_cast<std::ptrdiff_t>(tails.count));
  return tails;
}

bool Particles::contains(std::u32string_view letters) const {
  std::uint16_t node = 0;
  for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
    node = child(node, *letter);
    if (node == 0) return false;
  }
  return nodes_[node].particle != nullptr;
}

}  // namespace mitjul
