#include "view/mark.h"

namespace mitjul {

std::vector<PageLabel> page_labels(const Schema& schema) {
  std::vector<PageLabel> labels;
  labels.reserve(schema.labels.size());
  for (const Label& label : schema.labels) labels.push_back({label.id, label.name});
  return labels;
}

}  // namespace mitjul
