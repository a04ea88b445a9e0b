#pragma once

#include <string_view>

namespace mitjul {

/// The bytes of core/presets/<file>, which the build puts into the library; throws std::out_of_range for another name.
std::string_view core_preset_file(std::string_view file);

}  // namespace mitjul
