#include "export/schema_xml.h"

#include <fmt/format.h>

#include "core/annotation_stream.h"

namespace mitjul {
namespace {

void write_revised(XmlWriter& xml, int version) {
  if (version != 0) xml.attribute("revised", std::to_string(version));
}

void write_attribute(XmlWriter& xml, const Attribute& attribute) {
  xml.raw("<attribute").attribute("id", attribute.id).attribute("name", attribute.name);
  xml.attribute("type", to_string(attribute.type));
  if (attribute.required) xml.attribute("required", "true");
  xml.optional_attribute("default", attribute.default_value).optional_attribute("key", attribute.key);
  if (attribute.values.empty()) {
    xml.raw("/>");
    return;
  }
  xml.raw(">");
  for (const AttributeValue& value : attribute.values) {
    xml.raw("<value").attribute("id", value.id).attribute("name", value.name);
    write_revised(xml, value.revised);
    xml.raw("/>");
  }
  xml.raw("</attribute>");
}

void write_label(XmlWriter& xml, const Label& label, std::string_view indent) {
  xml.raw(indent).raw("<label").attribute("id", label.id).attribute("name", label.name);
  xml.attribute("kind", to_string(label.kind));
  xml.optional_attribute("parent", label.parent).optional_attribute("color", label.color);
  xml.optional_attribute("key", label.key);
  if (label.overlap != OverlapRule::Any) xml.attribute("overlap", to_string(label.overlap));
  if (!label.may_be_discontinuous) xml.attribute("discontinuous", "false");
  if (!label.may_cross_units) xml.attribute("crossUnits", "false");
  if (label.needs_relation) xml.attribute("needsRelation", "true");
  write_revised(xml, label.revised);
  if (label.description.empty() && label.guideline.empty() && label.attributes.empty() && label.roles.empty()) {
    xml.raw("/>\n");
    return;
  }
  xml.raw(">");
  if (!label.description.empty()) xml.raw("<description>").text(label.description).raw("</description>");
  if (!label.guideline.empty()) xml.raw("<guideline>").text(label.guideline).raw("</guideline>");
  for (const Attribute& attribute : label.attributes) {
    xml.raw("\n").raw(indent).raw("  ");
    write_attribute(xml, attribute);
  }
  for (const Role& role : label.roles) {
    xml.raw("<role").attribute("id", role.id).attribute("name", role.name);
    xml.optional_attribute("allowed", fmt::format("{}", fmt::join(role.allowed, " "))).raw("/>");
  }
  xml.raw("</label>\n");
}

}  // namespace

void write_schema(XmlWriter& xml, const Schema& schema, std::string_view indent, bool with_namespace) {
  xml.raw(indent).raw("<schema");
  if (with_namespace) xml.attribute("xmlns", kNativeNamespace);
  xml.attribute("name", schema.name).attribute("version", std::to_string(schema.version));
  if (schema.draft) xml.attribute("draft", "true");
  if (schema.labels.empty() && schema.guideline.empty()) {
    xml.raw("/>\n");
    return;
  }
  xml.raw(">\n");
  const std::string inner = std::string(indent) + "  ";
  if (!schema.guideline.empty()) {
    xml.raw(inner).raw("<guideline>").text(schema.guideline).raw("</guideline>\n");
  }
  for (const Label& label : schema.labels) write_label(xml, label, inner);
  xml.raw(indent).raw("</schema>\n");
}

std::string schema_to_xml(const Schema& schema) {
  XmlWriter xml;
  write_schema(xml, schema, "", true);
  return xml.str();
}

}  // namespace mitjul
