#include "import/label_studio_alias.h"

namespace mitjul {

std::string id_of_label_studio_alias(std::string alias) {
  const std::size_t end = alias.find_last_not_of('_') + 1;
  const bool marked = end < alias.size() && (alias.compare(0, end, "true") == 0 || alias.compare(0, end, "false") == 0);
  if (marked) alias.pop_back();
  return alias;
}

}  // namespace mitjul
