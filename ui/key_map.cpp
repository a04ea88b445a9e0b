#include "ui/key_map.h"

#include <algorithm>

namespace mitjul {
namespace {

/// Letters of the editor itself, which no label has (`is_label_key` in core/schema_checks.cpp).
bool is_own_letter(int key) { return key == 'W' || key == 'R' || key == 'C'; }

bool moves_caret(const KeyPress& key) {
  if (key.alt) return false;
  switch (key.key) {
    case WXK_UP:
    case WXK_DOWN:
    case WXK_LEFT:
    case WXK_RIGHT:
    case WXK_HOME:
    case WXK_END: return true;
    case WXK_PAGEUP:
    case WXK_PAGEDOWN: return !key.ctrl;
    default: return false;
  }
}

/// With Alt the letters of the menus, and what window managers take for themselves.
bool opens_menus(const KeyPress& key) {
  if (key.key == WXK_F10) return true;
  const bool an_arrow = key.key == WXK_UP || key.key == WXK_DOWN || key.key == WXK_LEFT || key.key == WXK_RIGHT;
  return key.alt && !an_arrow;
}

/// What text fields do something with.
bool types(const KeyPress& key) {
  // Select all, copy, cut, paste.
  if (key.ctrl) return !key.shift && (key.key == 'A' || key.key == 'C' || key.key == 'X' || key.key == 'V');
  switch (key.key) {
    case WXK_TAB:
    case WXK_RETURN:
    case WXK_SPACE:
    case WXK_DELETE:
    case WXK_BACK:
    case WXK_INSERT: return true;
    default: return key.is_typing_key();
  }
}

std::vector<KeyPress> standard_keys(Action action) { return parse_keys(info(action).keys); }

bool holds(const std::vector<KeyPress>& keys, const KeyPress& key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::optional<KeyObjection> objection(Action action, const KeyPress& key) {
  if (key.name().empty()) return KeyObjection::NoKey;
  if (opens_menus(key)) return KeyObjection::OfMenus;
  if (key.key == WXK_ESCAPE && action != Action::Escape) return KeyObjection::LetsGo;
  if (moves_caret(key)) return KeyObjection::OfCaret;
  if (!key.ctrl && !key.shift && key.is_letter_or_digit() && !is_own_letter(key.key)) return KeyObjection::OfLabels;
  if (types(key) && !info(action).in_text_only()) return KeyObjection::Types;
  return std::nullopt;
}

KeyMap::KeyMap(Changes changes) : changes_(std::move(changes)) {
  for (auto change = changes_.begin(); change != changes_.end();) {
    const bool bad = std::any_of(change->second.begin(), change->second.end(),
                                 [&](const KeyPress& key) { return objection(change->first, key).has_value(); });
    change = bad ? changes_.erase(change) : std::next(change);
  }
  collect();
}

void KeyMap::collect() {
  keys_.clear();
  owners_.clear();
  const auto give = [this](const ActionInfo& action, const std::vector<KeyPress>& keys) {
    std::vector<KeyPress>& own = keys_[action.action];
    for (const KeyPress& key : keys) {
      if (action_for(key) != nullptr) continue;
      own.push_back(key);
      owners_.emplace_back(key, &action);
    }
  };
  for (const ActionInfo& action : actions()) {
    if (const auto change = changes_.find(action.action); change != changes_.end()) give(action, change->second);
  }
  for (const ActionInfo& action : actions()) {
    if (changes_.count(action.action) == 0) give(action, standard_keys(action.action));
  }
}

const ActionInfo* KeyMap::action_for(const KeyPress& key) const {
  const auto found = std::find_if(owners_.begin(), owners_.end(), [&](const auto& each) { return each.first == key; });
  return found == owners_.end() ? nullptr : found->second;
}

bool KeyMap::is_standard(Action action) const { return keys(action) == standard_keys(action); }

void KeyMap::set(Action action, std::vector<KeyPress> keys) {
  for (auto& [other, others] : changes_) {
    others.erase(std::remove_if(others.begin(), others.end(), [&](const KeyPress& key) { return holds(keys, key); }),
                 others.end());
  }
  if (keys == standard_keys(action)) {
    changes_.erase(action);
  } else {
    changes_[action] = std::move(keys);
  }
  collect();
}

void KeyMap::reset(Action action) { set(action, standard_keys(action)); }

}  // namespace mitjul
