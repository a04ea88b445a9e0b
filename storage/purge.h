#pragma once

#include "core/store.h"
#include "storage/database.h"

namespace mitjul {

/// Removes a document and every trace of it from tables, log and free pages. Relations of other documents that pointed
/// into it go with it, and those that pointed to them; the log keeps what they were but for the ends in this document.
PurgeReport purge_document(Database& database, const DocumentKey& key, const EditHeader& header);

}  // namespace mitjul
