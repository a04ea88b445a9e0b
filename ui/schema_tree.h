#pragma once

#include <wx/vlbox.h>
#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>

#include "ui/key_press.h"
#include "ui/label_filter.h"
#include "ui/label_moves.h"
#include "ui/theme.h"

namespace mitjul {

/// The labels of a schema as a tree, each with its colour, its key and how many annotations have it. Labels are moved
/// by dragging and by Alt with the arrow keys.
class SchemaTree : public wxVListBox {
 public:
  struct Host {
    std::function<const Schema&()> schema;
    std::function<std::int64_t(const std::string&)> count;  ///< of annotations with a label
    std::function<void()> selected;                         ///< another label, or none
    std::function<void(const MoveLabel&)> move;
    std::function<void()> edit;  ///< Enter, or a double click
  };
  SchemaTree(wxWindow* parent, Host host, const Theme& theme);

  /// Shows the schema as it is now: labels that fit what is typed (see `LabelFilter`). The selected label stays
  /// selected where it is shown; one that is gone leaves its place to the next; otherwise the likeliest is selected.
  void fill(const std::string& typed);
  /// Id of a label; empty where none is selected.
  const std::string& selected() const { return selected_; }
  /// False where it is not shown.
  bool select(const std::string& label);
  /// Goes through the labels, moves the selected one or goes to its form; false where it is no such key.
  bool take_key(const KeyPress& key);

 private:
  struct Drop {
    std::size_t row = 0;
    DropPlace place = DropPlace::Into;
    MoveLabel move;
  };

  wxCoord OnMeasureItem(std::size_t row) const override;
  void OnDrawBackground(wxDC& dc, const wxRect& place, std::size_t row) const override;
  void OnDrawItem(wxDC& dc, const wxRect& place, std::size_t row) const override;
  void draw_label(wxDC& dc, const wxRect& place, std::size_t row) const;
  void draw_drop(wxDC& dc, const wxRect& place) const;

  const Label* label_at(std::size_t row) const;
  std::optional<std::size_t> row_of(const std::string& label) const;
  std::optional<std::size_t> nearest_hit(std::size_t row) const;
  void select_row(std::size_t row);
  /// Goes on by so many labels, up where negative.
  void step(int labels);
  void press(wxMouseEvent& event);
  void drag(wxMouseEvent& event);
  void release();
  void end_drag();
  std::optional<Drop> drop_at(const wxPoint& point) const;
  void reveal_selected();
  void tell_selected();

  Host host_;
  const Theme& theme_;
  wxFont small_;
  LabelRows found_;
  std::string typed_;
  std::string selected_;
  std::string dragged_;  ///< the label under the pressed button
  wxPoint pressed_;
  bool dragging_ = false;
  std::optional<Drop> drop_;
};

}  // namespace mitjul
