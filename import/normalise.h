#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "import/decode.h"

namespace mitjul {

/// How the lines of a file end: `None` if it has one line, `Mixed` if not all alike.
enum class NewlineStyle { None, Lf, CrLf, Cr, Mixed };

/// A text as a document keeps it: valid UTF-8, lines that end in LF, only characters that XML 1.0 can hold.
struct NormalisedText {
  std::string utf8;
  NewlineStyle newlines = NewlineStyle::None;
  /// A character of the file in whose place a U+FFFD stands.
  struct Substitution {
    std::uint32_t offset;      ///< of the U+FFFD, in code points of `utf8`
    std::string original_hex;  ///< upper case: the code point ("0000", "FFFE"), or what `Decoded::replaced` says

    bool operator==(const Substitution&) const = default;
  };
  std::vector<Substitution> substitutions;  ///< by offset; a U+FFFD that was in the file itself is not listed
};

/// CRLF and CR become LF, and each character that XML 1.0 cannot hold (see `xml_allows`) becomes one U+FFFD. Nothing
/// else changes: no Unicode normalisation, and NEL, U+2028, tabs, joiners and an inner U+FEFF stay.
NormalisedText normalise(const Decoded& decoded);

}  // namespace mitjul
