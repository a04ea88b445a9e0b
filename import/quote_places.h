#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "core/text.h"

namespace mitjul {

/// In what a file counts positions.
enum class OffsetUnit { CodePoints, Utf16, Bytes };
/// `code points`; for sentences in both languages `code points`, `UTF-16`, `bytes`.
std::string_view to_string(OffsetUnit unit);

/// A span as a file states it, half-open, with the text that it says stands there.
struct StatedSpan {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  std::string_view quote{};  ///< empty: the file does not say
};

/// The span in code points; nothing where it lies outside the text, is empty, or ends inside a character.
std::optional<Span> span_in(const Text& text, const StatedSpan& stated, OffsetUnit unit);

/// The unit in which most quotes stand where they are said to stand: `usual` unless another one is right more often.
OffsetUnit unit_of(const Text& text, const std::vector<StatedSpan>& stated, OffsetUnit usual);

/// Where the quote stands: at its place; else at the one place within `kNearby` code points around it, or the one place
/// in the whole text, and a `QuoteMoved` is added to `problems`; else nowhere, and a `QuoteDiffers` or a
/// `SpanOutsideText` is. Without a quote, the place as it is
/// stated; where quote and text differ only in blanks at their ends, the place without them.
std::optional<Span> place_quote(const Text& text, const StatedSpan& stated, OffsetUnit unit,
                                std::vector<Problem>& problems);

inline constexpr std::uint32_t kNearby = 200;

}  // namespace mitjul
