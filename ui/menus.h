#pragma once

#include <wx/menu.h>

#include <optional>
#include <set>
#include <vector>

#include "core/project_settings.h"
#include "core/schema.h"
#include "ui/action.h"
#include "ui/appearance.h"
#include "ui/key_map.h"
#include "ui/settings.h"

namespace mitjul {

/// What the menus show besides the action table.
struct MenuState {
  const Schema* schema = nullptr;  ///< nullptr: no project is open, and what needs one is disabled
  Appearance appearance = Appearance::System;
  std::optional<Language> language;
  ProjectSettings settings = {};  ///< of the open project
  std::set<Pane> shown = {};
  bool reading = false;  ///< whether the reading mode is on
};

/// The menu bar, from the action table. Keys that belong to the text are shown behind the name and are no
/// accelerators: those would take letters away from text fields.
wxMenuBar* make_menu_bar(const MenuState& state, const KeyMap& keys, wxFileHistory& recent);

/// In the order of the menu bar, and what each is called, with its letter.
std::vector<MenuOf> menus();
wxString title_of(MenuOf menu);

/// To be called before a menu bar goes: the history of files knows one of its menus.
void release(wxMenuBar& bar, wxFileHistory& recent);

/// Ticks what is on; a new menu bar would let the window be laid out anew.
void tick(wxMenuBar& bar, const MenuState& state);

// What a menu event's id means; nothing where it is another kind of item.
std::optional<Action> action_of(int id);
std::optional<std::size_t> label_of(int id);  ///< index into the labels of the schema
std::optional<Appearance> appearance_of(int id);
std::optional<std::optional<Language>> language_of(int id);

}  // namespace mitjul
