#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/file_io.h"
#include "core/progress.h"
#include "core/time.h"
#include "export/export_writer.h"
#include "export/spool_file.h"

namespace mitjul {

/// The files of a zip. What is written is put aside in one file on the disk and packed at the end, so that memory does
/// not grow with it. Files stand in the archive in the order in which they were begun, all with the time of the export:
/// the same files give the same archive.
class ArchiveSink : public ExportSink {
 public:
  ArchiveSink(OutputFile& file, Time created);

  void begin_file(const std::string& name) override { begin_part(name, 0); }
  void begin_part(const std::string& name, int part) override;
  void append(std::string_view bytes) override;
  std::filesystem::path file() const override { return {}; }
  /// Packs everything into the file. False where it was cancelled: the file is to be given up.
  bool finish(const Progress& progress = {});

 private:
  /// A stretch of the spool.
  struct Slice {
    std::uint64_t begin;
    std::uint64_t size;
  };
  struct Entry {
    std::string name;
    std::map<int, std::vector<Slice>> parts;
  };
  struct Packing;

  void flush();
  bool copy(SpoolFile& packed, const Progress& progress);

  OutputFile& file_;
  Time created_;
  SpoolFile spool_;
  std::string buffer_;  // the end of the spool, not yet in it
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> places_;  // of entries, by name
  std::vector<Slice>* slices_ = nullptr;       // of the part that is written now
};

}  // namespace mitjul
