#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// The characters of a file's bytes, with what could not be read as characters.
struct Decoded {
  /// Any scalar value, U+0000 too. U+FFFD stands for each lone surrogate of UTF-16 and each maximal subpart of bytes
  /// (The Unicode Standard, 3.9) that is no character; nothing is dropped but a byte order mark.
  std::u32string text;
  /// `UTF-8`, `UTF-16LE`, `UTF-16BE`, `UTF-32LE`, `UTF-32BE`, `windows-949`, `Johab`, `windows-1252`; after `decode_as`
  /// also the canonical name of another ICU converter. `decode_as` reads the same bytes by this name to the same text.
  std::string encoding;
  /// Whether the bytes began with a byte order mark, which is not in `text`.
  bool had_bom = false;
  struct Replaced {
    std::size_t index;         ///< of the U+FFFD in `text`, in code points
    std::string original_hex;  ///< upper case: the bytes, or the lone surrogate's code ("D800") in either byte order

    bool operator==(const Replaced&) const = default;
  };
  std::vector<Replaced> replaced;  ///< by index; a U+FFFD that was in the file itself is not listed

  bool operator==(const Decoded&) const = default;
};

/// Recognises the encoding of a Korean text and reads it. Never fails: what looks like nothing else is windows-1252,
/// which gives every byte a character. Bytes that are valid UTF-8, pure ASCII among them, are UTF-8 (but for UTF-16 of
/// Latin text, with a zero before or after most letters). Empty bytes are an empty UTF-8 text. Throws an `Error` only
/// if the ICU at hand was built without Korean encodings.
Decoded decode(std::string_view bytes);

/// Reads the bytes in the encoding of this name, whatever they look like. Case, `-`, `_` and blanks do not matter.
/// All names of the Korean Windows encoding (cp949, uhc, ms949, euc-kr, ks_c_5601-1987, korean …) mean windows-949;
/// johab, cp1361 and ms1361 are Johab; utf-16 and utf-32 go by the byte order mark, else by the likelier order, little
/// endian when in doubt; everything else is what ICU knows. nullopt: no encoding of that name, or one that switches
/// between tables by escapes or is not made for files (ISO-2022, HZ, UTF-7, SCSU, LMBCS …).
std::optional<Decoded> decode_as(std::string_view bytes, std::string_view encoding);

}  // namespace mitjul
