#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "export/expected_reading.h"
#include "export/export.h"

namespace mitjul {

/// Where the bytes of an export go: a file, the files of a folder or of an archive, or nowhere, where only the losses
/// are to be known.
class ExportSink {
 public:
  ExportSink() = default;
  ExportSink(const ExportSink&) = delete;
  ExportSink& operator=(const ExportSink&) = delete;
  virtual ~ExportSink() = default;

  /// Begins a file of a folder or an archive; what was begun before is complete. `name`: with `/` between folders, each
  /// part made by `FileNames` or plain ASCII. Formats of a single file have theirs from the beginning, and do not call
  /// this.
  virtual void begin_file(const std::string& name) = 0;
  /// Goes on with a part of a file of an archive: its parts stand there in the order of their numbers, whatever the
  /// order in which they are written.
  virtual void begin_part(const std::string& name, int /*part*/) { begin_file(name); }
  virtual void append(std::string_view bytes) = 0;
  /// For a library that writes the single file by itself: its path; empty where nothing is to be written.
  virtual std::filesystem::path file() const = 0;
};

/// What a writer is given. All of it outlives the writer.
struct ExportTask {
  const Schema& schema;
  const std::vector<Annotator>& annotators;
  const ExportOptions& options;
  ExportSink& sink;
  /// For losses that only the writer knows. Those that a format has by its nature stand in the table of formats
  /// (`ExportFormat::loses`) and are counted for it.
  ExportLosses& losses;
  ExpectedReading& expected;
};

/// Writes one export, document by document; knows nothing of files, verification, progress. Writes the same bytes for
/// the same task and documents.
class ExportWriter {
 public:
  ExportWriter() = default;
  ExportWriter(const ExportWriter&) = delete;
  ExportWriter& operator=(const ExportWriter&) = delete;
  virtual ~ExportWriter() = default;

  /// What stands before the documents.
  virtual void begin() {}
  /// The next document, in the order of the export. Not called for formats that hold the schema alone.
  virtual void write(const AnnotatedDocument& document) = 0;
  /// What stands behind them.
  virtual void end() {}
};

}  // namespace mitjul
