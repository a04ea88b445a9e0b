#include "ui/label_palette.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

#include "ui/annotation_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr int kMostRows = 4;

}  // namespace

LabelPalette::LabelPalette(wxWindow* parent, Editor& editor, Attempt attempt)
    : editor_(editor), attempt_(std::move(attempt)), theme_(&light_theme()), hovered_(kNone) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxFULL_REPAINT_ON_RESIZE);
  SetName(_("Labels"));
  name_font_ = GetFont();
  key_font_ = GetFont();
  key_font_.SetFractionalPointSize(name_font_.GetFractionalPointSize() * 0.85);
  Bind(wxEVT_PAINT, &LabelPalette::paint, this);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    lay_out();
    event.Skip();
  });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) { hover(event.GetPosition()); });
  Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { hover({-1, -1}); });
  const auto press = [this](wxMouseEvent& event) {
    const std::size_t index = chip_at(event.GetPosition());
    if (index == kNone) return;
    // A copy: what the label does may change the chips.
    const std::string label = chips_[index].label;
    attempt_([this, &label] { return editor_.apply_label(label); });
  };
  Bind(wxEVT_LEFT_DOWN, press);
  Bind(wxEVT_LEFT_DCLICK, press);
  Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
    const int most = std::max(0, content_height_ - GetClientSize().y);
    const int step = event.GetWheelRotation() > 0 ? -FromDIP(32) : FromDIP(32);
    scrolled_ = std::clamp(scrolled_ + step, 0, most);
    Refresh();
  });
  collect();
}

void LabelPalette::set_theme(const Theme& theme) {
  theme_ = &theme;
  Refresh();
}

bool LabelPalette::note_document_labels(const EditorEvent& event) {
  const AnnotationSet* const set = editor_.set();
  if (event.document || (event.annotations && event.changed.empty())) {
    on_document_.clear();
    if (set == nullptr) return true;
    for (const auto& [id, annotation] : set->annotations()) {
      if (annotation.on_document()) on_document_[id] = annotation.label;
    }
    return true;
  }
  bool changed = false;
  for (const AnnotationId& id : event.changed) {
    changed |= on_document_.erase(id) > 0;
    const Annotation* const annotation = set == nullptr ? nullptr : set->find(id);
    if (annotation == nullptr || !annotation->on_document()) continue;
    on_document_[id] = annotation->label;
    changed = true;
  }
  return changed;
}

/// At every step of the caret: what is drawn as before is not drawn again.
void LabelPalette::update(const EditorEvent& event) {
  bool changed = note_document_labels(event) || event.schema;
  const Annotation* const selected = editor_.selected();
  const std::string selected_label = selected == nullptr ? std::string() : selected->label;
  changed = changed || editor_.pen() != pen_ || selected_label != selected_label_;
  pen_ = editor_.pen();
  selected_label_ = selected_label;
  std::optional<std::vector<std::string>> draft;
  if (editor_.relation_draft()) draft = editor_.relation_draft()->labels;
  if (event.schema || event.document || draft != draft_) {
    draft_ = std::move(draft);
    collect();
  }
  if (changed) Refresh();
}

void LabelPalette::collect() {
  const Schema& schema = editor_.schema();
  std::vector<Chip> chips;
  wxString caption;
  const auto add = [&](const Label& label, bool new_group) {
    const bool group = std::any_of(schema.labels.begin(), schema.labels.end(),
                                   [&](const Label& other) { return other.parent == label.id; });
    wxString description = label_name(schema, label.id);
    if (description != to_wx(label.id)) description += " (" + to_wx(label.id) + ")";
    if (!label.description.empty()) description += "\n" + to_wx(label.description);
    chips.push_back(
        {label.id, label_name(schema, label.id), to_wx(label.key).Upper(), description, group, new_group, {}});
  };
  if (const auto& draft = editor_.relation_draft()) {
    caption = _("Relation");
    for (const std::string& id : draft->labels) {
      if (const Label* const label = schema.find(id)) add(*label, false);
    }
  } else {
    bool after_group = false;
    for (const Label& label : schema.labels) {
      if (label.kind != LabelKind::Span) continue;
      const bool top = label.parent.empty();
      add(label, false);
      chips.back().new_group = chips.back().group || (top && after_group);
      after_group = !top;
    }
    bool first = true;
    for (const Label& label : schema.labels) {
      if (label.kind != LabelKind::Document) continue;
      add(label, first);
      chips.back().name = wxString::Format(_("Document: %s"), chips.back().name);
      first = false;
    }
    if (chips.empty()) caption = _("This project has no labels yet. They come with an import of annotations.");
  }
  const auto same = [](const Chip& a, const Chip& b) {
    return a.label == b.label && a.name == b.name && a.key == b.key && a.group == b.group && a.new_group == b.new_group;
  };
  const bool unchanged = caption == caption_ && chips.size() == chips_.size() &&
                         std::equal(chips.begin(), chips.end(), chips_.begin(), same);
  if (unchanged) {
    for (std::size_t i = 0; i < chips.size(); ++i) chips_[i].description = chips[i].description;
    if (hovered_ < chips_.size()) SetToolTip(chips_[hovered_].description);
    return;
  }
  chips_ = std::move(chips);
  caption_ = caption;
  hovered_ = kNone;
  scrolled_ = 0;
  UnsetToolTip();
  lay_out();
}

