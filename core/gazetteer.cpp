#include "core/gazetteer.h"

#include <unicode/uchar.h>

#include <array>

#include "core/fingerprint.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

/// The characters that end a line in some program (UAX #14, class BK, CR, LF, NL).
constexpr std::array<char32_t, 7> kLineEnds{U'\n', U'\v', U'\f', U'\r', U'\u0085', U'\u2028', U'\u2029'};

bool is_line_end(char32_t c) {
  for (const char32_t end : kLineEnds) {
    if (c == end) return true;
  }
  return false;
}

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

std::uint64_t fingerprint_of(const GazetteerEntry& entry) {
  return Fingerprint().add(entry.word).add(entry.label).value();
}

}  // namespace

bool is_gazetteer_word(std::string_view word) {
  if (word.empty() || !is_clean_text(word)) return false;
  std::size_t length = 0;
  char32_t last = 0;
  for (std::size_t byte = 0; byte < word.size();) {
    last = next_code_point(word, byte);
    if (++length > kLongestGazetteerWord || is_line_end(last)) return false;
    if (length == 1 && is_space(last)) return false;
  }
  return !is_space(last);
}

void GazetteerSum::add(const GazetteerEntry& entry) {
  ++entries;
  fingerprint += fingerprint_of(entry);
}

void GazetteerSum::remove(const GazetteerEntry& entry) {
  --entries;
  fingerprint -= fingerprint_of(entry);
}

GazetteerSum sum_of(const GazetteerEntries& gazetteer) {
  GazetteerSum sum;
  for (const GazetteerEntry& entry : gazetteer) sum.add(entry);
  return sum;
}

}  // namespace mitjul
