#include "ui/proposal_words.h"

#include <wx/intl.h>

#include <algorithm>
#include <utility>

#include "ui/annotation_words.h"
#include "ui/attribute_form.h"
#include "ui/attribute_words.h"
#include "ui/edit_words.h"
#include "ui/history_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using Field = std::pair<wxString, wxString>;

wxString arrow(const wxString& before, const wxString& after) { return before + wxString::FromUTF8(" → ") + after; }

wxString or_dash(const wxString& words) { return words.empty() ? wxString::FromUTF8("–") : words; }

wxString yes_or_no(bool value) {
  const Attribute boolean{{}, {}, AttributeType::Boolean, false, {}, {}};
  return value_words(boolean, std::string(value ? "true" : "false"));
}

wxString type_name(AttributeType type) { return attribute_type_names()[static_cast<std::size_t>(type)]; }

wxString overlap_words(OverlapRule rule) {
  switch (rule) {
    case OverlapRule::Any: return _("any other span");
    case OverlapRule::NotItself: return _("spans of other labels only");
    case OverlapRule::None: return _("no other span");
  }
  return {};
}

wxString kind_words(LabelKind kind) {
  switch (kind) {
    case LabelKind::Span: return _("Span");
    case LabelKind::Relation: return _("Relation");
    case LabelKind::Document: return _("Document");
  }
  return {};
}

wxString attribute_words(const Attribute& attribute) {
  wxString words = type_name(attribute.type);
  for (std::size_t i = 0; i < attribute.values.size(); ++i) {
    words += (i == 0 ? ": " : ", ") + name_or_id(attribute.values[i].name, attribute.values[i].id);
  }
  if (attribute.required) words += "; " + _("required");
  if (!attribute.default_value.empty()) {
    words += "; " + wxString::Format(_("by default %s"), value_words(attribute, attribute.default_value));
  }
  if (!attribute.key.empty()) words += "; " + wxString::Format(_("key %s"), to_wx(attribute.key).Upper());
  return words;
}

wxString role_words(const Role& role, const Schema& schema) {
  if (role.allowed.empty()) return _("every span");
  wxString words;
  for (const std::string& allowed : role.allowed) words += (words.empty() ? "" : ", ") + label_name(schema, allowed);
  return words;
}

/// All that there is to say of a label, in the order in which it is read.
std::vector<Field> fields_of(const Label& label, const Schema& schema) {
  std::vector<Field> fields{{_("Name"), to_wx(label.name)},
                            {_("Id"), to_wx(label.id)},
                            {_("Kind"), kind_words(label.kind)},
                            {_("Stands below"), label.parent.empty() ? wxString() : label_name(schema, label.parent)},
                            {_("Key"), to_wx(label.key).Upper()},
                            {_("Color"), to_wx(label.color)},
                            {_("Description"), to_wx(label.description)},
                            {_("Guideline"), to_wx(label.guideline)}};
  for (const Attribute& attribute : label.attributes) {
    fields.emplace_back(wxString::Format(_("Attribute %s"), in_quotes(attribute_name(attribute))),
                        attribute_words(attribute));
  }
  for (const Role& role : label.roles) {
    fields.emplace_back(wxString::Format(_("Role %s"), in_quotes(name_or_id(role.name, role.id))),
                        role_words(role, schema));
  }
  fields.emplace_back(_("May overlap"), overlap_words(label.overlap));
  fields.emplace_back(_("May consist of several pieces"), yes_or_no(label.may_be_discontinuous));
  fields.emplace_back(_("May go beyond the end of a sentence"), yes_or_no(label.may_cross_units));
  fields.emplace_back(_("Needs a relation"), yes_or_no(label.needs_relation));
  return fields;
}

/// Fields that are not the same, in their order; one that only `before` has comes last.
std::vector<FieldChange> differences(const std::vector<Field>& before, std::vector<Field> after) {
  const auto find = [](const std::vector<Field>& fields, const wxString& name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.first == name; });
    return found == fields.end() ? wxString() : found->second;
  };
  for (const Field& field : before) {
    const bool gone =
        std::none_of(after.begin(), after.end(), [&](const Field& each) { return each.first == field.first; });
    if (gone) after.emplace_back(field.first, wxString());
  }
  std::vector<FieldChange> changes;
  for (const Field& field : after) {
    const wxString was = find(before, field.first);
    if (was != field.second) changes.push_back({field.first, was, field.second});
  }
  return changes;
}

/// The names of labels that only the first of two schemas has.
wxString labels_of_one(const Schema& schema, const Schema& other) {
  wxString names;
  for (const Label& label : schema.labels) {
    if (other.find(label.id) == nullptr) names += (names.empty() ? "" : ", ") + name_or_id(label.name, label.id);
  }
  return names;
}

class ChangedFields {
 public:
  explicit ChangedFields(const Schema& seen) : seen_(seen) {}

