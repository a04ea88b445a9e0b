#pragma once

#include <filesystem>
#include <pugixml.hpp>
#include <vector>

#include "core/problem.h"
#include "core/schema.h"
#include "import/xml_fields.h"

namespace mitjul {

/// Reads a `<schema>` element of the native format. What is wrong with the XML goes to `fields`; what is wrong with
/// the schema in itself is for `check_schema`.
Schema read_schema_element(pugi::xml_node element, XmlFields& fields);

struct SchemaFile {
  Schema schema;
  std::vector<Problem> problems;  ///< empty where the schema can be used
};

/// Reads a file with a `<schema>` element, checked.
SchemaFile read_schema_file(const std::filesystem::path& path);

}  // namespace mitjul
