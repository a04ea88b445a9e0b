#include "cli/commands.h"
#include "cli/session.h"

namespace mitjul {

int run_claim(const Arguments&, Output&) { throw WrongUsage{"claim"}; }

}  // namespace mitjul
