#include "import/label_studio_schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "import/foreign_schema.h"
#include "import/label_studio_alias.h"
#include "import/xml_fields.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 3> kTextLabels{"Labels", "HyperTextLabels", "ParagraphLabels"};
constexpr std::array<std::string_view, 6> kQuestions{"Choices", "Taxonomy", "TextArea", "Number", "Rating", "DateTime"};
// The group of choices that holds labels of documents which have no group of their own.
constexpr std::string_view kDocumentGroup = "document";

template <class Names>
bool is_one_of(const Names& names, pugi::xml_node element) {
  return std::find(names.begin(), names.end(), std::string_view(element.name())) != names.end();
}

bool is_true(pugi::xml_node element, const char* attribute) {
  return std::string_view(element.attribute(attribute).value()) == "true";
}

/// What stands in results: the alias where there is one.
std::string result_of(pugi::xml_node element) {
  const std::string alias = element.attribute("alias").value();
  return id_of_label_studio_alias(alias.empty() ? element.attribute("value").value() : alias);
}

std::vector<std::string> comma_separated(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::size_t first = std::min(text.find_first_not_of(" \t\n", begin), end);
    std::size_t last = end;
    while (last > first && (text[last - 1] == ' ' || text[last - 1] == '\t' || text[last - 1] == '\n')) --last;
    if (last > first) parts.push_back(text.substr(first, last - first));
    begin = end + 1;
  }
  return parts;
}

/// The text of the heading directly above a control, which says what the control is called.
std::string heading_of(pugi::xml_node control) {
  const pugi::xml_node above = control.previous_sibling();
  const std::string value = above.attribute("value").value();
  return std::string_view(above.name()) == "Header" && value.substr(0, 1) != "$" ? value : "";
}

bool is_label_key(const std::string& key) {
  return key.size() == 1 && std::string_view("123456789abdefghijklmnopqstuvxyz").find(key) != std::string_view::npos;
}

class LabelStudioReader {
 public:
  explicit LabelStudioReader(const std::filesystem::path& path) : out_(path), fields_(out_.problems()) {}

  ForeignSchema& out() { return out_; }

  void read(pugi::xml_node root, const XmlLines& lines) {
    lines_ = &lines;
    fields_.in(lines);
    if (std::string_view(root.name()) != "View") {
      return fields_.report(root, ProblemCode::UnexpectedElement, {root.name()});
    }
    collect_names(root);
    each(root, [this](pugi::xml_node element) { check_target(element); });
    each(root, [this](pugi::xml_node element) { add_labels(element); });
    each(root, [this](pugi::xml_node element) { add_question(element); });
  }

 private:
  template <class Call>
  void each(pugi::xml_node element, const Call& call) {
    call(element);
    for (const pugi::xml_node child : element.children()) each(child, call);
  }

  std::size_t line(pugi::xml_node element) const { return lines_->line(element); }

  void collect_names(pugi::xml_node root) {
    each(root, [this](pugi::xml_node element) {
      const std::string name = element.attribute("name").value();
      if (name.empty()) return;
      if (!names_.insert(name).second) fields_.report(element, ProblemCode::DuplicateSchemaId, {name});
    });
  }

  void check_target(pugi::xml_node element) {
    for (const std::string& name : comma_separated(element.attribute("toName").value())) {
      if (names_.count(name) == 0) fields_.report(element, ProblemCode::InvalidXmlValue, {name, "toName"});
    }
  }

  void add_labels(pugi::xml_node element) {
    const std::string_view name = element.name();
    if (is_one_of(kTextLabels, element)) {
      add_span_labels(element);
    } else if (name == "Relations") {
      for (const pugi::xml_node relation : element.children("Relation")) add_relation(relation);
    } else if (is_document_group(element)) {
      add_document_labels(element);
    } else if (element.attribute("toName") && !is_one_of(kQuestions, element)) {
      out_.lose(SchemaFeature::Controls, line(element));
    }
  }

  void add_span_labels(pugi::xml_node group) {
    if (std::string_view(group.attribute("value").value()).substr(0, 1) == "$") {
      out_.lose(SchemaFeature::ValuesFromTasks, line(group));
    }
    std::set<std::string> seen;
    each(group, [&](pugi::xml_node element) {
      if (std::string_view(element.name()) != "Label") return;
      Label label = label_from(element);
      if (label.name.empty()) return;
      const std::string result = result_of(element);
      if (!seen.insert(result).second) {
        return fields_.report(element, ProblemCode::DuplicateSchemaId, {result});
      }
      const std::string id = out_.add(std::move(label), result, line(element));
      spans_.push_back(id);
      for (const std::string& value : {result, std::string(element.attribute("value").value())}) {
        std::vector<std::string>& known = ids_by_value_[value];
        if (known.empty() || known.back() != id) known.push_back(id);
      }
    });
  }

