#include "import/used_schema.h"

#include <algorithm>

namespace mitjul {
namespace {

template <class Item>
Item* find_id(std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::string UsedSchema::id_for(const std::string& scope, std::string_view name) {
  const auto [place, fresh] = ids_.try_emplace({scope, std::string(name)});
  if (fresh) place->second = scopes_[scope].id_for(name);
  return place->second;
}

std::string UsedSchema::label(LabelKind kind, std::string_view name) {
  // One scope for the ids of all kinds, a name a kind.
  const std::string scope = "labels";
  const auto [place, fresh] = ids_.try_emplace({scope + std::string(to_string(kind)), std::string(name)});
  if (!fresh) return place->second;
  place->second = scopes_[scope].id_for(name);
  Label label;
  label.id = place->second;
  label.name = name.empty() ? label.id : std::string(name);
  label.kind = kind;
  places_.emplace(label.id, schema_.labels.size());
  schema_.labels.push_back(std::move(label));
  return place->second;
}

Label& UsedSchema::at(const std::string& label) { return schema_.labels.at(places_.at(label)); }

std::string UsedSchema::attribute(const std::string& label, std::string_view name, AttributeType type) {
  const std::string id = id_for("attributes of " + label, name);
  std::vector<Attribute>& attributes = at(label).attributes;
  if (Attribute* const known = find_id(attributes, id)) {
    if (known->type != type) {
      known->type = AttributeType::Text;
      known->values.clear();
    }
    return id;
  }
  Attribute attribute;
  attribute.id = id;
  attribute.name = name.empty() ? id : std::string(name);
  attribute.type = type;
  attributes.push_back(std::move(attribute));
  return id;
}

std::string UsedSchema::value(const std::string& label, const std::string& attribute, std::string_view name) {
  const std::string id = id_for("values of " + label + " " + attribute, name);
  Attribute* const known = find_id(at(label).attributes, attribute);
  const bool choice = known->type == AttributeType::Choice || known->type == AttributeType::Choices;
  if (choice && find_id(known->values, id) == nullptr)
    known->values.push_back({id, name.empty() ? id : std::string(name)});
  return id;
}

std::string UsedSchema::role(const std::string& label, std::string_view name, const std::string& target) {
  const std::string id = id_for("roles of " + label, name);
  std::vector<Role>& roles = at(label).roles;
  Role* role = find_id(roles, id);
  if (role == nullptr) {
    roles.push_back({id, name.empty() ? id : std::string(name), {}});
    role = &roles.back();
  }
  if (std::find(role->allowed.begin(), role->allowed.end(), target) == role->allowed.end())
    role->allowed.push_back(target);
  return id;
}

Schema UsedSchema::finish(std::string name) {
  schema_.name = std::move(name);
  for (Label& label : schema_.labels) {
    if (label.kind != LabelKind::Relation) continue;
    // What stands at an end in one file is no rule for the next one.
    for (Role& role : label.roles) {
      const bool spans = std::all_of(role.allowed.begin(), role.allowed.end(),
                                     [&](const std::string& id) { return at(id).kind == LabelKind::Span; });
      if (spans) role.allowed.clear();
    }
    for (const char* const spare : {"from", "to"}) {
      if (label.roles.size() < 2 && find_id(label.roles, spare) == nullptr) label.roles.push_back({spare, spare, {}});
    }
  }
  return schema_;
}

}  // namespace mitjul
