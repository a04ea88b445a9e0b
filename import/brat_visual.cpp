#include "import/brat_visual.h"

namespace mitjul {

BratVisual::BratVisual(const BratConfig& config) {
  for (const BratEntry& entry : config.entries("labels")) {
    if (entry.terms.size() > 1) names_.try_emplace(entry.terms[0], entry.terms[1]);
  }
  for (const BratEntry& entry : config.entries("drawing")) {
    for (const BratArgument& argument : entry.arguments) {
      if (argument.name == "bgColor" || argument.name == "color") colors_[entry.terms[0]] = argument.values[0];
    }
  }
}

std::string BratVisual::name(const std::string& owner, const std::string& type) const {
  for (const std::string& key : {owner + ":" + type, type}) {
    const auto found = names_.find(key);
    if (found != names_.end()) return found->second;
  }
  return type;
}

const std::string* BratVisual::color(const std::string& type) const {
  const auto found = colors_.find(type);
  return found == colors_.end() ? nullptr : &found->second;
}

}  // namespace mitjul