  /// Name, colour, key and hint of a label; an empty name, and a problem, where it has none.
  Label label_from(pugi::xml_node element) {
    Label label;
    label.name = fields_.name(element, "value");
    label.description = element.attribute("hint").value();
    label.color = color_of(element);
    const std::string key = element.attribute("hotkey").value();
    if (is_label_key(key) && keys_.insert(key).second) {
      label.key = key;
    } else if (!key.empty()) {
      out_.lose(SchemaFeature::Keys, line(element));
    }
    return label;
  }

  std::string color_of(pugi::xml_node element) {
    const std::string css = element.attribute("background").value();
    std::string color = hex_color(css);
    if (color.empty() && !css.empty()) out_.lose(SchemaFeature::Colors, line(element));
    return color;
  }

  void add_relation(pugi::xml_node element) {
    Label label;
    const std::string value = fields_.name(element, "value");
    if (value.empty()) return;
    if (!relations_.insert(value).second) return fields_.report(element, ProblemCode::DuplicateSchemaId, {value});
    const std::string hint = element.attribute("hint").value();
    label.name = hint.empty() ? value : hint;
    label.kind = LabelKind::Relation;
    label.color = color_of(element);
    label.roles = {{"from", "from", {}}, {"to", "to", {}}};
    out_.add(std::move(label), result_of(element), line(element));
  }

  /// Whether a control classifies the document and not one of its regions or labels.
  static bool is_document_group(pugi::xml_node element) {
    const std::string_view name = element.name();
    return (name == "Choices" || name == "Taxonomy") && !is_true(element, "perRegion") && when_choice(element).empty();
  }

  static std::string inherited(pugi::xml_node element, const char* attribute) {
    for (; element; element = element.parent()) {
      const std::string value = element.attribute(attribute).value();
      if (!value.empty()) return value;
    }
    return "";
  }
  static std::string when_label(pugi::xml_node element) { return inherited(element, "whenLabelValue"); }
  static std::string when_choice(pugi::xml_node element) { return inherited(element, "whenChoiceValue"); }

  void add_document_labels(pugi::xml_node group) {
    const std::string name = fields_.required(group, "name");
    std::string parent;
    if (name != kDocumentGroup && !name.empty()) {
      Label label;
      const std::string heading = heading_of(group);
      label.name = heading.empty() ? name : heading;
      label.kind = LabelKind::Document;
      parent = out_.add(std::move(label), name, line(group));
    }
    if (std::string_view(group.attribute("value").value()).substr(0, 1) == "$") {
      out_.lose(SchemaFeature::ValuesFromTasks, line(group));
    }
    add_choices_as_labels(group, parent);
  }

  void add_choices_as_labels(pugi::xml_node above, const std::string& parent) {
    std::set<std::string> seen;
    for (const pugi::xml_node choice : above.children()) {
      if (std::string_view(choice.name()) != "Choice") {
        add_choices_as_labels(choice, parent);  // a view within
        continue;
      }
      Label label = label_from(choice);
      if (label.name.empty()) continue;
      if (!seen.insert(result_of(choice)).second) {
        fields_.report(choice, ProblemCode::DuplicateSchemaId, {result_of(choice)});
        continue;
      }
      label.kind = LabelKind::Document;
      label.parent = parent;
      const std::string id = out_.add(std::move(label), result_of(choice), line(choice));
      for (const std::string& value : {result_of(choice), std::string(choice.attribute("value").value())}) {
        documents_by_choice_.emplace(value, id);
      }
      add_choices_as_labels(choice, id);
    }
  }

  /// Everything that asks for more about a region, a label of the document, or the document.
  void add_question(pugi::xml_node element) {
    if (!is_one_of(kQuestions, element) || is_document_group(element)) return;
    const std::string name = id_of_label_studio_alias(fields_.required(element, "name"));
    if (name.empty()) return;
    Attribute attribute;
    const std::string heading = heading_of(element);
    attribute.name = heading.empty() ? name : heading;
    attribute.required = is_true(element, "required");
    set_type(attribute, element);
    if (is_true(element, "perRegion")) {
      attribute.id = attribute_ids_.id_for(name);
      out_.add_attribute(attribute, labels_of(element), line(element));
    } else if (const std::string choice = when_choice(element); !choice.empty()) {
      const std::vector<std::string> labels = documents_of(choice);
      // Questions about answers to other questions have no place in a schema.
      if (labels.empty()) return out_.lose(SchemaFeature::Controls, line(element));
      attribute.id = attribute_ids_.id_for(name);
      out_.add_attribute(attribute, labels, line(element));
    } else {
      Label label;
      label.name = attribute.name;
      label.kind = LabelKind::Document;
      const std::string id = out_.add(std::move(label), name, line(element));
      attribute.id = "value";
      out_.add_attribute(attribute, {id}, line(element));
    }
  }

