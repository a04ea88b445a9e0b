#include "import/normalise.h"

#include <fmt/format.h>

#include <cstddef>

#include "core/utf8.h"
#include "core/xml_chars.h"

namespace mitjul {

namespace {

NewlineStyle style_of(bool lf, bool crlf, bool cr) {
  if (lf + crlf + cr > 1) return NewlineStyle::Mixed;
  if (lf) return NewlineStyle::Lf;
  if (crlf) return NewlineStyle::CrLf;
  return cr ? NewlineStyle::Cr : NewlineStyle::None;
}

}  // namespace

NormalisedText normalise(const Decoded& decoded) {
  const std::u32string& text = decoded.text;
  NormalisedText result;
  result.utf8.reserve(text.size());
  bool lf = false;
  bool crlf = false;
  bool cr = false;
  std::uint32_t offset = 0;
  auto replaced = decoded.replaced.begin();
  for (std::size_t i = 0; i < text.size(); ++i, ++offset) {
    char32_t c = text[i];
    if (c == U'\n') {
      lf = true;
    } else if (c == U'\r') {
      const bool pair = i + 1 < text.size() && text[i + 1] == U'\n';
      (pair ? crlf : cr) = true;
      if (pair) ++i;
      c = U'\n';
    } else if (!xml_allows(c)) {
      result.substitutions.push_back({offset, fmt::format("{:04X}", static_cast<std::uint32_t>(c))});
      c = U'\uFFFD';
    } else if (replaced != decoded.replaced.end() && replaced->index == i) {
      result.substitutions.push_back({offset, replaced->original_hex});
      ++replaced;
    }
    append_utf8(result.utf8, c);
  }
  result.newlines = style_of(lf, crlf, cr);
  return result;
}

}  // namespace mitjul
