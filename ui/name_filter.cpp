#include "ui/name_filter.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "korean/jamo.h"
#include "korean/word_letters.h"

namespace mitjul {
namespace {

/// The consonant that a syllable begins with, as a letter of its own; otherwise the character itself.
char32_t initial_of(char32_t c) { return is_syllable(c) ? kInitials[(c - U'가') / kSyllablesPerInitial] : c; }

}  // namespace

/// Composed and folded, so that what looks the same is the same.
std::u32string NameFilter::folded(std::string_view name) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) text = composer->normalize(text, status);
  text.foldCase();
  std::u32string characters;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    characters.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return characters;
}

NameFilter::NameFilter(std::string_view query) : query_(folded(query)) {}

bool NameFilter::accepts_folded(const std::u32string& name) const {
  return std::search(name.begin(), name.end(), query_.begin(), query_.end(), [](char32_t in_name, char32_t wanted) {
           return in_name == wanted || initial_of(in_name) == wanted;
         }) != name.end();
}

}  // namespace mitjul
