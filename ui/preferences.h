#pragma once

#include <optional>

#include "core/project_settings.h"
#include "messages/language.h"
#include "ui/appearance.h"
#include "ui/reading_style.h"

namespace mitjul {

/// What can be chosen in the dialog for preferences: of the user, and of the project that is open.
struct Preferences {
  int text_size = 100;  ///< in per cent
  ReadingStyle reading;
  Appearance appearance = Appearance::System;
  bool recent_labels = true;               ///< whether those that were used last are offered first
  std::optional<Language> language;        ///< nothing: what the system speaks
  std::optional<ProjectSettings> project;  ///< nothing: none is open

  bool operator==(const Preferences&) const = default;
};

}  // namespace mitjul
