#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace mitjul {

/// SHA-256 as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);
/// The same of a file's bytes, however large it is; empty where it cannot be read.
std::string sha256_hex_of_file(const std::filesystem::path& path);

/// `length` characters that nobody can guess, `a-z2-7`, the first a letter: the form of every key in a project.
std::string random_key(std::size_t length);
/// The same form, made from the hash of bytes. `length`: at most 32.
std::string key_made_from(std::string_view bytes, std::size_t length);

}  // namespace mitjul
