#include "ui/find_choices.h"

namespace mitjul {
namespace {

void add_below(std::vector<LabelChoice>& choices, const Schema& schema, const std::string& parent, int depth) {
  for (const Label& label : schema.labels) {
    if (label.kind != LabelKind::Span || label.parent != parent) continue;
    choices.push_back({label.id, depth});
    add_below(choices, schema, label.id, depth + 1);
  }
}

}  // namespace

std::vector<LabelChoice> label_choices(const Schema& schema) {
  std::vector<LabelChoice> choices;
  add_below(choices, schema, "", 0);
  return choices;
}

std::vector<AttributeChoice> attribute_choices(const Schema& schema, const std::string& label) {
  std::vector<AttributeChoice> choices;
  for (const Attribute* const attribute : schema.attributes_of(label)) {
    choices.push_back({attribute->id, ""});
    for (const AttributeValue& value : attribute->values) choices.push_back({attribute->id, value.id});
    if (attribute->type == AttributeType::Boolean) {
      for (const char* const value : {"true", "false"}) choices.push_back({attribute->id, value});
    }
  }
  return choices;
}

}  // namespace mitjul
