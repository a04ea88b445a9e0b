#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mitjul {

/// Builds XML 1.0 in a string, with the escapes that keep every character through any parser: carriage returns in
/// text, and line ends and tabs in attributes too, which parsers would otherwise normalise (W3C XML 1.0, 2.11 and
/// 3.3.3). Values must be UTF-8 that `xml_allows_all`. Elements and layout are up to the caller.
class XmlWriter {
 public:
  /// Markup and blanks, as they are.
  XmlWriter& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  /// Character data.
  XmlWriter& text(std::string_view value);
  /// ` name="value"`.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  /// The same for a value in which nothing is escaped: an id, a number, a time.
  XmlWriter& plain_attribute(std::string_view name, std::string_view value);
  XmlWriter& number_attribute(std::string_view name, std::uint64_t value);
  /// Nothing for an empty value.
  XmlWriter& optional_attribute(std::string_view name, std::string_view value);

  const std::string& str() const { return out_; }
  void clear() { out_.clear(); }

 private:
  std::string out_;
};

}  // namespace mitjul
