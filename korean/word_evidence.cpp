#include "korean/word_evidence.h"

#include <array>

#include "korean/word_letters.h"
#include "korean/word_run.h"

namespace mitjul {
namespace {

// Longer runs are addresses and the like: counted as they are, without particles.
constexpr std::size_t kLongestWord = 24;
// Counts that wait until their places in the table are looked up together: the memory answers many at once.
constexpr std::size_t kBatch = 64;
constexpr std::uint32_t kBare = 0xFFFFFFFF;

/// Whether a table of a size is not too full with as many words.
bool has_room(std::size_t words, std::size_t size) { return words * 4 <= size * 3; }

}  // namespace

void WordEvidence::add(const Text& text) { count_words(text.utf8(), true); }
void WordEvidence::remove(const Text& text) { count_words(text.utf8(), false); }

void WordEvidence::count_words(std::string_view utf8, bool add) {
  const Particles& particles = Particles::all();
  std::array<std::uint64_t, kLongestWord + 1> beginnings{};      // the hash of the first n letters
  std::vector<std::pair<std::uint64_t, std::uint32_t>> waiting;  // the word, and the particle or kBare
  const auto count_waiting = [&] {
    std::uint64_t touched = 0;
    for (const auto& [key, particle] : waiting) touched |= touch(key);
    if (touched == 1) waiting.reserve(kBatch);  // a use of the loads, lest they are left out
    for (const auto& [key, particle] : waiting) {
      if (particle == kBare) {
        count_bare(key, 1, add);
      } else {
        count_particle(key, particle, 1, add);
      }
    }
    waiting.clear();
  };
  for_each_word(utf8, [&](std::u32string_view letters) {
    if (waiting.size() >= kBatch) count_waiting();
    if (letters.size() > kLongestWord) {
      waiting.emplace_back(hash_of(letters), kBare);
      return;
    }
    LetterHash hash;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      hash.add(letters[i]);
      beginnings[i + 1] = hash.value();
    }
    waiting.emplace_back(beginnings[letters.size()], kBare);
    for (const Particles::Tail& tail : particles.tails_of(letters, 1)) {
      if (tail.particle->strength == Particle::Strength::Weak) continue;
      waiting.emplace_back(beginnings[tail.stem], tail.particle->index);
    }
  });
  count_waiting();
}

void WordEvidence::count_bare(std::uint64_t key, std::uint32_t count, bool add) {
  Word& word = find_or_make(key);
  if (add) {
    word.bare += count;
  } else {
    word.bare -= std::min(word.bare, count);
  }
}

void WordEvidence::count_particle(std::uint64_t key, std::uint32_t particle, std::uint32_t count, bool add) {
  Word& word = find_or_make(key);
  for (std::uint32_t at = word.first; at != kNone; at = links_[at].next) {
    Link& link = links_[at];
    if (link.particle != particle) continue;
    if (add) {
      link.count += count;
    } else {
      link.count -= std::min(link.count, count);
    }
    return;
  }
  if (!add) return;
  links_.push_back({word.first, count, particle});
  word.first = static_cast<std::uint32_t>(links_.size() - 1);
}

void WordEvidence::merge(WordEvidence other) {
  if (words_.empty() && annotated_.empty()) {
    other.never_cut_ = std::move(never_cut_);
    *this = std::move(other);
    return;
  }
  // The words of the other one come in the order of their places in its table: into a smaller table they would all
  // come to the same places, and each would have to be carried past all those before it.
  reserve(used_ + other.used_);
  for (const Word& word : other.words_) {
    if (word.key == 0) continue;
    if (word.bare > 0) count_bare(word.key, word.bare, true);
    for (std::uint32_t at = word.first; at != kNone; at = other.links_[at].next) {
      if (other.links_[at].count > 0) count_particle(word.key, other.links_[at].particle, other.links_[at].count, true);
    }
  }
  for (const auto& [surface, count] : other.annotated_) annotated_[surface] += count;
}

