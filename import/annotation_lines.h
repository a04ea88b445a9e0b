#pragma once

#include <string_view>
#include <vector>

#include "core/change.h"
#include "core/problem.h"

namespace mitjul {

/// Annotations as JSON lines (docs/formats/annotation-lines.md), read as one edit.
struct AnnotationLines {
  Edit edit;
  std::vector<std::size_t> lines;  ///< the line, from 1, that each change of the edit comes from
  std::vector<Problem> problems;   ///< with their lines; where there are any, the edit is not to be performed
};

/// Reads the lines for a set. Ids are provisional; whether labels, places and values fit is for
/// `Workspace::perform`. Nothing is trimmed. `JSON` numbers of positions are code points.
AnnotationLines read_annotation_lines(std::string_view json_lines, const SetKey& set);

}  // namespace mitjul
