#include "export/compared_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>

#include "core/blanks.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const found = icu::Normalizer2::getNFCInstance(status);
    assert(U_SUCCESS(status));
    return found;
  }();
  return *instance;
}

icu::UnicodeString normalised(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return nfc().normalize(icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())}), status);
}

/// Ideographs and syllables that nothing composes with from the left and that are composed themselves.
bool is_plain(char32_t c) { return c < 0x300 || (c >= 0x4E00 && c <= 0xD7A3); }

/// Syllables and ideographs, of which most texts are: neither white space nor in upper case.
bool is_east_asian(char32_t c) { return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x4E00 && c <= 0x9FFF); }

/// Whether it may be part of the letter before it.
bool continues(char32_t c) { return !is_plain(c) && nfc().hasBoundaryBefore(static_cast<UChar32>(c)) == 0; }

template <class Test>
void pass(std::string_view utf8, std::size_t& byte, const Test& test) {
  while (byte < utf8.size()) {
    std::size_t next = byte;
    if (!test(next_code_point(utf8, next))) return;
    byte = next;
  }
}

char32_t folded_letter(char32_t c) {
  if (is_east_asian(c)) return c;
  constexpr char32_t kWide = 0xFF01 - U'!';
  if (c >= 0xFF01 && c <= 0xFF5E) c -= kWide;
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

}  // namespace

bool is_letter_or_digit(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

bool is_hangul_letter(char32_t c) { return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3131 && c <= 0x318E); }

ComparedText::ComparedText(std::string_view utf8) {
  constexpr std::size_t kBytes = 3;  // of a syllable
  plain.reserve(utf8.size() / kBytes);
  folded.reserve(utf8.size() / kBytes);
  starts.reserve(utf8.size() / kBytes);
  ends.reserve(utf8.size() / kBytes);
  for (std::size_t byte = 0; byte < utf8.size();) {
    const std::size_t start = byte;
    const char32_t c = next_code_point(utf8, byte);
    if (!is_east_asian(c) && is_blank(c)) {
      pass(utf8, byte, is_blank);
      add(U' ', start, byte);
      continue;
    }
    const std::size_t first_end = byte;
    pass(utf8, byte, continues);
    if (byte == first_end && is_plain(c)) {
      add(c, start, byte);
      continue;
    }
    const icu::UnicodeString composed = normalised(utf8.substr(start, byte - start));
    if (composed.countChar32() != 1 || byte != first_end || composed.char32At(0) != static_cast<UChar32>(c))
      is_composed = false;
    for (int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1))
      add(static_cast<char32_t>(composed.char32At(i)), start, byte);
  }
}

void ComparedText::add(char32_t c, std::size_t start, std::size_t end) {
  plain += c;
  folded += folded_letter(c);
  starts.push_back(static_cast<std::uint32_t>(start));
  ends.push_back(static_cast<std::uint32_t>(end));
}

std::u32string code_points_of(std::string_view utf8) {
  std::u32string code_points;
  for (std::size_t byte = 0; byte < utf8.size();) code_points += next_code_point(utf8, byte);
  return code_points;
}

std::string in_nfc(std::string_view utf8) {
  std::string composed;
  normalised(utf8).toUTF8String(composed);
  return composed;
}

std::string_view trimmed_surface(std::string_view surface) {
  std::size_t first = surface.size();
  std::size_t end = 0;
  for (std::size_t byte = 0; byte < surface.size();) {
    const std::size_t start = byte;
    if (is_blank(next_code_point(surface, byte))) continue;
    first = std::min(first, start);
    end = byte;
  }
  return first < end ? surface.substr(first, end - first) : std::string_view();
}

}  // namespace mitjul
