#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// Who has a key, or wants one: a label, or an attribute of it.
struct KeyUser {
  std::string label;
  std::string attribute;  ///< empty: the label itself

  bool operator==(const KeyUser&) const = default;
};

/// All keys that labels and attributes may have, digits first: `1` … `9`, `a` … `z` without those of the editor.
const std::vector<std::string>& label_keys();

/// Who keeps `user` from having the key; nothing where nobody does. Attributes are in each other's way only where one
/// annotation may have both.
std::optional<KeyUser> key_owner(const Schema& schema, const std::string& key, const KeyUser& user);

/// Those that `user` may have, its own among them.
std::vector<std::string> free_keys(const Schema& schema, const KeyUser& user);

/// A free key for a label that is new: the first digit, or else a letter of its id, or else any; empty where all are
/// taken.
std::string suggested_key(const Schema& schema, const std::string& id);

}  // namespace mitjul
