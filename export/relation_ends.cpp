#include "export/relation_ends.h"

#include <algorithm>

namespace mitjul {

std::vector<const Argument*> ends_in_order(const Relation& relation, const Label* label) {
  std::vector<const Argument*> ends;
  ends.reserve(relation.arguments.size());
  for (const Argument& argument : relation.arguments) ends.push_back(&argument);
  if (label == nullptr) return ends;
  const auto place = [&](const Argument* end) {
    return std::find_if(label->roles.begin(), label->roles.end(),
                        [&](const Role& role) { return role.id == end->role; }) -
           label->roles.begin();
  };
  std::stable_sort(ends.begin(), ends.end(), [&](const Argument* a, const Argument* b) { return place(a) < place(b); });
  return ends;
}

}  // namespace mitjul
