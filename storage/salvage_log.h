#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotation_set.h"
#include "core/document.h"
#include "storage/database.h"

namespace mitjul {

/// What the log says of an annotation set.
struct LoggedSet {
  /// The last state of every annotation that an edit made, changed or deleted; nothing: it is deleted.
  std::map<AnnotationId, std::optional<Annotation>> annotations;
  std::optional<SetState> state;
  /// Number and fingerprint of the set, where they follow from the log.
  std::optional<std::pair<std::int64_t, std::uint64_t>> sum = std::pair(std::int64_t{0}, std::uint64_t{0});
};

/// What the log says of a document.
struct LoggedDocument {
  std::map<std::pair<AnnotatorKey, bool>, LoggedSet> sets;  ///< by annotator, and whether it is curated
  std::map<RefusedSuggestion, bool> refusals;               ///< whether it is still refused
  std::set<AnnotationId> ids;                               ///< all that were ever given
};

/// `row`: of the document.
LoggedDocument read_logged_document(Database& database, std::int64_t row);
/// Annotations in changes of edits that do not fit their fingerprints, or whose own rows are lost. They prove nothing
/// but that a row that says the same was read right.
std::vector<Annotation> read_unsealed(Database& database, std::int64_t row);
/// Everything that was ever said of documents, oldest first, by their rows; in edits that are whole, and in others.
using Descriptions = std::map<std::int64_t, std::vector<DocumentInfo>>;
Descriptions read_logged_descriptions(Database& database);
Descriptions read_unsealed_descriptions(Database& database);

/// Calls `use` with annotator, before and after of the changes of this kind that concern no document, oldest first.
/// What it cannot read, it may throw.
void for_each_logged(Database& database, std::string_view kind,
                     const std::function<void(std::string_view, std::string_view, std::string_view)>& use);

}  // namespace mitjul
