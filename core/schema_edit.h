#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/change.h"
#include "core/document.h"
#include "core/schema_operation.h"

namespace mitjul {

/// What a change of the schema does to annotations, all annotators' and the trash's included.
struct SchemaEffect {
  std::int64_t retagged = 0;     ///< annotations that get another label or other values
  std::int64_t values_lost = 0;  ///< of them, those that lose a value
  std::int64_t deleted = 0;      ///< annotations that go
  std::int64_t relations = 0;    ///< relations of other labels that go with them
  std::int64_t words = 0;        ///< entries of the word list that get another label, or none

  bool operator==(const SchemaEffect&) const = default;
};

/// Makes the edit of a schema operation from the documents it is shown, one after another.
class SchemaEditMaker {
 public:
  /// `after`: the result of `schema_after`, without problems.
  SchemaEditMaker(const Schema& before, Schema after, SchemaOperation operation);

  /// Labels whose annotations must be looked at; empty: the operation touches none.
  const std::set<std::string>& labels() const { return labels_; }

  void add(const AnnotatedDocument& document);
  void add(const GazetteerEntries& words);

  const SchemaEffect& effect() const { return effect_; }
  Edit take();

 private:
  using Group = std::tuple<std::string, Attributes, std::string, Attributes>;  // before and after

  void add_deletions(const AnnotatedDocument& document);
  void retag(const Annotation& annotation, std::map<Group, std::vector<AnnotationId>>& groups);
  std::string label_after(const std::string& label) const;
  std::vector<std::string> values_after(const std::string& label, const std::string& attribute,
                                        const std::vector<std::string>& values) const;

  const Schema& before_;
  Schema after_;
  SchemaOperation operation_;
  std::string gone_;  // the label that goes
  std::string instead_;
  std::vector<ValueChange> values_;
  std::set<std::string> labels_;
  std::vector<Change> changes_;
  SchemaEffect effect_;
};

}  // namespace mitjul
