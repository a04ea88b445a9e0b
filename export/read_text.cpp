#include "export/read_text.h"

#include <algorithm>

namespace mitjul {

ReadText::ReadText(const Text& text) : text_(text), changed_(text.utf8().find('\r') != std::string::npos) {
  if (!changed_) return;
  const std::string& utf8 = text.utf8();
  read_.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (utf8[i] != '\r') {
      read_ += utf8[i];
    } else if (i + 1 < utf8.size() && utf8[i + 1] == '\n') {
      dropped_.push_back(text.from_byte(static_cast<std::uint32_t>(i)));
    } else {
      read_ += '\n';
    }
  }
}

Span ReadText::place(Span span) const {
  const auto moved = [&](TextPos pos) {
    const auto before = std::lower_bound(dropped_.begin(), dropped_.end(), pos) - dropped_.begin();
    return pos - static_cast<std::uint32_t>(before);
  };
  return {moved(span.start), moved(span.end)};
}

std::vector<Span> ReadText::places(const std::vector<Span>& spans) const {
  std::vector<Span> places;
  places.reserve(spans.size());
  for (const Span& span : spans) places.push_back(place(span));
  return places;
}

}  // namespace mitjul
