#pragma once

#include <string>
#include <system_error>

namespace mitjul {

/// What an error of the system is called, the same in every language: `ENAMETOOLONG`; `error 95` where it is a rare
/// one. The words for it are those of `library_words`.
std::string system_error_name(const std::error_code& code);
/// The same for what the C library left in `errno`.
std::string system_error_name(int code);

}  // namespace mitjul
