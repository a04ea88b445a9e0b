#pragma once

#include <vector>

#include "import/json_text.h"
#include "import/read_bytes.h"

namespace mitjul {

/// Reads JSON lines: an object in each line that is not blank. Memory holds one line. A byte order mark is passed over.
/// A line that is no object is a problem, and the next one is read: the first thousand are told. Throws `Error`, also
/// for a line above 512 MiB.
std::vector<Problem> read_json_lines(const std::filesystem::path& path, const OnJson& on_json);
/// The same of bytes that come from a part of the file `path`. What `bytes` throws comes through.
std::vector<Problem> read_json_lines(const ReadBytes& bytes, const std::filesystem::path& path, const OnJson& on_json);

}  // namespace mitjul
