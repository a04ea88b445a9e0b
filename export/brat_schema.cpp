#include "export/brat_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "export/rgb.h"
#include "export/schema_losses.h"

namespace mitjul {
namespace {

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, "|")); }

/// Types of brat for ids, no two alike.
class BratTypes {
 public:
  const std::string& of(const std::string& id) {
    const auto known = types_.find(id);
    if (known != types_.end()) return known->second;
    std::string type = brat_type(id);
    if (type != id) ++changed_;
    while (!taken_.insert(type).second) type += '_';
    return types_.emplace(id, std::move(type)).first->second;
  }
  std::size_t changed() const { return changed_; }

 private:
  std::map<std::string, std::string> types_;
  std::set<std::string> taken_;
  std::size_t changed_ = 0;
};

class BratSchemaWriter {
 public:
  explicit BratSchemaWriter(const Schema& schema) : schema_(schema) {
    for (const Label& label : schema.labels) {
      if (label.kind != LabelKind::Document) types_.of(label.id);
    }
    for (const Label& label : schema.labels) {
      if (is_event(label)) events_.insert(top_of(label.roles[0].allowed[0]));
    }
  }

  BratConfiguration run() {
    for (const bool events : {false, true}) {
      line(events ? "\n[events]" : "[entities]");
      for (const Label* const top : top_labels(schema_, LabelKind::Span)) {
        if ((events_.count(top->id) != 0) == events) add_spans(*top, "", events);
      }
      if (!events) add_relations();
    }
    add_attributes();
    WrittenSchema written{{{"annotation.conf", config_}, {"visual.conf", names_ + drawing()}}, {}};
    written.losses = losses_of(
        schema_, {SchemaFeature::NameAndVersion, SchemaFeature::Guidelines, SchemaFeature::Descriptions,
                  SchemaFeature::Keys, SchemaFeature::SpanRules, SchemaFeature::Revisions,
                  SchemaFeature::DocumentLabels, SchemaFeature::RelationsAsEnds, SchemaFeature::RelationAttributes,
                  SchemaFeature::DocumentAttributes, SchemaFeature::FreeAttributes, SchemaFeature::SeveralValues,
                  SchemaFeature::RequiredAttributes, SchemaFeature::Defaults});
    for (const auto& [what, count] :
         {std::pair(SchemaFeature::LargeRelations, large_relations_),
          std::pair(SchemaFeature::RoleNames, renamed_roles_), std::pair(SchemaFeature::OverlapRules, lonely_rules_),
          std::pair(SchemaFeature::IdCharacters, types_.changed() + attribute_types_.changed()),
          std::pair(SchemaFeature::SharedAttributeIds, renamed_attributes_),
          std::pair(SchemaFeature::NameCharacters, changed_names_)}) {
      if (count > 0) written.losses.push_back({what, count});
    }
    return {std::move(written), std::move(names_of_)};
  }

 private:
  void line(const std::string& text) { config_ += text + "\n"; }

  /// Whether a relation is what the reader makes of the arguments of an event.
  bool is_event(const Label& label) const {
    if (label.kind != LabelKind::Relation || label.roles.size() < 2) return false;
    const Role& trigger = label.roles.front();
    if (trigger.id != "trigger" || trigger.allowed.size() != 1) return false;
    const Label* const event = schema_.find(trigger.allowed.front());
    return event != nullptr && event->kind == LabelKind::Span && label.id == event->id + ".event" &&
           label.name == event->name && label.parent.empty();
  }

  const Label* event_of(const Label& span) const {
    const Label* const relation = schema_.find(span.id + ".event");
    return relation != nullptr && is_event(*relation) ? relation : nullptr;
  }

  std::string top_of(const std::string& id) const {
    const Label* label = schema_.find(id);
    while (!label->parent.empty()) label = schema_.find(label->parent);
    return label->id;
  }

