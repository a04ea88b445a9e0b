#include "core/schema.h"

#include <algorithm>

#include "core/names.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 3> kLabelKinds{"span", "relation", "document"};
constexpr std::array<std::string_view, 6> kAttributeTypes{"choice", "choices", "text", "number", "date", "boolean"};
constexpr std::array<std::string_view, 3> kOverlapRules{"any", "not-itself", "none"};

template <class Items>
const typename Items::value_type* find_id(const Items& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [id](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::string_view to_string(LabelKind kind) { return name_of(kLabelKinds, kind); }
std::optional<LabelKind> parse_label_kind(std::string_view text) { return enum_named<LabelKind>(kLabelKinds, text); }

std::string_view to_string(AttributeType type) { return name_of(kAttributeTypes, type); }
std::optional<AttributeType> parse_attribute_type(std::string_view text) {
  return enum_named<AttributeType>(kAttributeTypes, text);
}

std::string_view to_string(OverlapRule rule) { return name_of(kOverlapRules, rule); }
std::optional<OverlapRule> parse_overlap_rule(std::string_view text) {
  return enum_named<OverlapRule>(kOverlapRules, text);
}

const Label* Schema::find(std::string_view id) const {
  // No parent is written as the empty id: what looks for it must not find a label of a broken schema that has no id.
  return id.empty() ? nullptr : find_id(labels, id);
}

bool Schema::is_a(std::string_view label, std::string_view ancestor) const {
  // A schema is checked before it is used, but this must end for a broken one, too.
  for (std::size_t steps = 0; steps <= labels.size() && !label.empty(); ++steps) {
    if (label == ancestor) return true;
    const Label* const found = find(label);
    label = found != nullptr ? std::string_view(found->parent) : std::string_view();
  }
  return false;
}

const Attribute* Schema::find_attribute(std::string_view label, std::string_view attribute) const {
  for (std::size_t steps = 0; steps <= labels.size() && !label.empty(); ++steps) {
    const Label* const found = find(label);
    if (found == nullptr) return nullptr;
    if (const Attribute* const match = find_id(found->attributes, attribute)) return match;
    label = found->parent;
  }
  return nullptr;
}

std::vector<const Attribute*> Schema::attributes_of(std::string_view label) const {
  std::vector<const Label*> path;
  for (const Label* found = find(label); found != nullptr && path.size() <= labels.size();
       found = find(found->parent)) {
    path.push_back(found);
  }
  std::vector<const Attribute*> attributes;
  for (auto level = path.rbegin(); level != path.rend(); ++level) {
    for (const Attribute& attribute : (*level)->attributes) attributes.push_back(&attribute);
  }
  return attributes;
}

bool is_schema_id(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  if (text.empty() || !letter(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '+' || c == '-';
  });
}

}  // namespace mitjul
