#include "import/json_input.h"

#include <algorithm>
#include <utility>

namespace mitjul {
namespace {

constexpr std::size_t kBufferSize = std::size_t{1} << 18;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_sign(char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':'; }

}  // namespace

JsonInput::JsonInput(ReadBytes next, std::size_t first_line)
    : next_(std::move(next)), buffer_(kBufferSize, '\0'), place_{first_line, 0} {
  read_more();
  if (chunk_.substr(0, kByteOrderMark.size()) == kByteOrderMark) chunk_.remove_prefix(kByteOrderMark.size());
}

JsonInput::JsonInput(std::string_view text, std::size_t first_line) : chunk_(text), place_{first_line, 0} {}

void JsonInput::read_more() {
  follow_to(SIZE_MAX);
  before_ += chunk_.size();
  const std::size_t count = next_ && !ended_ ? next_(buffer_.data(), buffer_.size()) : 0;
  chunk_ = std::string_view(buffer_).substr(0, count);
  at_ = 0;
  followed_ = 0;
  ended_ = count == 0;
}

void JsonInput::follow_to(std::size_t taken) {
  const std::size_t end = taken < before_ ? 0 : std::min(taken - before_, at_);
  for (; followed_ < end; ++followed_) follow(chunk_[followed_]);
}

void JsonInput::follow(char c) {
  constexpr std::size_t kLongestToken = 64;
  if (line_ended_) {
    ++place_.line;
    place_.column = 0;
  }
  line_ended_ = c == '\n';
  if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++place_.column;
  if (in_string_) {
    if (c == '"' && !escaped_) in_string_ = false;
    escaped_ = c == '\\' && !escaped_;
    token_ended_ = !in_string_;
    if (token_.text.size() < kLongestToken) token_.text += c;
  } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
    token_ended_ = true;
  } else if (const bool sign = is_sign(c); sign || token_ended_ || c == '"') {
    token_.text.assign(1, c);
    token_.place = place_;
    token_ended_ = sign;
    in_string_ = c == '"';
  } else if (token_.text.size() < kLongestToken) {
    token_.text += c;
  }
}

}  // namespace mitjul
