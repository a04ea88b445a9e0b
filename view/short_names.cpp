#include "view/short_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "view/graphemes.h"

namespace mitjul {
namespace {

constexpr const char* kEllipsis = "…";

using Width = std::function<float(std::string_view)>;

std::vector<std::string> clusters_of(const std::string& name) {
  std::vector<std::string> clusters;
  std::size_t start = 0;
  for (const std::size_t end : grapheme_ends(name)) {
    clusters.push_back(name.substr(start, end - start));
    start = end;
  }
  return clusters;
}

std::string joined(const std::vector<std::string>& clusters, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) text += clusters[i];
  return text;
}

/// The first `head` clusters, what is left out, and from `from` as many more as fit, the end of the name if they can.
std::string cut(const std::vector<std::string>& clusters, std::size_t head, std::size_t from, float room,
                const Width& width) {
  const std::string beginning = joined(clusters, 0, head) + kEllipsis;
  std::size_t last = clusters.size();
  const auto text = [&] {
    return beginning + joined(clusters, from, last) + (from < last && last < clusters.size() ? kEllipsis : "");
  };
  while (last > from && width(text()) > room) --last;
  return text();
}

/// How many clusters of the beginning fit with an ellipsis.
std::size_t fitting(const std::vector<std::string>& clusters, float room, const Width& width) {
  std::size_t head = clusters.size();
  while (head > 1 && width(joined(clusters, 0, head) + kEllipsis) > room) --head;
  return head;
}

/// A name that is too long, and the ways to shorten it, the best first.
class LongName {
 public:
  LongName(std::string name, float room, const Width& width)
      : name_(std::move(name)), clusters_(clusters_of(name_)), room_(room), width_(width) {
    head_ = fitting(clusters_, room, width);
  }

  static constexpr std::size_t kWays = 5;
  std::string shortened(std::size_t way, const std::set<std::string>& others) const {
    switch (way) {
      case 0: return joined(clusters_, 0, head_) + kEllipsis;
      case 1: return with_end(head_ / 2);
      case 2: return with_end(head_ / 4);
      case 3: return with_difference(others);
      default: return name_;
    }
  }

 private:
  std::string with_end(std::size_t head) const {
    std::size_t from = std::min(head + 1, clusters_.size());
    while (from < clusters_.size() &&
           width_(joined(clusters_, 0, head) + kEllipsis + joined(clusters_, from, clusters_.size())) > room_) {
      ++from;
    }
    return cut(clusters_, head, from, room_, width_);
  }

  /// From the first letter that tells it from the name which begins most alike.
  std::string with_difference(const std::set<std::string>& others) const {
    std::size_t alike = 0;
    for (const std::string& other : others) {
      if (other == name_) continue;
      const auto [here, there] = std::mismatch(name_.begin(), name_.end(), other.begin(), other.end());
      alike = std::max(alike, static_cast<std::size_t>(here - name_.begin()));
    }
    std::size_t from = 0;
    for (std::size_t bytes = 0; from < clusters_.size() && bytes + clusters_[from].size() <= alike; ++from) {
      bytes += clusters_[from].size();
    }
    return cut(clusters_, std::min(head_ / 4, from), from, room_, width_);
  }

  std::string name_;
  std::vector<std::string> clusters_;
  float room_;
  const Width& width_;
  std::size_t head_ = 0;
};

}  // namespace

std::string shortened(const std::string& name, float room, const Width& width) {
  if (width(name) <= room) return name;
  const std::vector<std::string> clusters = clusters_of(name);
  const std::string text = joined(clusters, 0, fitting(clusters, room, width)) + kEllipsis;
  return width(text) <= room ? text : kEllipsis;
}

std::vector<std::string> short_names(const std::vector<std::string>& names, float room, const Width& width) {
  std::vector<std::string> shown = names;
  const std::set<std::string> all(names.begin(), names.end());
  std::map<std::size_t, LongName> too_long;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (width(names[i]) > room) too_long.emplace(i, LongName(names[i], room, width));
  }
  std::map<std::size_t, std::size_t> ways;
  for (const auto& [index, name] : too_long) shown[index] = name.shortened(ways[index], all);
  // Those that came out alike go on to the next way, together, until each is alone.
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < shown.size(); ++i) alike[shown[i]].push_back(i);
    for (const auto& [text, indices] : alike) {
      if (indices.size() < 2) continue;
      for (const std::size_t index : indices) {
        const auto name = too_long.find(index);
        if (name == too_long.end() || ways[index] + 1 >= LongName::kWays) continue;
        shown[index] = name->second.shortened(++ways[index], all);
        changed = true;
      }
    }
  }
  return shown;
}

}  // namespace mitjul
