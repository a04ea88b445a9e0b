#pragma once

#include <string>
#include <string_view>

#include "core/export_profile.h"

namespace mitjul {

// Export profiles as JSON, in the form of `json_values.h`. The name is not in it: it has a column of its own.

std::string to_json(const ExportProfile& profile);
ExportProfile profile_from_json(const std::string& name, std::string_view json);

}  // namespace mitjul
