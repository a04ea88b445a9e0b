#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/annotation_table.h"
#include "export/export.h"

namespace mitjul {

constexpr std::size_t kLongestCell = 32767;  ///< in UTF-16 units, as Excel counts

/// The part of a text that fits into a cell of a workbook. `cut`: how many characters do not.
std::string_view fitting_cell(std::string_view value, std::size_t& cut);
/// The text as a workbook keeps it, where `_x000D_` is a carriage return: a text of that form is escaped itself
/// (ECMA-376 part 1, 22.9.2.19).
std::string escaped_cell(std::string_view value);

/// A table in a workbook, filled row by row; in as many sheets as it takes. Without a workbook it only counts what
/// would be cut.
class XlsxSheet {
 public:
  struct Style {
    lxw_format* heading = nullptr;
    lxw_format* moment = nullptr;
  };

  XlsxSheet(lxw_workbook* book, std::string name, std::vector<TableColumn> columns, bool korean, Style style,
            std::uint32_t most_rows, ExportLosses& losses);

  /// Adds a row; `fill`: of the cell in `colored`, or nullptr.
  void add(const std::vector<std::string>& cells, std::size_t colored = 0, lxw_format* fill = nullptr);
  /// To be called behind the last row.
  void finish();

 private:
  void begin_sheet();
  void write(lxw_col_t column, std::string_view cell, lxw_format* format);

  lxw_workbook* const book_;
  const std::string name_;
  const std::vector<TableColumn> columns_;
  const bool korean_;
  const Style style_;
  const std::uint32_t most_rows_;
  ExportLosses& losses_;
  lxw_worksheet* sheet_ = nullptr;
  unsigned sheets_ = 0;
  std::uint32_t rows_ = 0;
};

}  // namespace mitjul
