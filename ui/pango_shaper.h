#pragma once

#include <memory>

#include "ui/run_shaper.h"

namespace mitjul {

/// Shapes and draws with Pango, which finds a font for every character and draws colour emoji. The only code that
/// knows GTK's libraries, beside the line that keeps the input method out of the text view.
std::unique_ptr<RunShaper> make_pango_shaper();

}  // namespace mitjul
