#include "view/sheets.h"

namespace mitjul {
namespace {

// Of these lines of a paragraph, two can stay together on both sides of a cut.
constexpr std::size_t kMayBeCut = 4;

struct PlacedLine {
  std::int64_t top = 0;
  std::int64_t bottom = 0;
  bool may_begin_sheet = true;
  bool empty = false;
};

/// Whether a sheet may begin with a line of a paragraph of so many: short ones stay whole.
bool may_begin_sheet(std::size_t line, std::size_t lines) {
  return line == 0 || (line != 1 && line + 1 != lines && lines >= kMayBeCut);
}

std::vector<PlacedLine> placed_lines(Page& page) {
  std::vector<PlacedLine> lines;
  std::int64_t top = 0;
  for (std::size_t block = 0; block < page.blocks(); ++block) {
    const BlockLayout& layout = page.layout(block);
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
      const Line& line = layout.lines[i];
      lines.push_back({top + line.top, top + line.bottom, may_begin_sheet(i, layout.lines.size()),
                       line.range.first == line.range.last});
    }
    top += layout.height;
  }
  return lines;
}

}  // namespace

std::vector<Sheet> cut_into_sheets(Page& page, int room) {
  const std::vector<PlacedLine> lines = placed_lines(page);
  std::vector<Sheet> sheets;
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first + 1;
    while (end < lines.size() && lines[end].bottom - lines[first].top <= room) ++end;
    std::size_t cut = end;
    while (cut < lines.size() && cut > first && !lines[cut].may_begin_sheet) --cut;
    // Where nothing better is near, the sheet is filled.
    if (cut == first || end - cut >= kMayBeCut) cut = end;
    sheets.push_back({lines[first].top, static_cast<int>(lines[cut - 1].bottom - lines[first].top)});
    for (first = cut; first < lines.size() && lines[first].empty;) ++first;
  }
  return sheets;
}

}  // namespace mitjul
