#pragma once

namespace mitjul {

/// `application_id` of a project file: "MJUL".
constexpr int kApplicationId = 0x4D4A554C;
/// `user_version`: the version of the tables. docs/project-file.md describes each of them.
constexpr int kFileVersion = 4;

/// The statements that make the tables that came with each version, and columns of earlier ones. A project has those
/// of all versions up to its own.
extern const char* const kTablesOfVersion1;
extern const char* const kTablesOfVersion2;
extern const char* const kTablesOfVersion3;
extern const char* const kTablesOfVersion4;

}  // namespace mitjul
