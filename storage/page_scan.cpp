#include "storage/page_scan.h"

#include <algorithm>

#include "storage/database.h"
#include "storage/migration.h"

namespace mitjul {
namespace {

constexpr int kDeepest = 20;
constexpr std::size_t kFileHeader = 100;

const TableShape kNamesOfTables{"sqlite_schema", true, "tttiT"};

/// Where the tables begin in a project that was made by this version.
std::map<std::string, PageNumber> usual_roots() {
  Database database(":memory:");
  make_tables(database);
  std::map<std::string, PageNumber> roots;
  Statement rows = database.prepare("SELECT name, rootpage FROM sqlite_schema");
  while (rows.step()) roots.emplace(rows.text(0), rows.number<PageNumber>(1));
  return roots;
}

bool in_order(const std::vector<StoredRow>& keys) {
  return std::adjacent_find(keys.begin(), keys.end(), [](const StoredRow& a, const StoredRow& b) {
           return compare_keys(a, b) >= 0;
         }) == keys.end();
}

StoredRow beginning(StoredRow row) {
  constexpr std::size_t kColumns = 3;  // a document, an annotator, a number
  if (row.size() > kColumns) row.resize(kColumns);
  return row;
}

}  // namespace

void TableGaps::add(std::optional<StoredRow> before, std::optional<StoredRow> behind) {
  if (before) before = beginning(*std::move(before));
  if (behind) behind = beginning(*std::move(behind));
  gaps_.emplace_back(std::move(before), std::move(behind));
}

bool TableGaps::may_miss(const StoredRow& first_columns) const {
  return std::any_of(gaps_.begin(), gaps_.end(), [&](const auto& gap) {
    return (!gap.first || compare_keys(*gap.first, first_columns) <= 0) &&
           (!gap.second || compare_keys(*gap.second, first_columns) >= 0);
  });
}

PageScan::PageScan(std::string bytes) : image_(std::move(bytes)) {
  for (const auto* const shapes : {&table_shapes(), &index_shapes()}) {
    for (const TableShape& shape : *shapes) trees_[std::string(shape.name)].shape = &shape;
  }
  find_roots();
  for (auto& [name, tree] : trees_) {
    if (tree.root == 0) {
      tree.broken = names_a_project_ != std::optional(true) || named_.count(name) != 0;
    } else {
      walk(tree, tree.root, {}, 0);
      end_run(tree);
    }
  }
  collect_strays();
}

std::int64_t PageScan::stated_version() const {
  constexpr std::string_view kMagic("SQLite format 3\0", 16);
  constexpr std::size_t kUserVersionAt = 60;
  if (image_.bytes().size() < kFileHeader || image_.bytes().substr(0, kMagic.size()) != kMagic) return 0;
  std::int64_t version = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    version = version << 8U | static_cast<unsigned char>(image_.bytes()[kUserVersionAt + i]);
  }
  return version;
}

bool PageScan::may_have(std::string_view table) const {
  return names_a_project_ != std::optional(true) || named_.count(table) != 0;
}

void PageScan::find_roots() {
  Tree names{&kNamesOfTables, 1, {}, false};
  walk(names, 1, {}, 0);
  end_run(names);
  std::map<std::string, PageNumber> roots;
  for (const Run& run : names.runs) {
    for (const PageCell& cell : run) {
      const StoredRow row = row_of(cell, kNamesOfTables).value_or(StoredRow());
      if (row.empty()) continue;
      const std::int64_t root = std::get<std::int64_t>(row[3]);
      if (root > 1 && root <= image_.pages()) roots[std::get<std::string>(row[1])] = static_cast<PageNumber>(root);
      named_.insert(std::get<std::string>(row[1]));
    }
  }
  if (!names.broken) names_a_project_ = named_.count("document") != 0 && named_.count("annotation") != 0;
  if (names.broken) add_usual(roots);
  for (auto& [name, tree] : trees_) tree.root = roots.count(name) != 0 ? roots[name] : 0;
}

/// Where tables begin that are not named any more: where they usually do, if all that is known agrees with it.
void PageScan::add_usual(std::map<std::string, PageNumber>& roots) {
  const std::map<std::string, PageNumber> usual = usual_roots();
  for (auto& [name, tree] : trees_) {
    const auto known = roots.find(name);
    tree.root = usual.at(name);
    if (known != roots.end() ? known->second != tree.root : !root_fits(tree)) return;
  }
  roots = usual;
}

/// Whether nothing speaks against it; a page that cannot be read says nothing.
bool PageScan::root_fits(const Tree& tree) const {
  std::optional<TreePage> page = image_.tree_page(tree.root);
  for (int depth = 0; page && !page->leaf && depth < kDeepest; ++depth) {
    page = image_.tree_page(page->cells.empty() ? page->last_child : page->cells.front().child);
  }
  if (!page || !page->leaf) return true;
  if (page->has_rowids != tree.shape->has_rowids) return false;
  return page->cells.empty() || row_of(page->cells.front(), *tree.shape).has_value();
}

void PageScan::end_run(Tree& tree) {
  if (tree.runs.empty() || !tree.runs.back().empty()) tree.runs.emplace_back();
}

void PageScan::begin_run_if_none(Tree& tree) {
  if (tree.runs.empty()) tree.runs.emplace_back();
}

