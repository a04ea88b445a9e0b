#pragma once

#include <string>
#include <vector>

namespace mitjul {

/// The labels that were used last, each once, the latest first.
class RecentLabels {
 public:
  static constexpr std::size_t kMost = 8;

  void note(const std::string& id) {
    std::erase(ids_, id);
    ids_.insert(ids_.begin(), id);
    if (ids_.size() > kMost) ids_.pop_back();
  }
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::vector<std::string> ids_;
};

}  // namespace mitjul
