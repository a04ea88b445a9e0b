#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "storage/stored_record.h"

namespace mitjul {

/// What rows of a table of the project file look like, so that they are known where the page that names their table is
/// lost.
struct TableShape {
  std::string_view name;
  bool has_rowids;  ///< a row has a number, which is its first column; else the first columns are the key
  /// A letter each: `i` integer, `t` text, `r` floating point; a capital one may be NULL.
  std::string_view columns;
  std::size_t came_later = 0;  ///< how many of the last columns rows of older versions do not have
  /// Columns that must look so for a row to be of this table and not of another one of its form.
  bool (*is_row)(const StoredRow& row) = nullptr;
};

/// Those of all tables, each after those that it refers to; and `index_shapes` those of the indexes that repeat what
/// the tables say of documents and sets.
const std::vector<TableShape>& table_shapes();
const std::vector<TableShape>& index_shapes();

/// Whether a row as it stands in the file, its number already in its place, can be one of the table.
bool fits(const StoredRow& row, const TableShape& shape);

}  // namespace mitjul
