#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"

namespace mitjul {

/// `Arg1:Person|Org`, or `bgColor:#FF0000`.
struct BratArgument {
  std::string name;
  std::vector<std::string> values;
};

/// A line of a section.
struct BratEntry {
  std::size_t line = 0;
  std::size_t depth = 0;           ///< blanks and tabs before it
  std::vector<std::string> terms;  ///< the type, then other names of it; at least one
  bool is_abstract = false;        ///< a `!` before the type
  std::vector<BratArgument> arguments;
};

/// A configuration file of brat, taken apart (https://brat.nlplab.org/configuration.html, server/src/projectconfig.py):
/// sections of lines, comments and separators left out, abbreviations (`<POL>=a|b`) written out.
struct BratConfig {
  struct Section {
    std::string name;
    std::size_t line = 0;
    std::vector<BratEntry> entries;
  };
  std::vector<Section> sections;

  /// The entries of all sections of a name, in order.
  std::vector<BratEntry> entries(std::string_view section) const;
};

/// What cannot be understood goes to `problems`, with its line. With abbreviations written out, `limit` bytes at most.
BratConfig parse_brat_config(std::string_view text, std::size_t limit, std::vector<Problem>& problems);

/// Whether a text has a section of brat's configuration: a line with nothing but `[entities]` or another of them.
bool looks_like_brat_config(std::string_view text);

}  // namespace mitjul
