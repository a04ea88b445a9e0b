#include "view/graphemes.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

namespace mitjul {

std::vector<std::uint32_t> grapheme_ends(std::string_view utf8) {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no character break rules");
    return made;
  }();
  std::vector<std::uint32_t> ends;
  UErrorCode status = U_ZERO_ERROR;
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
  iterator->setText(&opened, status);
  for (std::int32_t at = iterator->first(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    if (at > 0) ends.push_back(static_cast<std::uint32_t>(at));
  }
  utext_close(&opened);
  return ends;
}

}  // namespace mitjul
