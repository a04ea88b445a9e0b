#pragma once

#include <filesystem>
#include <string_view>

#include "import/formats.h"

namespace mitjul {

/// Reads a text file as one document: decoded, line ends made LF, what XML cannot hold replaced and listed.
/// `encoding`: a name as `decode_as` takes it, or empty to find it out. Files above 512 MiB throw `Error{TooLarge}`.
ImportedDocument read_plain_text(const std::filesystem::path& path, std::string_view encoding);

/// Whether a file is plain text: its extension is not that of a format with markup of its own, and its first bytes
/// are neither those of a known binary format nor full of control characters.
bool looks_like_text(std::string_view extension, std::string_view beginning);

}  // namespace mitjul
