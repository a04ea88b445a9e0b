#pragma once

#include <wx/string.h>

namespace mitjul {

/// What went wrong, as one sentence for people, for the exception that is being handled: the one place where the
/// window makes sentences of `Error`s, and of whatever else was thrown. To be called within a catch clause.
wxString failure_sentence();

}  // namespace mitjul
