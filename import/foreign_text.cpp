#include "import/foreign_text.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/xml_chars.h"
#include "import/normalise.h"

namespace mitjul {
namespace {

Decoded decoded(const std::string& utf8) {
  Decoded result;
  result.encoding = "UTF-8";
  for (std::size_t at = 0; at < utf8.size();) result.text += next_code_point(utf8, at);
  return result;
}

}  // namespace

ForeignText::ForeignText(std::string utf8) : original_(std::move(utf8)) {
  const std::string& text = original_.utf8();
  for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 1)) {
    dropped_.push_back(original_.from_byte(static_cast<std::uint32_t>(at + 1)).value());
  }
}

std::optional<Span> ForeignText::in_document(Span original) const {
  const Span span(in_document(original.start), in_document(original.end));
  return span.empty() ? std::nullopt : std::optional(span);
}

TextPos ForeignText::in_document(TextPos original) const {
  const auto before = std::lower_bound(dropped_.begin(), dropped_.end(), original.value()) - dropped_.begin();
  return original - static_cast<std::uint32_t>(before);
}

Document ForeignText::document(std::string name) const {
  const std::string& utf8 = original_.utf8();
  if (utf8.find('\r') == std::string::npos && xml_allows_all(utf8)) return Document::make(std::move(name), original_);
  NormalisedText normalised = normalise(decoded(utf8));
  Document document = Document::make(std::move(name), Text(std::move(normalised.utf8)));
  for (NormalisedText::Substitution& substitution : normalised.substitutions) {
    document.info.substitutions.push_back({TextPos(substitution.offset), std::move(substitution.original_hex)});
  }
  return document;
}

std::string cleaned(std::string utf8) {
  if (xml_allows_all(utf8)) return utf8;
  std::string result;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    append_utf8(result, xml_allows(c) ? c : U'\uFFFD');
  }
  return result;
}

}  // namespace mitjul
