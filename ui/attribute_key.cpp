#include "ui/attribute_key.h"

#include <algorithm>

namespace mitjul {

const Attribute* attribute_with_key(const Schema& schema, const std::string& label, const KeyPress& key) {
  const std::vector<const Attribute*> attributes = schema.attributes_of(label);
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute* each) {
    return !each->key.empty() && KeyPress::parse(each->key) == key;
  });
  return found == attributes.end() ? nullptr : *found;
}

std::optional<std::vector<std::string>> next_values(const Attribute& attribute,
                                                    const std::vector<std::string>& present) {
  using Values = std::vector<std::string>;
  if (attribute.type == AttributeType::Boolean) return Values{present == Values{"true"} ? "false" : "true"};
  if (attribute.type != AttributeType::Choice || attribute.values.empty()) return std::nullopt;
  const auto& values = attribute.values;
  auto next = values.begin();
  if (!present.empty()) {
    const auto now = std::find_if(values.begin(), values.end(),
                                  [&](const AttributeValue& each) { return each.id == present.front(); });
    if (now != values.end()) next = now + 1;
  }
  if (next == values.end()) return attribute.required ? Values{values.front().id} : Values{};
  return Values{next->id};
}

}  // namespace mitjul
