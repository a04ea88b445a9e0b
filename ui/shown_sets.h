#pragma once

#include <wx/string.h>

#include <vector>

#include "core/annotation_set.h"
#include "core/store.h"

namespace mitjul {

/// Whose annotations of a document are listed and drawn beside those of who works.
struct ShownSets {
  enum class Which {
    Mine,       ///< nobody's
    Everybody,  ///< those of all other sets
    One,        ///< those of one other set, and the list has no others
  };
  Which which = Which::Mine;
  AnnotatorKey annotator = {};  ///< of `One`
  bool curated = false;         ///< of `One`

  bool operator==(const ShownSets&) const = default;
  /// Whether a set of somebody else is among them.
  bool hold(const SetKey& other) const;
};

/// Whose set it is, and whether it is a curated one: `Hana (curated)`.
wxString set_name(const SetKey& set, const std::vector<Annotator>& annotators);

}  // namespace mitjul
