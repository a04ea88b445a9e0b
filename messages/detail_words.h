#pragma once

#include <string>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// The details of a problem with words for the names of types, kinds and reasons that stand in files and code.
std::vector<std::string> details_in_words(const Problem& problem);

}  // namespace mitjul
