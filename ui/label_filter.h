#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema.h"
#include "ui/name_filter.h"

namespace mitjul {

/// A part of the list that labels are chosen from.
enum class LabelSection { Recent, Span, Relation, Document };

/// A line of that list.
struct LabelRow {
  LabelSection section = LabelSection::Span;
  std::optional<std::size_t> label = {};  ///< its place in the schema; nothing: the heading of the section
  int depth = 0;                          ///< how many labels it stands below
  bool hit = false;                       ///< can be chosen; others stand there for the sake of those below them

  bool operator==(const LabelRow&) const = default;
};

struct LabelRows {
  std::vector<LabelRow> rows;
  std::optional<std::size_t> best;  ///< the row that is meant most likely; nothing where there is no hit
};

/// The labels that can be chosen, as a tree that is filtered while somebody types.
class LabelFilter {
 public:
  /// `offered` and `recent` are ids; those that the schema does not have are passed over. `recent`: used last, the
  /// latest first; they come first where nothing is typed.
  LabelFilter(const Schema& schema, const std::vector<std::string>& offered, const std::vector<std::string>& recent);

  /// Labels whose name or id holds `typed`, in either case or by initials, or whose key it is, and labels below such
  /// ones; with the labels above them. The most likely: the key, then the whole name, then its beginning.
  LabelRows find(std::string_view typed) const;

 private:
  /// How well a label fits, the best first.
  enum class Fit { Key, Whole, Beginning, Part, Below, None };
  struct Entry {
    std::size_t label = 0;
    LabelSection section = LabelSection::Span;
    int depth = 0;
    std::optional<std::size_t> above;  ///< of `tree_`
    bool offered = false;
    std::u32string name;  ///< folded, as the id is
    std::u32string id;
    std::u32string key;
  };

  void add_below(const Schema& schema, const std::vector<std::vector<std::size_t>>& children, std::size_t label,
                 std::optional<std::size_t> above);
  static Fit fit_of(const Entry& entry, const NameFilter& filter, const std::u32string& typed);
  std::vector<Fit> fits(std::string_view typed) const;
  LabelRows everything() const;

  std::vector<Entry> tree_;          ///< parents before their children, which follow them at once
  std::vector<std::size_t> recent_;  ///< places in the schema
};

/// The next row that can be chosen, or the previous one; `row` itself where there is none.
std::size_t next_hit(const std::vector<LabelRow>& rows, std::size_t row, bool forward);

}  // namespace mitjul
