#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "view/page.h"

namespace mitjul {

/// Where the marks of a page are, all of it made as low as a strip beside the text: by columns and pixel rows, found by
/// the heights of the page, so that it agrees with a scroll bar. Anew only when it is fitted and something changed;
/// then in one pass over marks and blocks.
class Overview {
 public:
  /// What a row shows where there is no mark.
  static constexpr std::uint32_t kNothing = UINT32_MAX;

  /// In which column the marks of a label are, by index of the `PageLabel`. Takes all marks of the page.
  void take_all(const Page& page, std::vector<std::uint8_t> columns);
  /// Takes one mark as the page has it now, or lets it go where the page has none of this id.
  void take(const Page& page, const AnnotationId& id);
  /// What was found, in text order.
  void set_hits(std::vector<Span> hits);

  /// As many rows as the strip is high, for a page that is at least `screen` pixels high.
  void fit(const Page& page, int rows, int screen);

  /// Whether it knows rows, be they those of a moment ago; not before it was fitted to the marks it took at last.
  bool has_rows() const { return !labels_.empty(); }
  std::size_t columns() const { return columns_shown_; }
  /// By row: the index of a `PageLabel`, or `kNothing`. Of several the one that begins last, which lies on top.
  const std::vector<std::uint32_t>& column(std::size_t index) const { return labels_[index]; }
  const std::vector<bool>& hit_rows() const { return hit_rows_; }

  struct Counts {
    std::vector<std::size_t> labels;  ///< by index of the `PageLabel`
    std::size_t annotations = 0;
    std::size_t hits = 0;
  };
  /// What lies in rows [first, last).
  Counts counts(int first, int last) const;

  /// Between rows of the strip and pixels of the page.
  std::int64_t page_y(int row) const;
  int row_of(std::int64_t y) const;

 private:
  /// Nothing but numbers: many of them move at every edit.
  struct Place {
    TextPos start;
    TextPos end;
    std::uint32_t label = 0;
    // Rows, last included.
    int first = 0;
    int last = 0;
  };
  struct Fitted {
    std::int64_t height = 0;  ///< of the page
    float width = 0;
    int rows = 0;
    int screen = 0;
    bool operator==(const Fitted&) const = default;
  };

  static Place place_of(const Mark& mark);
  static bool comes_before(const Place& a, const Place& b);
  void place_rows(const Page& page, std::vector<Place>& places) const;

  std::vector<std::uint8_t> columns_;  // by label
  std::size_t columns_shown_ = 0;
  std::vector<Place> marks_;  // in text order
  std::vector<Place> hits_;
  std::map<AnnotationId, Place> taken_;  // the same by id, without rows
  std::optional<Fitted> fitted_;         // nothing: something changed
  std::int64_t range_ = 1;               // the height that the rows stand for
  int rows_ = 0;
  std::vector<std::vector<std::uint32_t>> labels_;
  std::vector<bool> hit_rows_;
};

/// A column for each tree of labels that has branches, up to two, and one for the rest.
std::vector<std::uint8_t> overview_columns(const Schema& schema, const std::vector<PageLabel>& labels);

}  // namespace mitjul
