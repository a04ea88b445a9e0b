#pragma once

#include "storage/database.h"

namespace mitjul {

/// Refuses a SQLite file that is no project (`Error{NotAProject}`), or one of a version that is not known
/// (`Error{NewerVersion}`).
void check_version(Database& database);

/// Makes the tables of an empty project, of the present version, inside the caller's transaction.
void make_tables(Database& database);

/// Brings an older project to the present version, in one transaction and after a copy was made beside it:
/// `name.mitjul.v1-backup` (with the version it had). A project of the present version is left alone. One that cannot
/// be written, or beside which no copy can be made for want of permission, stays as it is and can be read as if it were
/// of the present version. Throws `Error`: nothing has changed then, but that the copy may be there already.
void migrate(Database& database);

}  // namespace mitjul
