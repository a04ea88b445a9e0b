#include "export/pseudonym_report.h"

namespace mitjul {

std::vector<std::string> in_words(const std::vector<CountedWording>& wordings) {
  std::vector<std::string> words;
  constexpr std::size_t kMost = 50;
  for (const CountedWording& each : wordings) {
    if (words.size() == kMost) {
      words.emplace_back("…");
      break;
    }
    words.push_back(each.wording + " (" + std::to_string(each.count) + ")");
  }
  return words;
}

std::vector<std::string> in_words(const std::vector<ChangedStandIn>& changed) {
  std::vector<std::string> words;
  for (const ChangedStandIn& each : changed) words.push_back(each.before + " → " + each.now);
  return words;
}

}  // namespace mitjul
