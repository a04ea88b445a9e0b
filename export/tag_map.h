#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// The tags that a format has.
struct TagSet {
  /// Whether `map` may name this tag.
  bool (*has)(std::string_view tag);
  /// Whether a label of this id is meant by the tag of the same name.
  bool (*is_tag)(std::string_view label);
  /// Labels and their tags where nothing else is said.
  std::vector<std::pair<std::string_view, std::string_view>> usual;
};

/// PS LC OG DT TI QT.
const TagSet& klue_tags();
/// The TTA tag set, coarse and fine.
const TagSet& nikl_tags();

/// Pairs of an option `PERSON:PS,ORG:OG`; nothing where it is not of that form: ids of labels, each once, and tags of
/// the same form. Empty for an empty option.
std::optional<std::vector<std::pair<std::string, std::string>>> parse_tag_map(std::string_view option);
/// Whether it is of that form and names only tags of the set.
bool allows_tag_map(std::string_view option, const TagSet& tags);

/// Which tag a label gets. A label that is not named takes the tag of the nearest label above it that is.
class TagMap {
 public:
  /// What the option says, and nothing else; where it is empty, what the set takes as usual, and labels that have the
  /// id of a tag as that tag. `option` is one that is allowed.
  TagMap(const Schema& schema, const TagSet& tags, std::string_view option);
  /// For a format that has no tags of its own: what the option says, or where it is empty every label's id.
  TagMap(const Schema& schema, std::string_view option);

  /// Nothing where the label has no counterpart.
  std::optional<std::string> tag_of(std::string_view label) const;

 private:
  void add_named(const Schema& schema, std::string_view option);

  std::map<std::string, std::string, std::less<>> tags_;  // by label
};

}  // namespace mitjul
