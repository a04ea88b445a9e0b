#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/annotation_loss.h"
#include "core/document.h"
#include "core/progress.h"
#include "core/schema.h"
#include "core/schema_loss.h"
#include "core/store.h"
#include "core/unit_cache.h"

namespace mitjul {

struct ExportOptions {
  Time created;           ///< the same moment gives the same bytes
  std::string generator;  ///< name and version of the program
  /// What the format was asked for by name; each is one of `ExportFormat::options`, with a value that it may have.
  std::map<std::string, std::string> values{};
  FindUnits units{};  ///< for formats of sentences; without it, every line of a text is one

  /// The value of an option; `otherwise` where nothing was said.
  std::string value(const std::string& option, const std::string& otherwise = {}) const {
    const auto found = values.find(option);
    return found == values.end() ? otherwise : found->second;
  }
};

/// Something that the format could not hold, and how often.
struct ExportLoss {
  std::variant<AnnotationFeature, SchemaFeature> what;
  std::size_t count = 0;

  bool operator==(const ExportLoss&) const = default;
};

/// What a machine reads.
inline std::string_view to_string(const ExportLoss& loss) {
  return std::visit([](auto what) { return to_string(what); }, loss.what);
}

/// Counts what does not come out.
class ExportLosses {
 public:
  void add(AnnotationFeature what, std::size_t count = 1) { counts_.at(static_cast<std::size_t>(what)) += count; }
  void add(const std::vector<SchemaLoss>& losses) { schema_.insert(schema_.end(), losses.begin(), losses.end()); }
  /// Those that there are, each kind once, in the order in which the kinds are declared.
  std::vector<ExportLoss> list() const;

 private:
  std::array<std::size_t, kAnnotationFeatures> counts_{};
  std::vector<SchemaLoss> schema_;
};

/// What is exported. Documents are asked for one after another, each once, so that memory does not grow with them.
struct ExportSource {
  Schema schema;
  std::vector<Annotator> annotators;  ///< by key; those the documents need
  std::size_t size = 0;
  std::function<AnnotatedDocument(std::size_t)> document;  ///< 0 to size - 1, in the order of the export
  /// Adds what was lost of the documents that were asked for since this was last called; empty: nothing ever is.
  std::function<void(ExportLosses&)> add_losses{};
};

struct ExportResult {
  std::size_t documents = 0;
  std::size_t annotations = 0;
  std::vector<ExportLoss> losses;
};

}  // namespace mitjul
