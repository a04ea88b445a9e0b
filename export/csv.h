#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "export/annotation_table.h"
#include "export/export_writer.h"

namespace mitjul {

/// A table of annotations (RFC 4180, UTF-8): one row each, with its quote and what stands around it. Rows end in CRLF.
/// `bom=yes`: a byte order mark in front, without which Excel takes Korean for another encoding. `guard=yes`: no cell
/// is a formula to a spreadsheet (`csv_cell`).
class CsvWriter : public ExportWriter {
 public:
  explicit CsvWriter(const ExportTask& task);
  void begin() override;
  void write(const AnnotatedDocument& document) override;

 private:
  void add_row(const std::vector<std::string>& cells);

  ExportTask task_;
  AnnotationTable table_;
  bool guard_;
  std::string lines_;
};

/// A cell as it stands in the file. `guard`: one that a spreadsheet would run, as it begins with `=` `+` `-` `@`, their
/// full-width forms, TAB or CR, has an apostrophe in front, and so has one that begins with an apostrophe: who takes
/// one leading apostrophe away has what was there. Plain numbers are no formulas.
std::string csv_cell(std::string_view value, bool guard);

}  // namespace mitjul
