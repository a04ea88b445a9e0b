#pragma once

#include <filesystem>
#include <pugixml.hpp>
#include <string_view>

#include "core/schema.h"
#include "import/schema_file.h"
#include "import/xml_fields.h"

namespace mitjul {

/// Reads a `<schema>` element of the native format. What is wrong with the XML goes to `fields`; what is wrong with
/// the schema in itself is for `check_schema`.
Schema read_schema_element(pugi::xml_node element, XmlFields& fields);

/// Reads a file with a `<schema>` element, checked.
SchemaFile read_schema_file(const std::filesystem::path& path);
/// The same for a `<schema>` element that stands in another file.
SchemaFile read_schema_text(std::string_view xml);

}  // namespace mitjul
