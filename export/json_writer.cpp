#include "export/json_writer.h"

#include <fmt/format.h>

#include <array>

namespace mitjul {
namespace {

/// The bytes at which a string may need an escape. 0xE2 begins U+2028 and U+2029, among others.
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> special{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) special[byte] = true;
  special['"'] = special['\\'] = special[0x7F] = special[0xE2] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecial = special_bytes();

/// The escape of the character at the beginning of `rest` and the bytes that it replaces; none where it may stay.
std::pair<std::string, std::size_t> escape_at(std::string_view rest) {
  switch (rest.front()) {
    case '"': return {"\\\"", 1};
    case '\\': return {"\\\\", 1};
    case '\n': return {"\\n", 1};
    case '\r': return {"\\r", 1};
    case '\t': return {"\\t", 1};
    default: break;
  }
  if (rest.starts_with("\xE2\x80\xA8")) return {"\\u2028", 3};
  if (rest.starts_with("\xE2\x80\xA9")) return {"\\u2029", 3};
  if (static_cast<unsigned char>(rest.front()) == 0xE2) return {"", 0};
  return {fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(rest.front()))), 1};
}

}  // namespace

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
  } else if (!has_items_.empty()) {
    if (has_items_.back()) out_ += ',';
    has_items_.back() = true;
  }
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  has_items_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  has_items_.pop_back();
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(name);
  out_ += ':';
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
  separate();
  append_quoted(value);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_ += "null";
  return *this;
}

void JsonWriter::append_quoted(std::string_view text) {
  out_ += '"';
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!kSpecial[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const auto [escape, size] = escape_at(text.substr(at));
    if (size == 0) {
      ++at;
      continue;
    }
    out_ += text.substr(begin, at - begin);
    out_ += escape;
    begin = at += size;
  }
  out_ += text.substr(begin);
  out_ += '"';
}

}  // namespace mitjul
