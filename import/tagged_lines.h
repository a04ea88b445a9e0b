#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/problem.h"

namespace mitjul {

/// The text of a file of lines that is read as a whole: UTF-8, or in a Korean encoding that was recognised; without a
/// byte order mark. `undecodable`: how many places could not be decoded.
struct FileText {
  std::string utf8;
  std::size_t undecodable = 0;
};
/// Throws `Error`, TooLarge above 64 MB too.
FileText read_file_text(const std::filesystem::path& path);

/// Calls for every line, without its end (LF or CRLF), and its number from 1, until the call returns false.
void each_line(std::string_view text, const std::function<bool(std::string_view line, std::size_t number)>& call);

/// The beginning of a line, for a problem.
std::string beginning_of(std::string_view line);

/// The lines of the beginning of a file, whose last one may be cut and is left out unless the file ends there.
std::vector<std::string_view> whole_lines(std::string_view beginning);

}  // namespace mitjul
