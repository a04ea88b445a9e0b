#include "import/xml_fields.h"

#include <algorithm>
#include <charconv>

namespace mitjul {

namespace {

// More than these are no more use to anybody.
constexpr std::size_t kMostProblems = 1000;

}  // namespace

void XmlFields::report(pugi::xml_node element, ProblemCode code, std::vector<std::string> details) {
  if (problems_.size() >= kMostProblems) return;
  Problem problem = make_problem(code, std::move(details));
  if (lines_ != nullptr) problem.place.line = lines_->line(element);
  problem.place.document = document_;
  problem.place.annotation = annotation_;
  problems_.push_back(std::move(problem));
}

std::string XmlFields::required(pugi::xml_node element, const char* attribute) {
  const pugi::xml_attribute found = element.attribute(attribute);
  if (!found) report(element, ProblemCode::MissingXmlAttribute, {attribute, element.name()});
  return found.value();
}

std::optional<std::uint32_t> XmlFields::number(pugi::xml_node element, const char* attribute, std::uint32_t largest) {
  return value(element, attribute, [largest](std::string_view text) -> std::optional<std::uint32_t> {
    std::uint32_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || rest != text.data() + text.size() || number > largest) return std::nullopt;
    return number;
  });
}

bool XmlFields::boolean(pugi::xml_node element, const char* attribute, bool absent) {
  if (!element.attribute(attribute)) return absent;
  return value(element, attribute,
               [](std::string_view text) -> std::optional<bool> {
                 if (text == "true" || text == "1") return true;
                 if (text == "false" || text == "0") return false;
                 return std::nullopt;
               })
      .value_or(absent);
}

std::string XmlFields::name(pugi::xml_node element, const char* attribute) {
  std::string text = required(element, attribute);
  if (text.empty() && element.attribute(attribute)) report(element, ProblemCode::InvalidXmlValue, {"", attribute});
  return text;
}

std::string XmlFields::text(pugi::xml_node element) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) report(child, ProblemCode::UnexpectedElement, {child.name()});
  }
  return text_of(element);
}

std::string XmlFields::child_text(pugi::xml_node element, const char* name) {
  const pugi::xml_node child = element.child(name);
  if (child.next_sibling(name)) report(child.next_sibling(name), ProblemCode::UnexpectedElement, {name});
  return text(child);
}

void XmlFields::expect_children(pugi::xml_node element, std::initializer_list<std::string_view> names) {
  for (const pugi::xml_node child : element.children()) {
    if (child.type() == pugi::node_element) {
      if (std::find(names.begin(), names.end(), std::string_view(child.name())) == names.end()) {
        report(child, ProblemCode::UnexpectedElement, {child.name()});
      }
    } else if (std::string_view(child.value()).find_first_not_of(" \t\n\r") != std::string_view::npos) {
      report(element, ProblemCode::UnexpectedElement, {"#text"});
    }
  }
}

}  // namespace mitjul
