#include "export/tag_map.h"

#include <algorithm>
#include <array>

#include "core/tta.h"

namespace mitjul {
namespace {

constexpr std::array<std::string_view, 6> kKlueTags{"PS", "LC", "OG", "DT", "TI", "QT"};
constexpr std::array<std::string_view, 15> kTtaTags{"PS", "FD", "TR", "AF", "OG", "LC", "CV", "DT",
                                                    "TI", "QT", "EV", "AM", "PT", "MT", "TM"};

template <class Tags>
bool is_one_of(const Tags& tags, std::string_view tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_klue_tag(std::string_view tag) { return is_one_of(kKlueTags, tag); }

bool is_nikl_tag(std::string_view tag) {
  const auto& fine = tta_fine_labels();
  return is_one_of(kTtaTags, tag) ||
         std::any_of(fine.begin(), fine.end(), [tag](const TtaFineLabel& label) { return label.id == tag; });
}

/// Also a fine label of another version of the tag set, as corpora have them.
bool is_tta_label(std::string_view label) { return is_nikl_tag(label) || tta_coarse(label).has_value(); }

}  // namespace

const TagSet& klue_tags() {
  static const TagSet tags{is_klue_tag,
                           is_klue_tag,
                           {{"PERSON", "PS"}, {"ORG", "OG"}, {"LOCATION", "LC"}, {"DATE", "DT"}, {"QUANTITY", "QT"}}};
  return tags;
}

const TagSet& nikl_tags() {
  static const TagSet tags{
      is_nikl_tag,
      is_tta_label,
      {{"PERSON", "PS"}, {"ORG", "OG"}, {"LOCATION", "LC"}, {"DATE", "DT"}, {"QUANTITY", "QT"}, {"PRODUCT", "AF"}}};
  return tags;
}

std::optional<std::vector<std::pair<std::string, std::string>>> parse_tag_map(std::string_view option) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (std::size_t begin = 0; begin < option.size();) {
    const std::size_t end = std::min(option.find(',', begin), option.size());
    const std::string_view pair = option.substr(begin, end - begin);
    const std::size_t colon = std::min(pair.find(':'), pair.size());
    const std::string_view label = pair.substr(0, colon);
    const std::string_view tag = pair.substr(std::min(colon + 1, pair.size()));
    const bool again = std::any_of(pairs.begin(), pairs.end(), [&](const auto& known) { return known.first == label; });
    if (again || !is_schema_id(label) || !is_schema_id(tag) || end + 1 == option.size()) return std::nullopt;
    pairs.emplace_back(label, tag);
    begin = end + 1;
  }
  return pairs;
}

bool allows_tag_map(std::string_view option, const TagSet& tags) {
  const auto pairs = parse_tag_map(option);
  return pairs && std::all_of(pairs->begin(), pairs->end(), [&](const auto& pair) { return tags.has(pair.second); });
}

TagMap::TagMap(const Schema& schema, const TagSet& tags, std::string_view option) {
  if (option.empty()) {
    for (const Label& label : schema.labels) {
      const auto usual =
          std::find_if(tags.usual.begin(), tags.usual.end(), [&](const auto& pair) { return pair.first == label.id; });
      if (usual != tags.usual.end()) tags_.emplace(label.id, usual->second);
      if (tags.is_tag(label.id)) tags_.emplace(label.id, label.id);
    }
  }
  add_named(schema, option);
}

TagMap::TagMap(const Schema& schema, std::string_view option) {
  if (option.empty()) {
    for (const Label& label : schema.labels) tags_.emplace(label.id, label.id);
  }
  add_named(schema, option);
}

void TagMap::add_named(const Schema& schema, std::string_view option) {
  for (const auto& [label, tag] : parse_tag_map(option).value_or(std::vector<std::pair<std::string, std::string>>())) {
    tags_.emplace(label, tag);
  }
  // Parents stand before their children: what a label inherits is known when those below it are asked.
  for (const Label& label : schema.labels) {
    const auto above = tags_.find(label.parent);
    if (above != tags_.end()) tags_.emplace(label.id, above->second);
  }
}

std::optional<std::string> TagMap::tag_of(std::string_view label) const {
  const auto found = tags_.find(label);
  return found == tags_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace mitjul
