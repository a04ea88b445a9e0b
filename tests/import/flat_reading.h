#pragma once

// What the tests of readers of texts with spans share.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotation_checks.h"
#include "core/schema_checks.h"
#include "import/formats.h"
#include "tests/import/reading.h"

namespace mitjul {

struct FlatFile {
  int headers = 0;
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;

  const std::string& text(std::size_t document = 0) const { return documents.at(document).document.text.utf8(); }
  /// `ORG 화웨이`.
  std::vector<std::string> spans(std::size_t document = 0) const {
    std::vector<std::string> words;
    for (const auto& [key, set] : documents.at(document).sets) {
      for (const auto& [id, annotation] : set.annotations()) {
        words.push_back(annotation.label + " " +
                        std::string(documents.at(document).document.text.slice(annotation.spans()->hull())));
      }
    }
    return words;
  }
};

/// Reads a file; what comes out stands before the checks that every import makes.
inline FlatFile read_flat_file(std::string_view format, const std::filesystem::path& path) {
  FlatFile file;
  file.problems = find_import_format(format)->read_annotations(
      path,
      [&](StreamHeader header) {
        ++file.headers;
        EXPECT_TRUE(check_schema(header.schema).empty());
        file.header = std::move(header);
      },
      [&](AnnotatedDocument document) {
        EXPECT_TRUE(check_document(document, file.header.schema, {}).empty());
        file.documents.push_back(std::move(document));
      });
  return file;
}

inline FlatFile read_flat(std::string_view format, std::string_view bytes) {
  const TempFolder folder;
  return read_flat_file(format, folder.write("말뭉치", bytes));
}

inline std::string recognised_as(std::string_view name, std::string_view bytes) {
  const TempFolder folder;
  const ImportFormat* const format = recognise_format(folder.write(name, bytes));
  return format == nullptr ? "" : std::string(format->id);
}

}  // namespace mitjul
