#include "core/schema_merge.h"

#include <algorithm>
#include <utility>

#include "core/schema_checks.h"

namespace mitjul {
namespace {

template <class Item>
Item* find_id(std::vector<Item>& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

bool same_rules(const Label& a, const Label& b) {
  return a.overlap == b.overlap && a.may_be_discontinuous == b.may_be_discontinuous &&
         a.may_cross_units == b.may_cross_units && a.needs_relation == b.needs_relation;
}

class Merge {
 public:
  Merge(const Schema& base, const Schema& other) : base_(base) {
    result_.schema = base;
    add(other);
  }

  MergedSchema take() {
    // Both may be right and not go together: an attribute of one hides the other's from above.
    if (result_.conflicts.empty()) {
      for (const Problem& problem : check_schema(result_.schema)) conflict(problem.details.front());
    }
    if (!result_.conflicts.empty()) result_.schema = base_;
    return std::move(result_);
  }

 private:
  void conflict(const std::string& id) { result_.conflicts.push_back(make_problem(ProblemCode::SchemaConflict, {id})); }

  void add(const Schema& other) {
    auto& labels = result_.schema.labels;
    if (result_.schema.guideline.empty()) result_.schema.guideline = other.guideline;
    for (const Label& label : other.labels) {
      Label* const known = find_id(labels, label.id);
      if (known == nullptr) {
        Label added = label;
        if (is_key_taken(added.key)) added.key.clear();
        for (Attribute& attribute : added.attributes) {
          if (is_key_taken(attribute.key)) attribute.key.clear();
        }
        labels.push_back(std::move(added));
      } else if (known->kind != label.kind || known->parent != label.parent || !same_rules(*known, label)) {
        conflict(label.id);
      } else {
        add_attributes(*known, label);
        add_roles(*known, label);
      }
    }
  }

  /// By a label or an attribute of what is there: that keeps its key.
  bool is_key_taken(const std::string& key) const {
    const auto& labels = result_.schema.labels;
    return std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
      return label.key == key || std::any_of(label.attributes.begin(), label.attributes.end(),
                                             [&](const Attribute& attribute) { return attribute.key == key; });
    });
  }

  void add_attributes(Label& known, const Label& label) {
    for (const Attribute& attribute : label.attributes) {
      Attribute* const present = find_id(known.attributes, attribute.id);
      if (present == nullptr) {
        Attribute added = attribute;
        added.required = false;  // what was annotated before does not have it
        if (is_key_taken(added.key)) added.key.clear();
        known.attributes.push_back(std::move(added));
      } else if (present->type != attribute.type) {
        conflict(attribute.id);
      } else {
        for (const AttributeValue& value : attribute.values) {
          if (find_id(present->values, value.id) == nullptr) present->values.push_back(value);
        }
      }
    }
  }

  void add_roles(Label& known, const Label& label) {
    for (const Role& role : label.roles) {
      Role* const present = find_id(known.roles, role.id);
      if (present == nullptr) {
        known.roles.push_back(role);
      } else if (present->allowed.empty() != role.allowed.empty()) {
        conflict(role.id);  // "every span" is neither more nor less than a list, which may hold relations
      } else {
        for (const std::string& allowed : role.allowed) {
          if (std::find(present->allowed.begin(), present->allowed.end(), allowed) == present->allowed.end()) {
            present->allowed.push_back(allowed);
          }
        }
      }
    }
  }

  const Schema& base_;
  MergedSchema result_;
};

bool goes_by_order(const Label& known, const Label& used) {
  return known.kind == LabelKind::Relation && known.roles.size() == used.roles.size() &&
         std::none_of(used.roles.begin(), used.roles.end(), [&](const Role& role) {
           return std::any_of(known.roles.begin(), known.roles.end(),
                              [&](const Role& other) { return other.id == role.id; });
         });
}

/// `known` with what only `used` has: attributes under ids that apply to no other attribute of the label, and values.
Label with_what_is_used(const Schema& base, const Label& known, const Label& used) {
  Label label = known;
  for (const Attribute& attribute : used.attributes) {
    Attribute* const own = find_id(label.attributes, attribute.id);
    if (own != nullptr) {
      if (own->type != AttributeType::Choice && own->type != AttributeType::Choices) continue;
      for (const AttributeValue& value : attribute.values) {
        if (find_id(own->values, value.id) == nullptr) own->values.push_back(value);
      }
    } else if (base.find_attribute(known.id, attribute.id) == nullptr) {
      label.attributes.push_back(attribute);
    }
  }
  if (goes_by_order(known, used)) return label;
  for (const Role& role : used.roles) {
    if (find_id(label.roles, role.id) == nullptr) label.roles.push_back(role);
  }
  return label;
}

}  // namespace

RoleNames roles_in(const Schema& base, const Schema& inferred) {
  RoleNames names;
  for (const Label& used : inferred.labels) {
    const Label* const known = base.find(used.id);
    if (known == nullptr || used.kind != LabelKind::Relation || !goes_by_order(*known, used)) continue;
    for (std::size_t i = 0; i < used.roles.size(); ++i) names[used.id][used.roles[i].id] = known->roles[i].id;
  }
  return names;
}

Schema adapt_to(const Schema& base, const Schema& inferred) {
  Schema adapted = inferred;
  for (Label& label : adapted.labels) {
    const Label* const known = base.find(label.id);
    if (known != nullptr && known->kind == label.kind) label = with_what_is_used(base, *known, label);
  }
  // Parents come along, before their children.
  for (std::size_t i = 0; i < adapted.labels.size();) {
    const std::string parent = adapted.labels[i].parent;
    const bool stands_before =
        parent.empty() || std::any_of(adapted.labels.begin(), adapted.labels.begin() + static_cast<std::ptrdiff_t>(i),
                                      [&](const Label& other) { return other.id == parent; });
    if (stands_before) {
      ++i;
      continue;
    }
    const auto later = std::find_if(adapted.labels.begin(), adapted.labels.end(),
                                    [&](const Label& other) { return other.id == parent; });
    Label moved = later == adapted.labels.end() ? *base.find(parent) : *later;
    if (later != adapted.labels.end()) adapted.labels.erase(later);
    adapted.labels.insert(adapted.labels.begin() + static_cast<std::ptrdiff_t>(i), std::move(moved));
  }
  return adapted;
}

Schema with_wider_roles(Schema base, const Schema& inferred, const std::set<std::string>& open) {
  std::set<std::string> spans;
  for (const Schema* const schema : {&std::as_const(base), &inferred}) {
    for (const Label& label : schema->labels) {
      if (label.kind == LabelKind::Span) spans.insert(label.id);
    }
  }
  for (const Label& used : inferred.labels) {
    Label* const known = open.count(used.id) == 0 ? nullptr : find_id(base.labels, used.id);
    if (known == nullptr) continue;
    for (const Role& role : used.roles) {
      Role* const wider = find_id(known->roles, role.id);
      if (wider == nullptr || (wider->allowed.empty() && role.allowed.empty())) continue;
      std::set<std::string> allowed(wider->allowed.begin(), wider->allowed.end());
      allowed.insert(role.allowed.begin(), role.allowed.end());
      if (wider->allowed.empty() || role.allowed.empty()) allowed.insert(spans.begin(), spans.end());
      wider->allowed.assign(allowed.begin(), allowed.end());
    }
  }
  return base;
}

MergedSchema merge_schemas(const Schema& base, const Schema& other) { return Merge(base, other).take(); }

}  // namespace mitjul
