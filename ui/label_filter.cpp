#include "ui/label_filter.h"

#include <algorithm>
#include <map>

namespace mitjul {
namespace {

LabelSection section_of(LabelKind kind) {
  switch (kind) {
    case LabelKind::Span: return LabelSection::Span;
    case LabelKind::Relation: return LabelSection::Relation;
    case LabelKind::Document: return LabelSection::Document;
  }
  return LabelSection::Span;
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Headings only where there is more than one section.
void add_headings(std::vector<LabelRow>& rows) {
  if (rows.empty() || rows.front().section == rows.back().section) return;
  std::vector<LabelRow> with;
  for (const LabelRow& row : rows) {
    if (with.empty() || with.back().section != row.section) with.push_back({row.section});
    with.push_back(row);
  }
  rows = std::move(with);
}

}  // namespace

LabelFilter::LabelFilter(const Schema& schema, const std::vector<std::string>& offered,
                         const std::vector<std::string>& recent) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < schema.labels.size(); ++i) places.emplace(schema.labels[i].id, i);
  std::vector<std::vector<std::size_t>> children(schema.labels.size());
  for (std::size_t i = 0; i < schema.labels.size(); ++i) {
    const auto parent = places.find(schema.labels[i].parent);
    if (parent != places.end()) children[parent->second].push_back(i);
  }
  for (const LabelKind kind : {LabelKind::Span, LabelKind::Relation, LabelKind::Document}) {
    for (std::size_t i = 0; i < schema.labels.size(); ++i) {
      const Label& label = schema.labels[i];
      if (label.kind == kind && places.count(label.parent) == 0) add_below(schema, children, i, std::nullopt);
    }
  }
  std::vector<bool> is_offered(schema.labels.size());
  for (const std::string& id : offered) {
    const auto place = places.find(id);
    if (place != places.end()) is_offered[place->second] = true;
  }
  for (Entry& entry : tree_) entry.offered = is_offered[entry.label];
  for (const std::string& id : recent) {
    const auto place = places.find(id);
    if (place != places.end() && is_offered[place->second]) recent_.push_back(place->second);
  }
}

void LabelFilter::add_below(const Schema& schema, const std::vector<std::vector<std::size_t>>& children,
                            std::size_t label, std::optional<std::size_t> above) {
  const Label& added = schema.labels[label];
  const std::size_t place = tree_.size();
  tree_.push_back({label, section_of(added.kind), above ? tree_[*above].depth + 1 : 0, above, false,
                   NameFilter::folded(added.name), NameFilter::folded(added.id), NameFilter::folded(added.key)});
  for (const std::size_t child : children[label]) add_below(schema, children, child, place);
}

LabelFilter::Fit LabelFilter::fit_of(const Entry& entry, const NameFilter& filter, const std::u32string& typed) {
  if (entry.key == typed) return Fit::Key;
  if (entry.name == typed || entry.id == typed) return Fit::Whole;
  // A letter of the name for each of what is typed.
  if (filter.accepts_folded(entry.name.substr(0, typed.size()))) return Fit::Beginning;
  if (filter.accepts_folded(entry.id.substr(0, typed.size()))) return Fit::Beginning;
  return filter.accepts_folded(entry.name) || filter.accepts_folded(entry.id) ? Fit::Part : Fit::None;
}

LabelRows LabelFilter::everything() const {
  LabelRows all;
  for (const std::size_t label : recent_) all.rows.push_back({LabelSection::Recent, label, 0, true});
  for (const Entry& entry : tree_) {
    if (entry.offered) all.rows.push_back({entry.section, entry.label, entry.depth, true});
  }
  add_headings(all.rows);
  const auto first = std::find_if(all.rows.begin(), all.rows.end(), [](const LabelRow& row) { return row.hit; });
  if (first != all.rows.end()) all.best = static_cast<std::size_t>(first - all.rows.begin());
  return all;
}

std::vector<LabelFilter::Fit> LabelFilter::fits(std::string_view typed) const {
  const NameFilter filter(typed);
  const std::u32string folded = NameFilter::folded(typed);
  std::vector<Fit> fits;
  for (const Entry& entry : tree_) {
    Fit fit = fit_of(entry, filter, folded);
    if (fit == Fit::None && entry.above && fits[*entry.above] != Fit::None) fit = Fit::Below;
    fits.push_back(fit);
  }
  return fits;
}

LabelRows LabelFilter::find(std::string_view typed) const {
  typed = without_blanks(typed);
  if (typed.empty()) return everything();
  const std::vector<Fit> fit = fits(typed);
  const auto is_hit = [&](std::size_t place) { return tree_[place].offered && fit[place] != Fit::None; };
  std::vector<bool> shown(tree_.size());
  std::optional<std::size_t> best;  // of the tree
  for (std::size_t i = 0; i < tree_.size(); ++i) {
    if (!is_hit(i)) continue;
    if (!best || fit[i] < fit[*best]) best = i;
    for (std::optional<std::size_t> place = i; place && !shown[*place]; place = tree_[*place].above) {
      shown[*place] = true;
    }
  }
  LabelRows found;
  for (std::size_t i = 0; i < tree_.size(); ++i) {
    if (shown[i]) found.rows.push_back({tree_[i].section, tree_[i].label, tree_[i].depth, is_hit(i)});
  }
  add_headings(found.rows);
  for (std::size_t row = 0; best && row < found.rows.size(); ++row) {
    if (found.rows[row].label == tree_[*best].label) found.best = row;
  }
  return found;
}

std::size_t next_hit(const std::vector<LabelRow>& rows, std::size_t row, bool forward) {
  for (std::size_t next = row; forward ? ++next < rows.size() : next-- > 0;) {
    if (rows[next].hit) return next;
  }
  return row;
}

}  // namespace mitjul
