#include "core/schema_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/annotation_checks.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

// Far above what anybody can choose from, and below what makes everything slow.
constexpr std::size_t kMostLabels = 10'000;
constexpr std::size_t kDeepest = 50;

bool is_color(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

/// W, R and C are keys of the editor itself.
bool is_label_key(std::string_view text) {
  if (text.size() != 1) return false;
  const char c = text[0];
  return (c >= '1' && c <= '9') || (c >= 'a' && c <= 'z' && c != 'w' && c != 'r' && c != 'c');
}

class SchemaCheck {
 public:
  explicit SchemaCheck(const Schema& schema) : schema_(schema) {}

  std::vector<Problem> run() {
    if (schema_.labels.size() > kMostLabels) {
      return {make_problem(ProblemCode::TooManyLabels, {std::to_string(kMostLabels)})};
    }
    for (const Label& label : schema_.labels) {
      if (!label.id.empty()) by_id_.try_emplace(label.id, &label);  // the empty id is "no parent"
    }
    check_text(schema_.name, "schema");
    check_text(schema_.guideline, "schema");
    if (schema_.name.empty()) report(ProblemCode::MissingSchemaName, {"schema"});
    std::set<std::string_view> labels;
    for (const Label& label : schema_.labels) check_id(label.id, label.name, labels);
    for (const Label& label : schema_.labels) check_parent(label);
    if (!is_tree_) return std::move(problems_);  // what follows walks up from every label
    for (const Label& label : schema_.labels) check_label(label);
    for (const Label& label : schema_.labels) check_attribute_keys(label);
    return std::move(problems_);
  }

 private:
  void report(ProblemCode code, std::vector<std::string> details) {
    problems_.push_back(make_problem(code, std::move(details)));
  }

  const Label* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  void check_text(std::string_view text, const std::string& where) {
    if (!is_clean_text(text)) report(ProblemCode::IllegalCharacter, {where});
  }

  void check_id(const std::string& id, const std::string& name, std::set<std::string_view>& known) {
    if (!is_schema_id(id)) report(ProblemCode::InvalidSchemaId, {id});
    if (!known.insert(id).second) report(ProblemCode::DuplicateSchemaId, {id});
    if (name.empty()) report(ProblemCode::MissingSchemaName, {id});
    check_text(name, id);
  }

  void check_label(const Label& label) {
    check_text(label.description, label.id);
    check_text(label.guideline, label.id);
    if (!label.color.empty() && !is_color(label.color)) report(ProblemCode::InvalidColor, {label.id, label.color});
    if (!label.key.empty()) {
      if (!is_label_key(label.key)) report(ProblemCode::InvalidKey, {label.id, label.key});
      const auto [other, free] = keys_.try_emplace(label.key, label.id);
      if (!free) report(ProblemCode::KeyTaken, {label.id, label.key, other->second});
    }
    check_attributes(label);
    check_roles(label);
  }

  void check_parent(const Label& label) {
    if (label.parent.empty()) return;
    const Label* const parent = find(label.parent);
    if (parent == nullptr) {
      report(ProblemCode::UnknownParent, {label.id, label.parent});
    } else if (parent->kind != label.kind) {
      report(ProblemCode::ParentOfOtherKind, {label.id, label.parent});
      is_tree_ = false;
    } else if (const Label* const above = above_at_most(label, kDeepest)) {
      if (above == &label) {
        report(ProblemCode::ParentCycle, {label.id});
      } else if (above_at_most(*above, kDeepest) != above) {  // what hangs below a circle is not what is wrong
        report(ProblemCode::LabelsTooDeep, {label.id, std::to_string(kDeepest)});
      }
      is_tree_ = false;
    }
  }

  /// Where the way up from a label stops: at nothing, at itself, or so many levels above it.
  const Label* above_at_most(const Label& label, std::size_t levels) const {
    const Label* above = find(label.parent);
    while (above != nullptr && above != &label && --levels > 0) above = find(above->parent);
    return above;
  }

  /// Attributes of the labels above, the nearest first. The labels are a tree.
  std::vector<const Attribute*> inherited_by(const Label& label) const {
    std::vector<const Attribute*> inherited;
    for (const Label* above = find(label.parent); above != nullptr; above = find(above->parent)) {
      for (const Attribute& attribute : above->attributes) inherited.push_back(&attribute);
    }
    return inherited;
  }

  void check_attributes(const Label& label) {
    if (label.attributes.empty()) return;
    std::set<std::string_view> known;
    std::set<std::string_view> above;
    for (const Attribute* const attribute : inherited_by(label)) above.insert(attribute->id);
    for (const Attribute& attribute : label.attributes) {
      check_id(attribute.id, attribute.name, known);
      // An attribute of a label above would be hidden by one of the same id here.
      if (above.count(attribute.id) != 0) report(ProblemCode::DuplicateSchemaId, {attribute.id});
      const bool choice = attribute.type == AttributeType::Choice || attribute.type == AttributeType::Choices;
      if (choice && attribute.values.empty()) report(ProblemCode::ValuesMissing, {attribute.id});
      if (!choice && !attribute.values.empty()) report(ProblemCode::ValuesNotAllowed, {attribute.id});
      std::set<std::string_view> values;
      for (const AttributeValue& value : attribute.values) check_id(value.id, value.name, values);
      if (!attribute.default_value.empty() && !is_value_of(attribute, attribute.default_value)) {
        report(ProblemCode::UnknownDefault, {attribute.id, attribute.default_value});
      }
    }
  }

  /// A key of an attribute is no label's, and no other attribute's of the same annotation.
  void check_attribute_keys(const Label& label) {
    if (std::all_of(label.attributes.begin(), label.attributes.end(), [](const auto& a) { return a.key.empty(); }))
      return;
    const std::vector<const Attribute*> all = schema_.attributes_of(label.id);
    for (const Attribute& attribute : label.attributes) {
      if (attribute.key.empty()) continue;
      if (!is_label_key(attribute.key)) report(ProblemCode::InvalidKey, {attribute.id, attribute.key});
      const auto of_label = keys_.find(attribute.key);
      if (of_label != keys_.end()) report(ProblemCode::KeyTaken, {attribute.id, attribute.key, of_label->second});
      for (const Attribute* other : all) {
        if (other == &attribute) break;  // of two the second is wrong
        if (other->key == attribute.key) report(ProblemCode::KeyTaken, {attribute.id, attribute.key, other->id});
      }
    }
  }

  void check_roles(const Label& label) {
    if (label.kind != LabelKind::Relation) {
      if (!label.roles.empty()) report(ProblemCode::RolesNotAllowed, {label.id});
      return;
    }
    if (label.roles.size() < 2) report(ProblemCode::RolesMissing, {label.id});
    std::set<std::string_view> known;
    for (const Role& role : label.roles) {
      check_id(role.id, role.name, known);
      for (const std::string& allowed : role.allowed) {
        const Label* const target = find(allowed);
        if (target == nullptr || target->kind == LabelKind::Document) {
          report(ProblemCode::UnknownAllowedLabel, {role.id, allowed});
        }
      }
    }
  }

  const Schema& schema_;
  std::map<std::string_view, const Label*> by_id_;
  bool is_tree_ = true;
  std::map<std::string, std::string> keys_;
  std::vector<Problem> problems_;
};

/// Whether all of `before` have one of the same id in `after` that allows what they do.
template <class Item, class Allows>
bool each_allows(const std::vector<Item>& before, const std::vector<Item>& after, Allows allows) {
  return std::all_of(before.begin(), before.end(), [&](const Item& item) {
    const auto present = std::find_if(after.begin(), after.end(), [&](const Item& each) { return each.id == item.id; });
    return present != after.end() && allows(item, *present);
  });
}

bool attribute_allows(const Attribute& before, const Attribute& after) {
  return before.type == after.type &&
         each_allows(before.values, after.values, [](const auto&, const auto&) { return true; });
}

bool role_allows_more(const Role& before, const Role& after) {
  // "Every span" is neither more nor less than a list, which may hold relations.
  if (before.allowed.empty() || after.allowed.empty()) return before.allowed == after.allowed;
  return std::all_of(before.allowed.begin(), before.allowed.end(), [&](const std::string& label) {
    return std::find(after.allowed.begin(), after.allowed.end(), label) != after.allowed.end();
  });
}

bool allows_what(const Label& before, const Label& after) {
  return before.kind == after.kind && before.parent == after.parent && before.overlap >= after.overlap &&
         before.may_be_discontinuous <= after.may_be_discontinuous && before.may_cross_units <= after.may_cross_units &&
         each_allows(before.attributes, after.attributes, attribute_allows) &&
         each_allows(before.roles, after.roles, role_allows_more);
}

}  // namespace

