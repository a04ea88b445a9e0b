#pragma once

#include <map>
#include <string>

#include "core/annotation_stream.h"

namespace mitjul {

/// What becomes of the labels of a file: by id or name in the file, the id or name of the label that its annotations
/// get; empty: they are left out.
using LabelMapping = std::map<std::string, std::string>;

/// Reads with other labels, in the schema as in the documents. A label that annotations get is one of `project`, or
/// else of the file; it takes over the attributes of the one that goes, and so do the roles in which that stood. What
/// was left out, relations that have lost an end by that, and values that do not fit any more are counted
/// (`AnnotationsLeftOut`, a notice). Problems beside those of `stream`: `UnknownLabel`; `CannotMerge` for labels of two
/// kinds, or relations with other roles. A label that the file does not have is passed over.
AnnotationStream with_labels(AnnotationStream stream, const LabelMapping& labels, const Schema& project);

}  // namespace mitjul
