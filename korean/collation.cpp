#include "korean/collation.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace mitjul {

Collation::Collation() {
  UErrorCode status = U_ZERO_ERROR;
  collator_.reset(icu::Collator::createInstance(icu::Locale::getKorean(), status));
  if (U_SUCCESS(status)) collator_->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  if (U_SUCCESS(status)) collator_->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
  if (U_FAILURE(status)) collator_.reset();
}

std::string Collation::sort_key(std::string_view name) const {
  std::string key;
  if (collator_) {
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
    // Ends in a zero, which no other byte of it is.
    key.resize(static_cast<std::size_t>(collator_->getSortKey(text, nullptr, 0)));
    collator_->getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
  }
  return key.append(name);
}

}  // namespace mitjul
