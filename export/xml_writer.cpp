#include "export/xml_writer.h"

namespace mitjul {
namespace {

/// Appends `value` with the characters in `special` replaced by what `escape` gives for them.
template <class Escape>
void append_escaped(std::string& out, std::string_view value, std::string_view special, Escape escape) {
  std::size_t begin = 0;
  for (std::size_t at = value.find_first_of(special); at != std::string_view::npos;
       at = value.find_first_of(special, begin)) {
    out += value.substr(begin, at - begin);
    out += escape(value[at]);
    begin = at + 1;
  }
  out += value.substr(begin);
}

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

}  // namespace

XmlWriter& XmlWriter::text(std::string_view value) {
  append_escaped(out_, value, "&<>\r", escape);
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, "&<>\"\r\n\t", escape);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::optional_attribute(std::string_view name, std::string_view value) {
  return value.empty() ? *this : attribute(name, value);
}

}  // namespace mitjul
