#include "core/surface_traces.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace mitjul {

/// Composed, without white space.
std::u16string SurfaceTraces::letters_of(std::string_view utf8) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status) && !composer->isNormalized(text, status)) text = composer->normalize(text, status);
  std::u16string letters;
  letters.reserve(static_cast<std::size_t>(text.length()));
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (u_isUWhiteSpace(text.charAt(i)) == 0) letters.push_back(text.charAt(i));
  }
  return letters;
}

void SurfaceTraces::look_for(const std::string& surface) {
  std::u16string letters = letters_of(surface);
  if (letters.empty() || !missing_.insert(surface).second) return;
  wanted_[letters.front()].push_back({letters, surface});
}

void SurfaceTraces::look_through(std::string_view utf8) {
  const std::u16string letters = letters_of(utf8);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto found = wanted_.find(letters[i]);
    if (found == wanted_.end()) continue;
    // What has been met need not be looked for again.
    std::erase_if(found->second, [&](const Wanted& wanted) {
      if (letters.compare(i, wanted.letters.size(), wanted.letters) != 0) return false;
      missing_.erase(wanted.surface);
      return true;
    });
    if (found->second.empty()) wanted_.erase(found);
  }
}

}  // namespace mitjul
