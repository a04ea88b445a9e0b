#include "export/label_studio_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "export/schema_losses.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

constexpr const char* kText = "text";
constexpr const char* kLabels = "label";
constexpr const char* kDocument = "document";

class ConfigWriter {
 public:
  explicit ConfigWriter(const Schema& schema) : schema_(schema) {}

  WrittenSchema run() {
    xml_.raw("<View>\n");
    add_labels();
    xml_.raw("  <Text").attribute("name", kText).attribute("value", "$text").raw("/>\n");
    add_relations();
    add_attributes(LabelKind::Span);
    add_document_labels();
    add_attributes(LabelKind::Document);
    xml_.raw("</View>\n");
    WrittenSchema written{{{"label-studio.xml", xml_.str()}}, {}};
    written.losses =
        losses_of(schema_, {SchemaFeature::NameAndVersion, SchemaFeature::Guidelines, SchemaFeature::OverlapRules,
                            SchemaFeature::SpanRules, SchemaFeature::Revisions, SchemaFeature::LargeRelations,
                            SchemaFeature::AllowedEnds, SchemaFeature::RelationAttributes});
    for (const auto& [what, count] :
         {std::pair(SchemaFeature::Hierarchy, children_), std::pair(SchemaFeature::RoleNames, renamed_roles_),
          std::pair(SchemaFeature::Descriptions, descriptions_), std::pair(SchemaFeature::Keys, keys_),
          std::pair(SchemaFeature::Colors, colors_), std::pair(SchemaFeature::Defaults, defaults_),
          std::pair(SchemaFeature::SharedAttributeIds, renamed_attributes_)}) {
      if (count > 0) written.losses.push_back({what, count});
    }
    return written;
  }

 private:
  void add_labels() {
    bool open = false;
    for (const Label& label : schema_.labels) {
      if (label.kind != LabelKind::Span) continue;
      if (!open) xml_.raw("  <Labels").attribute("name", kLabels).attribute("toName", kText).raw(">\n");
      open = true;
      if (!label.parent.empty()) ++children_;
      xml_.raw("    <Label").attribute("value", label.name).attribute("alias", label.id);
      xml_.optional_attribute("background", label.color).optional_attribute("hotkey", label.key);
      xml_.optional_attribute("hint", label.description).raw("/>\n");
    }
    if (open) xml_.raw("  </Labels>\n");
  }

  void add_relations() {
    bool open = false;
    for (const Label& label : schema_.labels) {
      if (label.kind != LabelKind::Relation || label.roles.size() != 2) continue;
      if (!open) xml_.raw("  <Relations>\n");
      open = true;
      xml_.raw("    <Relation").attribute("value", label.id).optional_attribute("background", label.color);
      if (label.name != label.id) xml_.attribute("hint", label.name);
      xml_.raw("/>\n");
      const auto plain = [](const Role& role, const char* name) { return role.id == name && role.name == name; };
      if (!plain(label.roles[0], "from") || !plain(label.roles[1], "to")) ++renamed_roles_;
      if (!label.description.empty()) ++descriptions_;
      if (!label.key.empty()) ++keys_;
      if (!label.parent.empty()) ++children_;
    }
    if (open) xml_.raw("  </Relations>\n");
  }

  /// Attributes of the labels of a kind, each once: those of several labels that are the same in everything are one.
  void add_attributes(LabelKind kind) {
    std::vector<std::pair<const Attribute*, std::vector<const Label*>>> controls;
    for (const Label& label : schema_.labels) {
      if (label.kind != kind) continue;
      for (const Attribute& attribute : label.attributes) {
        const auto same = std::find_if(controls.begin(), controls.end(), [&](const auto& known) {
          // One question can be about several labels, but about one answer only.
          return kind == LabelKind::Span && *known.first == attribute;
        });
        if (same == controls.end()) {
          controls.push_back({&attribute, {&label}});
        } else {
          same->second.push_back(&label);
        }
      }
    }
    for (const auto& [attribute, labels] : controls) add_attribute(*attribute, labels);
  }

