#include "import/brat_labels.h"

#include <algorithm>

namespace mitjul {
namespace {

template <class Item>
Item* find_id(std::vector<Item>& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool is_choice(const Attribute& attribute) {
  return attribute.type == AttributeType::Choice || attribute.type == AttributeType::Choices;
}

}  // namespace

BratLabels::BratLabels(const BratCollection& collection) : schema_(collection.file.schema), known_(collection.ids) {
  for (std::size_t i = 0; i < schema_.labels.size(); ++i) {
    const Label& label = schema_.labels[i];
    places_.emplace(label.id, i);
    label_ids_.id_for(label.id);
    for (const Role& role : label.roles) role_ids_[label.id].id_for(role.id);
    for (const Attribute& attribute : label.attributes) {
      if (!attribute_ids_.taken(attribute.id)) attribute_ids_.id_for(attribute.id);
      for (const AttributeValue& value : attribute.values) {
        if (!value_ids_[attribute.id].taken(value.id)) value_ids_[attribute.id].id_for(value.id);
      }
    }
  }
  for (const auto& [type, id] : known_.labels) labels_.emplace(std::pair(at(id).kind, type), id);
}

std::string BratLabels::label(LabelKind kind, const std::string& type) {
  const auto known = labels_.find({kind, type});
  if (known != labels_.end()) return known->second;
  std::string id = add_label(kind, type, type);
  labels_.emplace(std::pair(kind, type), id);
  return id;
}

std::string BratLabels::add_label(LabelKind kind, const std::string& foreign, const std::string& name) {
  Label label;
  label.id = label_ids_.id_for(foreign);
  label.name = name;
  label.kind = kind;
  places_.emplace(label.id, schema_.labels.size());
  schema_.labels.push_back(label);
  return label.id;
}

std::string BratLabels::event(const std::string& type) {
  const auto known = known_.events.find(type);
  if (known != known_.events.end()) return known->second;
  const std::string words = span(type);
  std::string id = add_label(LabelKind::Relation, words + ".event", at(words).name);
  at(id).roles.push_back({role_ids_[id].id_for("trigger"), "trigger", {words}});
  known_.roles.emplace(std::pair(type, "trigger"), "trigger");
  known_.events.emplace(type, id);
  return id;
}

std::string BratLabels::role(const std::string& label, const std::string& type, const std::string& argument,
                             const std::string& target) {
  const auto [known, is_new] = known_.roles.try_emplace({type, argument});
  Label& relation = at(label);
  if (is_new) {
    known->second = role_ids_[label].id_for(argument);
    relation.roles.push_back({known->second, argument, {target}});
    return known->second;
  }
  if (!uses_.insert({label, argument, target}).second) return known->second;
  std::vector<std::string>& allowed = find_id(relation.roles, known->second)->allowed;
  const bool allows = allowed.empty() || std::any_of(allowed.begin(), allowed.end(),
                                                     [&](const auto& above) { return schema_.is_a(target, above); });
  if (!allows) allowed.push_back(target);
  return known->second;
}

std::string BratLabels::attribute_id(const std::string& type) {
  const auto [known, is_new] = known_.attributes.try_emplace(type);
  if (is_new) known->second = attribute_ids_.id_for(type);
  return known->second;
}

/// That of the label, or of one above it.
Attribute* BratLabels::find_attribute(const std::string& label, const std::string& attribute) {
  for (std::string id = label; !id.empty(); id = at(id).parent) {
    if (Attribute* const found = find_id(at(id).attributes, attribute)) return found;
  }
  return nullptr;
}

/// At the top of the tree, in the place of those below that would hide it.
Attribute& BratLabels::add_attribute(const std::string& label, Attribute attribute) {
  std::string top = label;
  while (!at(top).parent.empty()) top = at(top).parent;
  for (Label& below : schema_.labels) {
    if (!schema_.is_a(below.id, top)) continue;
    const Attribute* const hiding = find_id(below.attributes, attribute.id);
    if (hiding == nullptr) continue;
    if (hiding->type != attribute.type) attribute.type = AttributeType::Text;
    for (const AttributeValue& value : hiding->values) {
      if (find_id(attribute.values, value.id) == nullptr) attribute.values.push_back(value);
    }
    std::erase_if(below.attributes, [&](const Attribute& other) { return other.id == attribute.id; });
  }
  if (!is_choice(attribute)) attribute.values.clear();
  at(top).attributes.push_back(std::move(attribute));
  return at(top).attributes.back();
}

std::string BratLabels::attribute(const std::string& label, const std::string& type,
                                  const std::optional<std::string>& value) {
  std::string id = attribute_id(type);
  if (!uses_.insert({label, type, value ? "=" + *value : ""}).second) return id;
  Attribute* attribute = find_attribute(label, id);
  if (attribute == nullptr) {
    Attribute added;
    added.id = id;
    added.name = type;
    added.type = value ? AttributeType::Choice : AttributeType::Boolean;
    attribute = &add_attribute(label, std::move(added));
  }
  if (attribute->type == AttributeType::Text) return id;
  if (is_choice(*attribute) != value.has_value()) {
    attribute->type = AttributeType::Text;
    attribute->values.clear();
    attribute->default_value.clear();
  } else if (value) {
    const auto [known, is_new] = known_.values.try_emplace({type, *value});
    if (is_new) known->second = value_ids_[id].id_for(*value);
    if (find_id(attribute->values, known->second) == nullptr) attribute->values.push_back({known->second, *value});
  }
  return id;
}

std::string BratLabels::value(const std::string& label, const std::string& type,
                              const std::optional<std::string>& value) {
  if (!value) return "true";
  const Attribute* const attribute = find_attribute(label, attribute_id(type));
  return is_choice(*attribute) ? known_.values.at({type, *value}) : *value;
}

}  // namespace mitjul
