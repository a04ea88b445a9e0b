#pragma once

#include <wx/string.h>

#include <vector>

#include "ui/problem_rows.h"

namespace mitjul {

/// `▲ Warning`: a sign and a word, so that it does not take colours to tell them apart.
wxString severity_words(Severity severity);

/// What problems of a kind are called in a list to choose from: `Blank at the edge`.
wxString kind_words(ProblemCode kind);

/// What is wrong, as a sentence with the names of the schema.
wxString problem_words(const ProblemRow& row, const Schema& schema);

/// The same with how bad it is: `▲ Warning: …`
wxString full_words(const ProblemRow& row, const Schema& schema);
/// Of several, with this between them.
wxString full_words(const std::vector<const ProblemRow*>& rows, const Schema& schema, const wxString& between);

/// Where: the label and what it quotes.
wxString place_words(const ProblemRow& row, const Schema& schema);

/// What the quick fix does, for a button; what there is to do by hand, where there is none.
wxString fix_words(const ProblemRow& row);

/// `2 errors, 1 warning`; empty where there are none.
wxString counts_words(const ProblemRows& rows);

}  // namespace mitjul
