#pragma once

// What the tests of the readers share.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"
#include "import/native_xml.h"
#include "tests/support/temp_folder.h"

namespace mitjul {

/// What is wrong and in which line, as `17:quote-differs`.
inline std::vector<std::string> found(const std::vector<Problem>& problems) {
  std::vector<std::string> words;
  for (const Problem& problem : problems) {
    words.push_back(std::to_string(problem.place.line) + ":" + std::string(to_string(problem.code)));
  }
  return words;
}

/// `text` with `from`, which stands in it exactly once, replaced.
inline std::string edited(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    ADD_FAILURE() << "not exactly once: " << from;
    return text;
  }
  return text.replace(at, from.size(), to);
}

/// The example of the format's documentation.
inline std::string contract_xml() { return bytes_of(std::string(MITJUL_FIXTURES) + "/mitjul-xml/contract/export.xml"); }

struct NativeFile {
  int headers = 0;
  StreamHeader header;
  std::vector<AnnotatedDocument> documents;
  std::vector<Problem> problems;
};

inline NativeFile read_native_file(const std::filesystem::path& path) {
  NativeFile file;
  file.problems = read_native_xml(
      path,
      [&](StreamHeader header) {
        ++file.headers;
        file.header = std::move(header);
      },
      [&](AnnotatedDocument document) { file.documents.push_back(std::move(document)); });
  return file;
}

inline NativeFile read_native(std::string_view xml) {
  const TempFolder folder;
  return read_native_file(folder.write("주석.xml", xml));
}

}  // namespace mitjul
