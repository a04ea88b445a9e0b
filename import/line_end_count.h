#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/keys.h"
#include "import/source_text.h"

namespace mitjul {

/// What speaks for either way to count a line end of two characters (CR LF) in positions: logarithms of how much more
/// likely annotations that people made are so than annotations that lie anywhere.
struct LineEndEvidence {
  double for_one = 0;
  double for_two = 0;
  bool differs = false;  ///< some span lies elsewhere in the other way

  LineEndEvidence& operator+=(const LineEndEvidence& other);
};

/// `one`, `two`: the same text, stated with line ends of one and of two characters. People mark words: a span that
/// begins or ends within one (but for a particle), at a blank, between CR and LF or outside of the text speaks against
/// the way in which it does, a quote that stands there for it. What several spans share counts once.
LineEndEvidence line_end_evidence(const SourceText& one, const SourceText& two, const std::vector<StatedSpan>& stated);

/// How the positions of a project count line ends: each document for itself where it tells, else as the others do.
class LineEndCounts {
 public:
  /// A text as its file has it, with the spans in it. Called for each document before `of`.
  void see(const DocumentKey& document, const std::u32string& characters, const std::vector<StatedSpan>& stated);

  struct Count {
    std::size_t characters = 1;  ///< 1 or 2
    bool certain = true;         ///< false: the ways differ, and nothing tells which is meant
  };
  /// `usual`: as how many characters the program that wrote the file counts CR LF. Another way is taken only where
  /// much speaks for it. Where lines end in LF, the usual way is one, and is certain unless the other is.
  Count of(const DocumentKey& document, std::size_t usual) const;

 private:
  struct Seen {
    LineEndEvidence evidence;
    bool has_pairs = false;  ///< of CR and LF
  };
  std::map<DocumentKey, Seen> documents_;
  std::map<bool, LineEndEvidence> together_;  ///< of texts with and without such pairs
};

/// Whether a line ends in CR LF.
bool has_line_end_pairs(const std::u32string& text);
/// With line ends of so many characters, where CR LF, or else LF, is one.
std::u32string with_line_ends_of(std::size_t characters, const std::u32string& text);

}  // namespace mitjul
