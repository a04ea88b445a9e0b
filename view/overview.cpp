#include "view/overview.h"

#include <algorithm>
#include <tuple>

namespace mitjul {
namespace {

// What is lower cannot be seen.
constexpr int kLeastRows = 2;

/// Walks down a page from place to place, never back: where each is, as exactly as the page knows.
class Walk {
 public:
  explicit Walk(const Page& page) : page_(page) {}

  void go_to(TextPos pos) {
    while (block_ + 1 < page_.blocks() && page_.block(block_ + 1).span.start <= pos) {
      top_ += page_.heights().height(block_);
      ++block_;
      line_ = 0;
    }
    pos_ = pos;
    const BlockLayout* const layout = page_.laid_out(block_);
    if (layout == nullptr) return;
    while (line_ + 1 < layout->lines.size() && layout->shape.position(layout->lines[line_ + 1].range.first) <= pos) {
      ++line_;
    }
  }
  std::int64_t top() const {
    const BlockLayout* const layout = page_.laid_out(block_);
    return layout != nullptr ? top_ + layout->lines[line_].text_top : estimate(pos_);
  }
  std::int64_t bottom() const {
    const BlockLayout* const layout = page_.laid_out(block_);
    return layout != nullptr ? top_ + layout->lines[line_].text_bottom : estimate(pos_ + 1);
  }

 private:
  std::int64_t estimate(TextPos pos) const {
    const Span& span = page_.block(block_).span;
    const std::int64_t into = std::min(pos, span.end) - span.start;
    return top_ + into * page_.heights().height(block_) / std::max<std::int64_t>(span.length(), 1);
  }

  const Page& page_;
  std::size_t block_ = 0;
  std::size_t line_ = 0;
  std::int64_t top_ = 0;  // of the block
  TextPos pos_;
};

}  // namespace

Overview::Place Overview::place_of(const Mark& mark) {
  return {mark.spans.start(), mark.spans.end(), static_cast<std::uint32_t>(mark.label)};
}

bool Overview::comes_before(const Place& a, const Place& b) {
  return std::tie(a.start, b.end, a.label) < std::tie(b.start, a.end, b.label);
}

void Overview::take_all(const Page& page, std::vector<std::uint8_t> columns) {
  columns_ = std::move(columns);
  columns_shown_ = columns_.empty() ? 0 : 1 + *std::max_element(columns_.begin(), columns_.end());
  marks_.clear();
  taken_.clear();
  labels_.clear();
  for (const auto& [id, mark] : page.marks()) {
    marks_.push_back(place_of(mark));
    taken_.emplace_hint(taken_.end(), id, marks_.back());
  }
  std::sort(marks_.begin(), marks_.end(), comes_before);
  fitted_.reset();
}

void Overview::take(const Page& page, const AnnotationId& id) {
  if (const auto known = taken_.find(id); known != taken_.end()) {
    // Of several in one place with one label, one is as good as the other.
    marks_.erase(std::lower_bound(marks_.begin(), marks_.end(), known->second, comes_before));
    taken_.erase(known);
    fitted_.reset();
  }
  const auto mark = page.marks().find(id);
  if (mark == page.marks().end()) return;
  const Place place = place_of(mark->second);
  marks_.insert(std::upper_bound(marks_.begin(), marks_.end(), place, comes_before), place);
  taken_.emplace(id, place);
  fitted_.reset();
}

void Overview::set_hits(std::vector<Span> hits) {
  hits_.clear();
  for (const Span& hit : hits) hits_.push_back({hit.start, hit.end});
  fitted_.reset();
}

void Overview::place_rows(const Page& page, std::vector<Place>& places) const {
  Walk walk(page);
  for (Place& place : places) {
    walk.go_to(place.start);
    place.first = row_of(walk.top());
    Walk to_end = walk;
    to_end.go_to(std::max(place.start, place.end - 1));
    place.last = std::max(row_of(to_end.bottom() - 1), std::min(place.first + kLeastRows - 1, rows_ - 1));
  }
}

void Overview::fit(const Page& page, int rows, int screen) {
  const Fitted wanted{page.heights().total(), page.width(), rows, screen};
  if (fitted_ == wanted) return;
  fitted_ = wanted;
  rows_ = std::max(rows, 1);
  range_ = std::max<std::int64_t>({wanted.height, screen, 1});
  place_rows(page, marks_);
  place_rows(page, hits_);
  labels_.assign(columns_shown_, std::vector<std::uint32_t>(static_cast<std::size_t>(rows_), kNothing));
  for (const Place& mark : marks_) {
    std::vector<std::uint32_t>& column = labels_[columns_[mark.label]];
    std::fill(column.begin() + mark.first, column.begin() + mark.last + 1, mark.label);
  }
  hit_rows_.assign(static_cast<std::size_t>(rows_), false);
  for (const Place& hit : hits_) {
    std::fill(hit_rows_.begin() + hit.first, hit_rows_.begin() + hit.last + 1, true);
  }
}

Overview::Counts Overview::counts(int first, int last) const {
  Counts counts;
  counts.labels.resize(columns_.size());
  const auto lies_there = [&](const Place& place) { return place.first < last && place.last >= first; };
  for (const Place& mark : marks_) {
    if (!lies_there(mark)) continue;
    ++counts.labels[mark.label];
    ++counts.annotations;
  }
  counts.hits = static_cast<std::size_t>(std::count_if(hits_.begin(), hits_.end(), lies_there));
  return counts;
}

std::int64_t Overview::page_y(int row) const { return range_ * row / std::max(rows_, 1); }

int Overview::row_of(std::int64_t y) const {
  return static_cast<int>(std::clamp<std::int64_t>(y * rows_ / range_, 0, std::max(rows_ - 1, 0)));
}

std::vector<std::uint8_t> overview_columns(const Schema& schema, const std::vector<PageLabel>& labels) {
  constexpr std::uint8_t kMostTrees = 2;
  std::map<std::string, std::uint8_t> columns;  // by the label at the top of a tree
  for (const Label& label : schema.labels) {
    if (label.kind != LabelKind::Span || label.parent.empty() || columns.size() == kMostTrees) continue;
    const Label* top = schema.find(label.parent);
    while (top != nullptr && !top->parent.empty()) top = schema.find(top->parent);
    if (top != nullptr) columns.emplace(top->id, static_cast<std::uint8_t>(columns.size()));
  }
  std::vector<std::uint8_t> of_labels;
  for (const PageLabel& label : labels) {
    const auto tree = std::find_if(columns.begin(), columns.end(),
                                   [&](const auto& each) { return schema.is_a(label.id, each.first); });
    of_labels.push_back(tree == columns.end() ? static_cast<std::uint8_t>(columns.size()) : tree->second);
  }
  return of_labels;
}

}  // namespace mitjul
