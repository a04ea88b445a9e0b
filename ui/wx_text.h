#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace mitjul {

// Between the UTF-8 of the engine and the strings of wx. Neither is ever indexed with a position of a text.

inline wxString to_wx(std::string_view utf8) { return wxString::FromUTF8(utf8.data(), utf8.size()); }
inline std::string to_utf8(const wxString& text) { return text.utf8_string(); }

}  // namespace mitjul
