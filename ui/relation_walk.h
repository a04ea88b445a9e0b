#pragma once

#include <optional>
#include <vector>

#include "core/document.h"

namespace mitjul {

/// The way of somebody who goes from annotations along their relations: where they stand, and which relation they came
/// along. Knows ids only; what is gone meanwhile is passed over.
class RelationWalk {
 public:
  /// Something was selected: an annotation, or a relation.
  void stand(const Annotation& selected, const AnnotatedDocument& document);

  /// The annotation whose relations are gone through; nothing before anything was selected.
  const std::optional<AnnotationId>& at() const { return at_; }
  /// The relation that comes behind the one that one stands on, or before it, of `relations`, those of `at`; on at the
  /// other end. nullptr where there are none.
  const Annotation* step(const std::vector<const Annotation*>& relations, bool forward) const;
  /// Where the relation leads that one stands on or came along, or else the only one of `relations`; of several ends,
  /// the one behind `at`. nullptr where that is not clear, or lies in another document.
  const Annotation* other_end(const std::vector<const Annotation*>& relations, const AnnotatedDocument& document) const;

 private:
  std::optional<AnnotationId> at_;
  std::optional<AnnotationId> along_;  // a relation
  bool on_relation_ = false;           // `along_` itself is selected
};

}  // namespace mitjul
