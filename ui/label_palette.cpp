#include "ui/label_palette.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "ui/action.h"
#include "ui/attribute_words.h"
#include "ui/key_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr int kMostRows = 3;
constexpr std::size_t kAllLabels = 0;  // the chip

}  // namespace

LabelPalette::LabelPalette(wxWindow* parent, Editor& editor, const KeyMap& keys, Host host)
    : editor_(editor), keys_(keys), host_(std::move(host)), theme_(&light_theme()), hovered_(kNone) {
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
    const std::string label = chips_[shown_[index].chip].label;
    if (label.empty()) {
      host_.choose();
    } else {
      host_.apply(label);
    }
  };
  Bind(wxEVT_LEFT_DOWN, press);
  Bind(wxEVT_LEFT_DCLICK, press);
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
  const bool all_changed = note_document_labels(event) || event.schema;
  const Annotation* const selected = editor_.selected();
  const std::string pen_before = std::exchange(pen_, editor_.pen());
  const std::string selected_before =
      std::exchange(selected_label_, selected == nullptr ? std::string() : selected->label);
  const bool others_chosen = pen_ != pen_before || selected_label_ != selected_before;
  std::optional<std::vector<std::string>> draft;
  if (editor_.relation_draft()) draft = editor_.relation_draft()->labels;
  if (event.schema || event.document || draft != draft_) {
    draft_ = std::move(draft);
    collect();
  } else if (others_chosen && offers_all()) {
    lay_out();
  }
  if (all_changed) return Refresh();
  if (!others_chosen) return;
  const std::array<std::string_view, 4> redrawn{pen_before, pen_, selected_before, selected_label_};
  for (const Shown& shown : shown_) {
    const bool is_one = std::find(redrawn.begin(), redrawn.end(), chips_[shown.chip].label) != redrawn.end();
    if (is_one) RefreshRect(shown.place);
  }
}

void LabelPalette::collect() {
  const Schema& schema = editor_.schema();
  std::set<std::string_view> parents;
  for (const Label& label : schema.labels) parents.insert(label.parent);
  std::vector<Chip> chips;
  wxString caption;
  const auto add = [&](const Label& label, bool new_group) {
    const wxString name = name_or_id(label.name, label.id);
    wxString description = name;
    if (description != to_wx(label.id)) description += " (" + to_wx(label.id) + ")";
    if (!label.description.empty()) description += "\n" + to_wx(label.description);
    for (const Attribute* const each : schema.attributes_of(label.id)) {
      if (!each->key.empty()) description += "\n" + to_wx(each->key).Upper() + ": " + attribute_name(*each);
    }
    chips.push_back({label.id, name, to_wx(label.key).Upper(), description, parents.count(label.id) > 0, new_group});
  };
  const std::vector<KeyPress>& keys = keys_.keys(Action::ChooseLabel);
  const wxString key = keys.empty() ? wxString() : key_words(keys.front());
  chips.push_back({"", _("All labels"), key, _("Choose among all labels")});
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
    if (chips.size() == 1) caption = _("This project has no labels yet. They come with an import of annotations.");
  }
  const auto same = [](const Chip& a, const Chip& b) {
    return a.label == b.label && a.name == b.name && a.key == b.key && a.group == b.group && a.new_group == b.new_group;
  };
  const bool unchanged = caption == caption_ && chips.size() == chips_.size() &&
                         std::equal(chips.begin(), chips.end(), chips_.begin(), same);
  if (unchanged) {
    for (std::size_t i = 0; i < chips.size(); ++i) chips_[i].description = chips[i].description;
    if (hovered_ < shown_.size()) SetToolTip(chips_[shown_[hovered_].chip].description);
    return;
  }
  chips_ = std::move(chips);
  caption_ = caption;
  measure();
  lay_out();
}

void LabelPalette::measure() {
  wxClientDC dc(this);
  dc.SetFont(name_font_);
  caption_width_ = caption_.empty() ? 0 : dc.GetTextExtent(caption_).x + FromDIP(4);
  for (Chip& chip : chips_) chip.width = FromDIP(20) + dc.GetTextExtent(chip.name).x;
  dc.SetFont(key_font_);
  for (Chip& chip : chips_) {
    if (!chip.key.empty()) chip.width += FromDIP(8) + dc.GetTextExtent(chip.key).x;
    chip.width = std::min(chip.width, FromDIP(280));
  }
}

ChipSpacing LabelPalette::spacing() const {
  ChipSpacing spacing;
  spacing.margin = FromDIP(8);
  spacing.gap = FromDIP(6);
  spacing.group_gap = FromDIP(16);
  wxClientDC dc(const_cast<LabelPalette*>(this));  // NOLINT(cppcoreguidelines-pro-type-const-cast): only measures
  dc.SetFont(name_font_);
  spacing.height = dc.GetCharHeight() + FromDIP(8);
  return spacing;
}

/// The caption takes part as if it were a chip before the others.
std::vector<ChipWidth> LabelPalette::widths_of(const std::vector<std::size_t>& chips) const {
  std::vector<ChipWidth> widths;
  if (!caption_.empty()) widths.push_back({caption_width_, false});
  for (const std::size_t chip : chips) widths.push_back({chips_[chip].width, chips_[chip].new_group});
  return widths;
}

