#pragma once

#include <wx/string.h>

#include <functional>

#include "core/schema_operation.h"
#include "ui/schema_counts.h"
#include "ui/text_field.h"

namespace mitjul {

/// What became of a change of the schema that a form asked for.
struct SchemaAnswer {
  Storing storing = Storing::Done;
  wxString why{};         ///< a sentence, where it was not done; empty where the user changed their mind
  bool proposed = false;  ///< not done: the schema is locked, and its owner decides

  bool done() const { return storing == Storing::Done; }
};

/// Whether the user is asked before annotations lose what they say.
enum class AskFirst { Yes, No };

/// What the parts of the schema editor work on: what there is, and the one way to change it.
struct SchemaAccess {
  std::function<const Schema&()> schema;
  std::function<const SchemaCounts&()> counts;
  /// At once, as one edit that can be undone. The forms are told when it has happened.
  std::function<SchemaAnswer(const SchemaOperation&, AskFirst)> change;
};

}  // namespace mitjul
