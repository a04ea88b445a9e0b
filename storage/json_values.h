#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/change.h"

namespace mitjul {

// The values of the log, as JSON. Each carries the version of its form, `"v": 1`; reading throws
// std::invalid_argument for anything else, and for what is no value of its kind.

std::string to_json(const Annotation& annotation);
Annotation annotation_from_json(std::string_view json);

/// With the annotations that are tagged so, or none.
std::string to_json(const Tagging& tagging, const std::vector<AnnotationId>& annotations);
std::pair<Tagging, std::vector<AnnotationId>> tagging_from_json(std::string_view json);

std::string to_json(const DocumentInfo& info);
DocumentInfo document_info_from_json(std::string_view json);

std::string to_json(const ProjectSettings& settings);
ProjectSettings settings_from_json(std::string_view json);

std::string to_json(const std::vector<GazetteerEntry>& words);
std::vector<GazetteerEntry> words_from_json(std::string_view json);

/// The name of an annotator.
std::string name_to_json(const std::string& name);
std::string name_from_json(std::string_view json);

/// Without the annotator, which has a column of its own.
std::string to_json(const RefusedSuggestion& refusal);
RefusedSuggestion refusal_from_json(std::string_view json, const AnnotatorKey& annotator);

}  // namespace mitjul
