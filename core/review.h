#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/change.h"

namespace mitjul {

// Annotations that were made under a label, or with a value, that means something else by now wait to be looked at
// again: each is confirmed, changed or deleted.

/// A label, or a value of one of its attributes, whose meaning changed in a version of the schema.
struct RevisedTag {
  std::set<std::string> labels;  ///< the label; for a value also those below it
  std::string attribute;         ///< empty: the label itself
  std::string value;
  int version = 0;
  std::string owner{};  ///< the label that is described anew, or whose value is

  /// As `revised_in_draft` names it: `CLAIM`, `CLAIM/type/fact`.
  std::string id() const;
  bool operator==(const RevisedTag&) const = default;
};

/// What has been revised up to the version of the schema, in its order.
std::vector<RevisedTag> revised_tags(const Schema& schema);
/// What has been revised since, which the next version will be: none where the schema is no draft.
std::vector<RevisedTag> tags_revised_in_draft(const Schema& schema);

/// Which of the tags, as places in `tags`, the annotation has since before they were revised; empty: it need not wait.
std::vector<std::size_t> reasons_to_review(const std::vector<RevisedTag>& tags, const Annotation& annotation);

/// An annotation that waits, as a list of them shows it.
struct WaitingAnnotation {
  DocumentKey document;
  AnnotationId id;
  std::string document_name;
  LabelKind kind = LabelKind::Span;
  std::string label;
  TextPos start;                     ///< of spans; of anything else 0
  std::string quote;                 ///< how it begins; of a relation, those that it ties, joined by arrows
  int schema_version = 0;            ///< under which it was made or last confirmed
  std::vector<std::size_t> reasons;  ///< as `reasons_to_review` gives them; one or more

  bool operator==(const WaitingAnnotation&) const = default;
};

/// The most code points of a quote that `WaitingAnnotation` holds.
inline constexpr std::uint32_t kWaitingQuote = 120;

/// The order of the work: documents by name, in each of them spans in reading order, then relations, then labels of the
/// document.
bool in_review_order(const WaitingAnnotation& a, const WaitingAnnotation& b);

/// What an annotator has to review.
struct ReviewWork {
  std::vector<WaitingAnnotation> waiting;  ///< in the order of the work
  std::int64_t confirmed = 0;              ///< as many annotations are reviewed (`is_reviewed`)
};

/// The version in which one of the tags was last revised; 0 where there are none.
int last_revision(const std::vector<RevisedTag>& tags);
/// Whether the annotator has confirmed it since then.
bool is_reviewed(const Annotation& annotation, int last_revision, const AnnotatorKey& annotator);

/// The annotation as `annotator` confirms it; the workspace gives it the time and the version of the schema.
Annotation confirmed(Annotation annotation, const AnnotatorKey& annotator);
/// Somebody has looked at the annotation, and it is right as it is.
AnnotationChange confirmation(const SetKey& set, const Annotation& annotation, const AnnotatorKey& annotator);
/// The name of the edit that confirms annotations.
inline constexpr const char* kConfirm = "confirm";

}  // namespace mitjul
