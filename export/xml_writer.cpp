#include "export/xml_writer.h"

#include <array>
#include <charconv>

namespace mitjul {
namespace {

/// The bytes that are escaped, as a table: articles are long, and these are rare in them.
using ByteSet = std::array<bool, 256>;
constexpr ByteSet byte_set(std::string_view bytes) {
  ByteSet set{};
  for (const char c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}
constexpr ByteSet kInText = byte_set("&<>\r");
constexpr ByteSet kInAttribute = byte_set("&<>\"\r\n\t");

std::string_view escape(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";  // only `]]>` needs it, but everywhere is simpler to read and to trust
    case '"': return "&quot;";
    case '\r': return "&#13;";
    case '\n': return "&#10;";
    default: return "&#9;";
  }
}

void append_escaped(std::string& out, std::string_view value, const ByteSet& special) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (!special[static_cast<unsigned char>(value[at])]) continue;
    out += value.substr(begin, at - begin);
    out += escape(value[at]);
    begin = at + 1;
  }
  out += value.substr(begin);
}

}  // namespace

XmlWriter& XmlWriter::text(std::string_view value) {
  append_escaped(out_, value, kInText);
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, kInAttribute);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::plain_attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  out_ += value;
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::number_attribute(std::string_view name, std::uint64_t value) {
  std::array<char, 20> digits{};  // 2^64 has as many
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return plain_attribute(name, {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

XmlWriter& XmlWriter::optional_attribute(std::string_view name, std::string_view value) {
  return value.empty() ? *this : attribute(name, value);
}

}  // namespace mitjul
