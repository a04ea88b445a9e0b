#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

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
    if (at_ < chunk_.size()) return false;
    read_more();
    return at_ == chunk_.size();
  }
  char front() const { return chunk_[at_]; }
  void pop() { ++at_; }

  /// A word, a sign, a number or a string: its beginning.
  struct Token {
    std::string text;
    Place place;
  };

  // Computed when asked for, as most texts are in order.

  /// Where the last byte stands that was taken.
  const Place& place() { return place_after(SIZE_MAX); }
  /// The same after `taken` bytes: all that were taken, or one fewer, as a number ends where something else begins.
  /// What is asked for must not lie before what was asked for earlier.
  const Place& place_after(std::size_t taken) {
    follow_to(taken);
    return place_;
  }
  const Token& token_after(std::size_t taken) {
    follow_to(taken);
    return token_;
  }
  bool in_string() const { return in_string_; }
  /// Whether the end was seen.
  bool ended() const { return ended_; }

 private:
  void read_more();
  void follow_to(std::size_t taken);
  void follow(char c);

  ReadBytes next_;
  std::string buffer_;
  std::string_view chunk_;
  std::size_t at_ = 0;        ///< in the chunk
  std::size_t before_ = 0;    ///< bytes that were taken before the chunk
  std::size_t followed_ = 0;  ///< of the chunk
  bool ended_ = false;
  // After the bytes that were followed.
  Place place_;
  Token token_;
  bool line_ended_ = false;
  bool token_ended_ = true;
  bool in_string_ = false;
  bool escaped_ = false;
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
