#include "ui/schema_tree.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "ui/accessible_names.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/label_chooser.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kIndent = 18;
constexpr int kDragDistance = 5;
constexpr int kPage = 10;

}  // namespace

SchemaTree::SchemaTree(wxWindow* parent, Host host, const Theme& theme)
    : wxVListBox(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_THEME),
      host_(std::move(host)),
      theme_(theme),
      small_(GetFont()) {
  SetName(_("Labels"));
  SetBackgroundColour(theme_.background);
  small_.SetFractionalPointSize(small_.GetFractionalPointSize() * 0.85);
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    if (!take_key(KeyPress::from(event))) event.Skip();
  });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    CallAfter([this] { reveal_selected(); });
  });
  Bind(wxEVT_LEFT_DOWN, &SchemaTree::press, this);
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) { host_.edit(); });
  Bind(wxEVT_MOTION, &SchemaTree::drag, this);
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { release(); });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { end_drag(); });
}

void SchemaTree::fill(const std::string& typed) {
  const Schema& schema = host_.schema();
  std::vector<std::string> all;
  for (const Label& label : schema.labels) all.push_back(label.id);
  found_ = LabelFilter(schema, all, {}).find(typed);
  const int row_before = std::exchange(typed_, typed) == typed ? GetSelection() : wxNOT_FOUND;
  SetItemCount(found_.rows.size());
  const std::string before = selected_;
  auto row = row_of(selected_);
  // What is gone leaves its place to what comes behind it.
  if (!row && row_before != wxNOT_FOUND) row = nearest_hit(static_cast<std::size_t>(row_before));
  if (!row || !found_.rows[*row].hit) row = found_.best;
  SetSelection(row ? static_cast<int>(*row) : wxNOT_FOUND);
  selected_ = row ? label_at(*row)->id : std::string();
  reveal_selected();
  Refresh();
  if (selected_ != before) tell_selected();
}

std::optional<std::size_t> SchemaTree::nearest_hit(std::size_t row) const {
  if (found_.rows.empty()) return std::nullopt;
  row = std::min(row, found_.rows.size() - 1);
  if (!found_.rows[row].hit) row = next_hit(found_.rows, row, false);
  if (!found_.rows[row].hit) row = next_hit(found_.rows, row, true);
  return found_.rows[row].hit ? std::optional(row) : std::nullopt;
}

bool SchemaTree::select(const std::string& label) {
  const auto row = row_of(label);
  if (row) select_row(*row);
  return row.has_value();
}

void SchemaTree::step(int labels) {
  if (GetSelection() == wxNOT_FOUND) return;
  auto row = static_cast<std::size_t>(GetSelection());
  for (int i = 0; i < std::abs(labels); ++i) row = next_hit(found_.rows, row, labels > 0);
  select_row(row);
}

const Label* SchemaTree::label_at(std::size_t row) const {
  const auto& label = found_.rows[row].label;
  const Schema& schema = host_.schema();
  return label && *label < schema.labels.size() ? &schema.labels[*label] : nullptr;
}

std::optional<std::size_t> SchemaTree::row_of(const std::string& label) const {
  for (std::size_t row = 0; row < found_.rows.size(); ++row) {
    const Label* const shown = label_at(row);
    if (shown != nullptr && shown->id == label) return row;
  }
  return std::nullopt;
}

void SchemaTree::select_row(std::size_t row) {
  if (label_at(row) == nullptr) return;
  SetSelection(static_cast<int>(row));
  reveal_selected();
  if (selected_ == label_at(row)->id) return;
  selected_ = label_at(row)->id;
  tell_selected();
}

/// With the heading above the first.
void SchemaTree::reveal_selected() {
  const int row = GetSelection();
  if (row == 1) {
    ScrollToRow(0);
  } else if (row != wxNOT_FOUND && !IsRowVisible(static_cast<std::size_t>(row))) {
    ScrollToRow(static_cast<std::size_t>(row));
  }
}

