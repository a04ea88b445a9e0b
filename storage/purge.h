#pragma once

#include "core/store.h"
#include "storage/database.h"

namespace mitjul {

/// Removes documents and every trace of them from tables (profiles and pseudonyms, too), log and free pages, in one
/// transaction. Relations of other documents that pointed into them go with them, and those that pointed to these; the
/// log keeps what they were but for the ends in the documents that are gone. Throws `Error{Damaged}` where one is not
/// there; nothing has changed then.
PurgeReport purge_documents(Database& database, const std::vector<DocumentKey>& keys, const EditHeader& header);

}  // namespace mitjul
