#include "import/assembled_text.h"

#include <fmt/format.h>

#include "core/utf8.h"
#include "core/xml_chars.h"

namespace mitjul {

Span AssembledText::append(std::string_view utf8) {
  const TextPos start(length_);
  for (std::size_t byte = 0; byte < utf8.size(); ++length_) {
    const std::size_t begin = byte;
    const char32_t c = next_code_point(utf8, byte);
    if (c == '\r') {
      utf8_ += utf8.substr(byte, 1) == "\n" ? ' ' : '\n';
    } else if (!xml_allows(c)) {
      utf8_ += "\uFFFD";
      substitutions_.push_back({TextPos(length_), fmt::format("{:04X}", static_cast<std::uint32_t>(c))});
    } else {
      utf8_ += utf8.substr(begin, byte - begin);
    }
  }
  return {start, TextPos(length_)};
}

Document AssembledText::finish(std::string name) {
  Document document = Document::make(std::move(name), Text(std::move(utf8_)));
  document.info.substitutions = std::move(substitutions_);
  *this = {};
  return document;
}

}  // namespace mitjul
