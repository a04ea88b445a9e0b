#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/export_profile.h"
#include "core/text.h"

namespace mitjul {

/// The parts of an export that is split for training.
enum class SplitPart { Train, Dev, Test };

/// The name in files: `train`, `dev`, `test`.
std::string_view to_string(SplitPart part);
/// Its share in percent.
int share_of(const SplitOptions& split, SplitPart part);
/// Those whose share is not 0.
std::vector<SplitPart> parts_of(const SplitOptions& split);

/// Finds texts that are nearly the same, such as two papers' versions of one agency's report: those that share at least
/// half of their five-character pieces, blanks and punctuation aside (MinHash with one permutation, A. Shrivastava and
/// P. Li 2014; estimated, so that texts near that bound may fall on either side). Keeps a kilobyte of each text.
class NearDuplicates {
 public:
  /// The next text.
  void add(const Text& text);
  /// For every text that was added the number of its group: that of the first text in it. Texts that are chained by
  /// similar ones are in one group.
  std::vector<std::size_t> groups() const;

 private:
  static constexpr std::size_t kHashes = 256;
  using Sketch = std::array<std::uint32_t, kHashes>;

  static Sketch sketch_of(const Text& text);
  static bool similar(const Sketch& a, const Sketch& b);

  std::vector<Sketch> sketches_;
};

/// Deals documents out, groups whole. Depends on the keys, the groups and the options alone, not on the order or the
/// machine. The shares are met as well as the groups allow: large ones are dealt first, each to the part that lacks
/// most.
std::vector<SplitPart> split_documents(const std::vector<DocumentKey>& documents,
                                       const std::vector<std::size_t>& groups, const SplitOptions& split);

}  // namespace mitjul
