#pragma once

#include <string>

#include "core/annotation_loss.h"

namespace mitjul {

/// What a format could not hold, in the language of the program: `relations`.
std::string words(AnnotationFeature feature);

}  // namespace mitjul
