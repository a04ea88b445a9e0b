#pragma once

#include <string>
#include <string_view>

namespace mitjul {

/// Why something failed, in the language of the program, as the end of a sentence: `the file is empty`. `said` is what
/// a library says in English (expat, pugixml, libzip, SQLite), the name of an error of the system (`EIO`), or which
/// part of a project is damaged (`edit 12`), or what of a file makes no sense (`it is empty`); the name of a part of a
/// file may stand before it (`a.xml: CRC error`). What is not known here is told as it is, in quotation marks; nothing
/// at all is an `EIO`.
std::string library_words(std::string_view said);

}  // namespace mitjul
