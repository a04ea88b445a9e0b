#include "export/csv.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "export/layers.h"

namespace mitjul {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
// Spreadsheets show no more; programs have no limit.
constexpr std::size_t kMostColumns = 16384;

/// `-1.5e2`.
bool is_negative_number(std::string_view value) {
  if (value.size() < 2 || value[0] != '-' || ((value[1] < '0' || value[1] > '9') && value[1] != '.')) return false;
  double number = 0;
  const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error != std::errc::invalid_argument && rest == value.data() + value.size();
}

bool is_run(std::string_view value) {
  constexpr std::array<std::string_view, 11> kBeginnings{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "'"};
  const bool begins = std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                  [&](std::string_view beginning) { return value.starts_with(beginning); });
  return begins && !is_negative_number(value);
}

}  // namespace

std::string csv_cell(std::string_view value, bool guard) {
  std::string cell;
  if (guard && is_run(value)) cell = "'";
  cell += value;
  const bool blank_at_end = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!blank_at_end && cell.find_first_of(",;\t\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

CsvWriter::CsvWriter(const ExportTask& task)
    : task_(task),
      table_(task.schema, task.annotators, kMostColumns),
      guard_(task.options.value("guard", "yes") == "yes") {}

void CsvWriter::begin() {
  if (task_.options.value("bom", "yes") == "yes") lines_ = kByteOrderMark;
  std::vector<std::string> names;
  for (const TableColumn& column : table_.columns()) names.push_back(column.id);
  add_row(names);
  task_.sink.append(lines_);
  if (!task_.schema.labels.empty()) task_.losses.add(AnnotationFeature::SchemaDetails);
}

void CsvWriter::write(const AnnotatedDocument& document) {
  lines_.clear();
  bool begun = false;
  for (const auto& [key, set] : document.sets) {
    for (const Annotation* const annotation : listed(set)) {
      if (!begun) task_.expected.begin_document("");
      begun = true;
      add_row(table_.row(document, set, *annotation));
      task_.losses.add(AnnotationFeature::AttributeValues, table_.values_left_out(*annotation));
      task_.expected.add_plainly(*annotation);
    }
  }
  task_.sink.append(lines_);
}

void CsvWriter::add_row(const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) lines_ += ',';
    lines_ += csv_cell(cell, guard_);
  }
  lines_ += "\r\n";
}

}  // namespace mitjul
