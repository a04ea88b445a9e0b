#include "core/schema_operation.h"

#include <algorithm>
#include <functional>
#include <map>

#include "core/label_merging.h"
#include "core/schema_checks.h"

namespace mitjul {
namespace {

Label* find_label(Schema& schema, const std::string& id) {
  const auto found =
      std::find_if(schema.labels.begin(), schema.labels.end(), [&](const Label& label) { return label.id == id; });
  return found == schema.labels.end() ? nullptr : &*found;
}

template <class Items>
auto find_id(Items& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

/// Parents before children, siblings in their order: as the tree is read.
void sort_by_tree(Schema& schema) {
  std::vector<Label> sorted;
  const std::function<void(const std::string&)> take = [&](const std::string& parent) {
    for (const Label& label : schema.labels) {
      if (label.parent != parent) continue;
      sorted.push_back(label);
      take(label.id);
    }
  };
  take("");
  // What hangs on itself is no tree; the check of the schema says so.
  if (sorted.size() == schema.labels.size()) schema.labels = std::move(sorted);
}

/// Moves the last label in front of another one.
void put_last_before(Schema& schema, const std::string& before) {
  auto& labels = schema.labels;
  const auto place = std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.id == before; });
  if (place != labels.end()) std::rotate(place, labels.end() - 1, labels.end());
}

class Operation {
 public:
  explicit Operation(const Schema& schema) : before_(schema), after_(schema) {}

  SchemaAfter run(const SchemaOperation& operation) {
    std::visit([this](const auto& each) { apply(each); }, operation);
    if (problems_.empty()) {
      sort_by_tree(after_);
      after_.draft = true;
      problems_ = check_schema(after_);
    }
    return {problems_.empty() ? std::move(after_) : before_, std::move(problems_)};
  }

 private:
  /// The label, or nullptr after a problem.
  Label* label(const std::string& id) {
    Label* const found = find_label(after_, id);
    if (found == nullptr) problems_.push_back(make_problem(ProblemCode::UnknownLabel, {id}));
    return found;
  }

  void revise(Label& label) { label.revised = next_version(before_); }

  void erase(const std::string& id) {
    auto& labels = after_.labels;
    labels.erase(std::remove_if(labels.begin(), labels.end(), [&](const Label& label) { return label.id == id; }),
                 labels.end());
  }

  void apply(const AddLabel& added) {
    after_.labels.push_back(added.label);
    after_.labels.back().revised = 0;
    put_last_before(after_, added.before);
  }

  void apply(const ChangeLabel& change) {
    Label* const present = label(change.label.id);
    if (present == nullptr) return;
    Label changed = change.label;
    changed.kind = present->kind;
    changed.parent = present->parent;
    *present = std::move(changed);
    after_ = with_revisions(before_, std::move(after_));
    for (const ValueChange& value : change.values) {
      Attribute* const attribute = find_id(find_label(after_, change.label.id)->attributes, value.attribute);
      AttributeValue* const target = attribute != nullptr ? find_id(attribute->values, value.to) : nullptr;
      if (target != nullptr) target->revised = next_version(before_);
    }
  }

  void apply(const MoveLabel& move) {
    Label* const present = label(move.label);
    if (present == nullptr) return;
    Label moved = *present;
    moved.parent = move.parent;
    erase(move.label);
    after_.labels.push_back(std::move(moved));
    put_last_before(after_, move.before);
  }

  void apply(const MergeLabels& merge) {
    Label* const from = label(merge.from);
    Label* const into = label(merge.into);
    if (from == nullptr || into == nullptr) return;
    if (!can_merge(*from, *into)) {
      problems_.push_back(make_problem(ProblemCode::CannotMerge, {merge.from, merge.into}));
      return;
    }
    if (into->key.empty()) into->key = from->key;
    revise(*into);
    const std::string parent = from->parent;
    for (Label& each : after_.labels) {
      if (each.parent == merge.from) each.parent = merge.into;
      for (Role& role : each.roles) rename_in(role, merge.from, merge.into);
    }
    // A label that stands below the one that goes takes its place.
    if (before_.is_a(merge.into, merge.from)) into->parent = parent;
    erase(merge.from);
    add_attributes(merge);
  }

  /// What annotations of the label that goes may say, they can say afterwards.
  void add_attributes(const MergeLabels& merge) {
    for (const Attribute* attribute : before_.attributes_of(merge.from)) {
      const Attribute* const known = after_.find_attribute(merge.into, attribute->id);
      if (known == nullptr) {
        auto& attributes = find_label(after_, merge.into)->attributes;
        attributes.push_back(*attribute);
        attributes.back().required = false;
        attributes.back().key.clear();
      } else if (known->type == attribute->type) {
        add_values(merge.into, *attribute);
      }
    }
  }

  void add_values(const std::string& id, const Attribute& from) {
    for (std::string owner = id; !owner.empty(); owner = find_label(after_, owner)->parent) {
      Attribute* const known = find_id(find_label(after_, owner)->attributes, from.id);
      if (known == nullptr) continue;
      for (const AttributeValue& value : from.values) {
        if (find_id(known->values, value.id) == nullptr) known->values.push_back(value);
      }
      return;
    }
  }

  static void rename_in(Role& role, const std::string& from, const std::string& into) {
    const auto place = std::find(role.allowed.begin(), role.allowed.end(), from);
    if (place == role.allowed.end()) return;
    if (std::find(role.allowed.begin(), role.allowed.end(), into) == role.allowed.end()) {
      *place = into;
    } else {
      role.allowed.erase(place);
    }
  }

