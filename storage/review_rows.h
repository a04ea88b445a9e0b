#pragma once

#include <vector>

#include "core/review.h"
#include "storage/database.h"

namespace mitjul {

// Annotations that wait for review, found without loading documents. No function here begins a transaction.

/// As in `Store`.
ReviewWork read_review_work(Database& database, const std::vector<RevisedTag>& tags, const AnnotatorKey& annotator);

}  // namespace mitjul
