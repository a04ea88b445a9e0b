#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "ui/editor.h"

namespace mitjul {

/// What became of a change of the schema that was asked for in the window.
struct SchemaStep {
  enum class Kind {
    Performed,
    Proposed,  ///< the schema is locked, and stays as it is until its owner decides
    LetGo,     ///< the user changed their mind
    Refused,
  };
  Kind kind = Kind::Performed;
  Editor::Refusal refused{};
};

/// Asks why the change shall be; nothing where the user changes their mind.
using AskWhy = std::function<std::optional<std::string>(const SchemaOperation&)>;

/// Whether somebody else owns the schema: who works here can only propose.
bool only_proposes(const Workspace& workspace);

/// Changes the schema, or proposes the change where it is locked for who works.
SchemaStep change_or_propose(Editor& editor, const SchemaOperation& operation, const AskWhy& ask);

/// Makes somebody the owner of the schema; an empty key: nobody, so that everybody changes it.
Edit owner_edit(const Workspace& workspace, const AnnotatorKey& owner);

/// Gives the schema another name. As any change of it, this makes it a draft.
Edit rename_edit(const Workspace& workspace, const std::string& name);

/// Locks the schema for who works, or unlocks it.
Edit lock_edit(const Workspace& workspace);

/// Open proposals where who works is the owner of the schema; else 0.
std::size_t proposals_to_decide(const Workspace& workspace);

}  // namespace mitjul
