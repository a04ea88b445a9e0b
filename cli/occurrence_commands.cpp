#include "cli/commands.h"
#include "cli/session.h"

namespace mitjul {

int run_occurrences(const Arguments&, Output&) { throw WrongUsage{"occurrences"}; }

int run_suggest(const Arguments&, Output&) { throw WrongUsage{"suggest"}; }

}  // namespace mitjul
