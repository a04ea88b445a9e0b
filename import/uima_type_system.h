#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// What a UIMA type system says of types, as far as a reader of annotations needs it.
class UimaTypeSystem {
 public:
  /// What a type or a feature stands for in the project that it was written from.
  struct Called {
    std::string id;
    std::string name;
  };

  /// Without one: nothing is known.
  UimaTypeSystem() = default;
  /// From the bytes of its file. What is wrong with them goes to `problems`, as of `file`.
  UimaTypeSystem(const std::string& file, std::string_view bytes, std::vector<Problem>& problems);

  /// The range of a feature of a type, or of one above it; empty where it is not known.
  std::string range(const std::string& type, const std::string& feature) const;
  /// By the descriptions that we give them, `확실 [CT+]`; nothing where others did.
  std::optional<Called> type_called(const std::string& type) const;
  std::optional<Called> feature_called(const std::string& type, const std::string& feature) const;

 private:
  struct Feature {
    std::string range;
    std::string description;
  };
  struct Type {
    std::string above;
    std::string description;
    std::map<std::string, Feature> features;
  };

  std::optional<Called> called(const std::string& spelling, const std::string& description) const;

  std::map<std::string, Type> types_;
};

}  // namespace mitjul
