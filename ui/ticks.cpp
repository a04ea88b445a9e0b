#include "ui/ticks.h"

#include <algorithm>

#include "ui/annotation_words.h"

namespace mitjul {
namespace {

void add_below(std::vector<TickRow>& rows, const Schema& schema, LabelKind kind, const std::string& parent, int depth) {
  for (const Label& label : schema.labels) {
    if (label.kind != kind || label.parent != parent) continue;
    rows.push_back({label.id, label_name(schema, label.id), depth});
    add_below(rows, schema, kind, label.id, depth + 1);
  }
}

}  // namespace

std::vector<TickRow> label_rows(const Schema& schema) {
  std::vector<TickRow> rows;
  for (const LabelKind kind : {LabelKind::Span, LabelKind::Relation, LabelKind::Document}) {
    add_below(rows, schema, kind, "", 0);
  }
  return rows;
}

std::vector<TickRow> span_label_rows(const Schema& schema) {
  std::vector<TickRow> rows;
  add_below(rows, schema, LabelKind::Span, "", 0);
  return rows;
}

std::size_t Ticks::end_of(std::size_t row) const {
  std::size_t end = row + 1;
  while (end < rows_.size() && rows_[end].depth > rows_[row].depth) ++end;
  return end;
}

std::vector<std::size_t> Ticks::above(std::size_t row) const {
  std::vector<std::size_t> rows;
  int depth = rows_[row].depth;
  for (std::size_t i = row; i-- > 0 && depth > 0;) {
    if (rows_[i].depth >= depth) continue;
    depth = rows_[i].depth;
    rows.push_back(i);
  }
  return rows;
}

void Ticks::tick(std::size_t row, bool ticked) {
  for (std::size_t i = row; i < end_of(row); ++i) {
    ticked_[i] = ticked;
    lost_tick_[i] = false;
  }
  for (const std::size_t each : above(row)) {
    const auto first = ticked_.begin() + static_cast<std::ptrdiff_t>(each) + 1;
    const auto end = ticked_.begin() + static_cast<std::ptrdiff_t>(end_of(each));
    if (!ticked && ticked_[each]) {
      ticked_[each] = false;
      lost_tick_[each] = true;
    } else if (lost_tick_[each] && std::find(first, end, false) == end) {
      ticked_[each] = true;
      lost_tick_[each] = false;
    }
  }
}

void Ticks::tick_all(bool ticked) {
  ticked_.assign(rows_.size(), ticked);
  lost_tick_.assign(rows_.size(), false);
}

void Ticks::tick_only(const std::set<std::string>& ids) {
  tick_all(false);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (ids.count(rows_[row].id) != 0) tick(row, true);
  }
}

std::set<std::string> Ticks::topmost() const {
  std::set<std::string> ids;
  for (std::size_t row = 0; row < rows_.size();) {
    if (ticked_[row]) ids.insert(rows_[row].id);
    row = ticked_[row] ? end_of(row) : row + 1;
  }
  return ids;
}

bool Ticks::all() const { return std::find(ticked_.begin(), ticked_.end(), false) == ticked_.end(); }

bool Ticks::none() const { return std::find(ticked_.begin(), ticked_.end(), true) == ticked_.end(); }

}  // namespace mitjul
