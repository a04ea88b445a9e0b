#pragma once

namespace mitjul {

/// Light or dark, or whichever the system is.
enum class Appearance { System, Light, Dark };

/// Makes the system's own controls follow, where the system lets a program choose.
void set_appearance(Appearance appearance);

/// Whether the window is dark now.
bool is_dark(Appearance appearance);

}  // namespace mitjul
