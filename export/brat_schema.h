#pragma once

#include "export/schema_formats.h"

namespace mitjul {

/// A schema as the configuration of a brat collection: `annotation.conf`, and `visual.conf` with names and colours.
/// Every type, role and value of an enumeration is declared. What becomes of what: docs/formats/brat-schema.md.
WrittenSchema write_brat_schema(const Schema& schema);

}  // namespace mitjul
