#include "core/keys.h"

#include <charconv>

namespace mitjul {

std::string to_string(const AnnotationId& id) { return id.annotator.str() + "-" + std::to_string(id.number); }

std::optional<AnnotationId> parse_annotation_id(std::string_view text) {
  constexpr std::size_t kKeyLength = 6;
  // Numbers, and those that come after them, stay exact in programs that hold every number as a double.
  constexpr std::int64_t kLargest = 1'000'000'000'000'000;
  if (text.size() < kKeyLength + 2 || text[kKeyLength] != '-') return std::nullopt;
  const auto annotator = AnnotatorKey::parse(text.substr(0, kKeyLength));
  const std::string_view digits = text.substr(kKeyLength + 1);
  if (!annotator || digits[0] < '1' || digits[0] > '9') return std::nullopt;
  std::int64_t number = 0;
  const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || rest != digits.data() + digits.size() || number > kLargest) return std::nullopt;
  return AnnotationId{*annotator, number};
}

}  // namespace mitjul
