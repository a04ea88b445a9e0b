#include "ui/attribute_words.h"

#include <wx/intl.h>

#include <algorithm>

#include "ui/wx_text.h"

namespace mitjul {

std::vector<std::string> values_of(const Annotation& annotation, const std::string& attribute) {
  const auto found = annotation.attributes.find(attribute);
  return found == annotation.attributes.end() ? std::vector<std::string>() : found->second;
}

std::string only_value(const Annotation& annotation, const std::string& attribute) {
  const auto values = values_of(annotation, attribute);
  return values.empty() ? std::string() : values.front();
}

wxString name_or_id(const std::string& name, const std::string& id) { return to_wx(name.empty() ? id : name); }

wxString attribute_name(const Attribute& attribute) { return name_or_id(attribute.name, attribute.id); }

wxString value_words(const Attribute& attribute, const std::string& value) {
  if (attribute.type == AttributeType::Boolean) return value == "true" ? _("Yes") : _("No");
  const auto known = std::find_if(attribute.values.begin(), attribute.values.end(),
                                  [&](const AttributeValue& each) { return each.id == value; });
  return known == attribute.values.end() ? to_wx(value) : name_or_id(known->name, known->id);
}

wxString value_words(const Attribute& attribute, const std::vector<std::string>& values) {
  wxString words;
  for (const std::string& value : values) {
    if (!words.empty()) words += ", ";
    words += value_words(attribute, value);
  }
  return words.empty() ? wxString::FromUTF8("–") : words;
}

}  // namespace mitjul
