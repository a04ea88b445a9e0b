#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// What a label can be put on.
enum class LabelKind { Span, Relation, Document };
std::string_view to_string(LabelKind kind);
std::optional<LabelKind> parse_label_kind(std::string_view text);

enum class AttributeType { Choice, Choices, Text, Number, Date, Boolean };
std::string_view to_string(AttributeType type);
std::optional<AttributeType> parse_attribute_type(std::string_view text);

/// With what a span of a label may share characters within one annotation set.
enum class OverlapRule {
  Any,        ///< with every span
  NotItself,  ///< with spans of other labels only
  None,       ///< with no other span
};
std::string_view to_string(OverlapRule rule);
std::optional<OverlapRule> parse_overlap_rule(std::string_view text);

/// One value of a choice. Ids are ASCII and never change, names may be in any language and may.
struct AttributeValue {
  std::string id;
  std::string name;
  int revised = 0;  ///< as of a label

  bool operator==(const AttributeValue&) const = default;
};

/// Something that can be said of an annotation beyond its label.
struct Attribute {
  std::string id;
  std::string name;
  AttributeType type = AttributeType::Text;
  bool required = false;
  std::string default_value;           ///< empty: none
  std::vector<AttributeValue> values;  ///< of `Choice` and `Choices` only
  std::string key{};                   ///< one that a label may have, or empty; acts on a selected annotation

  bool operator==(const Attribute&) const = default;
};

/// An end of a relation.
struct Role {
  std::string id;
  std::string name;
  std::vector<std::string> allowed;  ///< ids of labels; each allows those below it; empty: every span

  bool operator==(const Role&) const = default;
};

/// What a span, a relation or a document can be tagged with.
struct Label {
  std::string id;
  std::string name;
  LabelKind kind = LabelKind::Span;
  std::string parent;  ///< id of a label of the same kind; empty: at the top
  std::string color;   ///< `#RRGGBB`, or empty
  std::string key;     ///< one of `1`–`9`, `a`–`z` but `w` `r` `c`, or empty
  std::string description;
  std::string guideline;  ///< when to use it, in Markdown
  std::vector<Attribute> attributes;
  std::vector<Role> roles;  ///< of relations only, two or more
  OverlapRule overlap = OverlapRule::Any;
  bool may_be_discontinuous = true;
  bool may_cross_units = true;
  bool needs_relation = false;
  /// The version of the schema in which its meaning last changed; 0: never. One above the schema's: it has changed
  /// since that was published.
  int revised = 0;

  bool operator==(const Label&) const = default;
};

/// Labels in a tree, with their attributes, roles and rules. Parents stand before their children.
struct Schema {
  std::string name;
  int version = 1;  ///< from 1; every published change makes a higher one
  std::vector<Label> labels;
  std::string guideline{};  ///< of the whole project, in Markdown
  bool draft = false;       ///< whether it has changed since its version was published

  const Label* find(std::string_view id) const;
  /// Whether `label` is `ancestor` or stands below it.
  bool is_a(std::string_view label, std::string_view ancestor) const;
  /// An attribute of the label or of one above it.
  const Attribute* find_attribute(std::string_view label, std::string_view attribute) const;
  /// All attributes that apply to the label: those of the topmost label first.
  std::vector<const Attribute*> attributes_of(std::string_view label) const;

  bool operator==(const Schema&) const = default;
};

/// Whether `text` has the form of the id of a label, attribute, value or role: `[A-Za-z][A-Za-z0-9_.+-]*`.
bool is_schema_id(std::string_view text);

/// Ids of the built-in schemas.
std::vector<std::string_view> preset_names();
/// Nothing where there is no preset of that name.
std::optional<Schema> preset(std::string_view name);

}  // namespace mitjul
