#pragma once

#include <string>
#include <vector>

#include "core/schema_loss.h"

namespace mitjul {

/// Losses as `role-names 3`.
inline std::vector<std::string> lost(const std::vector<SchemaLoss>& losses) {
  std::vector<std::string> words;
  for (const SchemaLoss& loss : losses) {
    words.push_back(std::string(to_string(loss.what)) + " " + std::to_string(loss.count));
  }
  return words;
}

}  // namespace mitjul
