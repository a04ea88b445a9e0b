#include "ui/menus.h"

#include <wx/intl.h>

#include <algorithm>
#include <array>

#include "ui/annotation_words.h"
#include "ui/key_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kActions = wxID_HIGHEST + 1;
constexpr int kAppearances = kActions + 200;
constexpr int kLanguages = kActions + 210;
constexpr int kLabels = kActions + 300;
constexpr int kMostLabels = 5000;

/// Whether it is on or off; nothing where it is no such thing.
std::optional<bool> checked(Action action, const MenuState& state) {
  switch (action) {
    case Action::OfferSuggestions: return state.settings.suggestions;
    case Action::ParticleInside: return state.settings.particle_inside;
    case Action::LockSchema: return !state.settings.schema_owner.empty();
    case Action::ReadingMode: return state.reading;
    case Action::ShowDocuments: return state.shown.count(Pane::Documents) != 0;
    case Action::ShowAnnotations: return state.shown.count(Pane::Annotations) != 0;
    case Action::ShowLabels: return state.shown.count(Pane::Labels) != 0;
    default: return std::nullopt;
  }
}

bool is_submenu(Action action) { return action == Action::SwitchAppearance || action == Action::SwitchLanguage; }

/// Submenus have no accelerators, either.
wxString text_of(const ActionInfo& action, const KeyMap& keys) {
  const wxString text = wxGetTranslation(action.name);
  if (keys.keys(action.action).empty()) return text;
  const KeyPress& key = keys.keys(action.action).front();
  const bool only_shown = action.in_text_only() || is_submenu(action.action);
  return text + (only_shown ? "  (" + key_words(key) + ")" : "\t" + to_wx(key.name()));
}

wxMenu* make_labels(const Schema& schema) {
  auto* const menu = new wxMenu;
  for (std::size_t i = 0; i < std::min<std::size_t>(schema.labels.size(), kMostLabels); ++i) {
    const Label& label = schema.labels[i];
    wxString text = wxControl::EscapeMnemonics(label_name(schema, label.id));
    if (!label.parent.empty()) text = "    " + text;
    if (!label.key.empty()) text += "  (" + to_wx(label.key).Upper() + ")";
    if (i > 0 && label.kind != schema.labels[i - 1].kind) menu->AppendSeparator();
    menu->Append(kLabels + static_cast<int>(i), text, to_wx(label.description));
  }
  return menu;
}

wxMenu* make_appearances(Appearance present) {
  auto* const menu = new wxMenu;
  menu->AppendRadioItem(kAppearances, _("As the &System"));
  menu->AppendRadioItem(kAppearances + 1, _("&Light"));
  menu->AppendRadioItem(kAppearances + 2, _("&Dark"));
  menu->Check(kAppearances + static_cast<int>(present), true);
  return menu;
}

wxMenu* make_languages(std::optional<Language> present) {
  auto* const menu = new wxMenu;
  menu->AppendRadioItem(kLanguages, _("As the &System"));
  // Each in its own language, for who cannot read the other.
  menu->AppendRadioItem(kLanguages + 1, "English");
  menu->AppendRadioItem(kLanguages + 2, wxString::FromUTF8("한국어"));
  menu->Check(kLanguages + (!present ? 0 : *present == Language::English ? 1 : 2), true);
  return menu;
}

void append(wxMenu& menu, const ActionInfo& action, const MenuState& state, const KeyMap& keys, wxFileHistory& recent) {
  const int id = kActions + static_cast<int>(action.action);
  if (menu.GetMenuItemCount() > 0 && action.begins_group()) menu.AppendSeparator();
  if (action.action == Action::SwitchAppearance) {
    menu.AppendSubMenu(make_appearances(state.appearance), text_of(action, keys));
  } else if (action.action == Action::SwitchLanguage) {
    menu.AppendSubMenu(make_languages(state.language), text_of(action, keys));
  } else {
    const std::optional<bool> check = checked(action.action, state);
    wxMenuItem* const item =
        check ? menu.AppendCheckItem(id, text_of(action, keys)) : menu.Append(id, text_of(action, keys));
    if (check) item->Check(*check);
    item->Enable(state.schema != nullptr || !action.needs_project());
  }
  if (action.action == Action::OpenProject) {
    auto* const files = new wxMenu;
    recent.UseMenu(files);
    recent.AddFilesToMenu(files);
    menu.AppendSubMenu(files, _("Open &Recent"))->Enable(recent.GetCount() > 0);
  }
}

}  // namespace

std::vector<MenuOf> menus() {
  return {MenuOf::File,  MenuOf::Edit, MenuOf::Annotation, MenuOf::Suggestions,
          MenuOf::Words, MenuOf::Go,   MenuOf::View,       MenuOf::Help};
}

wxString title_of(MenuOf menu) {
  switch (menu) {
    case MenuOf::File: return _("&File");
    case MenuOf::Edit: return _("&Edit");
    case MenuOf::Annotation: return _("&Annotation");
    case MenuOf::Suggestions: return _("&Suggestions");
    case MenuOf::Words: return _("&Words");
    case MenuOf::Go: return _("&Go");
    case MenuOf::View: return _("&View");
    case MenuOf::Help: return _("&Help");
    case MenuOf::None: break;
  }
  return {};
}

wxMenuBar* make_menu_bar(const MenuState& state, const KeyMap& keys, wxFileHistory& recent) {
  while (!recent.GetMenus().empty()) {
    recent.RemoveMenu(static_cast<wxMenu*>(recent.GetMenus().GetFirst()->GetData()));
  }
  auto* const bar = new wxMenuBar;
  for (const MenuOf each : menus()) {
    auto* const menu = new wxMenu;
    if (each == MenuOf::Annotation && state.schema != nullptr && !state.schema->labels.empty()) {
      menu->AppendSubMenu(make_labels(*state.schema), _("&Label"));
    }
    for (const ActionInfo& action : actions()) {
      if (action.menu == each) append(*menu, action, state, keys, recent);
    }
    bar->Append(menu, title_of(each));
  }
  return bar;
}

void release(wxMenuBar& bar, wxFileHistory& recent) {
  std::vector<wxMenu*> menus;
  for (wxObject* const each : recent.GetMenus()) menus.push_back(static_cast<wxMenu*>(each));
  for (wxMenu* const menu : menus) {
    if (menu->GetMenuBar() == &bar) recent.RemoveMenu(menu);
  }
}

void tick(wxMenuBar& bar, const MenuState& state) {
  for (const ActionInfo& action : actions()) {
    const std::optional<bool> check = checked(action.action, state);
    if (check) bar.Check(kActions + static_cast<int>(action.action), *check);
  }
}

std::optional<Action> action_of(int id) {
  for (const ActionInfo& action : actions()) {
    if (id == kActions + static_cast<int>(action.action)) return action.action;
  }
  return std::nullopt;
}

std::optional<std::size_t> label_of(int id) {
  if (id < kLabels || id >= kLabels + kMostLabels) return std::nullopt;
  return static_cast<std::size_t>(id - kLabels);
}

std::optional<Appearance> appearance_of(int id) {
  if (id < kAppearances || id > kAppearances + 2) return std::nullopt;
  return static_cast<Appearance>(id - kAppearances);
}

std::optional<std::optional<Language>> language_of(int id) {
  if (id == kLanguages) return std::optional<Language>();
  if (id == kLanguages + 1) return std::optional(Language::English);
  if (id == kLanguages + 2) return std::optional(Language::Korean);
  return std::nullopt;
}

}  // namespace mitjul
