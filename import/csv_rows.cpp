#include "import/csv_rows.h"

namespace mitjul {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

}  // namespace

bool CsvRows::next(std::vector<std::string>& cells) {
  cells.clear();
  if (!begun_) {
    begun_ = true;
    // A mark that is no mark is no cell of ours either.
    if (in_.peek() == 0xEF) in_.ignore(3);
  }
  if (broken_ || in_.peek() == kEnd) return false;
  row_line_ = line_;
  row_size_ = 0;
  int behind = ',';
  while (behind == ',' && !broken_) {
    cells.emplace_back();
    behind = read_cell(cells.back());
  }
  return !broken_;
}

int CsvRows::take() {
  const int c = in_.get();
  if (c == '\n') ++line_;
  if (++row_size_ > kLargestRow) broken_ = true;
  return broken_ ? kEnd : c;
}

bool CsvRows::take_if(char c) {
  if (in_.peek() != c) return false;
  take();
  return true;
}

int CsvRows::read_cell(std::string& cell) {
  if (take_if('"')) return read_quoted(cell);
  while (true) {
    const int c = take();
    if (c == ',' || c == '\n' || c == kEnd) return c;
    if (c == '\r' && take_if('\n')) return '\n';
    cell += static_cast<char>(c);
  }
}

int CsvRows::read_quoted(std::string& cell) {
  while (true) {
    const int c = take();
    if (c == kEnd) {
      broken_ = true;
      return kEnd;
    }
    if (c != '"') {
      cell += static_cast<char>(c);
    } else if (!take_if('"')) {
      break;
    } else {
      cell += '"';
    }
  }
  take_if('\r');
  const int behind = take();
  broken_ = broken_ || (behind != ',' && behind != '\n' && behind != kEnd);
  return behind;
}

}  // namespace mitjul
