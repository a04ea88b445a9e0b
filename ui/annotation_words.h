#pragma once

#include <wx/string.h>

#include <cstdint>
#include <string_view>

#include "core/annotation.h"
#include "core/annotation_set.h"
#include "core/document.h"
#include "core/schema.h"
#include "core/time.h"
#include "korean/suggestion.h"

namespace mitjul {

// What lists, fields and messages call things, in the language of the window.

/// The name of a label, or its id where it has none or the schema does not know it.
wxString label_name(const Schema& schema, std::string_view label);

wxString state_name(SetState state);

/// Where an annotation came from (`Provenance::origin`), in the language of the window where it is something that the
/// program itself writes there.
wxString origin_words(const std::string& origin);

/// How an annotation was made, in a word or two.
wxString method_name(Method method);

/// The name of a role of a relation's label, or its id where it has none.
wxString role_name(const Schema& schema, std::string_view label, std::string_view role);

/// Who is tied to whom by a relation, in a line of about `most` characters: `화웨이가 칩을… → 화웨이`; with the roles
/// behind the quotes where there is room for them. Empty for what is no relation.
wxString ends_of(const Annotation& annotation, const AnnotatedDocument& document, const Schema& schema,
                 std::uint32_t most);

/// `3 annotations`.
wxString count_of_annotations(std::uint64_t count);

/// `“기사.txt”`.
wxString in_quotes(const wxString& words);

/// `“기사.txt”`.
wxString in_quotes(const wxString& words);

/// What an annotation is about, on one line: the quoted text, its segments joined by `…`, shortened to `most` code
/// points; the ends of a relation, joined by an arrow; for a label of the document, its title or name.
wxString quote_of(const Annotation& annotation, const AnnotatedDocument& document, std::uint32_t most);

/// Why something is suggested, in a few words: `In the word list`.
wxString reason_of(const Suggestion& suggestion, const Schema& schema);

/// Day and minute in local time: `2026-11-21 09:00`.
wxString local_time(Time time);

/// `1234567` as `1,234,567`.
wxString grouped(std::uint64_t number);

}  // namespace mitjul