  void add_spans(const Label& label, const std::string& indent, bool events) {
    std::string entry = indent + types_.of(label.id);
    add_name("", types_.of(label.id), label.name);
    names_of_.spans.emplace(label.id, types_.of(label.id));
    if (events) names_of_.triggers.insert(label.id);
    if (const Label* const relation = events ? event_of(label) : nullptr) {
      names_of_.events.insert(relation->id);
      for (std::size_t i = 1; i < relation->roles.size(); ++i) {
        const Role& role = relation->roles[i];
        const std::string name = brat_type(role.id);
        entry += (i == 1 ? "\t" : ", ") + name + "?:" + ends_of(role);
        add_name(types_.of(label.id), name, role.name);
      }
    }
    line(entry);
    for (const Label& child : schema_.labels) {
      if (child.parent == label.id) add_spans(child, indent + "\t", events);
    }
  }

  std::string every_span() const { return events_.empty() ? "<ENTITY>" : "<ENTITY>|<EVENT>"; }

  /// What a role allows, written out: a type of brat does not stand for those below it. Empty where it allows nothing
  /// that brat could point at.
  std::string ends_of(const Role& role) {
    if (role.allowed.empty()) return every_span();
    std::vector<std::string> ends;
    for (const std::string& allowed : role.allowed) {
      if (schema_.find(allowed)->kind == LabelKind::Span) add_types_below(ends, allowed);
    }
    return joined(ends);
  }

  void add_types_below(std::vector<std::string>& types, const std::string& label) {
    for (const std::string& id : with_those_below(schema_, label)) {
      const std::string& type = types_.of(id);
      if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
    }
  }

  void add_relations() {
    line("\n[relations]");
    for (const Label* const top : top_labels(schema_, LabelKind::Relation)) add_relation(*top, "");
    add_overlaps();
  }

  void add_relation(const Label& label, const std::string& indent) {
    std::string inner = indent;
    if (label.roles.size() > 2 && !is_event(label)) ++large_relations_;
    if (label.roles.size() == 2 && !is_event(label)) {
      const std::string first = ends_of(label.roles[0]);
      const std::string second = ends_of(label.roles[1]);
      if (!first.empty() && !second.empty()) {
        line(indent + types_.of(label.id) + "\tArg1:" + first + ", Arg2:" + second);
        add_name("", types_.of(label.id), label.name);
        names_of_.relations.emplace(label.id, types_.of(label.id));
        const auto plain = [](const Role& role, const char* name) { return role.id == name && role.name == name; };
        if (!plain(label.roles[0], "Arg1") || !plain(label.roles[1], "Arg2")) ++renamed_roles_;
        inner += "\t";
      }
    }
    for (const Label& child : schema_.labels) {
      if (child.parent == label.id) add_relation(child, inner);
    }
  }

  void add_overlaps() {
    std::vector<std::string> free;      // overlap anything that may be overlapped
    std::vector<std::string> not_self;  // the same, but for their own kind
    std::string locked;
    for (const Label& label : schema_.labels) {
      if (label.kind != LabelKind::Span) continue;
      if (label.overlap == OverlapRule::None) locked = types_.of(label.id);
      if (label.overlap == OverlapRule::Any) free.push_back(types_.of(label.id));
      if (label.overlap == OverlapRule::NotItself) not_self.push_back(types_.of(label.id));
    }
    if (locked.empty() && not_self.empty()) return overlap(every_span(), every_span(), "<ANY>");
    std::vector<std::string> all = free;
    all.insert(all.end(), not_self.begin(), not_self.end());
    if (!free.empty()) overlap(joined(free), joined(all), "<ANY>");
    for (const std::string& type : not_self) {
      std::vector<std::string> others = not_self;
      std::erase(others, type);
      if (!others.empty()) overlap(type, joined(others), "<ANY>");
    }
    // No line at all would be no rule; this one says that nothing overlaps. What may not overlap itself and has nothing
    // else to overlap cannot be told from that.
    if (!free.empty() || not_self.size() > 1) return;
    overlap(locked.empty() ? not_self[0] : locked, every_span(), "<NONE>");
    lonely_rules_ = not_self.size();
  }

  void overlap(const std::string& first, const std::string& second, const std::string& how) {
    line("<OVERLAP>\tArg1:" + first + ", Arg2:" + second + ", <OVL-TYPE>:" + how);
  }

