#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "export/schema_formats.h"

namespace mitjul {

/// A schema as the configuration of a brat collection: `annotation.conf`, and `visual.conf` with names and colours.
/// Every type, role and value of an enumeration is declared. What becomes of what: docs/formats/brat-schema.md.
WrittenSchema write_brat_schema(const Schema& schema);

/// What the configuration calls what annotations use. What it does not hold is not in it.
struct BratNames {
  std::map<std::string, std::string> spans;      ///< types by label
  std::map<std::string, std::string> relations;  ///< types by label; of two ends
  /// Labels of relations that are the arguments of an event; their first role is the event itself.
  std::set<std::string> events;
  std::set<std::string> triggers;  ///< labels of spans that are events
  /// Types of attributes that are flags or choices, by the label that has them and their id.
  std::map<std::pair<std::string, std::string>, std::string> attributes;
};

/// The configuration, with what it calls everything.
struct BratConfiguration {
  WrittenSchema files;
  BratNames names;
};
BratConfiguration brat_configuration(const Schema& schema);

/// An id of a label, an attribute or a role as brat may hold it: it has neither `.` nor `+` in them.
std::string brat_type(std::string id);

}  // namespace mitjul