  std::string condition(const std::vector<const Label*>& labels) const {
    std::vector<std::string> ids;
    for (const Label* const label : labels) {
      for (const std::string& id : with_those_below(schema_, label->id)) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      }
    }
    return fmt::format("{}", fmt::join(ids, ","));
  }

  void when(const std::vector<const Label*>& labels) {
    if (labels.front()->kind == LabelKind::Span) {
      xml_.attribute("visibleWhen", "region-selected").attribute("whenLabelValue", condition(labels));
    } else {
      xml_.attribute("visibleWhen", "choice-selected").attribute("whenTagName", kDocument);
      xml_.attribute("whenChoiceValue", labels.front()->id);
    }
  }

  void add_attribute(const Attribute& attribute, const std::vector<const Label*>& labels) {
    xml_.raw("  <View");
    when(labels);
    xml_.raw(">\n    <Header").attribute("value", attribute.name).raw("/>\n    <").raw(control_of(attribute.type));
    xml_.attribute("name", control_name(attribute, *labels.front())).attribute("toName", kText);
    if (labels.front()->kind == LabelKind::Span) xml_.attribute("perRegion", "true");
    if (attribute.required) xml_.attribute("required", "true");
    if (!attribute.key.empty()) ++keys_;
    when(labels);
    switch (attribute.type) {
      case AttributeType::Choice:
      case AttributeType::Choices:
      case AttributeType::Boolean: add_values(attribute); break;
      case AttributeType::Number: xml_.optional_attribute("defaultValue", attribute.default_value).raw("/>\n"); break;
      case AttributeType::Date: xml_.attribute("only", "date").attribute("format", "%Y-%m-%d").raw("/>\n"); break;
      case AttributeType::Text: xml_.raw("/>\n"); break;
    }
    if (attribute.type == AttributeType::Date || attribute.type == AttributeType::Text) {
      if (!attribute.default_value.empty()) ++defaults_;
    }
    xml_.raw("  </View>\n");
  }

  static const char* control_of(AttributeType type) {
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

  /// The attribute's id, or where another control is called that, with the label before it.
  std::string control_name(const Attribute& attribute, const Label& label) {
    std::string name = attribute.id;
    if (names_.count(name) != 0) {
      ++renamed_attributes_;
      name = label.id + "." + attribute.id;
      while (names_.count(name) != 0) name += "_";
    }
    names_.insert(name);
    return name;
  }

  void add_values(const Attribute& attribute) {
    const bool boolean = attribute.type == AttributeType::Boolean;
    xml_.attribute("choice", attribute.type == AttributeType::Choices ? "multiple" : "single").raw(">\n");
    if (boolean) {
      add_choice("      ", "예", "true", attribute.default_value);
      add_choice("      ", "아니요", "false", attribute.default_value);
    }
    for (const AttributeValue& value : attribute.values) {
      add_choice("      ", value.name, value.id, attribute.default_value);
    }
    xml_.raw("    </Choices>\n");
  }

  void add_choice(const char* indent, const std::string& name, const std::string& id, const std::string& selected) {
    xml_.raw(indent).raw("<Choice").attribute("value", name).attribute("alias", id);
    if (id == selected) xml_.attribute("selected", "true");
    xml_.raw("/>\n");
  }

  /// A list, or where labels stand below labels a tree.
  void add_document_labels() {
    const auto of_documents = [](const Label& label) { return label.kind == LabelKind::Document; };
    if (std::none_of(schema_.labels.begin(), schema_.labels.end(), of_documents)) return;
    const bool tree = std::any_of(schema_.labels.begin(), schema_.labels.end(),
                                  [&](const Label& label) { return of_documents(label) && !label.parent.empty(); });
    const char* const control = tree ? "Taxonomy" : "Choices";
    xml_.raw("  <").raw(control).attribute("name", kDocument).attribute("toName", kText);
    if (!tree) xml_.attribute("choice", "multiple");
    xml_.raw(">\n");
    for (const Label* const top : top_labels(schema_, LabelKind::Document)) add_document_label(*top, "    ");
    xml_.raw("  </").raw(control).raw(">\n");
  }

  void add_document_label(const Label& label, const std::string& indent) {
    if (!label.color.empty()) ++colors_;
    xml_.raw(indent).raw("<Choice").attribute("value", label.name).attribute("alias", label.id);
    xml_.optional_attribute("hotkey", label.key).optional_attribute("hint", label.description).raw(">");
    bool first = true;
    for (const Label& child : schema_.labels) {
      if (child.parent != label.id) continue;
      if (first) xml_.raw("\n");
      first = false;
      add_document_label(child, indent + "  ");
    }
    xml_.raw(first ? "" : indent).raw("</Choice>\n");
  }

  const Schema& schema_;
  XmlWriter xml_;
  std::set<std::string> names_{kText, kLabels, kDocument};
  std::size_t children_ = 0;
  std::size_t renamed_roles_ = 0;
  std::size_t descriptions_ = 0;
  std::size_t keys_ = 0;
  std::size_t colors_ = 0;
  std::size_t defaults_ = 0;
  std::size_t renamed_attributes_ = 0;
};

}  // namespace

WrittenSchema write_label_studio_schema(const Schema& schema) { return ConfigWriter(schema).run(); }

}  // namespace mitjul
