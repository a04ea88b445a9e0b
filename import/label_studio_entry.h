#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "import/foreign_set.h"
#include "import/json_fields.h"
#include "import/label_studio_labels.h"
#include "import/label_studio_results.h"
#include "import/label_studio_text.h"

namespace mitjul {

/// What one annotator, or a model, says of a task: its results become annotations.
class LabelStudioEntry {
 public:
  /// All of them outlive it. `name`: that of the text, by which results mean it.
  LabelStudioEntry(ForeignSet& set, const SourceText& text, const std::string& name, LabelStudioLabels& labels,
                   JsonFields& fields)
      : set_(set), text_(text), name_(name), labels_(labels), fields_(fields) {}

  /// What cannot be taken over is said, each with its id.
  void add(const LabelStudioResults& results);

 private:
  void add_regions(const std::vector<LabelStudioGroup>& groups);
  void add_region(const LabelStudioGroup& group, const LabelStudioRegion& region, OffsetUnit unit);
  bool is_of_text(const LabelStudioRegion& region, OffsetUnit unit) const;
  void add_document_answers(const LabelStudioGroup& group);
  void add_relation(const nlohmann::json& relation);
  void lose(LeftOut why, const std::string& id);
  std::optional<AnnotationId> stated_id(const std::string& text) const;

  ForeignSet& set_;
  const SourceText& text_;
  const std::string& name_;
  LabelStudioLabels& labels_;
  JsonFields& fields_;
  std::map<LeftOut, std::size_t> lost_;                               ///< results without an id
  std::map<std::string, std::pair<AnnotationId, std::string>> ends_;  ///< spans of the entry, with their labels
};

}  // namespace mitjul
