#include "export/refi_codebook.h"

#include <fmt/format.h>

#include "core/crypto.h"
#include "core/version.h"
#include "export/schema_losses.h"

namespace mitjul {
namespace {

std::string label_description(const Label& label) {
  std::string text = label.description;
  const auto add = [&text](const std::string& paragraph) { text += (text.empty() ? "" : "\n\n") + paragraph; };
  if (!label.guideline.empty()) add("mitjul: guideline\n" + label.guideline);
  add("mitjul: " + label.id + (label.kind == LabelKind::Document ? " document" : ""));
  return text;
}

class CodesWriter {
 public:
  CodesWriter(XmlWriter& xml, const Schema& schema) : xml_(xml), schema_(schema) {}

  void run(const std::string& indent) {
    xml_.raw(indent).raw("<Codes>\n");
    for (const LabelKind kind : {LabelKind::Span, LabelKind::Document}) {
      for (const Label* const label : top_labels(schema_, kind)) add_label(*label, indent + "  ");
    }
    xml_.raw(indent).raw("</Codes>\n");
  }

 private:
  void open(const std::string& indent, const std::string& path, const std::string& name, bool codable,
            const std::string& color, const std::string& description) {
    xml_.raw(indent).raw("<Code").attribute("guid", refi_code_guid(path)).attribute("name", name);
    xml_.attribute("isCodable", codable ? "true" : "false").optional_attribute("color", color).raw(">");
    xml_.raw("<Description>").text(description).raw("</Description>\n");
  }

  void add_label(const Label& label, const std::string& indent) {
    open(indent, label.id, label.name, true, label.color, label_description(label));
    for (const Attribute& attribute : label.attributes) add_attribute(label, attribute, indent + "  ");
    for (const Label& child : schema_.labels) {
      if (child.parent == label.id) add_label(child, indent + "  ");
    }
    xml_.raw(indent).raw("</Code>\n");
  }

  void add_attribute(const Label& label, const Attribute& attribute, const std::string& indent) {
    const std::string path = label.id + "/" + attribute.id;
    const bool codable = attribute.type == AttributeType::Boolean;
    open(indent, path, attribute.name, codable, "",
         fmt::format("mitjul: @{} {}", attribute.id, to_string(attribute.type)));
    for (const AttributeValue& value : attribute.values) {
      open(indent + "  ", path + "/" + value.id, value.name, true, "", "mitjul: =" + value.id);
      xml_.raw(indent).raw("  </Code>\n");
    }
    xml_.raw(indent).raw("</Code>\n");
  }

  XmlWriter& xml_;
  const Schema& schema_;
};

std::string codebook_of(const Schema& schema) {
  XmlWriter xml;
  xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CodeBook");
  xml.attribute("xmlns", "urn:QDA-XML:codebook:1.0").attribute("origin", refi_origin()).raw(">\n");
  write_refi_codes(xml, schema, "  ");
  xml.raw("</CodeBook>\n");
  return xml.str();
}

}  // namespace

void RefiCodebookWriter::begin() {
  const WrittenSchema written = write_refi_codebook(task_.schema);
  task_.sink.append(written.files.front().bytes);
  task_.losses.add(written.losses);
}

std::string refi_origin() { return std::string("Mitjul ") + kVersion; }

std::string refi_guid(const std::string& name) {
  std::string hex = sha256_hex("mitjul " + name).substr(0, 32);
  hex[12] = '5';  // made from a name (RFC 9562, 5.5), though by another hash
  hex[16] = 'a';
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4), hex.substr(16, 4),
                     hex.substr(20));
}

std::string refi_code_guid(const std::string& path) { return refi_guid("code " + path); }

void write_refi_codes(XmlWriter& xml, const Schema& schema, const std::string& indent) {
  CodesWriter(xml, schema).run(indent);
}

std::vector<SchemaLoss> refi_code_losses(const Schema& schema) {
  std::vector<SchemaLoss> losses = losses_of(
      schema, {SchemaFeature::NameAndVersion, SchemaFeature::Keys, SchemaFeature::OverlapRules,
               SchemaFeature::SpanRules, SchemaFeature::Revisions, SchemaFeature::Relations,
               SchemaFeature::RelationAttributes, SchemaFeature::RequiredAttributes, SchemaFeature::Defaults});
  if (!schema.guideline.empty()) losses.push_back({SchemaFeature::Guidelines, 1});
  return losses;
}

WrittenSchema write_refi_codebook(const Schema& schema) {
  return {{{"codebook.qdc", codebook_of(schema)}}, refi_code_losses(schema)};
}

}  // namespace mitjul
