#pragma once

#include <map>
#include <string>

#include "import/brat_config.h"

namespace mitjul {

/// What `visual.conf` says: names by type, or by `owner:type` where one type has several meanings, and colours.
class BratVisual {
 public:
  explicit BratVisual(const BratConfig& config);

  /// The type itself where it has no name.
  std::string name(const std::string& owner, const std::string& type) const;
  /// As it stands in the file; nullptr where there is none.
  const std::string* color(const std::string& type) const;

 private:
  std::map<std::string, std::string> names_;
  std::map<std::string, std::string> colors_;
};

}  // namespace mitjul
