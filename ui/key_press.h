#pragma once

#include <wx/event.h>

#include <optional>
#include <string>
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
  /// What `parse` reads; empty where the key has no name.
  std::string name() const;

  /// Whether it is a key of the rows that type something, whatever is held with it: a letter, a digit, a bracket.
  bool is_typing_key() const;
  bool is_letter_or_digit() const;
};

/// Several of them, separated by blanks; nothing where one of them is no key.
std::optional<std::vector<KeyPress>> parse_key_list(std::string_view text);
/// The same for text that is known to hold keys, as the action table does.
std::vector<KeyPress> parse_keys(std::string_view text);
/// What `parse_key_list` reads.
std::string names_of(const std::vector<KeyPress>& keys);

}  // namespace mitjul