/// Nobody else can see the rows: the tree is called by its name and what stands in the current one.
void SchemaTree::tell_selected() {
  wxString name = GetName();
  if (const Label* const label = host_.schema().find(selected_)) {
    name += ": " + name_or_id(label->name, label->id);
    if (!label->key.empty()) name += ", " + to_wx(label->key).Upper();
    name += ", " + count_of_annotations(static_cast<std::uint64_t>(host_.count(label->id)));
  }
  set_accessible_name(*this, name);
  host_.selected();
}

// --- Keys and mouse ---

bool SchemaTree::take_key(const KeyPress& key) {
  const auto move = [&](MoveStep step) {
    if (const auto moved = label_step(host_.schema(), selected_, step)) host_.move(*moved);
    return true;
  };
  if (key.ctrl || key.shift) return false;
  if (key.alt) {
    switch (key.key) {
      case WXK_UP: return move(MoveStep::Up);
      case WXK_DOWN: return move(MoveStep::Down);
      case WXK_LEFT: return move(MoveStep::Out);
      case WXK_RIGHT: return move(MoveStep::In);
      default: return false;
    }
  }
  switch (key.key) {
    case WXK_UP: step(-1); return true;
    case WXK_DOWN: step(1); return true;
    case WXK_PAGEUP: step(-kPage); return true;
    case WXK_PAGEDOWN: step(kPage); return true;
    case WXK_HOME: step(-static_cast<int>(found_.rows.size())); return true;
    case WXK_END: step(static_cast<int>(found_.rows.size())); return true;
    case WXK_RETURN: host_.edit(); return true;
    default: return false;
  }
}

void SchemaTree::press(wxMouseEvent& event) {
  // What was being typed elsewhere is stored before another label is shown there.
  SetFocus();
  const int row = VirtualHitTest(event.GetPosition().y);
  if (row == wxNOT_FOUND || label_at(static_cast<std::size_t>(row)) == nullptr) return;
  select_row(static_cast<std::size_t>(row));
  dragged_ = selected_;
  pressed_ = event.GetPosition();
  if (!HasCapture()) CaptureMouse();
}

void SchemaTree::drag(wxMouseEvent& event) {
  if (dragged_.empty()) return;
  const wxPoint way = event.GetPosition() - pressed_;
  if (!dragging_ && std::max(std::abs(way.x), std::abs(way.y)) < FromDIP(kDragDistance)) return;
  dragging_ = true;
  const int y = event.GetPosition().y;
  if (y < 0) ScrollRows(-1);
  if (y > GetClientSize().y) ScrollRows(1);
  drop_ = drop_at(event.GetPosition());
  SetCursor(wxCursor(drop_ ? wxCURSOR_HAND : wxCURSOR_NO_ENTRY));
  Refresh();
}

void SchemaTree::release() {
  // The last motion may have been dropped.
  if (dragging_) drop_ = drop_at(ScreenToClient(wxGetMousePosition()));
  const std::optional<Drop> drop = drop_;
  end_drag();
  if (drop) host_.move(drop->move);
}

void SchemaTree::end_drag() {
  if (HasCapture()) ReleaseMouse();
  dragged_.clear();
  dragging_ = false;
  drop_.reset();
  SetCursor(wxNullCursor);
  Refresh();
}

std::optional<SchemaTree::Drop> SchemaTree::drop_at(const wxPoint& point) const {
  const int hit = VirtualHitTest(point.y);
  if (hit == wxNOT_FOUND) return std::nullopt;
  const auto row = static_cast<std::size_t>(hit);
  const Label* const target = label_at(row);
  if (target == nullptr) return std::nullopt;
  const wxRect place = GetItemRect(row);
  const int third = place.height / 3;
  const int y = point.y - place.y;
  const DropPlace where = y < third                   ? DropPlace::Before
                          : y >= place.height - third ? DropPlace::Behind
                                                      : DropPlace::Into;
  const auto move = label_drop(host_.schema(), dragged_, target->id, where);
  return move ? std::optional(Drop{row, where, *move}) : std::nullopt;
}

// --- Painting ---

wxCoord SchemaTree::OnMeasureItem(std::size_t /*row*/) const { return GetCharHeight() + FromDIP(10); }

