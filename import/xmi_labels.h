#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>

#include "import/uima_type_system.h"
#include "import/used_schema.h"
#include "import/xmi_structures.h"

namespace mitjul {

/// Labels, attributes and roles of the types and features of one XMI file, as they are used. They are called as the
/// types, features and links are, or as a type system of ours says they were.
class XmiLabels {
 public:
  XmiLabels(UsedSchema& used, const UimaTypeSystem& types) : used_(used), types_(types) {}

  const UimaTypeSystem& types() const { return types_; }

  /// Ids in the schema.
  std::string label(const XmiStructure& each, LabelKind kind);
  /// The relation between an annotation and what is in its slots.
  std::string label_of_slots(const XmiStructure& each, const std::string& feature);
  std::string role(const std::string& label, const XmiStructure& each, const std::string& feature,
                   const std::string& target);
  std::string role(const std::string& label, const std::string& name, const std::string& target);
  /// Nothing where the file has too many: no schema has that many, a hostile file may.
  std::optional<std::string> attribute(const std::string& label, const XmiStructure& each, const std::string& feature,
                                       const std::string& value);
  /// The attribute of an array of strings, and what one of them is called there; nothing as above.
  struct Choice {
    std::string attribute;
    std::string value;
  };
  std::optional<Choice> choice(const std::string& label, const XmiStructure& each, const std::string& feature,
                               const std::string& value);

 private:
  bool has_room_for(const std::string& label, const std::string& feature, const std::string& value);
  std::string attribute_of(const std::string& label, const XmiStructure& each, const std::string& feature,
                           AttributeType type);

  UsedSchema& used_;
  const UimaTypeSystem& types_;
  std::set<std::array<std::string, 3>> uses_;
};

/// The layer of named entities that INCEpTION has from the beginning.
inline constexpr std::string_view kNamedEntity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

/// Whether a feature of this range holds a value, not other structures.
bool is_value_range(const std::string& range);

}  // namespace mitjul
