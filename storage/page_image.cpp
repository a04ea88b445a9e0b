#include "storage/page_image.h"

#include <algorithm>
#include <array>

namespace mitjul {
namespace {

constexpr std::size_t kFileHeader = 100;
constexpr std::size_t kPageSizeAt = 16;
constexpr std::size_t kReservedAt = 20;
constexpr std::size_t kFreeListAt = 32;
constexpr std::uint32_t kUsualPageSize = 4096;
constexpr std::uint32_t kSmallestPage = 512;
constexpr std::uint32_t kLargestPage = 65536;

// The kinds of pages.
constexpr std::uint64_t kIndexInterior = 2;
constexpr std::uint64_t kTableInterior = 5;
constexpr std::uint64_t kIndexLeaf = 10;
constexpr std::uint64_t kTableLeaf = 13;

bool is_page_size(std::uint64_t size) {
  return size >= kSmallestPage && size <= kLargestPage && (size & (size - 1)) == 0;
}

}  // namespace

PageImage::PageImage(std::string bytes) : bytes_(std::move(bytes)) { use_page_size(likely_page_size()); }

void PageImage::use_page_size(std::uint32_t size) {
  constexpr std::uint64_t kMostReserved = 32;
  page_size_ = size;
  pages_ = static_cast<PageNumber>(std::min<std::size_t>(bytes_.size() / size, 0xFFFFFFFEU));
  const std::uint64_t reserved = bytes_.size() > kReservedAt ? number_at(kReservedAt, 1) : 0;
  usable_ = size - static_cast<std::uint32_t>(reserved <= kMostReserved ? reserved : 0);
}

std::uint32_t PageImage::likely_page_size() {
  std::vector<std::uint32_t> sizes;
  if (bytes_.size() >= kFileHeader) {
    const std::uint64_t stated = number_at(kPageSizeAt, 2);
    if (stated == 1) sizes.push_back(kLargestPage);
    if (is_page_size(stated)) sizes.push_back(static_cast<std::uint32_t>(stated));
  }
  sizes.push_back(kUsualPageSize);
  for (std::uint32_t size = kSmallestPage; size <= kLargestPage; size *= 2) sizes.push_back(size);
  std::uint32_t best = sizes.front();
  std::uint64_t most = 0;
  for (const std::uint32_t size : sizes) {
    use_page_size(size);
    std::uint64_t sound = 0;
    for (PageNumber number = 2; number <= pages_; ++number) {
      const auto page = tree_page(number);
      if (page && page->sound) sound += size;
    }
    // Those that come first are the likelier ones: another must fit clearly better.
    if (sound > most + most / 4) {
      most = sound;
      best = size;
    }
  }
  return best;
}

std::uint64_t PageImage::number_at(std::size_t at, std::size_t size) const {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes_[at + i]);
  return value;
}

std::uint64_t PageImage::local_size(std::uint64_t size, bool has_rowids) const {
  const std::uint64_t most = has_rowids ? usable_ - 35 : (usable_ - 12) * std::uint64_t{64} / 255 - 23;
  if (size <= most) return size;
  const std::uint64_t least = (usable_ - 12) * std::uint64_t{32} / 255 - 23;
  const std::uint64_t fitting = least + (size - least) % (usable_ - 4);
  return fitting <= most ? fitting : least;
}

std::optional<PageCell> PageImage::cell_at(std::size_t at, std::size_t end, const TreePage& page) const {
  constexpr std::size_t kSmallestCell = 4;
  const std::string_view bytes = std::string_view(bytes_).substr(0, end);
  const std::size_t begin = at;
  PageCell cell;
  if (!page.leaf) {
    if (at + 4 > end) return std::nullopt;
    cell.child = static_cast<PageNumber>(number_at(at, 4));
    at += 4;
  }
  if (page.leaf || !page.has_rowids) {
    const auto size = read_varint(bytes, at);
    if (!size || *size == 0 || *size > bytes_.size()) return std::nullopt;
    cell.size = *size;
  }
  if (page.has_rowids) {
    const auto rowid = read_varint(bytes, at);
    if (!rowid) return std::nullopt;
    cell.rowid = static_cast<std::int64_t>(*rowid);
  }
  cell.at = at;
  const std::uint64_t local = local_size(cell.size, page.has_rowids);
  at += local + (local < cell.size ? 4 : 0);
  if (at > end) return std::nullopt;
  cell.taken = std::max(at - begin, kSmallestCell);
  return cell;
}

