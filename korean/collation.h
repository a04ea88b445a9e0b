#pragma once

#include <unicode/coll.h>

#include <memory>
#include <string>
#include <string_view>

namespace mitjul {

/// How names are sorted for Korean readers: numbers by what they are worth (기사2 before 기사10), then Hangul, then
/// Latin and other letters; in either case and composition. Where the system has no such rules, by code points. Not for
/// several threads.
class Collation {
 public:
  Collation();

  /// Bytes that compare as the names are sorted; of names that are sorted alike, the one with the smaller bytes comes
  /// first.
  std::string sort_key(std::string_view name) const;

 private:
  std::unique_ptr<icu::Collator> collator_;  ///< nullptr: there are no rules
};

}  // namespace mitjul
