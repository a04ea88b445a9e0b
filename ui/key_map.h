#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ui/action.h"
#include "ui/key_press.h"

namespace mitjul {

/// What speaks against a key for an action.
enum class KeyObjection {
  NoKey,     ///< it has no name
  OfLabels,  ///< digits and letters are for the labels of the schema
  OfCaret,   ///< arrows and their kin move the caret
  OfMenus,   ///< F10, and whatever is pressed with Alt but the arrows
  LetsGo,    ///< Escape leaves whatever was begun, and does nothing else
  Types,     ///< text fields need it, and the action is not for the text alone
};

/// Nothing where the action may have the key. Who has it now is another question.
std::optional<KeyObjection> objection(Action action, const KeyPress& key);

/// Which keys do what: those of the action table with the user's changes. A key that the user gave to one action is no
/// longer one of another, whatever the table says. The keys of labels stand in the schema.
class KeyMap {
 public:
  /// What the user changed: all the keys of an action, or none.
  using Changes = std::map<Action, std::vector<KeyPress>>;

  KeyMap() : KeyMap(Changes()) {}
  /// Changes that hold a key to which there is an objection are left out.
  explicit KeyMap(Changes changes);

  const std::vector<KeyPress>& keys(Action action) const { return keys_.at(action); }
  /// nullptr where no action has this key.
  const ActionInfo* action_for(const KeyPress& key) const;
  bool is_standard(Action action) const;
  const Changes& changes() const { return changes_; }

  /// Gives an action these keys and no others. Whoever had one of them loses it.
  void set(Action action, std::vector<KeyPress> keys);
  /// Gives it the keys of the table again.
  void reset(Action action);

 private:
  void collect();

  Changes changes_;
  std::map<Action, std::vector<KeyPress>> keys_;  ///< of every action
  std::vector<std::pair<KeyPress, const ActionInfo*>> owners_;
};

}  // namespace mitjul