std::optional<std::size_t> PageImage::free_bytes(std::size_t start, std::size_t header) const {
  std::size_t free = number_at(header + 7, 1);
  for (std::uint64_t block = number_at(header + 1, 2); block != 0;) {
    if (block + 4 > usable_) return std::nullopt;
    free += number_at(start + block + 2, 2);
    const std::uint64_t next = number_at(start + block, 2);
    if (next != 0 && next <= block) return std::nullopt;  // they stand in their order
    block = next;
  }
  return free;
}

std::optional<TreePage> PageImage::tree_page(PageNumber number) const {
  if (number == 0 || number > pages_) return std::nullopt;
  const std::size_t start = start_of(number);
  const std::size_t end = start + usable_;
  const std::size_t header = start + (number == 1 ? kFileHeader : 0);
  const std::uint64_t kind = number_at(header, 1);
  if (kind != kIndexInterior && kind != kTableInterior && kind != kIndexLeaf && kind != kTableLeaf) return std::nullopt;
  TreePage page;
  page.leaf = kind == kIndexLeaf || kind == kTableLeaf;
  page.has_rowids = kind == kTableInterior || kind == kTableLeaf;
  if (!page.leaf) page.last_child = static_cast<PageNumber>(number_at(header + 8, 4));
  const std::uint64_t count = number_at(header + 3, 2);
  const std::size_t pointers = header + (page.leaf ? 8 : 12);
  const std::uint64_t stated = number_at(header + 5, 2);
  std::size_t taken = stated == 0 ? kLargestPage : stated;  // where cells begin: before it nothing is in use
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::size_t pointer = pointers + 2 * i;
    if (pointer + 2 > end) {
      page.sound = false;
      break;
    }
    const std::size_t at = start + number_at(pointer, 2);
    auto cell = at >= pointers + 2 * count && at < end ? cell_at(at, end, page) : std::nullopt;
    if (cell) {
      page.cells.push_back(*cell);
      taken += cell->taken;
    } else {
      page.sound = false;
    }
  }
  const auto free = free_bytes(start, header);
  page.sound = page.sound && free && taken + *free == usable_;
  return page;
}

std::optional<std::string> PageImage::payload(const PageCell& cell, bool has_rowids) const {
  std::uint64_t part = local_size(cell.size, has_rowids);
  std::string payload = bytes_.substr(cell.at, part);
  if (payload.size() == cell.size) return payload;
  auto next = static_cast<PageNumber>(number_at(cell.at + part, 4));
  while (payload.size() < cell.size) {
    if (next == 0 || next > pages_) return std::nullopt;
    const std::size_t start = start_of(next);
    next = static_cast<PageNumber>(number_at(start, 4));
    part = std::min<std::uint64_t>(usable_ - 4, cell.size - payload.size());
    payload.append(bytes_, start + 4, part);
  }
  // The chain of what is whole ends where its payload does.
  if (next != 0) return std::nullopt;
  return payload;
}

std::set<PageNumber> PageImage::free_pages() const {
  std::set<PageNumber> pages;
  if (bytes_.size() < kFileHeader) return pages;
  auto trunk = static_cast<PageNumber>(number_at(kFreeListAt, 4));
  while (trunk > 1 && trunk <= pages_ && pages.insert(trunk).second) {
    const std::size_t start = start_of(trunk);
    const std::uint64_t count = number_at(start + 4, 4);
    if (count > usable_ / 4 - 2) break;
    for (std::uint64_t i = 0; i < count; ++i) {
      const auto page = static_cast<PageNumber>(number_at(start + 8 + 4 * i, 4));
      if (page > 1 && page <= pages_) pages.insert(page);
    }
    trunk = static_cast<PageNumber>(number_at(start, 4));
  }
  return pages;
}

}  // namespace mitjul
