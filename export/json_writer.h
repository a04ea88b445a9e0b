#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// Builds JSON (RFC 8259) in a string, value by value, in the order in which it is told: fast, and the same bytes for
/// the same calls. Strings are UTF-8 and stay readable: only what JSON demands is escaped, and U+2028, U+2029, which
/// some readers take for line ends. Inside an object every value comes behind its `key`.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& number(std::int64_t value);
  /// The shortest decimal that reads back as the same value; it must be finite.
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// A key with its value.
  JsonWriter& field(std::string_view name, std::string_view value) { return key(name).string(value); }
  JsonWriter& field(std::string_view name, const char* value) { return key(name).string(value); }
  JsonWriter& field(std::string_view name, std::int64_t value) { return key(name).number(value); }
  JsonWriter& field(std::string_view name, std::uint32_t value) { return key(name).number(std::int64_t{value}); }
  JsonWriter& field(std::string_view name, bool value) { return key(name).boolean(value); }
  /// Outside of strings: line ends and blanks, to lay a file out.
  JsonWriter& space(std::string_view blanks) {
    out_ += blanks;
    return *this;
  }

  const std::string& str() const { return out_; }
  /// Forgets the text, not where in the document it is: parts can be taken away while it grows.
  void clear() { out_.clear(); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void append_quoted(std::string_view text);

  std::string out_;
  std::vector<bool> has_items_;  // of the open objects and arrays
  bool after_key_ = false;
};

}  // namespace mitjul
