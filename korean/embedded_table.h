#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mitjul {

/// The bytes of korean/tables/<file>, which the build puts into the library; throws std::out_of_range for another name.
std::string_view korean_table(std::string_view file);

/// The rows (see `table_rows`) of korean/tables/<name>.tsv.
std::vector<std::vector<std::string>> korean_table_rows(std::string_view name);

}  // namespace mitjul
