#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/annotation.h"
#include "core/document.h"
#include "core/schema.h"

namespace mitjul {

// What can be made of a relation that is there already. `relation` is an annotation of the document whose ends lie in
// it, too: where one does not, or the schema does not allow the result, there is nothing.

/// The relation with its first two ends changed over.
std::optional<Relation> turned(const Schema& schema, const Annotation& relation, const AnnotatedDocument& document);

/// The relation with `target` at its second end.
std::optional<Relation> with_second_end(const Schema& schema, const Annotation& relation, const Annotation& target);

/// The relation with another label of relations: its ends in the roles that allow them, without attributes that this
/// label does not have. Only relations with two ends can get another label.
std::optional<Annotation> as_kind(const Schema& schema, const Annotation& relation, const std::string& label,
                                  const AnnotatedDocument& document);

/// The labels that `as_kind` allows, its own included, in the order of the schema.
std::vector<std::string> kinds_of(const Schema& schema, const Annotation& relation, const AnnotatedDocument& document);

}  // namespace mitjul
