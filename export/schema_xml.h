#pragma once

#include <string>
#include <string_view>

#include "core/schema.h"
#include "export/xml_writer.h"

namespace mitjul {

/// The `<schema>` element of the native format at this indentation, with a line end behind it. `with_namespace`: as
/// an element of its own.
void write_schema(XmlWriter& xml, const Schema& schema, std::string_view indent, bool with_namespace);

/// The element as a file of its own, which `schema --set` reads.
std::string schema_to_xml(const Schema& schema);

}  // namespace mitjul