WordEvidence WordEvidence::without_lexicon() const {
  WordEvidence texts = *this;
  texts.annotated_.clear();
  return texts;
}

std::uint32_t WordEvidence::bare(std::uint64_t key) const {
  const Word* const word = find(key);
  return word == nullptr ? 0 : word->bare;
}

std::uint32_t WordEvidence::count(std::uint64_t key) const {
  const Word* const word = find(key);
  if (word == nullptr) return 0;
  std::uint32_t count = word->bare;
  for (std::uint32_t at = word->first; at != kNone; at = links_[at].next) count += links_[at].count;
  return count;
}

std::uint32_t WordEvidence::proofs(std::uint64_t stem, const Particle* present) const {
  const Word* const word = find(stem);
  if (word == nullptr) return 0;
  std::uint32_t count = word->bare > 0 ? 1 : 0;
  for (std::uint32_t at = word->first; at != kNone; at = links_[at].next) {
    const Link& link = links_[at];
    if (link.count == 0) continue;
    if (present == nullptr || !Particles::all().related(present->index, link.particle)) ++count;
  }
  return count;
}

std::uint32_t WordEvidence::proofs_of_whole(std::uint64_t whole, const Particle& end) const {
  const Word* const word = find(whole);
  if (word == nullptr) return 0;
  std::uint32_t count = 0;
  for (std::uint32_t at = word->first; at != kNone; at = links_[at].next) {
    if (links_[at].count > 0 && !Particles::all().one_with(end.index, links_[at].particle)) ++count;
  }
  return count;
}

void WordEvidence::count_surface(std::string_view surface, int by) {
  const std::u32string letters = composed_letters(surface);
  const auto count = [&](std::uint64_t key) {
    if (by > 0) {
      ++annotated_[key];
    } else if (const auto found = annotated_.find(key); found != annotated_.end() && --found->second == 0) {
      annotated_.erase(found);
    }
  };
  if (letters.empty()) return;
  count(hash_of(letters));
  std::u32string last;
  for_each_word(surface, [&](std::u32string_view word) { last = word; });
  if (!last.empty() && last.size() < letters.size() && letters.ends_with(last)) count(hash_of(last));
}

void WordEvidence::never_cut(std::string_view word) { never_cut_.insert(hash_of(composed_letters(word))); }
void WordEvidence::allow_cut(std::string_view word) { never_cut_.erase(hash_of(composed_letters(word))); }

std::size_t WordEvidence::memory() const { return words_.capacity() * sizeof(Word) + links_.capacity() * sizeof(Link); }

const WordEvidence::Word* WordEvidence::find(std::uint64_t key) const {
  if (words_.empty()) return nullptr;
  for (std::size_t at = key >> 8U;; ++at) {
    const Word& word = words_[at & (words_.size() - 1)];
    if (word.key == key) return &word;
    if (word.key == 0) return nullptr;
  }
}

WordEvidence::Word& WordEvidence::find_or_make(std::uint64_t key) {
  if (!has_room(used_ + 1, words_.size())) grow();
  for (std::size_t at = key >> 8U;; ++at) {
    Word& word = words_[at & (words_.size() - 1)];
    if (word.key == key) return word;
    if (word.key == 0) {
      word.key = key;
      ++used_;
      return word;
    }
  }
}

void WordEvidence::reserve(std::size_t words) {
  std::size_t size = std::max(words_.size(), kFirstSize);
  while (!has_room(words, size)) size *= 2;
  if (size > words_.size()) resize(size);
}

void WordEvidence::resize(std::size_t size) {
  std::vector<Word> old(size);
  old.swap(words_);
  for (const Word& word : old) {
    if (word.key == 0) continue;
    std::size_t at = (word.key >> 8U) & (words_.size() - 1);
    while (words_[at].key != 0) at = (at + 1) & (words_.size() - 1);
    words_[at] = word;
  }
}

}  // namespace mitjul
