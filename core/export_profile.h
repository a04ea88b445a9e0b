#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/annotation_set.h"
#include "core/keys.h"

namespace mitjul {

/// What becomes of the sets that a curation has made, beside those of the annotators.
enum class CuratedSets { Also, Only, Not };

/// The name in files: `also`, `only`, `not`.
std::string_view to_string(CuratedSets sets);
std::optional<CuratedSets> parse_curated_sets(std::string_view text);

/// What of a project is exported. The schema always comes whole.
struct ExportChoice {
  /// Of which annotation sets; empty: all. What stands in sets of other states is left out, and documents that have
  /// no set of these states; one without any set counts as new.
  std::set<SetState> states;
  std::set<DocumentKey> documents;  ///< empty: all that are not in the trash
  /// Only documents whose name, title or metadata have this text in them; empty: all. Upper and lower case are the
  /// same, and so are composed and decomposed letters. `key=text` also finds the text in the metadata of that key.
  std::string filter;
  std::set<AnnotatorKey> annotators;  ///< whose sets; empty: all
  std::set<std::string> labels;       ///< ids; each stands for those below it, too; empty: all
  /// Annotators are called `annotator01`, `annotator02` … in the order of the keys of all whom the project has: alike
  /// in all exports of it. Keys, which are random, stay, as they do in the ids of annotations.
  bool anonymous_annotators = false;
  CuratedSets curated = CuratedSets::Also;

  bool operator==(const ExportChoice&) const = default;
};

/// Whether everything is chosen, as it is.
bool chooses_all(const ExportChoice& choice);

/// Whether `filter` is empty or found in one of these, as `ExportChoice::filter` says.
bool filter_accepts(const std::string& filter, const std::string& name, const std::string& title,
                    const std::vector<std::pair<std::string, std::string>>& metadata);

/// How an export is split for training, development and test.
struct SplitOptions {
  int train = 80;  ///< percent; the three are from 0 and together 100
  int dev = 10;
  int test = 10;
  std::uint64_t seed = 0;  ///< another one deals the documents out otherwise; the same one the same way everywhere

  bool operator==(const SplitOptions&) const = default;
};

bool is_split(const SplitOptions& split);
/// `80:10:10`, with seed 0; nothing where it is no split.
std::optional<SplitOptions> parse_split(std::string_view shares);
/// `80:10:10`.
std::string to_string(const SplitOptions& split);

/// Everything that is asked for an export, but its place: kept in the project under a name, it can be done again.
struct ExportProfile {
  std::string name;                            ///< unique in the project; see `is_profile_name`
  std::string format;                          ///< id of an export format
  std::map<std::string, std::string> options;  ///< of the format
  ExportChoice choice;
  std::optional<SplitOptions> split;   ///< nothing: all in one
  std::set<std::string> pseudonymise;  ///< ids of labels whose words are replaced; each stands for those below it, too

  bool operator==(const ExportProfile&) const = default;
};

/// Whether a profile can have this name: 1 to 100 code points without control characters, no white space at its ends.
bool is_profile_name(std::string_view name);

}  // namespace mitjul
