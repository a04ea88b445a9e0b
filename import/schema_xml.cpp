#include "import/schema_xml.h"

#include <map>
#include <sstream>

#include "core/annotation_stream.h"
#include "core/schema_checks.h"
#include "import/xml_stream.h"

namespace mitjul {
namespace {

// Leaves room for the versions that come after it.
constexpr std::uint32_t kHighestVersion = 1'000'000;

int read_revised(pugi::xml_node element, XmlFields& fields) {
  if (!element.attribute("revised")) return 0;
  return static_cast<int>(fields.number(element, "revised", kHighestVersion).value_or(0));
}

Attribute read_attribute(pugi::xml_node element, XmlFields& fields) {
  fields.expect_children(element, {"value"});
  Attribute attribute;
  attribute.id = fields.required(element, "id");
  attribute.name = fields.required(element, "name");
  attribute.type = fields.value(element, "type", parse_attribute_type).value_or(AttributeType::Text);
  attribute.required = fields.boolean(element, "required", false);
  attribute.default_value = fields.optional(element, "default");
  attribute.key = fields.optional(element, "key");
  for (const pugi::xml_node value : element.children("value")) {
    fields.expect_children(value, {});
    attribute.values.push_back(
        {fields.required(value, "id"), fields.required(value, "name"), read_revised(value, fields)});
  }
  return attribute;
}

Role read_role(pugi::xml_node element, XmlFields& fields) {
  fields.expect_children(element, {});
  Role role{fields.required(element, "id"), fields.required(element, "name"), {}};
  std::istringstream words(fields.optional(element, "allowed"));
  for (std::string word; words >> word;) role.allowed.push_back(word);
  return role;
}

Label read_label(pugi::xml_node element, XmlFields& fields) {
  fields.expect_children(element, {"description", "guideline", "attribute", "role"});
  Label label;
  label.id = fields.required(element, "id");
  label.name = fields.required(element, "name");
  label.kind = fields.value(element, "kind", parse_label_kind).value_or(LabelKind::Span);
  label.parent = fields.optional(element, "parent");
  label.color = fields.optional(element, "color");
  label.key = fields.optional(element, "key");
  label.description = fields.child_text(element, "description");
  label.guideline = fields.child_text(element, "guideline");
  for (const pugi::xml_node attribute : element.children("attribute")) {
    label.attributes.push_back(read_attribute(attribute, fields));
  }
  for (const pugi::xml_node role : element.children("role")) label.roles.push_back(read_role(role, fields));
  if (element.attribute("overlap")) {
    label.overlap = fields.value(element, "overlap", parse_overlap_rule).value_or(OverlapRule::Any);
  }
  label.may_be_discontinuous = fields.boolean(element, "discontinuous", true);
  label.may_cross_units = fields.boolean(element, "crossUnits", true);
  label.needs_relation = fields.boolean(element, "needsRelation", false);
  label.revised = read_revised(element, fields);
  return label;
}

/// The lines of a schema's ids, for problems that name an id first.
class IdLines {
 public:
  IdLines(pugi::xml_node schema, const XmlLines& lines) : schema_line_(lines.line(schema)) { add(schema, lines); }

  std::size_t line(const Problem& problem) const {
    const auto found = lines_.find(problem.details.empty() ? std::string() : problem.details.front());
    if (found == lines_.end()) return schema_line_;
    // Of two with the same id the second is wrong; else the first, which is the label where one has that id.
    return problem.code == ProblemCode::DuplicateSchemaId ? found->second.back() : found->second.front();
  }

 private:
  void add(pugi::xml_node element, const XmlLines& lines) {
    for (const pugi::xml_node child : element.children()) {
      if (child.attribute("id")) lines_[child.attribute("id").value()].push_back(lines.line(child));
    }
    for (const pugi::xml_node child : element.children()) add(child, lines);
  }

  std::size_t schema_line_;
  std::map<std::string, std::vector<std::size_t>> lines_;
};

}  // namespace

Schema read_schema_element(pugi::xml_node element, XmlFields& fields) {
  fields.expect_children(element, {"guideline", "label"});
  Schema schema;
  schema.name = fields.required(element, "name");
  schema.version = static_cast<int>(fields.number(element, "version", kHighestVersion).value_or(1));
  if (schema.version == 0) fields.report(element, ProblemCode::InvalidXmlValue, {"0", "version"});
  schema.guideline = fields.child_text(element, "guideline");
  schema.draft = fields.boolean(element, "draft", false);
  for (const pugi::xml_node label : element.children("label")) schema.labels.push_back(read_label(label, fields));
  return schema;
}

namespace {

/// Reads a `<schema>` with one of the functions of `xml_stream.h`.
template <class Read>
SchemaFile read_schema(Read read) {
  SchemaFile file;
  XmlFields fields(file.problems);
  XmlStreamHandler handler;
  handler.on_element = [&](std::string_view, pugi::xml_node element, const XmlLines& lines) {
    fields.in(lines);
    if (std::string_view(element.name()) != "schema") {
      return fields.report(element, ProblemCode::UnexpectedElement, {element.name()});
    }
    file.schema = read_schema_element(element, fields);
    const IdLines ids(element, lines);
    for (Problem& problem : check_schema(file.schema)) {
      if (file.problems.size() >= kMostSchemaProblems) break;
      problem.place.line = ids.line(problem);
      file.problems.push_back(std::move(problem));
    }
  };
  const std::vector<Problem> malformed = read(handler);
  file.problems.insert(file.problems.end(), malformed.begin(), malformed.end());
  return file;
}

}  // namespace

SchemaFile read_schema_file(const std::filesystem::path& path) {
  SchemaFile file =
      read_schema([&](const XmlStreamHandler& handler) { return read_xml_stream(path, kNativeNamespace, handler); });
  for (Problem& problem : file.problems) problem.place.file = path.filename().string();
  return file;
}

SchemaFile read_schema_text(std::string_view xml) {
  return read_schema([&](const XmlStreamHandler& handler) { return read_xml_text(xml, kNativeNamespace, handler); });
}

}  // namespace mitjul
