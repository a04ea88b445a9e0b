#pragma once

#include <wx/string.h>

#include <string_view>

#include "core/change.h"
#include "core/workspace.h"
#include "ui/key_map.h"

namespace mitjul {

// What edits are called, in the language of the window.

/// Whether there are words for edits of this name (`Edit::name`).
bool has_edit_words(std::string_view name);
/// What an edit of this name does: `Delete`; the name itself where there are no words for it.
wxString edit_name(std::string_view name);

/// What an edit does, and to what, on one line: `Delete – Person “화웨이”`, `Annotate occurrences – 12 annotations`.
/// Quotes are of `shown`, the document that is shown; of others, and where it is nullptr, there are none.
wxString edit_words(const Edit& edit, const Schema& schema, const AnnotatedDocument* shown);

/// What has happened, as a sentence, where it would not be seen otherwise: something was undone or redone, deleted, or
/// changed in several places at once. Empty for what is seen where it was done.
wxString outcome_sentence(const Outcome& outcome, const Schema& schema, const AnnotatedDocument* shown,
                          const KeyMap& keys);

}  // namespace mitjul
