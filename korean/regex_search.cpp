#include "korean/regex_search.h"

#include <algorithm>
#include <chrono>

#include "core/utf8.h"

namespace mitjul {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int32_t kStackBytes = 16'000'000;
/// A pattern that is not hostile goes through a text of this many UTF-16 units in a second, on a slow machine, too.
constexpr double kUnitsPerSecond = 1e6;
constexpr std::chrono::duration<double> kPatience{2};

icu::UnicodeString utf16(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

/// The character, from 1, that a message of the parser is about; it counts code points from the start of a line.
std::size_t character_at(std::string_view pattern, const UParseError& error) {
  std::size_t line_start = 0;
  for (std::int32_t line = 1; line < error.line; ++line) line_start = pattern.find('\n', line_start) + 1;
  const std::size_t before = count_code_points(pattern.substr(0, line_start));
  const auto in_line = static_cast<std::size_t>(std::max(error.offset, 1));
  return std::clamp<std::size_t>(before + in_line, 1, count_code_points(pattern));
}

bool is_about_brackets(UErrorCode status) {
  return status == U_REGEX_MISMATCHED_PAREN || status == U_REGEX_MISSING_CLOSE_BRACKET;
}

/// Ends a match that takes too long, or that nobody wants any more. ICU asks it at every place of the text that a match
/// is tried at, and now and then during each.
class Patience {
 public:
  Patience(std::int32_t units, const Progress& progress)
      : end_(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                kPatience + std::chrono::duration<double>(units / kUnitsPerSecond))),
        progress_(progress) {}

  void watch(icu::RegexMatcher& matcher, UErrorCode& status) {
    matcher.setMatchCallback(
        [](const void* self, std::int32_t) { return UBool{static_cast<const Patience*>(self)->lasts()}; }, this,
        status);
    matcher.setFindProgressCallback(
        [](const void* self, std::int64_t) {
          const auto& patience = *static_cast<const Patience*>(self);
          constexpr std::uint32_t kPlacesBetweenLooks = 64;
          return UBool{++patience.places_ % kPlacesBetweenLooks != 0 || patience.lasts()};
        },
        this, status);
  }

  bool over() const { return over_; }

 private:
  bool lasts() const {
    over_ = Clock::now() > end_;
    return !over_ && go_on(progress_, 0);
  }

  Clock::time_point end_;
  const Progress& progress_;
  // ICU hands the object back as const.
  mutable std::uint32_t places_ = 0;
  mutable bool over_ = false;
};

}  // namespace

RegexSearch::RegexSearch(std::string_view pattern) : written_(pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError error{};
  pattern_.reset(icu::RegexPattern::compile(utf16(pattern), UREGEX_CASE_INSENSITIVE | UREGEX_MULTILINE, error, status));
  if (U_SUCCESS(status) != 0) return;
  pattern_.reset();
  problem_ = make_problem(is_about_brackets(status) ? ProblemCode::UnbalancedPattern : ProblemCode::InvalidPattern,
                          {written_, std::to_string(character_at(pattern, error))});
}

std::optional<Problem> RegexSearch::find(const Text& text, const std::function<bool(Span)>& take,
                                         const Progress& progress) const {
  if (!pattern_) return problem_;
  const icu::UnicodeString units = utf16(text.utf8());
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern_->matcher(units, status));
  Patience patience(units.length(), progress);
  if (U_SUCCESS(status) != 0) {
    matcher->setStackLimit(kStackBytes, status);
    patience.watch(*matcher, status);
  }
  TextPos free;  // what lies before belongs to a hit
  while (U_SUCCESS(status) != 0 && matcher->find(status) != 0) {
    const std::int32_t start = matcher->start(status);
    const std::int32_t end = matcher->end(status);
    if (start == end) continue;
    const Span hit = text.snap_to_graphemes(
        {text.from_utf16(static_cast<std::uint32_t>(start)), text.from_utf16(static_cast<std::uint32_t>(end))});
    if (hit.start < free) continue;
    free = hit.end;
    if (!take(hit)) return std::nullopt;
  }
  const bool stopped = status == U_REGEX_STOPPED_BY_CALLER && !patience.over();
  if (U_SUCCESS(status) != 0 || stopped) return std::nullopt;
  return make_problem(ProblemCode::PatternTooSlow, {written_});
}

}  // namespace mitjul
