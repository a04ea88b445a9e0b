#include "korean/embedded_table.h"

#include "core/table_rows.h"

namespace mitjul {

std::vector<std::vector<std::string>> korean_table_rows(std::string_view name) {
  return table_rows(korean_table(std::string(name) + ".tsv"));
}

}  // namespace mitjul
