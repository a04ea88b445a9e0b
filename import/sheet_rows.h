#pragma once

#include <expat.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// Takes the XML of a worksheet (ECMA-376 part 1, 18.3) apart, row by row: cells with numbers as they are written, and
/// with text that stands in the sheet itself. Fed in pieces.
class SheetRows {
 public:
  using OnRow = std::function<void(const std::vector<std::string>& cells, std::size_t row)>;

  explicit SheetRows(OnRow on_row);

  /// False where the XML is broken, or no sheet of ours.
  bool feed(std::string_view xml, bool last);

 private:
  void start(std::string_view name, const XML_Char** attributes);
  void end(std::string_view name);

  OnRow on_row_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::vector<std::string> cells_;
  std::string text_;
  std::size_t row_ = 0;
  std::size_t column_ = 0;
  bool in_value_ = false;
  bool strange_ = false;
};

/// The column of a cell that is called so: `B7` is 1. Nothing beyond the columns that a sheet may have.
std::size_t column_of_cell(std::string_view reference);

}  // namespace mitjul
