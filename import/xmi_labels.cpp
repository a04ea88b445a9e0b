#include "import/xmi_labels.h"

#include <algorithm>

#include "core/annotation_checks.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::size_t kMostUses = 10'000;

/// Gives the attribute or role of this id its name.
template <class Items>
void set_name(Items& items, const std::string& id, const std::string& name) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  if (found != items.end()) found->name = name;
}

}  // namespace

bool is_value_range(const std::string& range) {
  static const std::set<std::string> kValues{"uima.cas.String", "uima.cas.Boolean", "uima.cas.Integer",
                                             "uima.cas.Long",   "uima.cas.Short",   "uima.cas.Byte",
                                             "uima.cas.Float",  "uima.cas.Double",  "uima.cas.StringArray"};
  return kValues.count(range) != 0;
}

std::string XmiLabels::label(const XmiStructure& each, LabelKind kind) {
  if (const auto called = types_.type_called(each.type)) {
    std::string id = used_.label(kind, called->id);
    used_.at(id).name = called->name;
    return id;
  }
  // The entity's kind is what INCEpTION's own layer of them says in its value.
  const std::string value = each.type == kNamedEntity ? xmi_value(each.node, "value") : "";
  return used_.label(kind, value.empty() || !is_clean_text(value) ? each.name : value);
}

std::string XmiLabels::label_of_slots(const XmiStructure& each, const std::string& feature) {
  return used_.label(LabelKind::Relation, each.name + "." + feature);
}

std::string XmiLabels::role(const std::string& label, const XmiStructure& each, const std::string& feature,
                            const std::string& target) {
  const auto called = types_.feature_called(each.type, feature);
  if (!called) return role(label, feature, target);
  std::string id = role(label, called->id, target);
  set_name(used_.at(label).roles, id, called->name);
  return id;
}

std::string XmiLabels::role(const std::string& label, const std::string& name, const std::string& target) {
  return used_.role(label, name, target);
}

bool XmiLabels::has_room_for(const std::string& label, const std::string& feature, const std::string& value) {
  if (uses_.size() >= kMostUses) return uses_.count({label, feature, value}) != 0;
  uses_.insert({label, feature, value});
  return true;
}

std::string XmiLabels::attribute_of(const std::string& label, const XmiStructure& each, const std::string& feature,
                                    AttributeType type) {
  const auto called = types_.feature_called(each.type, feature);
  if (!called) return used_.attribute(label, feature, type);
  std::string id = used_.attribute(label, called->id, type);
  set_name(used_.at(label).attributes, id, called->name);
  return id;
}

std::optional<std::string> XmiLabels::attribute(const std::string& label, const XmiStructure& each,
                                                const std::string& feature, const std::string& value) {
  if (!has_room_for(label, feature, "")) return std::nullopt;
  const std::string range = types_.range(each.type, feature);
  Attribute checked;
  checked.type = range == "uima.cas.Boolean"                   ? AttributeType::Boolean
                 : range.empty() || range == "uima.cas.String" ? AttributeType::Text
                                                               : AttributeType::Number;
  if (!is_value_of(checked, value)) checked.type = AttributeType::Text;
  return attribute_of(label, each, feature, checked.type);
}

std::optional<XmiLabels::Choice> XmiLabels::choice(const std::string& label, const XmiStructure& each,
                                                   const std::string& feature, const std::string& value) {
  if (!has_room_for(label, feature, value)) return std::nullopt;
  std::string attribute = attribute_of(label, each, feature, AttributeType::Choices);
  std::string id = used_.value(label, attribute, value);
  return Choice{std::move(attribute), std::move(id)};
}

}  // namespace mitjul
