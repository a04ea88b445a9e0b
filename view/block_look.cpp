#include "view/block_look.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "view/caret.h"

namespace mitjul {
namespace {

/// The span without what is no letter or number at its edges: a bullet or a picture before a title is no part of a
/// unit.
Span trim_signs(const Text& text, Span span) {
  const auto is_sign = [&](TextPos pos) { return u_isalnum(static_cast<UChar32>(text.at(pos))) == 0; };
  while (!span.empty() && is_sign(span.start)) span.start = span.start + 1;
  while (!span.empty() && is_sign(span.end - 1)) span.end = span.end - 1;
  return span;
}

void apply(ZoneKind kind, BlockLook& look) {
  switch (kind) {
    case ZoneKind::Title: look.style = TextStyle::Title; break;
    case ZoneKind::Heading: look.style = TextStyle::Heading; break;
    case ZoneKind::Lead: look.style = TextStyle::Lead; break;
    case ZoneKind::Byline:
    case ZoneKind::Caption:
    case ZoneKind::Note:
      look.style = TextStyle::Small;
      look.ink = Ink::Fainter;
      break;
    case ZoneKind::Boilerplate: look.ink = Ink::Faint; break;
    case ZoneKind::Quotation: look.sign = MarginSign::Bar; break;
    case ZoneKind::Turn: look.sign = MarginSign::Line; break;
    case ZoneKind::ListItem: look.sign = MarginSign::Dot; break;
    case ZoneKind::Table:
    case ZoneKind::Row:
    case ZoneKind::Cell: break;  // their cells are drawn, which may share a block
  }
}

}  // namespace

std::vector<BlockLook> block_looks(const Text& text, const std::vector<Block>& blocks, std::vector<Zone> zones) {
  std::vector<BlockLook> looks(blocks.size());
  // What lies inside comes later.
  std::stable_sort(zones.begin(), zones.end(), [](const Zone& a, const Zone& b) {
    return a.span.start < b.span.start || (a.span.start == b.span.start && a.span.end > b.span.end);
  });
  for (const Zone& zone : zones) {
    auto block = std::upper_bound(blocks.begin(), blocks.end(), zone.span.start,
                                  [](TextPos pos, const Block& each) { return pos < each.span.start; });
    if (block != blocks.begin()) --block;
    for (; block != blocks.end() && block->span.start < zone.span.end; ++block) {
      const Span shown = trim_signs(text, block->content());
      if (shown.empty() || shown.start < zone.span.start || shown.end > zone.span.end) continue;
      apply(zone.kind, looks[static_cast<std::size_t>(block - blocks.begin())]);
    }
  }
  return looks;
}

std::vector<std::uint32_t> paragraph_numbers(const Text& text, const std::vector<Block>& blocks) {
  std::vector<std::uint32_t> numbers(blocks.size());
  std::uint32_t number = 0;
  bool begins = true;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (begins && !trim_blanks(text, blocks[i].content()).empty()) numbers[i] = ++number;
    begins = blocks[i].ends_with_newline;
  }
  return numbers;
}

}  // namespace mitjul
