#pragma once

#include <cstdint>
#include <vector>

#include "core/problem.h"
#include "core/schema.h"
#include "core/schema_loss.h"

namespace mitjul {

/// What a file says of a schema.
struct SchemaFile {
  Schema schema;
  std::vector<Problem> problems;   ///< with file and line; empty where the schema can be used
  std::vector<SchemaLoss> losses;  ///< what the file says and a schema cannot hold
};

/// Files above this are refused: no schema is that long, and what comes of it is in memory twice.
inline constexpr std::uint64_t kLargestSchemaFile = std::uint64_t{4} << 20;

/// More problems than these are no more use to anybody.
inline constexpr std::size_t kMostSchemaProblems = 1000;

}  // namespace mitjul
