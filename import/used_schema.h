#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema.h"
#include "import/foreign_ids.h"

namespace mitjul {

/// The schema that the annotations of another program imply: labels, attributes, values and roles, as they are used.
/// Names become ids by `ForeignIds` and stay as names. The same uses in the same order give the same schema, so that a
/// file may be read twice.
class UsedSchema {
 public:
  /// The label of a name, made at its first use; labels of two kinds are two labels. Returns the id.
  std::string label(LabelKind kind, std::string_view name);
  /// An attribute of a label. Its type is that of its first use, but text where uses differ. Returns the id.
  std::string attribute(const std::string& label, std::string_view name, AttributeType type);
  /// A value of an attribute of type `Choice` or `Choices`. Returns the id.
  std::string value(const std::string& label, const std::string& attribute, std::string_view name);
  /// A role of a relation. `target`: the label at that end; where none of them is a relation, every span will be
  /// allowed. Returns the id.
  std::string role(const std::string& label, std::string_view name, const std::string& target);

  /// The label of an id that `label` returned, to say more of it: colour, description, parent.
  Label& at(const std::string& label);
  bool empty() const { return schema_.labels.empty(); }
  /// Relations with fewer than two roles get those that a relation must have.
  Schema finish(std::string name);

 private:
  /// An id for a name within a scope (of labels, of one label's attributes …): the same for the same name.
  std::string id_for(const std::string& scope, std::string_view name);

  Schema schema_;
  std::map<std::string, std::size_t> places_;
  std::map<std::string, ForeignIds> scopes_;
  std::map<std::pair<std::string, std::string>, std::string> ids_;  // by scope and name
};

}  // namespace mitjul
