#pragma once

#include <wx/string.h>

#include <optional>
#include <vector>

#include "core/schema.h"
#include "ui/key_map.h"
#include "ui/name_filter.h"

namespace mitjul {

/// A line of the list of keys: the head of a group, an action, the key of a label, or a gesture that cannot be changed.
struct KeyRow {
  bool heading = false;
  std::optional<Action> action;
  wxString name;
  wxString keys;
  bool changed = false;  ///< other keys than the standard ones
};

/// All keys and gestures in groups as the menus have them, with those of the labels where there is a schema. The
/// filter finds names and keys; a group in which it finds none is left out.
std::vector<KeyRow> key_rows(const KeyMap& keys, const Schema* schema, const NameFilter& filter);

}  // namespace mitjul
