#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mitjul {

/// A value as it stands in a SQLite file: NULL, a number, or text (UTF-8).
using StoredValue = std::variant<std::monostate, std::int64_t, double, std::string>;
/// The columns of a row; where the first is the row's number, that number.
using StoredRow = std::vector<StoredValue>;

/// A variable-length integer of a SQLite file at `at`, which moves behind it; nothing where the bytes end within it.
std::optional<std::uint64_t> read_varint(std::string_view bytes, std::size_t& at);

/// The values of a record (SQLite file format, section 2.1); nothing where the bytes are no record to the last one, or
/// hold what no project has: bytes that are no text, or text that is no UTF-8.
std::optional<StoredRow> read_record(std::string_view payload);

/// As SQLite orders keys; only the columns that both have are compared.
int compare_keys(const StoredRow& a, const StoredRow& b);

}  // namespace mitjul
