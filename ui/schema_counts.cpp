#include "ui/schema_counts.h"

namespace mitjul {
namespace {

template <class Counted>
std::int64_t sum(const std::vector<SchemaUse>& uses, const Counted& counted) {
  std::int64_t sum = 0;
  for (const SchemaUse& use : uses) {
    if (counted(use)) sum += use.count;
  }
  return sum;
}

}  // namespace

std::int64_t SchemaCounts::of_label(const std::string& label) const {
  return sum(uses_,
             [&](const SchemaUse& use) { return use.label == label && use.attribute.empty() && use.role.empty(); });
}

std::int64_t SchemaCounts::of_value(const Schema& schema, const std::string& label, const std::string& attribute,
                                    const std::string& value) const {
  return sum(uses_, [&](const SchemaUse& use) {
    return use.attribute == attribute && use.value == value && schema.is_a(use.label, label);
  });
}

std::int64_t SchemaCounts::of_role(const std::string& label, const std::string& role) const {
  return sum(uses_, [&](const SchemaUse& use) { return use.label == label && use.role == role; });
}

}  // namespace mitjul
