#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/annotation.h"
#include "import/label_studio_results.h"
#include "import/used_schema.h"

namespace mitjul {

/// The schema that the results of Label Studio tasks use.
class LabelStudioLabels {
 public:
  std::string span(const std::string& name) { return used_.label(LabelKind::Span, name); }
  std::string relation(const std::string& name) { return used_.label(LabelKind::Relation, name); }
  /// The label of the document at the end of a path of names, below a label or at the top.
  std::string document(const std::vector<std::string>& path, std::string above = {});
  /// A role of a relation; `target`: the label at that end.
  std::string role(const std::string& relation, std::string_view name, const std::string& target) {
    return used_.role(relation, name, target);
  }
  /// Adds an answer to the attributes of an annotation. `name`: of the attribute.
  void add_answer(const std::string& label, const std::string& name, const LabelStudioAnswer& answer,
                  Attributes& attributes);

  /// An attribute that has several values anywhere is one of several.
  Schema finish(std::string name);

 private:
  UsedSchema used_;
  std::set<std::pair<std::string, std::string>> several_;  ///< labels and attributes that have several values somewhere
  std::set<std::string> placed_;                           ///< labels of the document that have their parent
};

}  // namespace mitjul
