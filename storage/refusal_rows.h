#pragma once

#include <cstdint>
#include <vector>

#include "core/change.h"
#include "core/document.h"
#include "core/problem.h"
#include "storage/database.h"

namespace mitjul {

// Refused suggestions as rows. `row` is `document.id`. No function here begins a transaction.

/// Fills `document.refusals`, compared with quotes, number and fingerprint; `document` has its text already. What does
/// not fit is added to `damage`, and left out where it cannot be a value.
void read_refusals(Database& database, std::int64_t row, AnnotatedDocument& document, std::vector<Problem>& damage);

void write_refusal_change(Database& database, std::int64_t row, const RefusalChange& change, const Text& text);

}  // namespace mitjul
