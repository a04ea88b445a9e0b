#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// What a UIMA type system says of types, as far as a reader of annotations needs it.
class UimaTypeSystem {
 public:
  /// Without one: nothing is known.
  UimaTypeSystem() = default;
  /// From its file. What is wrong with it goes to `problems`.
  UimaTypeSystem(const std::filesystem::path& path, std::vector<Problem>& problems);

  /// The range of a feature of a type, or of one above it; empty where it is not known.
  std::string range(const std::string& type, const std::string& feature) const;

 private:
  struct Type {
    std::string above;
    std::map<std::string, std::string> features;
  };
  std::map<std::string, Type> types_;
};

}  // namespace mitjul
