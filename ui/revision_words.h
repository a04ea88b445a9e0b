#pragma once

#include <wx/string.h>

#include "core/review.h"

namespace mitjul {

/// What a label or value is called that was revised: `주장`, `주장 · 유형: 사실`.
wxString tag_name(const RevisedTag& tag, const Schema& schema);

/// What a label means in a schema: its description and guideline. A value has no words of its own: those of the label
/// stand for it. A sentence where there is nothing.
wxString meaning_of(const RevisedTag& tag, const Schema& schema);

/// Why an annotation waits, in a sentence: `주장 (made under version 1) was revised in version 2.`
wxString reason_words(const RevisedTag& tag, int schema_version, const Schema& schema);

}  // namespace mitjul
