#include "cli/commands.h"
#include "cli/session.h"

namespace mitjul {

int run_select(const Arguments&, Output&) { throw WrongUsage{"select"}; }

int run_units(const Arguments&, Output&) { throw WrongUsage{"units"}; }

}  // namespace mitjul
