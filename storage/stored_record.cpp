#include "storage/stored_record.h"

#include <algorithm>
#include <array>
#include <bit>

#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::array<std::size_t, 10> kSizes{0, 1, 2, 3, 4, 6, 8, 8, 0, 0};  // of the serial types 0 to 9
constexpr std::uint64_t kReal = 7;
constexpr std::uint64_t kZero = 8;
constexpr std::uint64_t kFirstText = 13;

/// Big endian, with its sign.
std::int64_t integer_from(std::string_view bytes) {
  std::uint64_t value = (static_cast<unsigned char>(bytes.front()) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(value);
}

/// Takes the value of a serial type off the front of `body`.
std::optional<StoredValue> take_value(std::uint64_t type, std::string_view& body) {
  const bool is_text = type >= kFirstText && type % 2 == 1;
  if (type >= kSizes.size() && !is_text) return std::nullopt;
  const std::uint64_t size = is_text ? (type - kFirstText) / 2 : kSizes[type];
  if (size > body.size()) return std::nullopt;
  const std::string_view bytes = body.substr(0, size);
  body.remove_prefix(size);
  if (is_text) return is_valid_utf8(bytes) ? std::optional<StoredValue>(std::string(bytes)) : std::nullopt;
  if (type == 0) return StoredValue();
  if (type >= kZero) return static_cast<std::int64_t>(type - kZero);
  if (type == kReal) return std::bit_cast<double>(integer_from(bytes));
  return integer_from(bytes);
}

int compare(const StoredValue& a, const StoredValue& b) {
  const double* const real_a = std::get_if<double>(&a);
  const double* const real_b = std::get_if<double>(&b);
  if (a.index() != b.index() || real_a != nullptr || real_b != nullptr) {
    // No key of a project holds a floating point number; NULL comes before numbers, numbers before text.
    return a.index() < b.index() ? -1 : a.index() > b.index() ? 1 : 0;
  }
  return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

std::optional<std::uint64_t> read_varint(std::string_view bytes, std::size_t& at) {
  constexpr int kMost = 9;
  std::uint64_t value = 0;
  for (int i = 1; i <= kMost; ++i) {
    if (at >= bytes.size()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (i == kMost) return value << 8U | byte;
    value = value << 7U | (byte & 0x7FU);
    if ((byte & 0x80U) == 0) return value;
  }
  return std::nullopt;
}

std::optional<StoredRow> read_record(std::string_view payload) {
  std::size_t at = 0;
  const auto header_size = read_varint(payload, at);
  if (!header_size || *header_size < at || *header_size > payload.size()) return std::nullopt;
  const std::string_view header = payload.substr(0, *header_size);
  std::string_view body = payload.substr(*header_size);
  StoredRow row;
  while (at < header.size()) {
    const auto type = read_varint(header, at);
    auto value = type ? take_value(*type, body) : std::nullopt;
    if (!value) return std::nullopt;
    row.push_back(*std::move(value));
  }
  if (!body.empty()) return std::nullopt;
  return row;
}

int compare_keys(const StoredRow& a, const StoredRow& b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i) {
    const int order = compare(a[i], b[i]);
    if (order != 0) return order;
  }
  return 0;
}

}  // namespace mitjul
