#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/document.h"
#include "core/problem.h"
#include "core/progress.h"
#include "core/schema.h"
#include "core/store.h"

namespace mitjul {

/// What is exported. Documents are asked for one after another, each once, so that memory does not grow with them.
struct ExportSource {
  Schema schema;
  std::vector<Annotator> annotators;  ///< by key; those the documents need
  std::size_t size = 0;
  std::function<AnnotatedDocument(std::size_t)> document;  ///< 0 to size - 1, in the order of the export
};

struct ExportOptions {
  Time created;           ///< the same moment gives the same bytes
  std::string generator;  ///< name and version of the program
};

/// Something that the format could not hold, and how often.
struct ExportLoss {
  std::string what;
  std::size_t count = 0;
};

struct ExportResult {
  std::size_t documents = 0;
  std::size_t annotations = 0;
  std::vector<ExportLoss> losses;
};

}  // namespace mitjul
