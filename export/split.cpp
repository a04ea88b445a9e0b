#include "export/split.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "core/fingerprint.h"
#include "core/letters.h"

namespace mitjul {
namespace {

constexpr std::size_t kPiece = 5;          // code points in a piece of text
constexpr std::size_t kRows = 4;           // hashes that must agree for two texts to be compared
constexpr std::size_t kMostCompared = 64;  // texts that are kept for one such agreement
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Spreads the bits of a number over all of them (the finaliser of SplitMix64, G. Steele and others 2014).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
  return bits ^ (bits >> 31U);
}

std::uint64_t hash_of_piece(std::u32string_view piece) {
  std::uint64_t hash = 0;
  for (const char32_t c : piece) hash = mixed(hash * 31 + c + 1);
  return hash;
}

/// Groups that grow together; each is known by its lowest member.
class Groups {
 public:
  explicit Groups(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), std::size_t{0}); }

  std::size_t of(std::size_t member) {
    while (parents_[member] != member) member = parents_[member] = parents_[parents_[member]];
    return member;
  }

  void unite(std::size_t a, std::size_t b) {
    const std::size_t first = of(a);
    const std::size_t second = of(b);
    parents_[std::max(first, second)] = std::min(first, second);
  }

 private:
  std::vector<std::size_t> parents_;
};

/// Documents that go into one part together.
struct DealtGroup {
  DocumentKey key;         ///< the lowest of its documents
  std::uint64_t rank = 0;  ///< by which groups of one size are dealt
  std::vector<std::size_t> members{};
};

std::vector<DealtGroup> groups_to_deal(const std::vector<DocumentKey>& documents,
                                       const std::vector<std::size_t>& groups, std::uint64_t seed) {
  std::map<std::size_t, DealtGroup> found;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    DealtGroup& group = found[groups[i]];
    if (group.members.empty() || documents[i] < group.key) group.key = documents[i];
    group.members.push_back(i);
  }
  std::vector<DealtGroup> dealt;
  for (auto& [number, group] : found) {
    group.rank = Fingerprint().add(seed).add(group.key.view()).value();
    dealt.push_back(std::move(group));
  }
  std::sort(dealt.begin(), dealt.end(), [](const DealtGroup& a, const DealtGroup& b) {
    if (a.members.size() != b.members.size()) return a.members.size() > b.members.size();
    return std::tie(a.rank, a.key) < std::tie(b.rank, b.key);
  });
  return dealt;
}

}  // namespace

std::string_view to_string(SplitPart part) {
  switch (part) {
    case SplitPart::Train: return "train";
    case SplitPart::Dev: return "dev";
    case SplitPart::Test: return "test";
  }
  return {};
}

int share_of(const SplitOptions& split, SplitPart part) {
  switch (part) {
    case SplitPart::Train: return split.train;
    case SplitPart::Dev: return split.dev;
    case SplitPart::Test: return split.test;
  }
  return 0;
}

std::vector<SplitPart> parts_of(const SplitOptions& split) {
  std::vector<SplitPart> parts;
  for (const SplitPart part : {SplitPart::Train, SplitPart::Dev, SplitPart::Test}) {
    if (share_of(split, part) > 0) parts.push_back(part);
  }
  return parts;
}

void NearDuplicates::add(const Text& text) { sketches_.push_back(sketch_of(text)); }

NearDuplicates::Sketch NearDuplicates::sketch_of(const Text& text) {
  // Each piece falls into one bin, which keeps the lowest hash of its pieces.
  Sketch bins;
  bins.fill(kNone);
  const std::u32string letters = letters_of(text.utf8());
  const std::size_t pieces =
      letters.size() < kPiece ? std::min<std::size_t>(letters.size(), 1) : letters.size() - kPiece + 1;
  for (std::size_t i = 0; i < pieces; ++i) {
    const std::uint64_t hash = hash_of_piece(std::u32string_view(letters).substr(i, kPiece));
    std::uint32_t& bin = bins[hash >> 56U];
    bin = std::min(bin, static_cast<std::uint32_t>(hash));
  }
  if (pieces == 0) return bins;
  // A bin without a piece takes that of the next one that has any, so that short texts can be compared, too.
  Sketch sketch = bins;
  for (std::size_t i = 0; i < kHashes; ++i) {
    std::size_t steps = 0;
    while (bins[(i + steps) % kHashes] == kNone) ++steps;
    if (steps > 0) sketch[i] = static_cast<std::uint32_t>(mixed(bins[(i + steps) % kHashes] + (steps << 32U)));
  }
  return sketch;
}

bool NearDuplicates::similar(const Sketch& a, const Sketch& b) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < kHashes; ++i) same += a[i] == b[i] ? 1U : 0U;
  return same * 2 >= kHashes;
}

std::vector<std::size_t> NearDuplicates::groups() const {
  Groups groups(sketches_.size());
  // Copies of one text are one from here on, however many there are.
  std::map<Sketch, std::size_t> different;
  for (std::size_t i = 0; i < sketches_.size(); ++i) {
    const auto [first, is_new] = different.try_emplace(sketches_[i], i);
    if (!is_new) groups.unite(first->second, i);
  }
  // Only texts that agree in a few hashes at the same place are compared.
  for (std::size_t row = 0; row < kHashes; row += kRows) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> agreeing;
    for (const auto& [sketch, text] : different) {
      std::uint64_t hash = 0;
      for (std::size_t i = row; i < row + kRows; ++i) hash = mixed(hash + sketch[i]);
      std::vector<std::size_t>& others = agreeing[hash];
      for (const std::size_t other : others) {
        if (groups.of(other) != groups.of(text) && similar(sketches_[other], sketch)) groups.unite(other, text);
      }
      if (others.size() < kMostCompared) others.push_back(text);
    }
  }
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < sketches_.size(); ++i) numbers.push_back(groups.of(i));
  return numbers;
}

std::vector<SplitPart> split_documents(const std::vector<DocumentKey>& documents,
                                       const std::vector<std::size_t>& groups, const SplitOptions& split) {
  assert(is_split(split) && groups.size() == documents.size());
  const std::vector<SplitPart> parts = parts_of(split);
  // What each part lacks of its share, in hundredths of a document: whole numbers are the same everywhere.
  std::map<SplitPart, std::int64_t> lacking;
  for (const SplitPart part : parts) {
    lacking[part] = static_cast<std::int64_t>(documents.size()) * share_of(split, part);
  }
  std::vector<SplitPart> dealt(documents.size());
  for (const DealtGroup& group : groups_to_deal(documents, groups, split.seed)) {
    const SplitPart part = *std::max_element(parts.begin(), parts.end(),
                                             [&](SplitPart a, SplitPart b) { return lacking[a] < lacking[b]; });
    lacking[part] -= 100 * static_cast<std::int64_t>(group.members.size());
    for (const std::size_t member : group.members) dealt[member] = part;
  }
  return dealt;
}

}  // namespace mitjul
