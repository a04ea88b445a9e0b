#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/document.h"

namespace mitjul {

/// What a reader must find in the file that was written: of each document its text, and of its annotations as much as
/// the format holds. Keeps a fingerprint a document. The order of documents does not matter, nor that of annotations in
/// one: readers of folders have their own.
class ExpectedReading {
 public:
  /// A document of a format that holds everything. The other functions are for all other formats.
  void add_exactly(const AnnotatedDocument& document);

  /// Begins a document with the text that the reader will see.
  void begin_document(std::string_view text);
  /// A span, by the id that its label gets when it is read.
  void add_span(std::string_view label, const std::vector<Span>& segments);
  void add_relation(std::string_view label);
  void add_document_label(std::string_view label);
  /// An annotation of which the label, and the place of a span, are held.
  void add_plainly(const Annotation& annotation);

  std::size_t size() const { return documents_.size(); }
  /// The fingerprints, in ascending order.
  std::vector<std::uint64_t> sorted() const;

 private:
  std::vector<std::uint64_t> documents_;
};

/// What `ExpectedReading` says of a document that was read: after `add_exactly`, or after the other functions.
std::uint64_t exact_reading(const AnnotatedDocument& document);
std::uint64_t plain_reading(const AnnotatedDocument& document);

/// Whether the set is exported: one that says nothing (no annotation, nothing begun) is not, so that the file of a
/// project in which something was done and undone is the same as before.
bool says_something(const AnnotationSet& set);

}  // namespace mitjul
