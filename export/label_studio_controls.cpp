#include "export/label_studio_controls.h"

#include <algorithm>
#include <set>

namespace mitjul {
namespace {

void add_controls(const Schema& schema, LabelKind kind, std::vector<LabelStudioControl>& controls) {
  const auto first = static_cast<std::ptrdiff_t>(controls.size());
  for (const Label& label : schema.labels) {
    if (label.kind != kind) continue;
    for (const Attribute& attribute : label.attributes) {
      const auto same = std::find_if(controls.begin() + first, controls.end(), [&](const auto& known) {
        // One question can be about several labels, but about one answer only.
        return kind == LabelKind::Span && *known.attribute == attribute;
      });
      if (same == controls.end()) {
        controls.push_back({&attribute, {&label}, "", false});
      } else {
        same->labels.push_back(&label);
      }
    }
  }
}

}  // namespace

std::string label_studio_alias(const std::string& id) {
  // What ends in underscores already has one more, so that every alias means one id.
  const std::string word = id.substr(0, id.find_last_not_of('_') + 1);
  return word == "true" || word == "false" ? id + "_" : id;
}

std::vector<LabelStudioControl> label_studio_controls(const Schema& schema) {
  std::vector<LabelStudioControl> controls;
  add_controls(schema, LabelKind::Span, controls);
  add_controls(schema, LabelKind::Document, controls);
  std::set<std::string> names{kLabelStudioText, kLabelStudioLabels, kLabelStudioDocument};
  for (LabelStudioControl& control : controls) {
    control.name = label_studio_alias(control.attribute->id);
    control.renamed = names.count(control.name) != 0;
    if (control.renamed) control.name = control.labels.front()->id + "." + control.attribute->id;
    while (!names.insert(control.name).second) control.name += "_";
  }
  return controls;
}

const char* label_studio_control_of(AttributeType type) {
  switch (type) {
    case AttributeType::Text: return "TextArea";
    case AttributeType::Number: return "Number";
    case AttributeType::Date: return "DateTime";
    case AttributeType::Choice:
    case AttributeType::Choices:
    case AttributeType::Boolean: break;
  }
  return "Choices";
}

}  // namespace mitjul
