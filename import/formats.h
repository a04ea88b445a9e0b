#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation_stream.h"
#include "core/document.h"
#include "core/problem.h"

namespace mitjul {

/// A file as a document, as yet in no project.
struct ImportedDocument {
  std::optional<Document> document;  ///< nothing where a problem says why
  std::vector<Problem> problems;
};

/// How a file becomes documents. One line of the table in formats.cpp; dialogs, help and tests are made from it.
struct ImportFormat {
  std::string_view id;
  std::string_view name;
  std::vector<std::string_view> extensions;  ///< lower case, without the dot
  std::string_view holds;                    ///< what comes in, in the words of `mitjul-cli formats`
  /// Whether a file is of this format, by its lower-case extension and its first kilobytes.
  bool (*recognise)(std::string_view extension, std::string_view beginning);
  /// A document without annotations. `encoding`: empty to find it out. Either this or `read_annotations` is set.
  ImportedDocument (*read_document)(const std::filesystem::path& path, std::string_view encoding);
  /// Documents with their annotations.
  std::vector<Problem> (*read_annotations)(const std::filesystem::path& path, const OnHeader& on_header,
                                           const OnDocument& on_document);
  /// Files that belong to a file of this format and are read with it, not on their own; some of them may not exist.
  /// nullptr: none.
  std::vector<std::filesystem::path> (*companions)(const std::filesystem::path& path) = nullptr;
  /// The folder as which a file of a folder is read, together with others in it; itself where it is read on its own.
  /// nullptr: always.
  std::filesystem::path (*gathered)(const std::filesystem::path& path) = nullptr;
  /// Whether an archive that holds files of these names is of this format. nullptr: none but those that `recognise`
  /// knows.
  bool (*recognise_archive)(const std::vector<std::string>& names) = nullptr;
};

const std::vector<ImportFormat>& import_formats();

/// nullptr where there is no format of this id.
const ImportFormat* find_import_format(std::string_view id);

/// The format of a file; nullptr where none fits. Throws `Error` where the file cannot be read.
const ImportFormat* recognise_format(const std::filesystem::path& path);
/// Whether a file is of this format, whatever others may make of it. Throws `Error` where the file cannot be read.
bool is_of_format(const std::filesystem::path& path, const ImportFormat& format);

/// Reads back what an export in this format wrote; empty where nothing reads it.
AnnotationStream annotation_reader(std::string_view export_id);

/// The part behind the last dot of the file's name, in lower case.
std::string extension_of(const std::filesystem::path& path);

}  // namespace mitjul
