#include "ui/key_words.h"

#include <wx/translation.h>
#include <wx/utils.h>

#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// Of keys that are not called as they are written in the table; empty otherwise.
wxString name_for_people(int key) {
  switch (key) {
    case WXK_UP: return _("Up arrow");
    case WXK_DOWN: return _("Down arrow");
    case WXK_LEFT: return _("Left arrow");
    case WXK_RIGHT: return _("Right arrow");
    case WXK_SPACE: return _("Space bar");
    case WXK_PAGEUP: return "Page Up";
    case WXK_PAGEDOWN: return "Page Down";
    case WXK_ESCAPE: return "Esc";
    default: return {};
  }
}

}  // namespace

wxString key_words(const KeyPress& key) {
  const wxString name = name_for_people(key.key);
  if (name.empty()) return to_wx(key.name());
  return wxString(key.ctrl ? "Ctrl+" : "") + (key.alt ? "Alt+" : "") + (key.shift ? "Shift+" : "") + name;
}

wxString key_words(const std::vector<KeyPress>& keys) {
  wxString words;
  for (const KeyPress& key : keys) words += (words.empty() ? "" : ", ") + key_words(key);
  return words;
}

wxString key_words(const KeyMap& keys, Action action) {
  if (!keys.keys(action).empty()) return key_words(keys.keys(action).front());
  return wxString::Format(_("\"%s\" of the menu"), action_words(info(action)));
}

wxString without_letter(wxString text) {
  const std::size_t at = text.find("(&");
  if (at != wxString::npos && text.length() > at + 3 && text[at + 3] == ')') text.erase(at, 4);
  text = wxStripMenuCodes(text);
  if (!text.EndsWith("...", &text)) text.EndsWith(wxString::FromUTF8("…"), &text);
  return text;
}

wxString action_words(const ActionInfo& action) { return without_letter(wxGetTranslation(action.name)); }

}  // namespace mitjul
