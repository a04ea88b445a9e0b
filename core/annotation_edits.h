#pragma once

#include <optional>
#include <string>

#include "core/change.h"

namespace mitjul {

/// Edits that gestures make, as values for `Workspace::perform`. None of them looks further than its arguments.

/// A new annotation as a part of an edit. `place`, from 1, tells those of an edit apart, and is what other annotations
/// of the edit refer to it by: its id is `provisional_id`; its number comes when it is performed.
AnnotationChange new_annotation(const SetKey& set, std::size_t place, const std::string& label, Anchor anchor,
                                Method method = Method::Hand);
AnnotationId provisional_id(const SetKey& set, std::size_t place);

/// A new annotation; its number comes when it is performed.
Edit annotate(const SetKey& set, const std::string& label, Anchor anchor);

/// The annotation with another label, without attributes that this label does not have.
Annotation with_label(Annotation annotation, const std::string& label, const Schema& schema);
Edit relabel(const SetKey& set, const Annotation& annotation, const std::string& label, const Schema& schema);

/// The annotation in another place.
Edit move_span(const SetKey& set, const Annotation& annotation, Spans spans);

/// Deletes an annotation of the document, with every relation of the document that hangs on it, directly or through
/// other relations. Nothing to do where there is no such annotation.
Edit delete_annotation(const AnnotatedDocument& document, const AnnotationId& id);

/// The relation of this label that ties `from` to `to`: in the first two roles that allow them, in this order of the
/// roles if possible, else the other way round. Nothing where the schema does not allow it.
std::optional<Relation> relation_between(const Schema& schema, const std::string& label, const Annotation& from,
                                         const Annotation& to);

/// Whether a relation of this label can have the annotation at one of its ends.
bool may_take_part(const Schema& schema, const Label& relation, const Annotation& annotation);

}  // namespace mitjul
