#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// The last sound of a noun, as particles agree with it. Unknown: of Latin letters and Han, which agree with all.
enum class FinalSound { Vowel, Rieul, Consonant, Unknown };
/// Of a syllable by its final consonant (서울: ㄹ), of a figure by its Sino-Korean reading (3: 삼), `%`: 퍼센트.
/// Figures behind Latin are read in either language: unknown (GPT-4, R1). `letters` is not empty.
FinalSound final_sound(std::u32string_view letters);

/// A particle, or a form of the copula that stands behind nouns as particles do; see tables/particles.tsv.
struct Particle {
  enum class After : char { Consonant = 'C', Vowel = 'V', VowelOrRieul = 'R', OtherConsonant = 'E', Any = 'A' };
  enum class Strength : char { Strong = 's', Medium = 'm', Weak = 'w' };

  std::u32string form;
  After after = After::Any;
  Strength strength = Strength::Strong;
  /// Whether a verb stem can take the same syllables as an ending.
  bool ending = false;
  std::uint16_t index = 0;
};

bool agrees(Particle::After after, FinalSound sound);

constexpr std::size_t kMaxParticles = 320;

/// All particles, made from their table once.
class Particles {
 public:
  static const Particles& all();

  /// The particles that the letters end with and something before them agrees with, longest first. The stem has at
  /// least `shortest_stem` letters (1 or more).
  struct Tail {
    std::size_t stem;  ///< letters before the particle
    const Particle* particle;
  };
  /// At most this many: no particle has more syllables.
  static constexpr std::size_t kMaxTails = 6;
  struct Tails {
    std::array<Tail, kMaxTails> items;
    std::size_t count = 0;
    const Tail* begin() const { return items.data(); }
    const Tail* end() const { return items.data() + count; }
  };
  Tails tails_of(std::u32string_view letters, std::size_t shortest_stem) const;

  /// Whether the letters are a particle and nothing else.
  bool contains(std::u32string_view letters) const;
  /// Whether one of the two begins with the other (와, 와의): they do not prove a noun twice.
  bool related(std::size_t a, std::size_t b) const { return related_[a].test(b); }
  /// Whether `b` behind `a` is a particle of its own: 에 + 는, 이 + 라는.
  bool one_with(std::size_t a, std::size_t b) const { return one_with_[a].test(b); }

 private:
  Particles();
  /// The node behind a letter, read from the end of the word; 0 if there is none.
  std::uint16_t child(std::uint16_t node, char32_t letter) const;

  std::vector<Particle> particles_;
  std::vector<std::bitset<kMaxParticles>> related_;
  std::vector<std::bitset<kMaxParticles>> one_with_;
  // The forms as a tree of their letters from the last to the first. Node 0 is the root.
  struct Node {
    std::vector<std::pair<char32_t, std::uint16_t>> children;
    const Particle* particle = nullptr;
  };
  std::vector<Node> nodes_;
  // The children of the root, by their letter from U+AC00: most words end with none of them.
  std::vector<std::uint16_t> last_letters_;
};

}  // namespace mitjul
