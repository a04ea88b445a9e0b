#include "core/schema_difference.h"

#include <algorithm>

namespace mitjul {
namespace {

using Kind = SchemaDifference::Kind;

template <class Item>
const Item* find_id(const std::vector<Item>& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool same_rules(const Label& a, const Label& b) {
  return a.kind == b.kind && a.roles == b.roles && a.overlap == b.overlap &&
         a.may_be_discontinuous == b.may_be_discontinuous && a.may_cross_units == b.may_cross_units &&
         a.needs_relation == b.needs_relation;
}

bool same_rules(const Attribute& a, const Attribute& b) {
  return a.type == b.type && a.required == b.required && a.default_value == b.default_value && a.key == b.key;
}

class Comparison {
 public:
  void compare(const Schema& before, const Schema& after) {
    for (const Label& label : after.labels) {
      const Label* const old = before.find(label.id);
      if (old == nullptr) {
        found.push_back({Kind::LabelAdded, label.id, {}, {}, {}, label.name});
      } else {
        compare(*old, label);
      }
    }
    for (const Label& label : before.labels) {
      if (after.find(label.id) == nullptr) found.push_back({Kind::LabelRemoved, label.id, {}, {}, label.name, {}});
    }
    note_change(Kind::SchemaRenamed, {}, before.name, after.name);
    note_change(Kind::Guideline, {}, before.guideline, after.guideline);
  }

  std::vector<SchemaDifference> found;

 private:
  void note_change(Kind kind, const std::string& label, const std::string& before, const std::string& after) {
    if (before != after) found.push_back({kind, label, {}, {}, before, after});
  }

  void compare(const Label& before, const Label& after) {
    const std::size_t first = found.size();
    note_change(Kind::LabelRenamed, after.id, before.name, after.name);
    note_change(Kind::LabelMoved, after.id, before.parent, after.parent);
    note_change(Kind::Description, after.id, before.description, after.description);
    note_change(Kind::LabelGuideline, after.id, before.guideline, after.guideline);
    const bool described = std::any_of(
        found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
        [](const auto& each) { return each.kind == Kind::Description || each.kind == Kind::LabelGuideline; });
    if (!described && before.revised != after.revised) found.push_back({Kind::LabelRevised, after.id});
    if (before.color != after.color || before.key != after.key) found.push_back({Kind::LabelLook, after.id});
    if (!same_rules(before, after)) found.push_back({Kind::LabelRules, after.id});
    for (const Attribute& attribute : after.attributes) {
      const Attribute* const old = find_id(before.attributes, attribute.id);
      if (old == nullptr) {
        found.push_back({Kind::AttributeAdded, after.id, attribute.id, {}, {}, attribute.name});
      } else {
        compare(after.id, *old, attribute);
      }
    }
    for (const Attribute& attribute : before.attributes) {
      if (find_id(after.attributes, attribute.id) == nullptr) {
        found.push_back({Kind::AttributeRemoved, after.id, attribute.id, {}, attribute.name, {}});
      }
    }
  }

  void compare(const std::string& label, const Attribute& before, const Attribute& after) {
    if (before.name != after.name) {
      found.push_back({Kind::AttributeRenamed, label, after.id, {}, before.name, after.name});
    }
    if (!same_rules(before, after)) found.push_back({Kind::AttributeRules, label, after.id});
    for (const AttributeValue& value : after.values) {
      const AttributeValue* const old = find_id(before.values, value.id);
      if (old == nullptr) {
        found.push_back({Kind::ValueAdded, label, after.id, value.id, {}, value.name});
        continue;
      }
      if (old->name != value.name) {
        found.push_back({Kind::ValueRenamed, label, after.id, value.id, old->name, value.name});
      }
      if (old->revised != value.revised) found.push_back({Kind::ValueRevised, label, after.id, value.id});
    }
    for (const AttributeValue& value : before.values) {
      if (find_id(after.values, value.id) == nullptr) {
        found.push_back({Kind::ValueRemoved, label, after.id, value.id, value.name, {}});
      }
    }
  }
};

}  // namespace

std::vector<SchemaDifference> differences(const Schema& before, const Schema& after) {
  Comparison comparison;
  comparison.compare(before, after);
  return std::move(comparison.found);
}

}  // namespace mitjul
