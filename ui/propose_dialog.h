#pragma once

#include <wx/window.h>

#include <optional>
#include <string>

#include "core/workspace.h"

namespace mitjul {

/// Tells that the schema is locked, and asks why a change of it is proposed; nothing where the user changes their mind.
std::optional<std::string> ask_why(wxWindow* parent, const Workspace& workspace, const SchemaOperation& operation);

}  // namespace mitjul
