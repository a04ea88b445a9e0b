#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/schema.h"
#include "ui/key_press.h"

namespace mitjul {

/// The attribute that a key means on annotations of a label; nullptr where it means none.
const Attribute* attribute_with_key(const Schema& schema, const std::string& label, const KeyPress& key);

/// What the key makes of the values of an annotation: yes and no change over, a choice goes to its next value and from
/// the last to none, or to the first where it is required. Nothing where values are typed or ticked.
std::optional<std::vector<std::string>> next_values(const Attribute& attribute,
                                                    const std::vector<std::string>& present);

}  // namespace mitjul
