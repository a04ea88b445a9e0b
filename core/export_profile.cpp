#include "core/export_profile.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/names.h"
#include "core/utf8.h"

namespace mitjul {
namespace {

constexpr std::int32_t kLongestName = 100;
constexpr std::array<std::string_view, 3> kCuratedSets{"also", "only", "not"};

/// Composed and folded, so that what looks the same is the same.
icu::UnicodeString folded(std::string_view words) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) text = composer->normalize(text, status);
  return text.foldCase();
}

/// The whole number at the beginning of `text`, which it is taken from.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data() || text.front() == '-') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::string_view to_string(CuratedSets sets) { return name_of(kCuratedSets, sets); }
std::optional<CuratedSets> parse_curated_sets(std::string_view text) {
  return enum_named<CuratedSets>(kCuratedSets, text);
}

bool chooses_all(const ExportChoice& choice) { return choice == ExportChoice(); }

bool filter_accepts(const std::string& filter, const std::string& name, const std::string& title,
                    const std::vector<std::pair<std::string, std::string>>& metadata) {
  const auto in = [](const icu::UnicodeString& wanted, const std::string& words) {
    return wanted.isEmpty() || folded(words).indexOf(wanted) >= 0;
  };
  const icu::UnicodeString wanted = folded(filter);
  if (in(wanted, name) || in(wanted, title)) return true;
  const std::size_t equals = filter.find('=');
  const std::string_view filter_key = std::string_view(filter).substr(0, equals);
  const icu::UnicodeString wanted_value =
      equals == std::string::npos ? wanted : folded(std::string_view(filter).substr(equals + 1));
  return std::any_of(metadata.begin(), metadata.end(), [&](const auto& entry) {
    if (in(wanted, entry.second)) return true;
    return equals != std::string::npos && entry.first == filter_key && in(wanted_value, entry.second);
  });
}

bool is_split(const SplitOptions& split) {
  const auto is_share = [](int percent) { return percent >= 0 && percent <= 100; };
  return is_share(split.train) && is_share(split.dev) && is_share(split.test) &&
         split.train + split.dev + split.test == 100;
}

std::optional<SplitOptions> parse_split(std::string_view shares) {
  SplitOptions split;
  bool first = true;
  for (int* const share : {&split.train, &split.dev, &split.test}) {
    if (!first) {
      if (shares.empty() || shares.front() != ':') return std::nullopt;
      shares.remove_prefix(1);
    }
    const auto number = take_number(shares);
    if (!number) return std::nullopt;
    *share = *number;
    first = false;
  }
  return shares.empty() && is_split(split) ? std::optional(split) : std::nullopt;
}

std::string to_string(const SplitOptions& split) {
  return std::to_string(split.train) + ":" + std::to_string(split.dev) + ":" + std::to_string(split.test);
}

bool is_profile_name(std::string_view name) {
  if (!is_valid_utf8(name)) return false;
  const auto characters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  const std::int32_t length = characters.countChar32();
  if (length < 1 || length > kLongestName) return false;
  for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    if (u_iscntrl(characters.char32At(i)) != 0) return false;
  }
  return u_isUWhiteSpace(characters.char32At(0)) == 0 &&
         u_isUWhiteSpace(characters.char32At(characters.length() - 1)) == 0;
}

}  // namespace mitjul
