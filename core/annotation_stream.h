#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/problem.h"
#include "core/schema.h"
#include "core/store.h"

namespace mitjul {

/// The XML namespace of the native format and of schema files.
constexpr std::string_view kNativeNamespace = "urn:mitjul:annotations:1";

/// What the native format holds, for the tables of formats.
constexpr std::string_view kNativeHolds =
    "documents metadata zones sets spans discontinuous attributes relations document-labels notes provenance schema";

/// What a file of annotations says before its documents.
struct StreamHeader {
  Schema schema;
  std::vector<Annotator> annotators;
  /// Whether the schema was put together from what the annotations use, as the file has none: what a project knows of
  /// its labels stays true then (`adapt_to`).
  bool inferred = false;
};

using OnHeader = std::function<void(StreamHeader)>;
using OnDocument = std::function<void(AnnotatedDocument)>;

/// Reads a file of annotations: the header, then document by document. Returns what is wrong with it; a document with
/// problems is still passed on, as far as it can be read. A callback may be empty. What a callback throws ends the
/// reading and comes through.
using AnnotationStream =
    std::function<std::vector<Problem>(const std::filesystem::path&, const OnHeader&, const OnDocument&)>;

}  // namespace mitjul
