#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "storage/stored_record.h"

namespace mitjul {

/// Pages of a SQLite file are numbered from 1; 0 is none.
using PageNumber = std::uint32_t;

/// A cell of a page: what it holds besides its key is read when it is asked for.
struct PageCell {
  PageNumber child = 0;    ///< of a page that is no leaf: the page with what comes before the cell
  std::int64_t rowid = 0;  ///< of tables that have one
  std::size_t at = 0;      ///< where the payload begins in the file
  std::uint64_t size = 0;  ///< of the payload; 0: there is none
  std::size_t taken = 0;   ///< how many bytes of the page the cell takes
};

/// A page of a b-tree, taken apart.
struct TreePage {
  bool leaf = true;
  bool has_rowids = true;
  std::vector<PageCell> cells;
  PageNumber last_child = 0;  ///< of a page that is no leaf
  bool sound = true;          ///< whether every cell that the page promises is there, and nothing else
};

/// The bytes of a SQLite file, read page by page without SQLite (SQLite file format, sections 1.2 to 1.6). Nothing that
/// stands in them is believed before it was compared with where the file ends.
class PageImage {
 public:
  /// Where the header does not say how large a page is, or says it wrong, the size that fits most of the file is taken.
  explicit PageImage(std::string bytes);

  /// Whole pages.
  PageNumber pages() const { return pages_; }
  std::string_view bytes() const { return bytes_; }
  /// Nothing where there is no such page, or where it is none of a b-tree.
  std::optional<TreePage> tree_page(PageNumber number) const;
  /// The payload of a cell with what lies on overflow pages; nothing where their chain is broken.
  std::optional<std::string> payload(const PageCell& cell, bool has_rowids) const;
  /// Pages that are kept for later; as far as their list can be followed.
  std::set<PageNumber> free_pages() const;

 private:
  std::size_t start_of(PageNumber number) const { return std::size_t{page_size_} * (number - 1); }
  std::uint64_t number_at(std::size_t at, std::size_t size) const;
  /// How much of a payload stands in the cell itself.
  std::uint64_t local_size(std::uint64_t size, bool has_rowids) const;
  std::optional<PageCell> cell_at(std::size_t at, std::size_t end, const TreePage& page) const;
  /// How many bytes the list of free pieces of a page, whose header is at `header`, says are free; nothing where the
  /// list cannot be followed.
  std::optional<std::size_t> free_bytes(std::size_t start, std::size_t header) const;
  void use_page_size(std::uint32_t size);
  std::uint32_t likely_page_size();

  std::string bytes_;
  std::uint32_t page_size_ = 0;
  std::uint32_t usable_ = 0;
  PageNumber pages_ = 0;
};

}  // namespace mitjul
