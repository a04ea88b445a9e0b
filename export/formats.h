#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/export_writer.h"

namespace mitjul {

/// What an export is made of; an archive is a file that holds files.
enum class Container { File, Folder, Archive };

/// Something that can be asked of a format: `--option name=value`.
struct FormatOption {
  std::string_view name;
  std::string_view otherwise;                        ///< the value where nothing is said
  std::vector<std::string_view> choices{};           ///< empty: free text
  bool (*allows)(std::string_view value) = nullptr;  ///< for free text; nullptr: everything is allowed
};

/// How documents become a file or a folder. One line of the table in formats.cpp; dialogs, help and tests are made from
/// it.
struct ExportFormat {
  std::string_view id;
  std::string_view name;
  std::string_view extension;  ///< without the dot; of a folder's files, where they have one
  Container container = Container::File;
  std::string_view holds;  ///< what the format can hold, in the words of `mitjul-cli formats`
  std::vector<FormatOption> options;
  /// What it cannot hold, whatever the project is like: counted document by document (`loss_counter.h`).
  std::vector<AnnotationFeature> loses;
  std::unique_ptr<ExportWriter> (*make_writer)(const ExportTask& task);
  bool exact = false;         ///< whether reading it back gives the same values, and not as much as it holds
  bool schema_alone = false;  ///< whether it holds no documents
};

const std::vector<ExportFormat>& export_formats();

/// nullptr where there is no format of this id.
const ExportFormat* find_export_format(std::string_view id);

/// nullptr where the format has no option of this name.
const FormatOption* find_option(const ExportFormat& format, std::string_view name);
/// Whether the option may have this value.
bool allows(const FormatOption& option, std::string_view value);

}  // namespace mitjul
