#pragma once

#include <wx/string.h>

#include <vector>

#include "ui/key_map.h"

namespace mitjul {

/// A key as people read it, in the language of the window: `Ctrl+Shift+Z`, `Ctrl+Left arrow`.
wxString key_words(const KeyPress& key);
wxString key_words(const std::vector<KeyPress>& keys);
/// For sentences: the first key of an action, or else its name, by which the menus have it.
wxString key_words(const KeyMap& keys, Action action);

/// What a menu says, without the letter that chooses it and the dots behind: `Undo`, and `실행 취소` of
/// `실행 취소(&U)…`.
wxString without_letter(wxString text);
wxString action_words(const ActionInfo& action);

}  // namespace mitjul
