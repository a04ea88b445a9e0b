#include "cli/commands.h"
#include "cli/session.h"

namespace mitjul {

int run_find(const Arguments&, Output&) { throw WrongUsage{"find"}; }

}  // namespace mitjul