  void add_attributes() {
    line("\n[attributes]");
    std::vector<std::pair<const Attribute*, std::vector<std::string>>> lines;
    std::vector<std::vector<std::string>> having;  // labels, for each line
    std::set<std::string> ids;
    for (const Label& label : schema_.labels) {
      if (label.kind != LabelKind::Span) continue;
      for (const Attribute& attribute : label.attributes) {
        const bool choice = attribute.type == AttributeType::Choice || attribute.type == AttributeType::Choices;
        if (!choice && attribute.type != AttributeType::Boolean) continue;
        const auto same =
            std::find_if(lines.begin(), lines.end(), [&](const auto& known) { return *known.first == attribute; });
        if (same != lines.end()) {
          add_types_below(same->second, label.id);
          having[static_cast<std::size_t>(same - lines.begin())].push_back(label.id);
          continue;
        }
        lines.push_back({&attribute, {}});
        having.push_back({label.id});
        add_types_below(lines.back().second, label.id);
        if (ids.count(attribute.id) != 0) ++renamed_attributes_;
        owners_.push_back(ids.insert(attribute.id).second ? "" : label.id);
      }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string type = add_attribute(*lines[i].first, lines[i].second, owners_[i]);
      for (const std::string& label : having[i])
        names_of_.attributes.emplace(std::pair(label, lines[i].first->id), type);
    }
  }

  /// `owner`: the label, where another one has an attribute of this id that is something else.
  /// Returns its type.
  std::string add_attribute(const Attribute& attribute, const std::vector<std::string>& labels,
                            const std::string& owner) {
    const std::string type = attribute_types_.of(owner.empty() ? attribute.id : owner + "_" + attribute.id);
    std::vector<std::string> values;
    for (const AttributeValue& value : attribute.values) values.push_back(value.id);
    line(type + "\tArg:" + joined(labels) + (values.empty() ? "" : ", Value:" + joined(values)));
    add_name("", type, attribute.name);
    for (const AttributeValue& value : attribute.values) add_name(type, value.id, value.name);
    return type;
  }

  /// A name in `visual.conf`: under the type alone, or where that has another name already, with its owner.
  void add_name(const std::string& owner, const std::string& type, const std::string& name) {
    std::string plain = name;
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    std::replace(plain.begin(), plain.end(), '|', '/');
    plain.erase(0, plain.find_first_not_of(" \f\v"));
    plain.erase(plain.find_last_not_of(" \f\v") + 1);
    if (plain != name) ++changed_names_;
    if (plain.empty()) return;
    const auto [known, is_new] = written_names_.emplace(type, plain);
    if (!is_new && known->second == plain) return;
    const std::string key = is_new ? type : owner + ":" + type;
    names_ += key + " | " + plain + "\n";
  }

  std::string drawing() {
    std::string lines =
        "\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken\n"
        "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n";
    for (const Label& label : schema_.labels) {
      if (label.color.empty() || label.kind == LabelKind::Document) continue;
      const bool span = label.kind == LabelKind::Span;
      lines += types_.of(label.id) + (span ? "\tbgColor:" : "\tcolor:") + label.color;
      lines += span && !Rgb::parse(label.color).takes_black() ? ", fgColor:white\n" : "\n";
    }
    return lines;
  }

  const Schema& schema_;
  BratTypes types_;
  BratTypes attribute_types_;
  std::set<std::string> events_;  ///< labels at the top of trees that are events
  std::vector<std::string> owners_;
  BratNames names_of_;
  std::string config_;
  std::string names_ = "[labels]\n";
  std::map<std::string, std::string> written_names_;
  std::size_t large_relations_ = 0;
  std::size_t renamed_roles_ = 0;
  std::size_t renamed_attributes_ = 0;
  std::size_t lonely_rules_ = 0;
  std::size_t changed_names_ = 0;
};

}  // namespace

WrittenSchema write_brat_schema(const Schema& schema) { return brat_configuration(schema).files; }

BratConfiguration brat_configuration(const Schema& schema) { return BratSchemaWriter(schema).run(); }

std::string brat_type(std::string id) {
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == '.' || c == '+'; }, '_');
  return id;
}

}  // namespace mitjul
