#include "import/refi_source.h"

#include <algorithm>

#include "core/utf8.h"
#include "import/decode.h"
#include "import/normalise.h"

namespace mitjul {

RefiSource::RefiSource(std::string_view bytes, bool counts_carriage_returns) {
  const Decoded decoded = decode(bytes);
  NormalisedText normalised = normalise(decoded);
  text_ = Text(std::move(normalised.utf8));
  for (NormalisedText::Substitution& substitution : normalised.substitutions)
    substitutions_.push_back({TextPos(substitution.offset), std::move(substitution.original_hex)});
  counted_ = text_;
  if (!counts_carriage_returns || decoded.text.find(U"\r\n") == std::u32string::npos) return;
  std::string counted;
  for (std::size_t i = 0; i < decoded.text.size(); ++i) {
    append_utf8(counted, decoded.text[i]);
    if (i != 0 && decoded.text[i] == U'\n' && decoded.text[i - 1] == U'\r')
      line_feeds_.push_back(static_cast<std::uint32_t>(i));
  }
  counted_ = Text(std::move(counted));
}

TextPos RefiSource::in_text(TextPos counted) const {
  const auto before = std::lower_bound(line_feeds_.begin(), line_feeds_.end(), counted.value());
  return TextPos(counted.value() - static_cast<std::uint32_t>(before - line_feeds_.begin()));
}

std::optional<Span> RefiSource::in_text(Span counted) const {
  const Span span(in_text(counted.start), in_text(counted.end));
  return span.empty() ? std::nullopt : std::optional(span);
}

}  // namespace mitjul
