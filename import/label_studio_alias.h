#pragma once

#include <string>

namespace mitjul {

/// The id that an alias, a name or a condition of a Label Studio configuration means, or a result. Mitjul writes
/// `true_` and `false_` for the ids `true` and `false` (docs/formats/label-studio-schema.md); every other text means
/// itself.
std::string id_of_label_studio_alias(std::string alias);

}  // namespace mitjul
