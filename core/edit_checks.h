#pragma once

#include <functional>
#include <optional>

#include "core/change.h"
#include "core/problem.h"
#include "core/store.h"
#include "core/unit_cache.h"

namespace mitjul {

/// What an edit is checked against.
struct EditContext {
  const Schema& schema;
  const ProjectSettings& settings;
  const std::vector<Annotator>& annotators;
  const std::vector<SchemaProposal>& proposals;
  const AnnotatorKey& annotator;  ///< who works
  /// The word list as it is now.
  std::function<const GazetteerEntries&()> gazetteer;
  /// The document as it is now, or nullptr where the project has none of that key.
  std::function<const AnnotatedDocument*(const DocumentKey&)> document;
  /// Calls back with every document of the project, the trash included, one after another.
  std::function<void(const std::function<void(const AnnotatedDocument&)>&)> for_each_document;
  StoreTransaction& transaction;
  /// Empty: what crosses units is not looked at.
  UnitsOf units;
};

/// The first reason why an edit cannot be carried out, with the index of the change it lies in; nothing where it can.
/// Looks at the state that the whole edit would leave, so that the order of its changes does not matter: annotations
/// are checked against the schema that the edit leaves, and a new schema against all annotations.
std::optional<Problem> check_edit(const Edit& edit, const EditContext& context);

/// Why an annotator cannot change the schema; nothing where they can.
std::optional<Problem> check_schema_lock(const ProjectSettings& settings, const AnnotatorKey& annotator,
                                         const std::vector<Annotator>& annotators);

/// Why an annotator who comes in, or gets another name, cannot have this one; nothing where it is free.
std::optional<Problem> check_annotator_name(const std::string& name, const std::vector<Annotator>& annotators);

}  // namespace mitjul
