#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/annotation_search.h"
#include "core/problem.h"
#include "core/progress.h"
#include "korean/hit_batches.h"
#include "korean/search.h"

namespace mitjul {

struct NamedDocument {
  DocumentKey key;
  std::string name;

  bool operator==(const NamedDocument&) const = default;
};

/// A stretch of a document of the project.
struct DocumentSpan {
  DocumentKey document;
  Span span;

  bool operator==(const DocumentSpan&) const = default;
};

/// What is looked for, and where: a value that a worker takes.
struct FindRequest {
  enum class What {
    Text,  ///< or initials, if the query holds lone consonants
    Word,  ///< see `SearchMode`, as the next two
    Initials,
    Regex,
    Annotations,  ///< those that fit `annotations`; with a query, those in whose text it is found
    Given,        ///< nothing: `given` is to be shown
  };
  What what = What::Text;
  std::string query;
  AnnotationQuery annotations;
  Schema schema;                         ///< of `Annotations`
  std::vector<DocumentSpan> given;       ///< of `Given`, in any order
  std::vector<NamedDocument> documents;  ///< where, in the order in which hits are shown

  /// Whether anything could be found.
  bool empty() const;
};

/// Where a worker gets texts and annotations from (see `TextCache`): both are called from its thread.
struct FindSource {
  std::function<SearchText(const DocumentKey&)> text;
  std::function<AnnotatedDocument(const DocumentKey&)> load;
};

/// Hits, with the texts of those documents that no earlier batch had hits in. Numbers are places in
/// `FindRequest::documents`.
struct FoundBatch {
  std::vector<std::pair<std::uint32_t, Text>> texts;
  std::vector<TextHit> hits;
};

/// Looks for it, and calls `take` with what is found, in order, until it or `progress` answers false. What is wrong
/// with a regular expression, if anything is. Throws what the source throws.
std::optional<Problem> run_find(const FindRequest& request, const FindSource& source,
                                const std::function<bool(FoundBatch)>& take, const Progress& progress = {});

}  // namespace mitjul