std::optional<StoredRow> PageScan::row_of(const PageCell& cell, const TableShape& shape) const {
  const auto payload = image_.payload(cell, shape.has_rowids);
  auto row = payload ? read_record(*payload) : std::nullopt;
  if (!row || row->empty()) return std::nullopt;
  if (shape.has_rowids && std::holds_alternative<std::monostate>(row->front())) row->front() = cell.rowid;
  if (!fits(*row, shape)) return std::nullopt;
  return row;
}

std::optional<StoredRow> PageScan::key_of(const PageCell& cell, const TableShape& shape) const {
  if (cell.size == 0) return StoredRow{cell.rowid};
  auto row = row_of(cell, shape);
  if (row && shape.has_rowids) return StoredRow{cell.rowid};
  return row;
}

void PageScan::walk(Tree& tree, PageNumber number, const Bounds& bounds, int depth) {
  const auto broken = [&] {
    tree.broken = true;
    end_run(tree);
  };
  const auto page = image_.tree_page(number);
  // Only the root of an empty table has no cells.
  const bool usable = page && page->has_rowids == tree.shape->has_rowids && claimed_.count(number) == 0 &&
                      depth < kDeepest && (depth == 0 || !page->cells.empty());
  if (!usable) {
    broken();
    return;
  }
  std::vector<StoredRow> keys;
  std::vector<PageCell> cells;
  for (const PageCell& cell : page->cells) {
    auto key = key_of(cell, *tree.shape);
    if (!key || (bounds.after && compare_keys(*key, *bounds.after) <= 0)) continue;
    const int behind = bounds.up_to ? compare_keys(*key, *bounds.up_to) : -1;
    if (behind > 0 || (behind == 0 && !tree.shape->has_rowids)) continue;
    keys.push_back(*std::move(key));
    cells.push_back(cell);
  }
  const bool sound = page->sound && cells.size() == page->cells.size() && in_order(keys);
  if (sound && !page->leaf) {
    claimed_.insert(number);
    walk_children(tree, *page, keys, bounds, depth);
    return;
  }
  if (sound) {
    claimed_.insert(number);
    begin_run_if_none(tree);
    tree.runs.back().insert(tree.runs.back().end(), cells.begin(), cells.end());
    return;
  }
  broken();
  if (cells.empty()) return;  // another one's page
  claimed_.insert(number);
  add_singly(tree, cells);
}

void PageScan::walk_children(Tree& tree, const TreePage& page, const std::vector<StoredRow>& keys, const Bounds& bounds,
                             int depth) {
  Bounds child = bounds;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    child.up_to = keys[i];
    walk(tree, page.cells[i].child, child, depth + 1);
    child.after = keys[i];
    if (tree.shape->has_rowids) continue;
    begin_run_if_none(tree);
    tree.runs.back().push_back(page.cells[i]);
  }
  child.up_to = bounds.up_to;
  walk(tree, page.last_child, child, depth + 1);
}

/// Cells of which it is not known what stands beside them.
void PageScan::add_singly(Tree& tree, const std::vector<PageCell>& cells) {
  for (const PageCell& cell : cells) {
    if (cell.size == 0) continue;
    end_run(tree);
    tree.runs.back().push_back(cell);
  }
  end_run(tree);
}

void PageScan::collect_strays() {
  const std::set<PageNumber> free = image_.free_pages();
  for (PageNumber number = 2; number <= image_.pages(); ++number) {
    if (claimed_.count(number) != 0 || free.count(number) != 0) continue;
    const auto page = image_.tree_page(number);
    Tree* const tree = page ? tree_of_stray(*page) : nullptr;
    if (tree == nullptr) continue;
    claimed_.insert(number);
    std::vector<StoredRow> keys;
    std::vector<PageCell> cells;
    for (const PageCell& cell : page->cells) {
      auto key = key_of(cell, *tree->shape);
      if (!key) continue;
      keys.push_back(*std::move(key));
      cells.push_back(cell);
    }
    if (page->leaf && page->sound && cells.size() == page->cells.size() && in_order(keys)) {
      end_run(*tree);
      tree->runs.back() = cells;
      end_run(*tree);
    } else {
      add_singly(*tree, cells);
    }
  }
}

/// The broken tree whose rows stand on the page; nullptr where there is none.
PageScan::Tree* PageScan::tree_of_stray(const TreePage& page) {
  for (auto& [name, tree] : trees_) {
    if (!tree.broken || tree.shape->has_rowids != page.has_rowids) continue;
    const bool any = std::any_of(page.cells.begin(), page.cells.end(), [&, shape = tree.shape](const PageCell& cell) {
      return cell.size != 0 && row_of(cell, *shape).has_value();
    });
    if (any) return &tree;
  }
  return nullptr;
}

TableGaps PageScan::read(std::string_view table, const std::function<void(const StoredRow&)>& use) const {
  const Tree& tree = trees_.find(table)->second;
  std::vector<std::pair<StoredRow, StoredRow>> ends;  // the first and the last row of each run
  for (const Run& run : tree.runs) {
    for (const PageCell& cell : run) {
      const auto row = row_of(cell, *tree.shape);
      if (!row) continue;
      use(*row);
      if (!tree.broken) continue;
      if (&cell == &run.front()) ends.emplace_back(beginning(*row), beginning(*row));
      if (&cell == &run.back()) ends.back().second = beginning(*row);
    }
  }
  TableGaps gaps;
  if (!tree.broken) return gaps;
  std::sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return compare_keys(a.first, b.first) < 0; });
  std::optional<StoredRow> before;
  for (auto& [first, last] : ends) {
    gaps.add(before, first);
    before = std::move(last);
  }
  gaps.add(before, std::nullopt);
  return gaps;
}

}  // namespace mitjul
