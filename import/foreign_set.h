#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/store.h"
#include "import/source_text.h"

namespace mitjul {

/// What goes for everything that comes from one file of another program.
struct ForeignFile {
  std::string name;
  std::string stem;  ///< the name without its ending
  std::string hash;  ///< of its bytes
  Time modified{};

  explicit ForeignFile(const std::filesystem::path& path);

  /// Always the same for the same file. `number`: of the document in it, from 1.
  DocumentKey key_of(std::size_t number) const;
};

/// A document with the text and what was replaced in it.
Document document_of(const SourceText& text, std::string name);

/// The annotators of a file without keys of ours, or with some. The same name has the same key at every reading.
class ForeignAnnotators {
 public:
  /// `key`: as the file has it, empty where it has none.
  AnnotatorKey find(const std::string& name, std::string_view key = {});
  const std::vector<Annotator>& list() const { return annotators_; }

 private:
  std::vector<Annotator> annotators_;
};

/// Puts annotations into a document, numbered in the order in which they come, unless the file has ids of ours.
class ForeignSet {
 public:
  ForeignSet(AnnotatedDocument& document, AnnotatorKey annotator, const ForeignFile& file);

  /// The id is the stated one where it has the form of ours and is free, else the next number. Provenance is that of
  /// an import of the file; `add` returns the annotation's id.
  AnnotationId add(std::string label, Anchor anchor, std::optional<AnnotationId> stated = std::nullopt,
                   Attributes attributes = {}, std::string note = {});
  /// The file states this id somewhere: numbers that it does not state come above it.
  void reserve(const std::optional<AnnotationId>& stated) {
    if (stated && stated->annotator == key_.annotator) last_ = std::max(last_, stated->number);
  }
  const AnnotatorKey& annotator() const { return key_.annotator; }
  /// What is said of annotations that are added from now on.
  Provenance& provenance() { return provenance_; }

 private:
  AnnotatedDocument& document_;
  SetKey key_;
  Provenance provenance_;
  std::int64_t last_ = 0;
};

}  // namespace mitjul
