#include "core/utf8.h"

#include <unicode/utf8.h>

#include <cassert>
#include <cstdint>
#include <cstring>

#include "core/xml_chars.h"

namespace mitjul {

bool is_valid_utf8(std::string_view bytes) {
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t i = 0;
  while (i < size) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::size_t count_code_points(std::string_view utf8) {
  // Eight bytes at a time: texts of a hundred megabytes are counted to find places in them.
  constexpr std::uint64_t kLowBits = 0x0101010101010101;
  std::size_t continuations = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= utf8.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, utf8.data() + at, sizeof bytes);
    // The highest bit set and the one below it not; the product sums them up in its highest byte.
    continuations += (((bytes >> 7U) & (~bytes >> 6U) & kLowBits) * kLowBits) >> 56U;
  }
  for (; at < utf8.size(); ++at) {
    if ((static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80) ++continuations;
  }
  return utf8.size() - continuations;
}

char32_t next_code_point(std::string_view utf8, std::size_t& byte) {
  assert(byte < utf8.size());
  const auto* const data = reinterpret_cast<const std::uint8_t*>(utf8.data());
  UChar32 c = 0;
  U8_NEXT_UNSAFE(data, byte, c);
  return static_cast<char32_t>(c);
}

void append_utf8(std::string& out, char32_t c) {
  assert(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF));
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  out.append(reinterpret_cast<const char*>(buffer), length);
}

bool xml_allows_all(std::string_view utf8) {
  std::size_t i = 0;
  while (i < utf8.size()) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 0x20 && byte < 0x80) {
      ++i;
    } else if (!xml_allows(next_code_point(utf8, i))) {
      return false;
    }
  }
  return true;
}

bool is_clean_text(std::string_view bytes) { return is_valid_utf8(bytes) && xml_allows_all(bytes); }

}  // namespace mitjul
