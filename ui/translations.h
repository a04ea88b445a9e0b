#pragma once

#include "messages/language.h"

namespace mitjul {

/// From now on everything speaks this language: windows that are made, wx's own words, and the sentences of the engine.
/// The system's locale is not touched (wxLocale warns where a locale is not installed).
void speak(Language language);

}  // namespace mitjul