/// Chips of labels, those first that are worth their room most: used last, with a key, at the top of the tree.
std::vector<std::size_t> LabelPalette::by_weight(const std::vector<std::string>& recent) const {
  std::vector<std::size_t> chips;
  for (const std::string& id : recent) {
    const auto chip =
        std::find_if(chips_.begin() + 1, chips_.end(), [&](const Chip& each) { return each.label == id; });
    if (chip != chips_.end()) chips.push_back(static_cast<std::size_t>(chip - chips_.begin()));
  }
  const std::size_t used = chips.size();
  for (std::size_t chip = 1; chip < chips_.size(); ++chip) {
    const auto known = chips.begin() + static_cast<std::ptrdiff_t>(used);
    if (std::find(chips.begin(), known, chip) == known) chips.push_back(chip);
  }
  const auto rank = [this](std::size_t chip) { return chips_[chip].key.empty() ? chips_[chip].group ? 1 : 2 : 0; };
  std::stable_sort(chips.begin() + static_cast<std::ptrdiff_t>(used), chips.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return chips;
}

std::vector<std::size_t> LabelPalette::chips_to_show(const ChipSpacing& spacing, int width) const {
  std::vector<std::size_t> all(chips_.size() - 1);
  std::iota(all.begin(), all.end(), std::size_t{1});
  if (lay_out_chips(widths_of(all), width, spacing).rows <= kMostRows) return all;

  std::vector<std::size_t> weighed = by_weight(host_.recent());
  weighed.insert(weighed.begin(), kAllLabels);
  // Room for the label of what is selected, so that the others stay where they are when it comes and goes.
  const int widest = std::max_element(chips_.begin(), chips_.end(), [](const Chip& a, const Chip& b) {
                       return a.width < b.width;
                     })->width;
  std::vector<ChipWidth> widths;
  for (const Chip& chip : chips_) widths.push_back({chip.width, chip.new_group});
  const int caption = caption_.empty() ? 0 : caption_width_ + spacing.gap;
  widths[kAllLabels].width += caption;
  std::vector<std::size_t> shown = chips_that_fit(widths, weighed, kMostRows, widest, width, spacing);
  for (std::size_t chip = 1; chip < chips_.size(); ++chip) {
    const bool chosen = chips_[chip].label == selected_label_ || chips_[chip].label == pen_;
    if (chosen && std::find(shown.begin(), shown.end(), chip) == shown.end()) shown.push_back(chip);
  }
  return shown;
}

void LabelPalette::lay_out() {
  const ChipSpacing spacing = this->spacing();
  const int width = std::max(GetClientSize().x, FromDIP(80));
  const std::vector<std::size_t> chips = chips_to_show(spacing, width);
  const ChipRows rows = lay_out_chips(widths_of(chips), width, spacing);
  const std::size_t shift = caption_.empty() ? 0 : 1;
  caption_place_ = caption_.empty() ? wxRect() : rows.chips.front();
  shown_.clear();
  for (std::size_t i = 0; i < chips.size(); ++i) shown_.push_back({chips[i], rows.chips[i + shift]});
  hovered_ = kNone;
  UnsetToolTip();
  int height = rows.height + 1;
  // The text must not move under the mouse that is about to choose the other end of a relation.
  if (editor_.relation_draft()) height = std::max(height, GetMinSize().y);
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
    double text_height = 0;
    double text_width = 0;
    context->GetTextExtent(caption_, &text_width, &text_height);
    context->DrawText(caption_, caption_place_.x, caption_place_.y + (caption_place_.height - text_height) / 2);
  }
  for (const Shown& shown : shown_) {
    if (GetUpdateRegion().Contains(shown.place) != wxOutRegion) paint_chip(*context, shown);
  }
  context->SetPen(wxPen(blend(theme_->background, theme_->faint, 0.35)));
  const int bottom = GetClientSize().y - 1;
  context->StrokeLine(0, bottom, GetClientSize().x, bottom);
}

LabelColours LabelPalette::colours_of(const Chip& chip) const {
  if (!chip.label.empty()) return label_colours(editor_.schema(), chip.label, *theme_);
  return {theme_->background, theme_->background, theme_->faint, theme_->text, theme_->text};
}

void LabelPalette::paint_chip(wxGraphicsContext& context, const Shown& shown) {
  const Chip& chip = chips_[shown.chip];
  const LabelColours colours = colours_of(chip);
  const bool pen = !pen_.empty() && pen_ == chip.label;
  const bool selected = !selected_label_.empty() && selected_label_ == chip.label;
  const bool chosen = selected || std::any_of(on_document_.begin(), on_document_.end(),
                                              [&](const auto& each) { return each.second == chip.label; });
  const bool solid = pen || chosen;
  const bool hovered = hovered_ < shown_.size() && &shown_[hovered_] == &shown;

  const double x = shown.place.x + 0.5;
  const double y = shown.place.y + 0.5;
  const double width = shown.place.width - 1;
  const double height = shown.place.height - 1;
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
  const auto at =
      std::find_if(shown_.begin(), shown_.end(), [&](const Shown& each) { return each.place.Contains(point); });
  return at == shown_.end() ? kNone : static_cast<std::size_t>(at - shown_.begin());
}

void LabelPalette::hover(const wxPoint& point) {
  const std::size_t index = chip_at(point);
  if (index == hovered_) return;
  hovered_ = index;
  if (index == kNone) {
    UnsetToolTip();
  } else {
    SetToolTip(chips_[shown_[index].chip].description);
  }
  SetCursor(index == kNone ? wxNullCursor : wxCursor(wxCURSOR_HAND));
  Refresh();
}

}  // namespace mitjul
