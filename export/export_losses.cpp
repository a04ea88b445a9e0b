#include "export/export.h"

namespace mitjul {

std::vector<ExportLoss> ExportLosses::list() const {
  std::vector<ExportLoss> losses;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] != 0) losses.push_back({static_cast<AnnotationFeature>(i), counts_[i]});
  }
  for (const SchemaLoss& loss : schema_) losses.push_back({loss.what, loss.count});
  return losses;
}

}  // namespace mitjul
