#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// A built-in schema with what is said of it where one is chosen. It is written in core/presets/<id>.tsv, its
/// guidelines in <id>.md, its example in <id>.txt and <id>.jsonl.
struct Preset {
  std::string id;  ///< also the name of the schema
  std::string name;
  std::string english_name;
  std::string description;  ///< a sentence or two: what it is for, and which data it follows
  std::string english_description;
  std::string_view example_text;   ///< a text, without a line end behind it; empty where there are no labels
  std::string_view example_lines;  ///< its annotations, one JSON object a line, as `mitjul-cli annotate` reads them
  Schema schema;
};

/// All of them, the default first. See `preset_names` and `preset` of core/schema.h for what most callers need.
const std::vector<Preset>& presets();

}  // namespace mitjul
