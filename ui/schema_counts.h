#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/schema_checks.h"

namespace mitjul {

/// How often annotations use the parts of a schema, those of all annotators and of the trash included.
class SchemaCounts {
 public:
  SchemaCounts() = default;
  explicit SchemaCounts(std::vector<SchemaUse> uses) : uses_(std::move(uses)) {}

  /// Annotations with the label itself, not with those below it.
  std::int64_t of_label(const std::string& label) const;
  /// Annotations with a value of an attribute of the label, or of one below it.
  std::int64_t of_value(const Schema& schema, const std::string& label, const std::string& attribute,
                        const std::string& value) const;
  std::int64_t of_role(const std::string& label, const std::string& role) const;

 private:
  std::vector<SchemaUse> uses_;
};

}  // namespace mitjul
