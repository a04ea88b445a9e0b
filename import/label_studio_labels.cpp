#include "import/label_studio_labels.h"

#include <algorithm>

namespace mitjul {

std::string LabelStudioLabels::document(const std::vector<std::string>& path, std::string above) {
  for (const std::string& name : path) {
    const std::string label = used_.label(LabelKind::Document, name);
    // A label that stood elsewhere before stays there: above it may be one that comes behind it in the schema.
    if (placed_.insert(label).second) used_.at(label).parent = above;
    above = label;
  }
  return above;
}

void LabelStudioLabels::add_answer(const std::string& label, const std::string& name, const LabelStudioAnswer& answer,
                                   Attributes& attributes) {
  const std::string attribute = used_.attribute(label, name, answer.type);
  const bool choices = answer.type == AttributeType::Choice;
  std::vector<std::string>& values = attributes[attribute];
  for (const std::string& value : answer.values) {
    std::string text = choices ? used_.value(label, attribute, value) : value;
    if (std::find(values.begin(), values.end(), text) == values.end()) values.push_back(std::move(text));
  }
  if (choices && values.size() > 1) several_.emplace(label, attribute);
  if (values.empty()) attributes.erase(attribute);
}

Schema LabelStudioLabels::finish(std::string name) {
  for (const auto& [label, attribute] : several_) {
    for (Attribute& each : used_.at(label).attributes) {
      if (each.id == attribute && each.type == AttributeType::Choice) each.type = AttributeType::Choices;
    }
  }
  return used_.finish(std::move(name));
}

}  // namespace mitjul
