#include "import/brat_places.h"

#include <algorithm>

namespace mitjul {
namespace {

bool only_line_ends(const Text& text, Span span) {
  constexpr std::u32string_view kEnds = U"\n\x85\u2028\u2029";
  for (TextPos pos = span.start; pos < span.end; pos = pos + 1) {
    if (kEnds.find(text.at(pos)) == std::u32string_view::npos) return false;
  }
  return true;
}

}  // namespace

BratPlaces::BratPlaces(const Decoded& text, const std::vector<BratLine>& lines)
    : source_(text.text), mark_(text.had_bom ? 1 : 0) {
  find_unit(lines);
}

void BratPlaces::find_unit(const std::vector<BratLine>& lines) {
  std::vector<StatedSpan> stated;
  for (const BratLine& line : lines) {
    if (line.kind() != 'T') continue;
    const auto fragments = fragments_of(line);
    if (!fragments || fragments->size() != 1) continue;
    stated.push_back(fragments->front());
    stated.back().quote = line.tail;
  }
  if (mark_ != 0 && !counts_mark(stated)) mark_ = 0;
  for (StatedSpan& each : stated) each = without_mark(each);
  unit_ = unit_of(source_.stated(), stated, OffsetUnit::CodePoints);
}

bool BratPlaces::counts_mark(const std::vector<StatedSpan>& stated) const {
  const auto right = [&](std::uint64_t before) {
    return std::count_if(stated.begin(), stated.end(), [&](StatedSpan each) {
      if (each.start < before) return false;
      each.start -= before;
      each.end -= before;
      const auto span = span_in(source_.stated(), each, OffsetUnit::CodePoints);
      return span && source_.stated().slice(*span) == each.quote;
    });
  };
  return right(1) > right(0);
}

StatedSpan BratPlaces::without_mark(StatedSpan stated) const {
  stated.start -= std::min(stated.start, mark_);
  stated.end -= std::min(stated.end, mark_);
  return stated;
}

std::optional<Spans> BratPlaces::place(std::vector<StatedSpan> fragments, std::string_view words,
                                       std::vector<Problem>& problems) const {
  for (StatedSpan& fragment : fragments) fragment = without_mark(fragment);
  give_quotes(fragments, words);
  std::vector<Span> pieces;
  for (const StatedSpan& fragment : fragments) {
    const auto piece = source_.place(fragment, unit_, problems);
    if (!piece) return std::nullopt;
    pieces.push_back(*piece);
  }
  std::sort(pieces.begin(), pieces.end());
  std::vector<Span> joined;
  for (const Span& piece : pieces) {
    const bool goes_on = !joined.empty() && (piece.start <= joined.back().end ||
                                             only_line_ends(source_.text(), {joined.back().end, piece.start}));
    if (goes_on) {
      joined.back().end = std::max(joined.back().end, piece.end);
    } else {
      joined.push_back(piece);
    }
  }
  return Spans(std::move(joined));
}

/// Where lengths and words do not go together, the fragments have no quotes, and are taken as they are stated.
void BratPlaces::give_quotes(std::vector<StatedSpan>& fragments, std::string_view words) const {
  if (fragments.size() == 1) {
    fragments.front().quote = words;
    return;
  }
  const Text quote{std::string(words)};
  std::uint64_t at = 0;
  std::vector<std::string_view> parts;
  for (const StatedSpan& fragment : fragments) {
    if (fragment.end <= fragment.start) return;
    const std::uint64_t length = fragment.end - fragment.start;
    const auto part = span_in(quote, {at, at + length, {}}, unit_);
    if (!part) return;
    // A view into the line, which outlives the copy.
    parts.push_back(words.substr(quote.to_byte(part->start), quote.slice(*part).size()));
    at += length + 1;
  }
  for (std::size_t i = 0; i < fragments.size(); ++i) fragments[i].quote = parts[i];
}

}  // namespace mitjul
