#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.h"
#include "import/xml_stream.h"

namespace mitjul {

/// Reads attributes of elements as values, and notes what is missing or no value, with its line: the first thousand.
class XmlFields {
 public:
  explicit XmlFields(std::vector<Problem>& problems) : problems_(problems) {}

  /// The lines of the tree that is read now.
  void in(const XmlLines& lines) { lines_ = &lines; }
  /// What is reported from now on lies here.
  void in_document(std::string name) { document_ = std::move(name); }
  void in_annotation(std::string id) { annotation_ = std::move(id); }

  void report(pugi::xml_node element, ProblemCode code, std::vector<std::string> details);

  /// The attribute's text; a problem, and the empty text, where it is missing.
  std::string required(pugi::xml_node element, const char* attribute);
  std::string optional(pugi::xml_node element, const char* attribute) { return element.attribute(attribute).value(); }
  /// A whole number up to `largest`; a problem, and nothing, where it is not.
  std::optional<std::uint32_t> number(pugi::xml_node element, const char* attribute,
                                      std::uint32_t largest = UINT32_MAX);
  /// `true`, `false`, `1` or `0` (XML Schema boolean); `absent` where there is no such attribute.
  bool boolean(pugi::xml_node element, const char* attribute, bool absent);
  /// What `parse` makes of the attribute's text; a problem, and nothing, where it makes nothing.
  template <class Parse>
  auto value(pugi::xml_node element, const char* attribute, Parse parse) -> decltype(parse(std::string_view())) {
    const pugi::xml_attribute found = element.attribute(attribute);
    if (!found) {
      report(element, ProblemCode::MissingXmlAttribute, {attribute, element.name()});
      return std::nullopt;
    }
    auto parsed = parse(std::string_view(found.value()));
    if (!parsed) report(element, ProblemCode::InvalidXmlValue, {found.value(), attribute});
    return parsed;
  }

  /// The text of an attribute that must not be empty.
  std::string name(pugi::xml_node element, const char* attribute = "name");
  /// All character data of an element that holds nothing else; a problem for each element in it.
  std::string text(pugi::xml_node element);
  /// The same of the one child of this name that may be there; a problem for a second one.
  std::string child_text(pugi::xml_node element, const char* name);

  /// A problem for each child element that is none of these, and for text where only elements may stand.
  void expect_children(pugi::xml_node element, std::initializer_list<std::string_view> names);

 private:
  std::vector<Problem>& problems_;
  const XmlLines* lines_ = nullptr;
  std::string document_;
  std::string annotation_;
};

}  // namespace mitjul
