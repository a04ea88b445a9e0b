#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/annotation_stream.h"
#include "core/progress.h"

namespace mitjul {

/// A label that annotations of files have and the project does not.
struct UnknownLabel {
  Label label;  ///< as it is used in the files
  std::size_t annotations = 0;

  bool operator==(const UnknownLabel&) const = default;
};

/// Collects the labels of files whose annotations come without a schema. Files with a schema of their own say what
/// their labels are, and nothing is to be asked about them.
class UnknownLabels {
 public:
  explicit UnknownLabels(const Schema& present) : present_(present) {}

  /// The next file. False where its documents are of no interest.
  bool begin(const StreamHeader& header);
  /// A document of that file.
  void add(const AnnotatedDocument& document);
  /// Those that annotations have, in the order in which they came; the same label of several files once.
  std::vector<UnknownLabel> list() const;

 private:
  const Schema& present_;
  std::vector<UnknownLabel> labels_;
  std::map<std::string, std::size_t> places_;  ///< of ids in `labels_`
};

/// The same of all files, and of those in folders, that can be imported. What cannot be read is passed over: the import
/// says why. Throws `Error`: Cancelled.
std::vector<UnknownLabel> find_unknown_labels(const Schema& present, const std::vector<std::filesystem::path>& paths,
                                              const Progress& progress);

}  // namespace mitjul
