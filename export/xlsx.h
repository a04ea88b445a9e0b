#pragma once

#include <cstdint>
#include <memory>

#include "export/annotation_table.h"
#include "export/export_writer.h"

namespace mitjul {

/// A workbook for spreadsheets (Office Open XML): sheets of annotations, relations, documents, and labels with their
/// counts. Text is text there, and never a formula; what does not fit into a cell is cut, and what does not fit into a
/// sheet goes on in a further one. `headings=ko|en`: the names of sheets and columns. Rows go to the disk as they come.
class XlsxWriter : public ExportWriter {
 public:
  static constexpr std::uint32_t kMostRows = 1048576;  ///< of a sheet, its header included

  explicit XlsxWriter(const ExportTask& task, std::uint32_t most_rows = kMostRows);
  ~XlsxWriter() override;
  void begin() override;
  void write(const AnnotatedDocument& document) override;
  void end() override;

 private:
  class Book;

  ExportTask task_;
  AnnotationTable table_;
  std::unique_ptr<Book> book_;
};

}  // namespace mitjul
