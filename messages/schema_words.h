#pragma once

#include <string>

#include "core/schema_loss.h"

namespace mitjul {

/// What a part of a schema is called, in the language of the program.
std::string words(SchemaFeature feature);

/// `path:3: not taken over: roles that … (2).`; without a path where something was written.
std::string sentence(const SchemaLoss& loss, const std::string& file = {});

}  // namespace mitjul