std::vector<Problem> check_schema(const Schema& schema) { return SchemaCheck(schema).run(); }

bool allows_what(const Schema& before, const Schema& after) {
  return std::all_of(before.labels.begin(), before.labels.end(), [&](const Label& label) {
    const Label* const present = after.find(label.id);
    return present != nullptr && allows_what(label, *present);
  });
}

std::vector<Problem> check_uses(const Schema& schema, const std::vector<SchemaUse>& uses) {
  std::vector<Problem> problems;
  for (const SchemaUse& use : uses) {
    const std::string count = std::to_string(use.count);
    const Label* const label = schema.find(use.label);
    if (label == nullptr || label->kind != use.kind) {
      if (use.attribute.empty() && use.role.empty()) {
        problems.push_back(make_problem(ProblemCode::LabelInUse, {use.label, count}));
      }
    } else if (!use.role.empty()) {
      if (std::none_of(label->roles.begin(), label->roles.end(),
                       [&](const Role& role) { return role.id == use.role; })) {
        problems.push_back(make_problem(ProblemCode::RoleInUse, {use.role, use.label, count}));
      }
    } else if (!use.attribute.empty()) {
      const Attribute* const attribute = schema.find_attribute(use.label, use.attribute);
      if (attribute == nullptr) {
        problems.push_back(make_problem(ProblemCode::AttributeInUse, {use.attribute, use.label, count}));
      } else if (!is_value_of(*attribute, use.value)) {
        problems.push_back(make_problem(ProblemCode::ValueInUse, {use.value, use.attribute, count}));
      }
    }
  }
  return problems;
}

}  // namespace mitjul
