#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mitjul {

/// Finds many strings in a text at once, after Aho and Corasick: in time linear in the text and in what is found,
/// however long the strings are and however much they have in common.
class StringMatcher {
 public:
  /// Adds a string, which is not empty, with a number; of two that are the same the first counts.
  void add(std::u32string_view string, std::size_t number);
  /// To be called once, behind the last `add` and before `find`.
  void prepare();

  /// Calls `use(start, end, number)` for every place of every string; they may overlap. In the order of their ends,
  /// those with the same end the longest first.
  template <class Use>
  void find(std::u32string_view text, const Use& use) const {
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      node = next(node, text[at]);
      for (std::uint32_t ending = node; ending != 0; ending = nodes_[ending].shorter) {
        if (nodes_[ending].number != kNone) use(at + 1 - nodes_[ending].length, at + 1, nodes_[ending].number);
      }
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  /// A beginning of a string.
  struct Node {
    std::uint32_t parent = 0;
    char32_t letter = 0;
    std::uint32_t length = 0;
    std::uint32_t suffix = 0;   ///< the longest end of it that is the beginning of a string, too
    std::uint32_t shorter = 0;  ///< the longest end of it that is a string
    std::size_t number = kNone;
  };

  static std::uint64_t edge(std::uint32_t node, char32_t letter) { return std::uint64_t{node} << 21U | letter; }
  /// The longest beginning of a string that ends with this letter, behind one that `node` ends with.
  std::uint32_t next(std::uint32_t node, char32_t letter) const;

  std::vector<Node> nodes_{1};
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<bool> begins_ = std::vector<bool>(0x110000);  ///< whether a string begins with this letter
};

}  // namespace mitjul
