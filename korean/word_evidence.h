#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/text.h"
#include "korean/particles.h"

namespace mitjul {

/// What the texts and annotations of a project tell about its words: which words occur bare and which particles they
/// occur with (so that 이승만 is known to be no 이승 with 만), which were annotated before, and which are never cut.
/// A value: copied, moved and handed to workers as one. Words are held as 64-bit hashes of their composed letters; two
/// words with the same hash count as one, which happens to one pair in 10^7 projects of a million words.
class WordEvidence {
 public:
  /// Counts the words of a text, or takes back what counting the same text added. 100 MB take some seconds: for a
  /// worker, whose result is moved or merged.
  void add(const Text& text);
  void remove(const Text& text);
  /// Adds what another one counted, and its lexicon. Which words are never cut stays as it is here.
  void merge(WordEvidence other);

  /// How often a word occurs without a particle.
  std::uint32_t bare(std::uint64_t word) const;
  /// How often it occurs without a particle or with one that is not weak.
  std::uint32_t count(std::uint64_t word) const;
  /// E(stem) of rule 7: how many independent proofs there are that the letters are a word: one if they occur bare, and
  /// one for every particle behind them, those related to `present` (와 beside 와의) left out; nullptr: none left out.
  std::uint32_t proofs(std::uint64_t stem, const Particle* present) const;
  /// E(whole): how many particles occur behind a word that ends in `end`, those left out that are one particle with it
  /// (서울에는 proves no 서울에).
  std::uint32_t proofs_of_whole(std::uint64_t whole, const Particle& end) const;

  /// The lexicon: surfaces that were annotated, as often as they were. The last word of several is known too.
  void learn(std::string_view surface) { count_surface(surface, 1); }
  void forget(std::string_view surface) { count_surface(surface, -1); }
  bool annotated(std::uint64_t word) const { return annotated_.contains(word); }
  /// The same texts, as if nothing had been annotated: for asking whether what was annotated is a word.
  WordEvidence without_lexicon() const;
  /// Words that are selected whole whatever the rules say.
  void never_cut(std::string_view word);
  void allow_cut(std::string_view word);
  bool is_never_cut(std::uint64_t word) const { return never_cut_.contains(word); }

  /// Bytes of memory that the counts take.
  std::size_t memory() const;

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::size_t kFirstSize = 1024;
  // A word, in a table with open addressing; key 0: free. Its particles are a chain of links.
  struct Word {
    std::uint64_t key = 0;
    std::uint32_t bare = 0;
    std::uint32_t first = kNone;
  };
  struct Link {
    std::uint32_t next = kNone;
    std::uint32_t count = 0;
    std::uint32_t particle = 0;
  };

  void count_words(std::string_view utf8, bool add);
  void count_bare(std::uint64_t key, std::uint32_t count, bool add);
  void count_particle(std::uint64_t key, std::uint32_t particle, std::uint32_t count, bool add);
  void count_surface(std::string_view surface, int by);
  const Word* find(std::uint64_t key) const;
  Word& find_or_make(std::uint64_t key);
  void grow() { resize(std::max(words_.size() * 2, kFirstSize)); }
  void reserve(std::size_t words);
  void resize(std::size_t size);
  /// Loads the place of a word into the cache.
  std::uint64_t touch(std::uint64_t key) const {
    return words_.empty() ? 0 : words_[(key >> 8U) & (words_.size() - 1)].key;
  }

  std::vector<Word> words_;  // size 0 or a power of two
  std::size_t used_ = 0;
  std::vector<Link> links_;
  std::unordered_map<std::uint64_t, std::uint32_t> annotated_;
  std::unordered_set<std::uint64_t> never_cut_;
};

}  // namespace mitjul