void SchemaTree::OnDrawBackground(wxDC& dc, const wxRect& place, std::size_t row) const {
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(IsSelected(row) ? wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT) : theme_.background));
  dc.DrawRectangle(place);
}

void SchemaTree::OnDrawItem(wxDC& dc, const wxRect& place, std::size_t row) const {
  if (row >= found_.rows.size()) return;
  if (label_at(row) != nullptr) {
    draw_label(dc, place, row);
  } else {
    dc.SetFont(small_);
    dc.SetTextForeground(theme_.faint);
    dc.DrawText(section_words(found_.rows[row].section), place.x + FromDIP(10),
                place.GetBottom() - dc.GetCharHeight() - FromDIP(3));
  }
  if (drop_ && drop_->row == row) draw_drop(dc, place);
}

void SchemaTree::draw_label(wxDC& dc, const wxRect& place, std::size_t row) const {
  const LabelRow& shown = found_.rows[row];
  const Label& label = *label_at(row);
  const bool is_selected = IsSelected(row);
  const wxColour strong = is_selected ? wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHTTEXT) : theme_.text;
  const wxColour faint = is_selected ? strong : theme_.faint;
  int left = place.x + FromDIP(12) + shown.depth * FromDIP(kIndent);
  const int size = GetCharHeight() * 2 / 3;
  dc.SetPen(is_selected ? wxPen(strong) : *wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(label_colours(host_.schema(), label.id, theme_).bar));
  dc.DrawRoundedRectangle(left, place.y + (place.height - size) / 2, size, size, FromDIP(3));
  left += size + FromDIP(8);

  // Columns of figures and keys at the right.
  dc.SetFont(small_);
  const int key_room = dc.GetTextExtent("W").x + FromDIP(12);
  int right = place.GetRight() - FromDIP(10);
  const auto middle = [&](int height) { return place.y + (place.height - height) / 2; };
  if (!label.key.empty()) {
    const wxString key = to_wx(label.key).Upper();
    const wxSize extent = dc.GetTextExtent(key);
    const wxRect cap(right - key_room, middle(extent.y) - FromDIP(1), key_room, extent.y + FromDIP(2));
    dc.SetPen(wxPen(is_selected ? strong : blend(theme_.background, theme_.faint, 0.5)));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRoundedRectangle(cap, FromDIP(3));
    dc.SetTextForeground(is_selected ? strong : theme_.text);
    dc.DrawText(key, cap.x + (cap.width - extent.x) / 2, middle(extent.y));
  }
  right -= key_room + FromDIP(8);
  if (const std::int64_t count = host_.count(label.id); count > 0) {
    const wxString figures = grouped(static_cast<std::uint64_t>(count));
    const wxSize extent = dc.GetTextExtent(figures);
    dc.SetTextForeground(faint);
    dc.DrawText(figures, right - extent.x, middle(extent.y));
    right -= extent.x + FromDIP(8);
  }
  dc.SetFont(GetFont());
  dc.SetTextForeground(shown.hit ? strong : faint);
  const wxString name =
      wxControl::Ellipsize(name_or_id(label.name, label.id), dc, wxELLIPSIZE_END, std::max(right - left, 1), 0);
  dc.DrawText(name, left, middle(dc.GetCharHeight()));
}

void SchemaTree::draw_drop(wxDC& dc, const wxRect& place) const {
  const int thick = FromDIP(2);
  dc.SetPen(wxPen(theme_.highlight, thick));
  dc.SetBrush(*wxTRANSPARENT_BRUSH);
  if (drop_->place == DropPlace::Into) {
    dc.DrawRectangle(wxRect(place).Deflate(thick / 2));
    return;
  }
  const int left = place.x + FromDIP(12) + found_.rows[drop_->row].depth * FromDIP(kIndent);
  const int y = drop_->place == DropPlace::Before ? place.y + thick / 2 : place.GetBottom() - thick / 2;
  dc.DrawLine(left, y, place.GetRight(), y);
}

}  // namespace mitjul
