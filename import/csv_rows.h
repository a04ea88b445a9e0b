#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace mitjul {

/// Takes a stream of comma-separated values apart (RFC 4180), row by row, as it is: nothing is trimmed, line ends in
/// quoted cells stay what they are. Rows end in CRLF or LF; a byte order mark in front is passed over. Memory holds a
/// row, of at most `kLargestRow` bytes.
class CsvRows {
 public:
  explicit CsvRows(std::istream& in) : in_(in) {}

  /// The next row; false at the end, and where the file is broken.
  bool next(std::vector<std::string>& cells);
  /// Where the row begins that was read last, from 1.
  std::size_t line() const { return row_line_; }
  /// Whether a quoted cell does not end, or something follows its end, or a row is too large.
  bool broken() const { return broken_; }

  static constexpr std::size_t kLargestRow = 64 << 20;

 private:
  int take();
  bool take_if(char c);
  /// Reads a cell and what parts it from the next; returns that: `,`, `\n` or EOF.
  int read_cell(std::string& cell);
  int read_quoted(std::string& cell);

  std::istream& in_;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  std::size_t row_size_ = 0;
  bool begun_ = false;
  bool broken_ = false;
};

}  // namespace mitjul
