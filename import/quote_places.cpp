#include "import/quote_places.h"

#include <algorithm>
#include <array>

#include "core/blanks.h"
#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 3> kUnits{"code points", "UTF-16", "bytes"};

/// The position of an offset, or nothing where no character begins there.
std::optional<TextPos> position(const Text& text, std::uint64_t offset, OffsetUnit unit) {
  switch (unit) {
    case OffsetUnit::CodePoints:
      if (offset > text.length()) return std::nullopt;
      return TextPos(static_cast<std::uint32_t>(offset));
    case OffsetUnit::Utf16: {
      if (offset > text.utf16_length()) return std::nullopt;
      const TextPos pos = text.from_utf16(static_cast<std::uint32_t>(offset));
      return text.to_utf16(pos) == offset ? std::optional(pos) : std::nullopt;
    }
    case OffsetUnit::Bytes: break;
  }
  if (offset > text.utf8().size()) return std::nullopt;
  const TextPos pos = text.from_byte(static_cast<std::uint32_t>(offset));
  return text.to_byte(pos) == offset ? std::optional(pos) : std::nullopt;
}

bool stands_at(const Text& text, const StatedSpan& stated, OffsetUnit unit) {
  const auto span = span_in(text, stated, unit);
  return span && text.slice(*span) == stated.quote;
}

std::string without_blanks_at_ends(std::string_view quote) {
  const Text text{std::string(quote)};
  return std::string(text.slice(trim_blanks(text, text.all())));
}

/// Enough of a quote to know it by.
std::string shown(std::string_view quote) {
  constexpr std::size_t kLongest = 200;
  if (quote.size() <= kLongest) return std::string(quote);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(quote[end]) & 0xC0) == 0x80) --end;
  return std::string(quote.substr(0, end)) + "…";
}

/// The one place of `quote` in `part` of the text; nothing where there is none, or more than one.
std::optional<Span> only_place(const Text& text, Span part, std::string_view quote) {
  const std::uint32_t offset = text.to_byte(part.start);
  const std::string_view bytes = text.slice(part);
  const std::size_t found = bytes.find(quote);
  if (found == std::string_view::npos || bytes.find(quote, found + 1) != std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(offset + found);
  return Span(text.from_byte(begin), text.from_byte(begin + static_cast<std::uint32_t>(quote.size())));
}

}  // namespace

std::string_view to_string(OffsetUnit unit) { return name_of(kUnits, unit); }

std::optional<Span> span_in(const Text& text, const StatedSpan& stated, OffsetUnit unit) {
  const auto start = position(text, stated.start, unit);
  const auto end = position(text, stated.end, unit);
  if (!start || !end || *start >= *end) return std::nullopt;
  return Span(*start, *end);
}

OffsetUnit unit_of(const Text& text, const std::vector<StatedSpan>& stated, OffsetUnit usual) {
  const auto right = [&](OffsetUnit unit) {
    return std::count_if(stated.begin(), stated.end(),
                         [&](const StatedSpan& each) { return !each.quote.empty() && stands_at(text, each, unit); });
  };
  OffsetUnit best = usual;
  auto most = right(usual);
  for (const OffsetUnit unit : {OffsetUnit::CodePoints, OffsetUnit::Utf16, OffsetUnit::Bytes}) {
    if (const auto count = right(unit); count > most) {
      best = unit;
      most = count;
    }
  }
  return best;
}

std::optional<Span> place_quote(const Text& text, const StatedSpan& stated, OffsetUnit unit,
                                std::vector<Problem>& problems) {
  const auto span = span_in(text, stated, unit);
  if (span && (stated.quote.empty() || text.slice(*span) == stated.quote)) return span;
  // Many programs cut blanks off the ends of a quote, or off those of a line.
  if (span && !stated.quote.empty()) {
    const Span trimmed = trim_blanks(text, *span);
    if (!trimmed.empty() && text.slice(trimmed) == without_blanks_at_ends(stated.quote)) return trimmed;
  }
  if (!stated.quote.empty()) {
    const TextPos near = position(text, std::min<std::uint64_t>(stated.start, text.length()), OffsetUnit::CodePoints)
                             .value_or(TextPos(0));
    const std::uint32_t first = near.value() > kNearby ? near.value() - kNearby : 0;
    const auto length = static_cast<std::uint32_t>(stated.quote.size());
    const std::uint32_t last = std::min(text.length(), near.value() + length + kNearby);
    auto found = only_place(text, Span(first, last), stated.quote);
    if (!found) found = only_place(text, text.all(), stated.quote);
    if (found) {
      problems.push_back(make_problem(ProblemCode::QuoteMoved, {shown(stated.quote), std::to_string(stated.start),
                                                                std::to_string(found->start.value())}));
      return found;
    }
  }
  if (!span) {
    problems.push_back(
        make_problem(ProblemCode::SpanOutsideText,
                     {std::to_string(stated.start), std::to_string(stated.end), std::to_string(text.length())}));
  } else {
    problems.push_back(make_problem(ProblemCode::QuoteDiffers, {shown(stated.quote), shown(text.slice(*span))}));
  }
  return std::nullopt;
}

}  // namespace mitjul
