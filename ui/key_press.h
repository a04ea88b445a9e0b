#pragma once

#include <wx/event.h>

#include <optional>
#include <string_view>
#include <vector>

namespace mitjul {

/// A key with its modifiers, named by where it sits on the keyboard and not by what it types: `W` is the same key
/// with a Hangul layout or input method, and `[` the same with Shift held.
struct KeyPress {
  /// What stands on the key of a US keyboard (`W`, `1`, `[`), or a `WXK_` code (`WXK_TAB`); 0: none that is known.
  int key = 0;
  bool ctrl = false;
  bool shift = false;
  bool alt = false;

  bool operator==(const KeyPress&) const = default;

  /// `Ctrl+Shift+[`, `Tab`, `W`, `Ctrl++`, and the `w` of a schema, which is the same key as `W`; nothing where there
  /// is no such key.
  static std::optional<KeyPress> parse(std::string_view text);
  static KeyPress from(const wxKeyEvent& event);
};

/// Several of them, separated by blanks, as the action table writes them.
std::vector<KeyPress> parse_keys(std::string_view text);

}  // namespace mitjul
