#include "ui/key_press.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace mitjul {
namespace {

struct Named {
  std::string_view name;
  int key;
};

constexpr std::array kNames{
    Named{"Tab", WXK_TAB},       Named{"Enter", WXK_RETURN},   Named{"Escape", WXK_ESCAPE},
    Named{"Delete", WXK_DELETE}, Named{"Backspace", WXK_BACK}, Named{"Insert", WXK_INSERT},
    Named{"Space", WXK_SPACE},   Named{"Up", WXK_UP},          Named{"Down", WXK_DOWN},
    Named{"Left", WXK_LEFT},     Named{"Right", WXK_RIGHT},    Named{"Home", WXK_HOME},
    Named{"End", WXK_END},       Named{"PageUp", WXK_PAGEUP},  Named{"PageDown", WXK_PAGEDOWN},
    Named{"F1", WXK_F1},         Named{"F2", WXK_F2},          Named{"F3", WXK_F3},
    Named{"F4", WXK_F4},         Named{"F5", WXK_F5},          Named{"F6", WXK_F6},
    Named{"F7", WXK_F7},         Named{"F8", WXK_F8},          Named{"F9", WXK_F9},
    Named{"F10", WXK_F10},       Named{"F11", WXK_F11},        Named{"F12", WXK_F12},
};

/// Keys that type something, as they lie in the rows of a US keyboard, and the X key code of each row's first.
struct Row {
  int first;
  std::string_view keys;
};

constexpr std::array kRows{Row{10, "1234567890-="}, Row{24, "QWERTYUIOP[]"}, Row{38, "ASDFGHJKL;'`"}, Row{51, "\\"},
                           Row{52, "ZXCVBNM,./"}};

bool types(int key) {
  return key > ' ' && key < 127 && std::any_of(kRows.begin(), kRows.end(), [key](const Row& row) {
           return row.keys.find(static_cast<char>(key)) != std::string_view::npos;
         });
}

#ifdef __WXGTK__
/// The X key code, the same under Wayland: the kernel's number of the key plus 8 (linux/input-event-codes.h).
int key_at(wxUint32 code) {
  for (const Row& row : kRows) {
    const int index = static_cast<int>(code) - row.first;
    if (index >= 0 && index < static_cast<int>(row.keys.size())) return row.keys[static_cast<std::size_t>(index)];
  }
  return 0;
}
#endif

/// Keys of the number pad count as the keys that do the same.
int without_number_pad(int key) {
  if (key >= WXK_NUMPAD0 && key <= WXK_NUMPAD9) return '0' + (key - WXK_NUMPAD0);
  switch (key) {
    case WXK_NUMPAD_ENTER: return WXK_RETURN;
    case WXK_NUMPAD_TAB: return WXK_TAB;
    case WXK_NUMPAD_SPACE: return WXK_SPACE;
    case WXK_NUMPAD_DELETE: return WXK_DELETE;
    case WXK_NUMPAD_INSERT: return WXK_INSERT;
    case WXK_NUMPAD_UP: return WXK_UP;
    case WXK_NUMPAD_DOWN: return WXK_DOWN;
    case WXK_NUMPAD_LEFT: return WXK_LEFT;
    case WXK_NUMPAD_RIGHT: return WXK_RIGHT;
    case WXK_NUMPAD_HOME: return WXK_HOME;
    case WXK_NUMPAD_END: return WXK_END;
    case WXK_NUMPAD_PAGEUP: return WXK_PAGEUP;
    case WXK_NUMPAD_PAGEDOWN: return WXK_PAGEDOWN;
    case WXK_NUMPAD_ADD: return '=';
    case WXK_NUMPAD_SUBTRACT: return '-';
    default: return key;
  }
}

}  // namespace

std::optional<KeyPress> KeyPress::parse(std::string_view text) {
  KeyPress press;
  const auto take = [&text](std::string_view modifier) {
    if (text.substr(0, modifier.size()) != modifier || text.size() == modifier.size()) return false;
    text.remove_prefix(modifier.size());
    return true;
  };
  for (bool more = true; more;) {
    more = false;
    if (take("Ctrl+")) press.ctrl = more = true;
    if (take("Shift+")) press.shift = more = true;
    if (take("Alt+")) press.alt = more = true;
  }
  if (text.size() == 1) {
    // `+` is what people call the key that needs Shift for it.
    if (text[0] == '+') {
      press.key = '=';
      press.shift = true;
      return press;
    }
    press.key = text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0];
    if (!types(press.key)) return std::nullopt;
    return press;
  }
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [text](const Named& named) { return named.name == text; });
  if (found == kNames.end()) return std::nullopt;
  press.key = found->key;
  return press;
}

KeyPress KeyPress::from(const wxKeyEvent& event) {
  KeyPress press;
  press.ctrl = event.ControlDown();
  press.shift = event.ShiftDown();
  press.alt = event.AltDown();
#ifdef __WXGTK__
  press.key = key_at(event.GetRawKeyFlags());
  if (press.key != 0) return press;
#endif
  const int code = event.GetKeyCode();
  press.key = without_number_pad(code);
  if (code == WXK_NUMPAD_ADD) press.shift = true;
  if (press.key >= 'a' && press.key <= 'z') press.key += 'A' - 'a';
  if (press.key > ' ' && press.key < 127 && !types(press.key)) press.key = 0;
  return press;
}

std::string KeyPress::name() const {
  std::string text = ctrl ? "Ctrl+" : "";
  if (alt) text += "Alt+";
  if (shift && key == '=') return text + "+";
  if (shift) text += "Shift+";
  if (types(key)) return text + static_cast<char>(key);
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [this](const Named& named) { return named.key == key; });
  return found == kNames.end() ? std::string() : text + std::string(found->name);
}

bool KeyPress::is_typing_key() const { return types(key); }

bool KeyPress::is_letter_or_digit() const { return (key >= 'A' && key <= 'Z') || (key >= '0' && key <= '9'); }

std::optional<std::vector<KeyPress>> parse_key_list(std::string_view text) {
  std::vector<KeyPress> keys;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const auto press = KeyPress::parse(word);
    if (!press) return std::nullopt;
    keys.push_back(*press);
  }
  return keys;
}

std::vector<KeyPress> parse_keys(std::string_view text) {
  auto keys = parse_key_list(text);
  assert(keys);
  return *std::move(keys);
}

std::string names_of(const std::vector<KeyPress>& keys) {
  std::string names;
  for (const KeyPress& key : keys) names += (names.empty() ? "" : " ") + key.name();
  return names;
}

}  // namespace mitjul