  std::vector<FieldChange> operator()(const AddLabel& added) const { return of_new(added.label); }
  std::vector<FieldChange> operator()(const ChangeLabel& change) const {
    std::vector<FieldChange> changes = differences(fields_of(label(change.label.id)), fields_of(change.label));
    for (const ValueChange& value : change.values) {
      const Attribute* const attribute = seen_.find_attribute(change.label.id, value.attribute);
      const auto words = [&](const std::string& id) {
        return attribute == nullptr || id.empty() ? to_wx(id) : value_words(*attribute, id);
      };
      changes.push_back({_("Value of annotations"), words(value.from), words(value.to)});
    }
    return changes;
  }
  std::vector<FieldChange> operator()(const MoveLabel& move) const {
    const std::string parent = label(move.label).parent;
    if (parent != move.parent) return {{_("Stands below"), name(parent), name(move.parent)}};
    return {{_("Stands in front of"), {}, move.before.empty() ? _("no other label") : name(move.before)}};
  }
  std::vector<FieldChange> operator()(const MergeLabels& merge) const {
    return {{_("Label of annotations"), name(merge.from), name(merge.into)}};
  }
  std::vector<FieldChange> operator()(const SplitLabel& split) const { return of_new(split.made); }
  std::vector<FieldChange> operator()(const DeleteLabel& deletion) const {
    return {{_("Label"), name(deletion.label), {}}};
  }
  std::vector<FieldChange> operator()(const ChangeGuideline& change) const {
    return {{_("Guideline"), to_wx(seen_.guideline), to_wx(change.guideline)}};
  }
  std::vector<FieldChange> operator()(const ReplaceSchema& replacement) const {
    const Schema& schema = replacement.schema;
    std::vector<FieldChange> changes;
    const auto add = [&](const wxString& field, const wxString& before, const wxString& after) {
      if (before != after) changes.push_back({field, before, after});
    };
    add(_("Name"), to_wx(seen_.name), to_wx(schema.name));
    add(_("Guideline"), to_wx(seen_.guideline), to_wx(schema.guideline));
    add(_("Labels that come in"), {}, labels_of_one(schema, seen_));
    add(_("Labels that go"), labels_of_one(seen_, schema), {});
    for (const Label& each : schema.labels) {
      const Label* const before = seen_.find(each.id);
      if (before == nullptr) continue;
      for (FieldChange& change : differences(fields_of(*before), mitjul::fields_of(each, schema))) {
        change.field = name(each.id) + ", " + change.field;
        changes.push_back(std::move(change));
      }
    }
    return changes;
  }

 private:
  std::vector<Field> fields_of(const Label& label) const { return mitjul::fields_of(label, seen_); }
  /// What is not as in a label that says nothing.
  std::vector<FieldChange> of_new(const Label& made) const {
    std::vector<FieldChange> changes = differences(fields_of(Label()), fields_of(made));
    for (FieldChange& change : changes) change.before.clear();
    return changes;
  }
  Label label(const std::string& id) const {
    const Label* const found = seen_.find(id);
    return found != nullptr ? *found : Label();
  }
  wxString name(const std::string& id) const { return id.empty() ? wxString() : label_name(seen_, id); }

  const Schema& seen_;
};

struct Subject {
  const Schema& seen;

  wxString name(const std::string& id) const { return label_name(seen, id); }
  wxString operator()(const AddLabel& added) const { return name_or_id(added.label.name, added.label.id); }
  wxString operator()(const ChangeLabel& change) const { return name(change.label.id); }
  wxString operator()(const MoveLabel& move) const { return name(move.label); }
  wxString operator()(const MergeLabels& merge) const { return arrow(name(merge.from), name(merge.into)); }
  wxString operator()(const SplitLabel& split) const {
    return arrow(name(split.label), name(split.label) + ", " + name_or_id(split.made.name, split.made.id));
  }
  wxString operator()(const DeleteLabel& deletion) const { return name(deletion.label); }
  wxString operator()(const ChangeGuideline&) const { return {}; }
  wxString operator()(const ReplaceSchema& replacement) const { return to_wx(replacement.schema.name); }
};

void add_paragraph(wxString& words, const wxString& paragraph) {
  if (!paragraph.empty()) words += (words.empty() ? "" : "\n\n") + paragraph;
}

}  // namespace

wxString operation_words(const SchemaOperation& operation, const Schema& seen) {
  const wxString subject = std::visit(Subject{seen}, operation);
  const wxString name = edit_name(name_of(operation));
  return subject.empty() ? name : name + wxString::FromUTF8(" – ") + subject;
}

std::vector<FieldChange> changed_fields(const SchemaOperation& operation, const Schema& seen) {
  return std::visit(ChangedFields(seen), operation);
}

wxString proposal_state_name(ProposalState state) {
  switch (state) {
    case ProposalState::Open: return _("Waiting");
    case ProposalState::Accepted: return _("Accepted");
    case ProposalState::Declined: return _("Declined");
  }
  return {};
}

wxString effect_words(const SchemaEffect& effect) {
  wxString words;
  if (effect.retagged > 0) {
    words = wxString::Format(_("With this, %s will be changed."),
                             count_of_annotations(static_cast<std::uint64_t>(effect.retagged)));
  }
  if (const std::int64_t deleted = effect.deleted + effect.relations; deleted > 0) {
    words += (words.empty() ? "" : " ") + wxString::Format(_("With this, %s will be deleted."),
                                                           count_of_annotations(static_cast<std::uint64_t>(deleted)));
  }
  return words;
}

wxString proposal_details(const SchemaProposal& proposal, const std::vector<Annotator>& annotators) {
  wxString fields;
  for (const FieldChange& change : changed_fields(proposal.operation, proposal.seen)) {
    if (!fields.empty()) fields += "\n";
    fields += change.field + ": ";
    fields += change.before.empty() ? change.after : arrow(change.before, or_dash(change.after));
  }
  wxString words = operation_words(proposal.operation, proposal.seen);
  add_paragraph(words, fields);
  if (!proposal.comment.empty()) {
    add_paragraph(words, wxString::Format(_("Why: %s"), to_wx(proposal.comment)));
  }
  if (proposal.state == ProposalState::Open) return words;
  wxString decision = proposal_state_name(proposal.state) + ", " + annotator_name(annotators, proposal.decided_by);
  if (proposal.decided) decision += ", " + local_time(*proposal.decided);
  if (!proposal.answer.empty()) decision += "\n" + wxString::Format(_("Answer: %s"), to_wx(proposal.answer));
  add_paragraph(words, decision);
  return words;
}

}  // namespace mitjul
