#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/change.h"
#include "core/document.h"
#include "core/problem.h"
#include "storage/database.h"

namespace mitjul {

// Documents, sets and annotations as rows. `row` is `document.id`. No function here begins a transaction.

std::optional<std::int64_t> find_document_row(Database& database, const DocumentKey& key);

/// Without its text and annotations. Damage: the description does not fit its fingerprint.
DocumentInfo read_document_info(Database& database, std::int64_t row, std::vector<Problem>& damage);

/// Throws `Error{Damaged}` where the text does not fit its hash.
Text read_text(Database& database, std::int64_t row);

/// Everything, compared with hashes, numbers and quotes; what does not fit is added to `damage`, and left out where
/// it cannot be a value.
AnnotatedDocument read_document(Database& database, std::int64_t row, std::vector<Problem>& damage);

/// Returns the new row.
std::int64_t insert_document(Database& database, const Document& document);
/// Writes the description anew; the text stays.
void update_document_info(Database& database, std::int64_t row, const DocumentInfo& info);

/// The set's row, made if there is none.
std::int64_t set_row(Database& database, std::int64_t row, const SetKey& key);
void write_set_state(Database& database, std::int64_t set, SetState state);
/// Adds to the set's number of annotations and to its fingerprint.
void count_annotations(Database& database, std::int64_t set, std::int64_t annotations, std::uint64_t fingerprint);

void insert_annotation(Database& database, std::int64_t row, std::int64_t set, const Annotation& annotation,
                       const Text& text);
/// Gives an annotation another label, and other values to the attributes that the tagging names.
void update_tags(Database& database, std::int64_t row, const AnnotationId& id, const Tagging& tagging);
/// Takes away annotations that this annotator numbered, with everything that hangs on them.
void delete_annotations(Database& database, std::int64_t row, const AnnotatorKey& annotator,
                        const std::vector<std::int64_t>& numbers);
/// Numbers up to this one are used.
void raise_last_number(Database& database, std::int64_t row, const AnnotationId& id);
/// The next number, which counts as used from now on.
std::int64_t take_number(Database& database, std::int64_t row, const AnnotatorKey& annotator);

}  // namespace mitjul
