#include "import/foreign_ids.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "core/schema.h"

namespace mitjul {
namespace {

// Ids stand in every annotation of every export.
constexpr std::size_t kLongestId = 60;

std::string in_latin_letters(std::string_view name) {
  static const std::unique_ptr<icu::Transliterator> latin = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  if (latin == nullptr) return std::string(name);  // an ICU without the rules
  auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  latin->transliterate(text);
  std::string result;
  text.toUTF8String(result);
  return result;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// The characters of an id, and `_` once for each run of others; empty where there are none.
std::string id_characters(std::string_view text) {
  std::string id;
  for (const char c : text.substr(0, kLongestId)) {
    if (c == '\'' || c == '`') continue;  // of the transliteration, between syllables
    const bool allowed = is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-';
    if (allowed) {
      id += c;
    } else if (!id.empty() && id.back() != '_') {
      id += '_';
    }
  }
  const auto is_word = [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  if (std::none_of(id.begin(), id.end(), is_word)) return "";
  while (id.back() == '_') id.pop_back();
  if (!is_letter(id.front())) id.insert(0, "L");
  return id;
}

}  // namespace

std::string ForeignIds::id_for(std::string_view name) {
  std::string id = is_schema_id(name) ? std::string(name) : id_characters(in_latin_letters(name));
  const bool nothing = id.empty();
  if (nothing) id = "L";
  std::string unique = nothing ? "L1" : id;
  for (std::size_t number = 2; !taken_.insert(unique).second; ++number) {
    unique = id + (nothing ? "" : "_") + std::to_string(number);
  }
  return unique;
}

}  // namespace mitjul
