#pragma once

#include <set>
#include <string>
#include <string_view>

namespace mitjul {

/// Makes ids of a schema from the names that another program uses. A name that is an id stays what it is; any other is
/// written in Latin letters (주장 becomes jujang), what no id may hold becomes `_`, and where nothing is left of it
/// the id is `L1`, `L2` …. Of two that would be the same the second becomes `…_2`. The same names in the same order
/// give the same ids.
class ForeignIds {
 public:
  std::string id_for(std::string_view name);
  bool taken(std::string_view id) const { return taken_.count(std::string(id)) != 0; }

 private:
  std::set<std::string> taken_;
};

}  // namespace mitjul
