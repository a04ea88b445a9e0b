#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "core/annotation.h"

namespace mitjul {

/// How far an annotator has come with a document.
enum class SetState { New, InProgress, Finished, Skipped };

/// The name in files: `new`, `in-progress`, `finished`, `skipped`.
std::string_view to_string(SetState state);
std::optional<SetState> parse_set_state(std::string_view text);

/// Which annotation set of a project: whose, on which document, and whether it is the result of curation.
struct SetKey {
  DocumentKey document;
  AnnotatorKey annotator;
  bool curated = false;

  auto operator<=>(const SetKey&) const = default;
};

/// What one annotator says about one document. Imported and curated annotations are sets too.
/// Keeps the sum of its annotations' fingerprints as they come and go.
class AnnotationSet {
 public:
  explicit AnnotationSet(SetKey key) : key_(key) {}

  const SetKey& key() const { return key_; }
  SetState state() const { return state_; }
  void set_state(SetState state) { state_ = state; }

  /// By id: the order in which they were made.
  const std::map<AnnotationId, Annotation>& annotations() const { return annotations_; }
  const Annotation* find(const AnnotationId& id) const;
  std::size_t size() const { return annotations_.size(); }

  /// Adds it, or replaces the one with its id.
  void put(Annotation annotation);
  /// Removes it; nothing where there is none.
  void remove(const AnnotationId& id);

  /// Sum of the fingerprints, modulo 2^64.
  std::uint64_t fingerprint() const { return fingerprint_; }

  bool operator==(const AnnotationSet&) const = default;

 private:
  SetKey key_;
  SetState state_ = SetState::New;
  std::map<AnnotationId, Annotation> annotations_;
  std::uint64_t fingerprint_ = 0;
};

}  // namespace mitjul
