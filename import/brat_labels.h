#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/schema.h"
#include "import/brat_schema.h"
#include "import/foreign_ids.h"

namespace mitjul {

/// The labels of brat annotations: those of the collection's configuration, where there is one, and what the
/// annotations use beyond it. The same uses in the same order give the same schema, so that files may be read twice.
class BratLabels {
 public:
  /// Without a configuration, what is used is all there is.
  BratLabels() { schema_.name = "brat"; }
  explicit BratLabels(const BratCollection& collection);

  /// Ids of labels, by type. The label of an event's arguments is a relation between its words and them.
  std::string span(const std::string& type) { return label(LabelKind::Span, type); }
  std::string relation(const std::string& type) { return label(LabelKind::Relation, type); }
  std::string event(const std::string& type);
  /// The role of an argument, which allows the label `target` from now on. Returns its id.
  std::string role(const std::string& label, const std::string& type, const std::string& argument,
                   const std::string& target);

  /// An attribute of a label: without a value it is a flag. Where uses differ it is text. Returns its id.
  std::string attribute(const std::string& label, const std::string& type, const std::optional<std::string>& value);
  /// What the attribute, which `attribute` returned, says then.
  std::string value(const std::string& label, const std::string& type, const std::optional<std::string>& value);

  /// The rules of a label give way.
  void let_overlap(const std::string& label) { at(label).overlap = OverlapRule::Any; }

  /// Whether more is used than any schema holds: nobody wants to go on then.
  bool overflows() const { return schema_.labels.size() > kMostLabels || uses_.size() > kMostUses; }
  const Schema& schema() const { return schema_; }

 private:
  static constexpr std::size_t kMostLabels = 10'000;  // as in `check_schema`
  static constexpr std::size_t kMostUses = 100'000;

  std::string label(LabelKind kind, const std::string& type);
  std::string add_label(LabelKind kind, const std::string& type, const std::string& name);
  Label& at(const std::string& label) { return schema_.labels.at(places_.at(label)); }
  Attribute* find_attribute(const std::string& label, const std::string& attribute);
  std::string attribute_id(const std::string& type);
  Attribute& add_attribute(const std::string& label, Attribute attribute);

  Schema schema_;
  std::map<std::string, std::size_t> places_;
  BratIds known_;
  std::map<std::pair<LabelKind, std::string>, std::string> labels_;  ///< by type
  ForeignIds label_ids_;
  ForeignIds attribute_ids_;
  std::map<std::string, ForeignIds> value_ids_;  ///< by attribute
  std::map<std::string, ForeignIds> role_ids_;   ///< by label
  std::set<std::array<std::string, 3>> uses_;    ///< of roles and attributes that were looked at
};

}  // namespace mitjul
