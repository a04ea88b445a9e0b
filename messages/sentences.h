#pragma once

#include <string>

#include "core/error.h"
#include "core/problem.h"

namespace mitjul {

/// What is wrong, as one sentence in the language of the program, with its place before it: `file:line: …`.
std::string sentence(const Problem& problem);
std::string sentence(const Error& error);

/// That a document came in which has no text.
std::string no_text_sentence(const std::string& document);

}  // namespace mitjul
