#pragma once

#include "cli/commands.h"
#include "cli/session.h"
#include "core/export_profile.h"
#include "export/formats.h"

namespace mitjul {

/// The format of that id; refuses one that there is none of.
const ExportFormat& export_format(const std::string& id);

/// What the command line asks of an export: the profile that it names, and what it says beside goes before that.
ExportProfile profile_asked_for(const Arguments& arguments, Session& session);

/// Refuses options that cannot be understood, before a project is opened.
void check_export_arguments(const Arguments& arguments);

}  // namespace mitjul