  /// Labels of the document that are chosen by these values, parted by commas.
  std::vector<std::string> documents_of(const std::string& when) const {
    std::vector<std::string> values = comma_separated(when);
    if (documents_by_choice_.count(when) != 0) values = {when};  // a label may hold a comma
    std::vector<std::string> ids;
    for (const std::string& value : values) {
      const auto found = documents_by_choice_.find(id_of_label_studio_alias(value));
      if (found != documents_by_choice_.end()) ids.push_back(found->second);
    }
    return ids;
  }

  std::vector<std::string> labels_of(pugi::xml_node element) {
    const std::string when = when_label(element);
    if (when.empty()) return spans_;
    std::vector<std::string> ids;
    const auto add = [&](const std::string& value) {
      const auto found = ids_by_value_.find(id_of_label_studio_alias(value));
      if (found == ids_by_value_.end()) return fields_.report(element, ProblemCode::UnknownLabel, {value});
      for (const std::string& id : found->second) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      }
    };
    if (ids_by_value_.count(when) != 0) {
      add(when);  // a label may hold a comma
    } else {
      for (const std::string& value : comma_separated(when)) add(value);
    }
    return ids;
  }

  void set_type(Attribute& attribute, pugi::xml_node element) {
    const std::string_view name = element.name();
    attribute.type = AttributeType::Text;
    if (name == "Choices" || name == "Taxonomy") {
      set_choices(attribute, element);
    } else if (name == "Number" || name == "Rating") {
      attribute.type = AttributeType::Number;
      attribute.default_value = element.attribute("defaultValue").value();
      if (element.attribute("min") || element.attribute("max") || name == "Rating") {
        out_.lose(SchemaFeature::AllowedValues, line(element));
      }
    } else if (name == "DateTime") {
      const std::vector<std::string> only = comma_separated(element.attribute("only").value());
      const bool date = only.empty() || std::find(only.begin(), only.end(), "date") != only.end();
      if (date) attribute.type = AttributeType::Date;
      if (!date || only.size() != 1) out_.lose(SchemaFeature::TimesOfDay, line(element));
    }
  }

  void set_choices(Attribute& attribute, pugi::xml_node element) {
    const bool several = std::string_view(element.attribute("choice").value()) == "multiple" ||
                         std::string_view(element.name()) == "Taxonomy";
    ForeignIds ids;
    std::set<std::string> seen;
    add_values(attribute, element, ids, seen, "");
    if (attribute.values.empty()) {  // an attribute with values that a task brings takes what it gets
      if (element.attribute("value")) return out_.lose(SchemaFeature::ValuesFromTasks, line(element));
      return fields_.report(element, ProblemCode::ValuesMissing, {element.attribute("name").value()});
    }
    attribute.type = several ? AttributeType::Choices : AttributeType::Choice;
    if (!several && seen == std::set<std::string>{"false", "true"}) {
      attribute.type = AttributeType::Boolean;
      attribute.values.clear();
    }
  }

  void add_values(Attribute& attribute, pugi::xml_node above, ForeignIds& ids, std::set<std::string>& seen,
                  const std::string& path) {
    for (const pugi::xml_node choice : above.children()) {
      if (std::string_view(choice.name()) != "Choice") {
        add_values(attribute, choice, ids, seen, path);
        continue;
      }
      const std::string name = fields_.name(choice, "value");
      if (name.empty()) continue;
      const std::string result = path + result_of(choice);
      if (!seen.insert(result).second) {
        fields_.report(choice, ProblemCode::DuplicateSchemaId, {result});
        continue;
      }
      attribute.values.push_back({ids.id_for(result), path.empty() ? name : path + name});
      out_.note_line(attribute.values.back().id, line(choice));
      if (is_true(choice, "selected") && attribute.default_value.empty()) {
        attribute.default_value = attribute.values.back().id;
      }
      if (choice.first_child()) out_.lose(SchemaFeature::Hierarchy, line(choice));
      if (path.size() < kLongestPath) add_values(attribute, choice, ids, seen, attribute.values.back().name + "/");
    }
  }

  // Values below values are named by their way from the top, which must not grow with the square of the file.
  static constexpr std::size_t kLongestPath = 1000;

  ForeignSchema out_;
  XmlFields fields_;
  const XmlLines* lines_ = nullptr;
  std::set<std::string> names_;
  std::set<std::string> keys_;
  std::set<std::string> relations_;
  std::vector<std::string> spans_;                                ///< ids of span labels
  std::map<std::string, std::vector<std::string>> ids_by_value_;  ///< of span labels, by value and alias
  std::map<std::string, std::string> documents_by_choice_;        ///< of document labels
  ForeignIds attribute_ids_;
};

}  // namespace

SchemaFile read_label_studio_schema(const std::filesystem::path& path) {
  LabelStudioReader reader(path);
  std::vector<Problem> malformed = read_xml_tree(
      path, [&](std::string_view, pugi::xml_node root, const XmlLines& lines) { reader.read(root, lines); });
  for (Problem& problem : malformed) reader.out().problems().push_back(std::move(problem));
  return reader.out().finish();
}

}  // namespace mitjul
