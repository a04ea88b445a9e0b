#include "export/xlsx_sheet.h"

#include <algorithm>
#include <charconv>

#include "core/time.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostDigits = 15;          // of a number in a spreadsheet
constexpr std::string_view kEscape = "_x005F_";  // a `_`

/// A number that a spreadsheet holds as it is.
std::optional<double> number_in(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  double value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || rest != text.data() + text.size() || digits == 0 ||
      static_cast<std::size_t>(digits) > kMostDigits) {
    return std::nullopt;
  }
  return value;
}

/// Days since the beginning of the calendar of spreadsheets, which is right from March 1900 on.
std::optional<double> moment_in(std::string_view text) {
  const auto time = parse_time(text);
  const auto first = parse_time("1900-03-01T00:00:00Z");
  if (!time || *time < *first) return std::nullopt;
  constexpr double kFirst = 61;
  constexpr double kSecondsOfDay = 86400;
  return kFirst + static_cast<double>((*time - *first).count()) / kSecondsOfDay;
}

bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         text.substr(2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

}  // namespace

std::string_view fitting_cell(std::string_view value, std::size_t& cut) {
  cut = 0;
  if (value.size() <= kLongestCell) return value;
  std::size_t units = 0;
  for (std::size_t byte = 0; byte < value.size();) {
    const std::size_t start = byte;
    units += next_code_point(value, byte) > 0xFFFF ? 2U : 1U;
    if (is_escape(value.substr(start))) units += kEscape.size() - 1;
    if (units > kLongestCell) {
      cut = count_code_points(value.substr(start));
      return value.substr(0, start);
    }
  }
  return value;
}

std::string escaped_cell(std::string_view value) {
  std::string escaped;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (is_escape(value.substr(i))) {
      escaped += kEscape;
    } else {
      escaped += value[i];
    }
  }
  return escaped;
}

XlsxSheet::XlsxSheet(lxw_workbook* book, std::string name, std::vector<TableColumn> columns, bool korean, Style style,
                     std::uint32_t most_rows, ExportLosses& losses)
    : book_(book),
      name_(std::move(name)),
      columns_(std::move(columns)),
      korean_(korean),
      style_(style),
      most_rows_(most_rows),
      losses_(losses) {
  begin_sheet();
}

void XlsxSheet::begin_sheet() {
  if (book_ == nullptr) return;
  ++sheets_;
  const std::string name = sheets_ == 1 ? name_ : name_ + " " + std::to_string(sheets_);
  sheet_ = workbook_add_worksheet(book_, name.c_str());
  rows_ = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet_, column, column, columns_[i].width, nullptr);
    write(column, korean_ ? columns_[i].korean : columns_[i].id, style_.heading);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  // On paper: the wide way of an A4 sheet, and the headings on every page.
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9);
  worksheet_repeat_rows(sheet_, 0, 0);
  rows_ = 1;
}

void XlsxSheet::add(const std::vector<std::string>& cells, std::size_t colored, lxw_format* fill) {
  if (rows_ == most_rows_) {
    finish();
    begin_sheet();
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    const auto column = static_cast<lxw_col_t>(i);
    std::optional<double> value;
    if (columns_[i].kind == CellKind::Number) value = number_in(cells[i]);
    if (columns_[i].kind == CellKind::Moment) value = moment_in(cells[i]);
    if (!value) {
      write(column, cells[i], i == colored ? fill : nullptr);
    } else if (sheet_ != nullptr) {
      worksheet_write_number(sheet_, rows_, column, *value,
                             columns_[i].kind == CellKind::Moment ? style_.moment : nullptr);
    }
  }
  ++rows_;
}

void XlsxSheet::write(lxw_col_t column, std::string_view cell, lxw_format* format) {
  std::size_t cut = 0;
  const std::string_view fitting = fitting_cell(cell, cut);
  losses_.add(AnnotationFeature::Characters, cut);
  if (sheet_ != nullptr) worksheet_write_string(sheet_, rows_, column, escaped_cell(fitting).c_str(), format);
}

void XlsxSheet::finish() {
  if (sheet_ == nullptr) return;
  worksheet_autofilter(sheet_, 0, 0, rows_ - 1, static_cast<lxw_col_t>(columns_.size() - 1));
}

}  // namespace mitjul
