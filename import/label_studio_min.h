#pragma once

#include <nlohmann/json.hpp>

namespace mitjul {

/// Whether a task is one of the short form (JSON_MIN): data and results stand beside each other, those under the names
/// of their controls, without ids, and without relations. Every annotation of a task is a record of its own.
bool is_short_task(const nlohmann::json& task);

/// The same in the whole form. Results of the same place belong together. An answer that is a mere text looks like
/// data, and stays there.
nlohmann::json whole_task(const nlohmann::json& task);

}  // namespace mitjul
