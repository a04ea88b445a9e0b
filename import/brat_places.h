#pragma once

#include <optional>
#include <vector>

#include "core/annotation.h"
#include "import/brat_lines.h"
#include "import/decode.h"
#include "import/source_text.h"

namespace mitjul {

/// The text of an `.ann` file, and where its spans stand in it.
class BratPlaces {
 public:
  /// `lines`: what says something of the text.
  BratPlaces(const Decoded& text, const std::vector<BratLine>& lines);

  const SourceText& source() const { return source_; }
  /// In what the file counts, as most of its quotes say; usually code points.
  OffsetUnit unit() const { return unit_; }

  /// The span of fragments whose words are joined by blanks; pieces that only line ends part are one. Nothing, and a
  /// problem, where they stand nowhere; a notice where they stand elsewhere (`place_quote`).
  std::optional<Spans> place(std::vector<StatedSpan> fragments, std::string_view words,
                             std::vector<Problem>& problems) const;

 private:
  void find_unit(const std::vector<BratLine>& lines);
  bool counts_mark(const std::vector<StatedSpan>& stated) const;
  StatedSpan without_mark(StatedSpan stated) const;
  void give_quotes(std::vector<StatedSpan>& fragments, std::string_view words) const;

  SourceText source_;
  std::uint64_t mark_ = 0;  ///< 1 where positions count a byte order mark, as brat does
  OffsetUnit unit_ = OffsetUnit::CodePoints;
};

}  // namespace mitjul
