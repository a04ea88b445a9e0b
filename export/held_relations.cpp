#include "export/held_relations.h"

#include <algorithm>

namespace mitjul {

std::vector<const Annotation*> held_relations(const std::vector<const Annotation*>& annotations,
                                              const std::set<AnnotationId>& present) {
  std::vector<const Annotation*> held;
  std::set<AnnotationId> ids = present;
  for (const Annotation* const annotation : annotations) {
    if (annotation->relation() == nullptr) continue;
    held.push_back(annotation);
    ids.insert(annotation->id);
  }
  const auto is_cut = [&](const Annotation* relation) {
    const auto& arguments = relation->relation()->arguments;
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& argument) {
      return !argument.target.document.empty() || ids.count(argument.target.id) == 0;
    });
  };
  // What lies on a relation that goes, goes too.
  while (true) {
    const auto cut = std::find_if(held.begin(), held.end(), is_cut);
    if (cut == held.end()) return held;
    for (const Annotation* const relation : held) {
      if (is_cut(relation)) ids.erase(relation->id);
    }
    std::erase_if(held, [&](const Annotation* relation) { return ids.count(relation->id) == 0; });
  }
}

}  // namespace mitjul
