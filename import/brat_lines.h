#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "import/quote_places.h"

namespace mitjul {

/// A line of an `.ann` file, taken apart: `T1`, `ORG`, `2 5`, `화웨이`. Views into the file.
struct BratLine {
  std::size_t number = 0;
  std::string_view id;  ///< begins with what kind of line it is: one of `TER*AMN#`
  std::string_view type;
  std::vector<std::string_view> words;  ///< behind the type
  std::string_view tail;                ///< behind the second tab

  char kind() const { return id.front(); }
};

struct BratLines {
  std::vector<BratLine> lines;
  std::vector<BratLine> unreadable;  ///< of no kind, or without a type
};
/// Lines of blanks are none.
BratLines brat_lines(std::string_view text);

/// Whether an id is of brat's kind: `T1`, `#12`, `*`; letters may stand beside the number, `T1a`.
bool is_brat_id(std::string_view id);

/// The spans of a `T` line, `0 5;8 10`, without their quotes; nothing where it is not of that form.
std::optional<std::vector<StatedSpan>> fragments_of(const BratLine& line);

/// The part before `separator`, which is taken off `text` with it.
std::string_view take_until(std::string_view& text, char separator);

}  // namespace mitjul
