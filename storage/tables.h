#pragma once

namespace mitjul {

/// `application_id` of a project file: "MJUL".
constexpr int kApplicationId = 0x4D4A554C;
/// `user_version`: the version of the tables. docs/project-file.md describes each of them.
constexpr int kFileVersion = 1;

/// The statements that make the tables of an empty project.
extern const char* const kTables;

}  // namespace mitjul
