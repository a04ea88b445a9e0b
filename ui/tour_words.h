#pragma once

#include <wx/string.h>

#include <optional>
#include <vector>

#include "core/document.h"
#include "core/schema.h"
#include "ui/key_map.h"
#include "ui/tour.h"

namespace mitjul {

/// A key and what it does.
struct TourKey {
  wxString key;
  wxString words;
  std::optional<Tour::Task> task;  ///< that is done with it alone
};

/// What the tour says in a step.
struct TourWords {
  wxString title;
  wxString sentence;
  std::vector<TourKey> keys;
};

/// Where the word stands that the first step names; nothing where it names none.
std::optional<TextPos> tour_word(const AnnotatedDocument* shown);

/// With words of the sample article where that is shown, in general else. `shown`: nullptr where no document is.
TourWords tour_words(Tour::Step step, const Schema& schema, const AnnotatedDocument* shown, const KeyMap& keys);

}  // namespace mitjul
