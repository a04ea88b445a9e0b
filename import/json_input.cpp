#include "import/json_input.h"

namespace mitjul {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 18;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

JsonInput::JsonInput(ReadBytes next, std::size_t first_line)
    : next_(std::move(next)), buffer_(kBufferSize, '\0'), last_{first_line, 0}, before_(last_) {
  read_more();
  if (rest_.substr(0, kByteOrderMark.size()) == kByteOrderMark) rest_.remove_prefix(kByteOrderMark.size());
}

JsonInput::JsonInput(std::string_view text, std::size_t first_line)
    : rest_(text), last_{first_line, 0}, before_(last_) {}

void JsonInput::read_more() {
  const std::size_t count = next_ && !ended_ ? next_(buffer_.data(), buffer_.size()) : 0;
  rest_ = std::string_view(buffer_).substr(0, count);
  ended_ = count == 0;
}

}  // namespace mitjul
