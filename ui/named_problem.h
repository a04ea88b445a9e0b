#pragma once

#include <wx/string.h>

#include "core/problem.h"
#include "ui/editor.h"

namespace mitjul {

/// A problem of an edit as people know the things in it: names of the schema in place of ids, the quoted text in place
/// of an annotation's id. `document`: where annotations are looked for, or nullptr. `label`: whose attributes are meant
/// where several labels have one of the same id; empty: any.
Problem with_names(Problem problem, const Schema& schema, const AnnotatedDocument* document,
                   const std::string& label = {});

/// The same as a sentence, for an edit of the editor that was refused.
wxString refusal_words(const Problem& problem, const Editor& editor);

}  // namespace mitjul
