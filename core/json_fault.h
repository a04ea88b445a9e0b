#pragma once

#include <string_view>

namespace mitjul {

/// Why a text is no JSON (RFC 8259), or none that is read here: by its name the second detail of
/// `ProblemCode::InvalidJson`.
enum class JsonFault {
  Nothing,           ///< there are blanks at most
  Ends,              ///< it ends while brackets or quotation marks are open
  Unexpected,        ///< something stands where it cannot
  ControlCharacter,  ///< a string holds a line end, a tab or the like as it is
  Escape,            ///< a string holds a backslash with something that cannot follow it
  Number,            ///< a number that no double holds
  Deep,              ///< brackets in brackets in brackets …
  Many,              ///< more values than are read
  Behind,            ///< something stands behind the end
  NoObject,          ///< a value that is no object, where only objects can be read
};

/// `control-character`.
std::string_view to_string(JsonFault fault);

}  // namespace mitjul
