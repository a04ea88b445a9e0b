#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "import/read_bytes.h"

namespace mitjul {

/// The bytes of a JSON text one by one, without a byte order mark, with the place of the last one and the word, sign or
/// string to which it belongs: enough to say where a text is no JSON.
class JsonInput {
 public:
  /// `first_line`: the number of the line in which the text begins. What `next` throws comes through.
  explicit JsonInput(ReadBytes next, std::size_t first_line = 1);
  /// Of a text in memory, which outlives it.
  JsonInput(std::string_view text, std::size_t first_line);
  JsonInput(const JsonInput&) = delete;
  JsonInput& operator=(const JsonInput&) = delete;

  /// In lines, and in characters of the line, both from 1.
  struct Place {
    std::size_t line = 1;
    std::size_t column = 0;
  };

  bool at_end() {
    if (!rest_.empty()) return false;
    read_more();
    return rest_.empty();
  }
  char front() const { return rest_.front(); }
  void pop() {
    const char c = rest_.front();
    before_ = last_;
    if (line_ended_) {
      ++last_.line;
      last_.column = 0;
    }
    line_ended_ = c == '\n';
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++last_.column;
    rest_.remove_prefix(1);
    ++taken_;
    follow(c);
  }

  /// A word, a sign, a number or a string: its beginning.
  struct Token {
    std::string text;
    Place place;
  };

  /// Where the last byte stands that was taken.
  const Place& place() const { return last_; }
  /// The same after `taken` bytes, which must be what was taken, or one fewer: a number ends where something else
  /// begins.
  const Place& place_after(std::size_t taken) const { return taken < taken_ ? before_ : last_; }
  const Token& token_after(std::size_t taken) const { return taken < token_from_ ? previous_ : token_; }
  bool in_string() const { return in_string_; }
  /// Whether the end was seen.
  bool ended() const { return ended_; }

 private:
  void read_more();

  void follow(char c) {
    constexpr std::size_t kLongestToken = 64;
    if (in_string_) {
      if (c == '"' && !escaped_) in_string_ = false;
      escaped_ = c == '\\' && !escaped_;
      token_ended_ = !in_string_;
      if (token_.text.size() < kLongestToken) token_.text += c;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      token_ended_ = true;
    } else if (const bool sign = is_sign(c); sign || token_ended_ || c == '"') {
      std::swap(previous_, token_);
      token_.text.assign(1, c);
      token_.place = last_;
      token_from_ = taken_;
      token_ended_ = sign;
      in_string_ = c == '"';
    } else if (token_.text.size() < kLongestToken) {
      token_.text += c;
    }
  }
  static bool is_sign(char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':'; }

  ReadBytes next_;
  std::string buffer_;
  std::string_view rest_;
  Place last_;
  Place before_;
  std::size_t taken_ = 0;
  Token token_;
  Token previous_;
  std::size_t token_from_ = 0;  ///< what was taken with its first byte
  bool token_ended_ = true;
  bool in_string_ = false;
  bool escaped_ = false;
  bool line_ended_ = false;
  bool ended_ = false;
};

/// What the parser takes for the bytes: it goes through them once.
class JsonBytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  /// The end.
  JsonBytes() = default;
  explicit JsonBytes(JsonInput& input) : input_(&input) {}

  char operator*() const { return input_->front(); }
  JsonBytes& operator++() {
    input_->pop();
    return *this;
  }
  JsonBytes operator++(int) {
    const JsonBytes before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const JsonBytes& a, const JsonBytes& b) { return a.at_end() == b.at_end(); }
  friend bool operator!=(const JsonBytes& a, const JsonBytes& b) { return !(a == b); }

 private:
  bool at_end() const { return input_ == nullptr || input_->at_end(); }

  JsonInput* input_ = nullptr;
};

}  // namespace mitjul
