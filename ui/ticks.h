#pragma once

#include <wx/string.h>

#include <set>
#include <string>
#include <vector>

#include "core/schema.h"

namespace mitjul {

/// A line that can be ticked; those behind it that are deeper stand below it.
struct TickRow {
  std::string id;
  wxString name;
  int depth = 0;
};

/// The labels of a schema (those of spans, then those of relations and of documents), each before those below it.
std::vector<TickRow> label_rows(const Schema& schema);
/// The same, spans alone.
std::vector<TickRow> span_label_rows(const Schema& schema);

/// What is ticked of a tree: what stands below something ticked is, too.
class Ticks {
 public:
  explicit Ticks(std::vector<TickRow> rows) : rows_(std::move(rows)), ticked_(rows_.size()), lost_tick_(rows_.size()) {}

  const std::vector<TickRow>& rows() const { return rows_; }
  bool operator[](std::size_t row) const { return ticked_[row]; }
  /// With everything below it. What stands above something unticked does not stay ticked, until all below it is again.
  void tick(std::size_t row, bool ticked);
  void tick_all(bool ticked);
  /// These and nothing else, each with what is below it; ids that there are not are passed over.
  void tick_only(const std::set<std::string>& ids);

  /// What is ticked, without what stands below something ticked.
  std::set<std::string> topmost() const;
  bool all() const;
  bool none() const;

 private:
  std::size_t end_of(std::size_t row) const;
  /// Nearest first.
  std::vector<std::size_t> above(std::size_t row) const;

  std::vector<TickRow> rows_;
  std::vector<bool> ticked_;
  std::vector<bool> lost_tick_;  ///< by what was unticked below it
};

}  // namespace mitjul
