#include "tests/support/marked_text.h"

#include "core/utf8.h"

namespace mitjul {

MarkedText marked(std::string_view utf8_with_braces) {
  std::string plain;
  std::vector<Span> spans;
  std::vector<std::size_t> open;
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < utf8_with_braces.size();) {
    const char32_t c = next_code_point(utf8_with_braces, i);
    if (c == U'{') {
      open.push_back(spans.size());
      spans.emplace_back(position, position);
    } else if (c == U'}') {
      spans.at(open.back()).end = TextPos(position);
      open.pop_back();
    } else {
      append_utf8(plain, c);
      ++position;
    }
  }
  return {Text(plain), spans};
}

std::string utf8(std::u32string_view code_points) {
  std::string bytes;
  for (const char32_t c : code_points) append_utf8(bytes, c);
  return bytes;
}

}  // namespace mitjul