  void apply(const SplitLabel& split) {
    Label* const present = label(split.label);
    if (present == nullptr) return;
    Label made = *present;
    made.id = split.made.id;
    made.name = split.made.name;
    made.color = split.made.color;
    made.key = split.made.key;
    made.description = split.made.description;
    made.guideline = split.made.guideline;
    made.revised = 0;
    for (Label& each : after_.labels) {
      for (Role& role : each.roles) {
        const auto place = std::find(role.allowed.begin(), role.allowed.end(), split.label);
        if (place != role.allowed.end()) role.allowed.insert(place + 1, made.id);
      }
    }
    revise(*present);
    after_.labels.insert(after_.labels.begin() + (present - after_.labels.data()) + 1, std::move(made));
  }

  void apply(const DeleteLabel& deletion) {
    const Label* const present = label(deletion.label);
    if (present == nullptr) return;
    const Label gone = *present;
    for (Label& each : after_.labels) {
      if (each.parent == gone.id) {
        each.parent = gone.parent;
        each.attributes.insert(each.attributes.begin(), gone.attributes.begin(), gone.attributes.end());
      }
      for (Role& role : each.roles) remove_from(role, gone);
    }
    erase(gone.id);
  }

  /// A role that allowed a label allows those below it afterwards; it must not come to allow every span.
  void remove_from(Role& role, const Label& gone) {
    const auto place = std::find(role.allowed.begin(), role.allowed.end(), gone.id);
    if (place == role.allowed.end()) return;
    std::vector<std::string> below;
    for (const Label& label : before_.labels) {
      const bool there = std::find(role.allowed.begin(), role.allowed.end(), label.id) != role.allowed.end();
      if (label.parent == gone.id && !there) below.push_back(label.id);
    }
    role.allowed.insert(role.allowed.erase(place), below.begin(), below.end());
    if (role.allowed.empty()) problems_.push_back(make_problem(ProblemCode::LabelInRole, {gone.id, role.id}));
  }

  void apply(const ChangeGuideline& change) { after_.guideline = change.guideline; }

  void apply(const ReplaceSchema& replacement) {
    after_ = with_revisions(before_, replacement.schema);
    after_.version = before_.version;
  }

  const Schema& before_;
  Schema after_;
  std::vector<Problem> problems_;
};

/// Calls `use` with everything that can be revised and what it is called.
template <class AnySchema, class Use>
void for_each_revisable(AnySchema& schema, const Use& use) {
  for (auto& label : schema.labels) {
    use(label.id, label.revised);
    for (auto& attribute : label.attributes) {
      for (auto& value : attribute.values) use(label.id + "/" + attribute.id + "/" + value.id, value.revised);
    }
  }
}

}  // namespace

std::string_view name_of(const SchemaOperation& operation) {
  struct Names {
    std::string_view operator()(const AddLabel&) const { return "add-label"; }
    std::string_view operator()(const ChangeLabel&) const { return "change-label"; }
    std::string_view operator()(const MoveLabel&) const { return "move-label"; }
    std::string_view operator()(const MergeLabels&) const { return "merge-labels"; }
    std::string_view operator()(const SplitLabel&) const { return "split-label"; }
    std::string_view operator()(const DeleteLabel&) const { return "delete-label"; }
    std::string_view operator()(const ChangeGuideline&) const { return "change-guideline"; }
    std::string_view operator()(const ReplaceSchema&) const { return "schema"; }
  };
  return std::visit(Names(), operation);
}

SchemaAfter schema_after(const Schema& schema, const SchemaOperation& operation) {
  return Operation(schema).run(operation);
}

std::set<std::string> revised_in_draft(const Schema& schema) {
  std::set<std::string> revised;
  for_each_revisable(schema, [&](const std::string& id, int version) {
    if (version > schema.version) revised.insert(id);
  });
  return revised;
}

Schema with_revisions(const Schema& before, Schema after) {
  for (Label& label : after.labels) {
    const Label* const old = before.find(label.id);
    if (old == nullptr) continue;
    const bool same = label.description == old->description && label.guideline == old->guideline;
    label.revised = same ? old->revised : next_version(before);
    for (Attribute& attribute : label.attributes) {
      const Attribute* const old_attribute = find_id(old->attributes, attribute.id);
      if (old_attribute == nullptr) continue;
      for (AttributeValue& value : attribute.values) {
        if (const auto* const old_value = find_id(old_attribute->values, value.id)) value.revised = old_value->revised;
      }
    }
  }
  return after;
}

Schema published(Schema draft, const Schema& last, const std::set<std::string>& unchanged) {
  std::map<std::string, int> marks;
  for_each_revisable(last, [&](const std::string& id, int version) { marks[id] = version; });
  for_each_revisable(draft, [&](const std::string& id, int& version) {
    if (unchanged.count(id) != 0) version = marks[id];
  });
  draft.draft = false;
  const int last_version = draft.version;
  return as_version(std::move(draft), last_version, last_version + 1);
}

Schema as_version(Schema schema, int last, int version) {
  schema.version = version;
  for_each_revisable(schema, [&](const std::string&, int& revised) {
    if (revised > last) revised = version;
  });
  return schema;
}

}  // namespace mitjul
