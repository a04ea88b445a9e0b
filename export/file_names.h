#pragma once

#include <set>
#include <string>
#include <string_view>

namespace mitjul {

/// Names for the files of a folder, after documents: the same on every system, no two alike. `<>:"/\|?*`, control
/// characters and names that Windows keeps for devices are replaced by `_`, blanks and dots at an end too; long names
/// are cut; of two that differ in nothing but upper and lower case, or not at all, the second becomes `name (2)`.
class FileNames {
 public:
  /// Without an extension. `document`: a name, `기사.txt`, that becomes `기사` where it ends so.
  std::string name_for(std::string_view document);

 private:
  std::set<std::string> taken_;  // folded
};

}  // namespace mitjul
