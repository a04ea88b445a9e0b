#pragma once

namespace mitjul {

/// Light or dark, or whichever the system is.
enum class Appearance { System, Light, Dark };

/// The one that a key goes on to: light, dark, as the system, and round again.
Appearance next_appearance(Appearance appearance);

/// Makes the system's own controls follow, where the system lets a program choose.
void set_appearance(Appearance appearance);

/// Whether the window is dark now.
bool is_dark(Appearance appearance);

}  // namespace mitjul
