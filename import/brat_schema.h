#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "import/schema_file.h"

namespace mitjul {

/// Reads the configuration of a brat collection, `annotation.conf`, and for names and colours the `visual.conf` that
/// lies beside it. What becomes of what: docs/formats/brat-schema.md.
SchemaFile read_brat_schema(const std::filesystem::path& path);

/// Which ids the schema has for what the files of the collection use.
struct BratIds {
  std::map<std::string, std::string> labels;                          ///< by type
  std::map<std::string, std::string> events;                          ///< labels of their arguments, by type
  std::map<std::string, std::string> attributes;                      ///< by type
  std::map<std::pair<std::string, std::string>, std::string> values;  ///< by type of the attribute, and value
  std::map<std::pair<std::string, std::string>, std::string> roles;   ///< by type of relation or event, and argument
};

/// The schema, with its ids.
struct BratCollection {
  SchemaFile file;
  BratIds ids;
};
BratCollection read_brat_collection(const std::filesystem::path& path);

}  // namespace mitjul
