#pragma once

// What the tests of the writers share.

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/error.h"
#include "export/write_export.h"
#include "import/native_xml.h"
#include "tests/support/temp_folder.h"

namespace mitjul {

/// What an export is made from, all of it in memory.
struct Delivery {
  Schema schema;
  std::vector<Annotator> annotators;
  std::vector<AnnotatedDocument> documents;

  ExportSource source() const {
    return {schema, annotators, documents.size(), [this](std::size_t index) { return documents.at(index); }};
  }
};

inline Time example_time() { return *parse_time("2026-11-21T00:00:00Z"); }

inline ExportOptions example_options() { return {example_time(), "mitjul 0.1.0"}; }

inline ExportResult export_native_xml(const ExportSource& source, const std::filesystem::path& out,
                                      const ExportOptions& options, const AnnotationStream& reader,
                                      const Progress& progress) {
  return write_export(*find_export_format("mitjul-xml"), source, out, options, reader, progress);
}

/// What a native file says; fails the test where anything is wrong with it.
inline Delivery read_delivery(const std::filesystem::path& path) {
  Delivery delivery;
  const std::vector<Problem> problems = read_native_xml(
      path,
      [&](StreamHeader header) {
        delivery.schema = std::move(header.schema);
        delivery.annotators = std::move(header.annotators);
      },
      [&](AnnotatedDocument document) { delivery.documents.push_back(std::move(document)); });
  for (const Problem& problem : problems) {
    ADD_FAILURE() << path << ":" << problem.place.line << " " << to_string(problem.code);
  }
  return delivery;
}

/// The bytes of its native export.
inline std::string exported(const Delivery& delivery) {
  const TempFolder folder;
  export_native_xml(delivery.source(), folder / "🚀 내보냄.xml", example_options(), read_native_xml, {});
  return bytes_of(folder / "🚀 내보냄.xml");
}

inline std::set<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

/// The bytes of a file, or of every file below a folder, by name.
inline std::map<std::string, std::string> all_bytes_of(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return {{"", bytes_of(path)}};
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files[std::filesystem::relative(entry.path(), path).string()] = bytes_of(entry.path());
  }
  return files;
}

/// The kind of the error that the call throws.
template <class Call>
ErrorKind error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "no error";
  return ErrorKind::InputOutput;
}

}  // namespace mitjul