void LabelPalette::lay_out() {
  ChipSpacing spacing;
  spacing.margin = FromDIP(8);
  spacing.gap = FromDIP(6);
  spacing.group_gap = FromDIP(16);
  wxClientDC dc(this);
  dc.SetFont(name_font_);
  spacing.height = dc.GetCharHeight() + FromDIP(8);
  std::vector<ChipWidth> widths;
  // The caption takes part as if it were a chip.
  if (!caption_.empty()) widths.push_back({dc.GetTextExtent(caption_).x + FromDIP(4), false});
  for (const Chip& chip : chips_) {
    dc.SetFont(name_font_);
    int width = FromDIP(20) + dc.GetTextExtent(chip.name).x;
    if (!chip.key.empty()) {
      dc.SetFont(key_font_);
      width += FromDIP(8) + dc.GetTextExtent(chip.key).x;
    }
    widths.push_back({std::min(width, FromDIP(280)), chip.new_group});
  }
  const ChipRows rows = lay_out_chips(widths, std::max(GetClientSize().x, FromDIP(80)), spacing);
  const std::size_t shift = caption_.empty() ? 0 : 1;
  for (std::size_t i = 0; i < chips_.size(); ++i) chips_[i].place = rows.chips[i + shift];
  content_height_ = rows.height;
  const int most = 2 * spacing.margin + kMostRows * (spacing.height + spacing.gap) + spacing.height / 2;
  int height = std::min(rows.height, most) + 1;
  // The text must not move under the mouse that is about to choose the other end of a relation.
  if (editor_.relation_draft()) {
    height = std::max(height, GetMinSize().y);
  }
  scrolled_ = std::clamp(scrolled_, 0, std::max(0, content_height_ - height));
  if (GetMinSize().y != height) {
    SetMinSize({FromDIP(80), height});
    // Not from within the layout that is under way.
    CallAfter([this] { GetParent()->Layout(); });
  }
  Refresh();
}

void LabelPalette::paint(wxPaintEvent& /*event*/) {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(theme_->background);
  dc.Clear();
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context) return;
  if (!caption_.empty()) {
    context->SetFont(name_font_, theme_->faint);
    const int height = chips_.empty() ? GetClientSize().y : chips_.front().place.height;
    const int top = chips_.empty() ? 0 : chips_.front().place.y - scrolled_;
    double text_height = 0;
    double text_width = 0;
    context->GetTextExtent(caption_, &text_width, &text_height);
    context->DrawText(caption_, FromDIP(8), top + (height - text_height) / 2);
  }
  for (const Chip& chip : chips_) paint_chip(*context, chip);
  context->SetPen(wxPen(blend(theme_->background, theme_->faint, 0.35)));
  const int bottom = GetClientSize().y - 1;
  context->StrokeLine(0, bottom, GetClientSize().x, bottom);
}

void LabelPalette::paint_chip(wxGraphicsContext& context, const Chip& chip) {
  const LabelColours colours = label_colours(editor_.schema(), chip.label, *theme_);
  const bool pen = pen_ == chip.label;
  const bool chosen =
      selected_label_ == chip.label || std::any_of(on_document_.begin(), on_document_.end(),
                                                   [&](const auto& each) { return each.second == chip.label; });
  const bool solid = pen || chosen;
  const bool hovered = hovered_ < chips_.size() && &chips_[hovered_] == &chip;

  const double x = chip.place.x + 0.5;
  const double y = chip.place.y - scrolled_ + 0.5;
  const double width = chip.place.width - 1;
  const double height = chip.place.height - 1;
  const double radius = FromDIP(5);
  const double tint = hovered ? 0.30 : chip.group ? 0.0 : 0.15;
  const wxColour fill = solid ? colours.bar : blend(theme_->background, colours.bar, tint);
  context.SetBrush(wxBrush(fill));
  context.SetPen(wxPen(solid ? colours.bar : blend(theme_->background, colours.bar, chip.group ? 0.55 : 0.35)));
  context.DrawRoundedRectangle(x, y, width, height, radius);
  if (pen) {
    // A ring around the pen, so that it differs from the label of what is selected.
    context.SetBrush(*wxTRANSPARENT_BRUSH);
    context.SetPen(wxPen(theme_->background, FromDIP(2)));
    context.DrawRoundedRectangle(x + FromDIP(2), y + FromDIP(2), width - FromDIP(4), height - FromDIP(4),
                                 radius - FromDIP(1));
  }

  const wxColour name_colour = solid ? colours.chip_text : theme_->text;
  double text_width = 0;
  double text_height = 0;
  double right = x + width - FromDIP(10);
  if (!chip.key.empty()) {
    context.SetFont(key_font_, solid ? colours.chip_text : theme_->faint);
    context.GetTextExtent(chip.key, &text_width, &text_height);
    context.DrawText(chip.key, right - text_width, y + (height - text_height) / 2);
    right -= text_width + FromDIP(8);
  }
  context.SetFont(name_font_, name_colour);
  context.GetTextExtent(chip.name, &text_width, &text_height);
  const double left = x + FromDIP(10);
  context.Clip(left, y, right - left + 1, height);
  context.DrawText(chip.name, left, y + (height - text_height) / 2);
  context.ResetClip();
}

std::size_t LabelPalette::chip_at(const wxPoint& point) const {
  const wxPoint at(point.x, point.y + scrolled_);
  for (std::size_t i = 0; i < chips_.size(); ++i) {
    if (chips_[i].place.Contains(at)) return i;
  }
  return kNone;
}

void LabelPalette::hover(const wxPoint& point) {
  const std::size_t index = chip_at(point);
  if (index == hovered_) return;
  hovered_ = index;
  if (index == kNone) {
    UnsetToolTip();
  } else {
    SetToolTip(chips_[index].description);
  }
  SetCursor(index == kNone ? wxNullCursor : wxCursor(wxCURSOR_HAND));
  Refresh();
}

}  // namespace mitjul
