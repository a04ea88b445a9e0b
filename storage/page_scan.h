#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/page_image.h"
#include "storage/table_shapes.h"

namespace mitjul {

/// Places in the order of a table at which rows may be missing.
class TableGaps {
 public:
  /// Between these rows; nothing: before the first, or behind the last.
  void add(std::optional<StoredRow> before, std::optional<StoredRow> behind);

  bool none() const { return gaps_.empty(); }
  /// Whether rows whose first columns are these may be missing.
  bool may_miss(const StoredRow& first_columns) const;

 private:
  std::vector<std::pair<std::optional<StoredRow>, std::optional<StoredRow>>> gaps_;
};

/// The rows of a project file's tables as far as its pages can be read, found without SQLite: along the trees of the
/// tables, and where a tree is broken, on every page that looks like one of the table and belongs to nothing else.
class PageScan {
 public:
  explicit PageScan(std::string bytes);

  /// Whether the page that names the tables names those of a project; nothing where it cannot be read.
  std::optional<bool> names_a_project() const { return names_a_project_; }
  /// The version of the tables that the file states, or 0 where its header is broken.
  std::int64_t stated_version() const;
  /// Whether the file has, or had, that table.
  bool may_have(std::string_view table) const;

  /// Calls `use` for the rows of a table or index: those of its tree first, then those of pages that have lost theirs,
  /// which may be older. Returns where rows may be missing.
  TableGaps read(std::string_view table, const std::function<void(const StoredRow&)>& use) const;

 private:
  /// Rows that stand one behind the other with nothing between them.
  using Run = std::vector<PageCell>;
  struct Tree {
    const TableShape* shape = nullptr;
    PageNumber root = 0;  ///< 0: not known
    std::vector<Run> runs;
    bool broken = false;
  };
  struct Bounds {
    std::optional<StoredRow> after;
    std::optional<StoredRow> up_to;
  };

  void find_roots();
  void add_usual(std::map<std::string, PageNumber>& roots);
  bool root_fits(const Tree& tree) const;
  void walk(Tree& tree, PageNumber number, const Bounds& bounds, int depth);
  void walk_children(Tree& tree, const TreePage& page, const std::vector<StoredRow>& keys, const Bounds& bounds,
                     int depth);
  static void end_run(Tree& tree);
  static void begin_run_if_none(Tree& tree);
  static void add_singly(Tree& tree, const std::vector<PageCell>& cells);
  void collect_strays();
  Tree* tree_of_stray(const TreePage& page);
  std::optional<StoredRow> row_of(const PageCell& cell, const TableShape& shape) const;
  std::optional<StoredRow> key_of(const PageCell& cell, const TableShape& shape) const;

  PageImage image_;
  std::map<std::string, Tree, std::less<>> trees_;
  std::set<PageNumber> claimed_;
  std::optional<bool> names_a_project_;
  std::set<std::string, std::less<>> named_;
};

}  // namespace mitjul
