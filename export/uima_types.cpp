#include "export/uima_types.h"

#include <algorithm>
#include <set>

namespace mitjul {
namespace {

/// Names of types, or of one type's features, no two alike.
class UimaNames {
 public:
  UimaNames(std::set<std::string> reserved = {}) : taken_(std::move(reserved)) {}

  std::string of(std::string id) {
    std::replace_if(
        id.begin(), id.end(), [](char c) { return c == '.' || c == '+' || c == '-'; }, '_');
    while (!taken_.insert(id).second) id += '_';
    return id;
  }

 private:
  std::set<std::string> taken_;
};

bool allows_spans_alone(const Schema& schema, const Role& role) {
  return std::all_of(role.allowed.begin(), role.allowed.end(),
                     [&](const std::string& id) { return schema.find(id)->kind == LabelKind::Span; });
}

UimaType::Kind kind_of(const Schema& schema, const Label& label) {
  if (label.kind == LabelKind::Span) return UimaType::Kind::Span;
  if (label.kind == LabelKind::Document) return UimaType::Kind::Document;
  const bool pair = label.roles.size() == 2 && allows_spans_alone(schema, label.roles[0]) &&
                    allows_spans_alone(schema, label.roles[1]);
  return pair ? UimaType::Kind::Pair : UimaType::Kind::Many;
}

}  // namespace

std::size_t UimaType::renamed_ids() const {
  const auto is_own = [this](const Feature& feature) {
    return std::any_of(label->attributes.begin(), label->attributes.end(),
                       [&](const Attribute& attribute) { return attribute.id == feature.id; });
  };
  const auto is_renamed = [](const Feature& feature) { return feature.name != feature.id; };
  const auto count = (name != label->id ? 1 : 0) + std::count_if(roles.begin(), roles.end(), is_renamed) +
                     std::count_if(features.begin(), features.end(),
                                   [&](const Feature& feature) { return is_own(feature) && is_renamed(feature); });
  return static_cast<std::size_t>(count);
}

std::string uima_description(const std::string& name, const std::string& id, const std::string& spelling) {
  // Brackets of the name itself must not be taken for those of an id.
  return spelling == id && !name.ends_with(']') ? name : name + " [" + id + "]";
}

UimaTypes::UimaTypes(const Schema& schema) {
  UimaNames names;
  for (const Label& label : schema.labels) {
    UimaType type;
    type.kind = kind_of(schema, label);
    type.label = &label;
    type.name = names.of(label.id);
    places_.emplace(label.id, types_.size());
    types_.push_back(std::move(type));
  }
  for (UimaType& type : types_) {
    const bool pair = type.kind == UimaType::Kind::Pair;
    UimaNames features({"begin", "end", "sofa", "id", "identifier", "note", "Governor", "Dependent"});
    for (const Role& role : type.label->roles) {
      const bool lone = pair && role.allowed.size() == 1 &&
                        std::none_of(schema.labels.begin(), schema.labels.end(),
                                     [&](const Label& other) { return other.parent == role.allowed[0]; });
      std::string range = pair ? "uima.tcas.Annotation" : "uima.cas.TOP";
      if (lone) range = std::string(kCustomPackage) + of(role.allowed[0]).name;
      const std::string name = !pair ? features.of(role.id) : type.roles.empty() ? "Governor" : "Dependent";
      type.roles.push_back({role.id, name, false, std::move(range)});
    }
    for (const Attribute* const attribute : schema.attributes_of(type.label->id)) {
      type.features.push_back({attribute->id, features.of(attribute->id), attribute->type == AttributeType::Choices});
    }
  }
}

}  // namespace mitjul
