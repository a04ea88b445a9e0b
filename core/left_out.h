#pragma once

#include <cstddef>
#include <string_view>

#include "core/problem.h"

namespace mitjul {

/// What is not taken over from a file of another program, and why: by its name the first detail of
/// `ProblemCode::AnnotationsLeftOut`, where that is no word of the file itself.
enum class LeftOut {
  PlaceNoNumber,   ///< annotations whose place is no whole number
  PlaceInMarkup,   ///< annotations whose place is a path in HTML
  PlaceInTurns,    ///< annotations whose place is a turn of a conversation
  OtherMedia,      ///< annotations of pictures, sound or films
  OtherText,       ///< annotations of another text than the one that is read
  Unlabelled,      ///< annotations without a label
  UnknownResults,  ///< results of a kind that is not known
  LostAnswers,     ///< answers about a place that has no label
  LostRelations,   ///< relations with an end that is not there
  Cancelled,       ///< what an annotator has skipped
  Drafts,          ///< what an annotator has not handed in
  NumbersOnly,     ///< annotations of which the file has nothing but a number
  OtherFiles,      ///< files of an archive that are of another kind
};

/// `place-no-number`.
std::string_view to_string(LeftOut what);

/// An `AnnotationsLeftOut` of so many.
Problem left_out(LeftOut what, std::size_t count);

}  // namespace mitjul
