#include "export/string_matcher.h"

#include <algorithm>
#include <numeric>

namespace mitjul {

void StringMatcher::add(std::u32string_view string, std::size_t number) {
  std::uint32_t node = 0;
  for (const char32_t letter : string) {
    const auto [found, is_new] = edges_.try_emplace(edge(node, letter), static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.push_back({node, letter, nodes_[node].length + 1});
    node = found->second;
  }
  begins_[string.front()] = true;
  if (nodes_[node].number == kNone) nodes_[node].number = number;
}

void StringMatcher::prepare() {
  // What is shorter is needed first.
  std::vector<std::uint32_t> by_length(nodes_.size());
  std::iota(by_length.begin(), by_length.end(), 0U);
  std::stable_sort(by_length.begin(), by_length.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return nodes_[a].length < nodes_[b].length; });
  for (const std::uint32_t at : by_length) {
    Node& node = nodes_[at];
    if (node.length > 1) node.suffix = next(nodes_[node.parent].suffix, node.letter);
    const Node& suffix = nodes_[node.suffix];
    node.shorter = suffix.number != kNone ? node.suffix : suffix.shorter;
  }
}

std::uint32_t StringMatcher::next(std::uint32_t node, char32_t letter) const {
  while (node != 0) {
    const auto found = edges_.find(edge(node, letter));
    if (found != edges_.end()) return found->second;
    node = nodes_[node].suffix;
  }
  if (!begins_[letter]) return 0;
  return edges_.at(edge(0, letter));
}

}  // namespace mitjul
