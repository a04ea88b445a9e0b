#include "export/label_studio_schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/label_studio_controls.h"
#include "export/schema_losses.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

constexpr const char* kText = kLabelStudioText;
constexpr const char* kDocument = kLabelStudioDocument;

class ConfigWriter {
 public:
  explicit ConfigWriter(const Schema& schema) : schema_(schema), controls_(label_studio_controls(schema)) {}

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
      if (!open) xml_.raw("  <Labels").attribute("name", kLabelStudioLabels).attribute("toName", kText).raw(">\n");
      open = true;
      if (!label.parent.empty()) ++children_;
      xml_.raw("    <Label").attribute("value", label.name).attribute("alias", label_studio_alias(label.id));
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

  void add_attributes(LabelKind kind) {
    for (const LabelStudioControl& control : controls_) {
      if (control.labels.front()->kind == kind) add_attribute(control);
    }
  }

  std::string condition(const std::vector<const Label*>& labels) const {
    std::vector<std::string> ids;
    for (const Label* const label : labels) {
      for (const std::string& id : with_those_below(schema_, label->id)) {
        const std::string alias = label_studio_alias(id);
        if (std::find(ids.begin(), ids.end(), alias) == ids.end()) ids.push_back(alias);
      }
    }
    return fmt::format("{}", fmt::join(ids, ","));
  }

  void when(const std::vector<const Label*>& labels) {
    if (labels.front()->kind == LabelKind::Span) {
      xml_.attribute("visibleWhen", "region-selected").attribute("whenLabelValue", condition(labels));
    } else {
      xml_.attribute("visibleWhen", "choice-selected").attribute("whenTagName", kDocument);
      xml_.attribute("whenChoiceValue", condition(labels));
    }
  }

  void add_attribute(const LabelStudioControl& control) {
    const Attribute& attribute = *control.attribute;
    const std::vector<const Label*>& labels = control.labels;
    if (control.renamed) ++renamed_attributes_;
    xml_.raw("  <View");
    when(labels);
    xml_.raw(">\n    <Header")
        .attribute("value", attribute.name)
        .raw("/>\n    <")
        .raw(label_studio_control_of(attribute.type));
    xml_.attribute("name", control.name).attribute("toName", kText);
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
    xml_.raw(indent).raw("<Choice").attribute("value", name).attribute("alias", label_studio_alias(id));
    if (id == selected) xml_.attribute("selected", "true");
    xml_.raw("/>\n");
  }

  /// A list, those below others moved to the right. (A `Taxonomy` gives names back in place of aliases, and questions
  /// about what is chosen in it do not show.)
  void add_document_labels() {
    const std::vector<const Label*> tops = top_labels(schema_, LabelKind::Document);
    if (tops.empty()) return;
    xml_.raw("  <Choices").attribute("name", kDocument).attribute("toName", kText).attribute("choice", "multiple");
    xml_.raw(">\n");
    for (const Label* const top : tops) add_document_label(*top, 0);
    xml_.raw("  </Choices>\n");
  }

  void add_document_label(const Label& label, std::size_t depth) {
    if (!label.color.empty()) ++colors_;
    xml_.raw("    <Choice").attribute("value", label.name).attribute("alias", label_studio_alias(label.id));
    xml_.optional_attribute("hotkey", label.key).optional_attribute("hint", label.description);
    if (depth > 0) {
      ++children_;
      xml_.attribute("style", fmt::format("margin-left: {}em", 2 * depth));
    }
    xml_.raw("/>\n");
    for (const Label& child : schema_.labels) {
      if (child.parent == label.id) add_document_label(child, depth + 1);
    }
  }

  const Schema& schema_;
  const std::vector<LabelStudioControl> controls_;
  XmlWriter xml_;
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
