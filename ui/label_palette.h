#pragma once

#include <wx/wx.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/chip_rows.h"
#include "ui/editor.h"
#include "ui/key_map.h"
#include "ui/theme.h"

namespace mitjul {

/// The labels above the text, each with its colour and key: those of spans and, set apart, of the document; while a
/// relation is being made, those that may become of it. A click does what the label's key does. Where they would fill
/// more than three rows, those are shown that were used last, or have keys, behind a chip that offers all of them.
/// Never takes the focus from the text; the menu `Annotation` offers the same labels to those who do not see it.
class LabelPalette : public wxWindow {
 public:
  /// What the window does for it.
  struct Host {
    std::function<void(const std::string&)> apply;     ///< as the key of the label does
    std::function<void()> choose;                      ///< all labels are asked for
    std::function<std::vector<std::string>()> recent;  ///< labels that were used last, the latest first
  };
  /// Editor and keys outlive it.
  LabelPalette(wxWindow* parent, Editor& editor, const KeyMap& keys, Host host);

  void set_theme(const Theme& theme);
  void update(const EditorEvent& event);

  bool AcceptsFocus() const override { return false; }
  bool AcceptsFocusFromKeyboard() const override { return false; }

 private:
  struct Chip {
    std::string label;  ///< empty: offers all labels
    wxString name;
    wxString key;
    wxString description;
    bool group = false;  ///< stands above other labels
    bool new_group = false;
    int width = 0;
  };
  /// A chip that there is room for.
  struct Shown {
    std::size_t chip = 0;  ///< of `chips_`
    wxRect place;
  };

  /// Whether labels of the document changed.
  bool note_document_labels(const EditorEvent& event);
  void collect();
  void measure();
  ChipSpacing spacing() const;
  void lay_out();
  std::vector<std::size_t> chips_to_show(const ChipSpacing& spacing, int width) const;
  std::vector<std::size_t> by_weight(const std::vector<std::string>& recent) const;
  std::vector<ChipWidth> widths_of(const std::vector<std::size_t>& chips) const;
  void paint(wxPaintEvent& event);
  LabelColours colours_of(const Chip& chip) const;
  void paint_chip(wxGraphicsContext& context, const Shown& shown);
  /// Whether there is no room for all labels.
  bool offers_all() const { return !shown_.empty() && chips_[shown_.front().chip].label.empty(); }
  void hover(const wxPoint& point);
  std::size_t chip_at(const wxPoint& point) const;

  Editor& editor_;
  const KeyMap& keys_;
  Host host_;
  const Theme* theme_;
  wxFont name_font_;
  wxFont key_font_;
  std::vector<Chip> chips_;  ///< the first offers all labels, and is shown where there is no room for all
  std::vector<Shown> shown_;
  std::map<AnnotationId, std::string> on_document_;  ///< labels that the shown document has
  // What the chips are drawn for.
  std::string pen_;
  std::string selected_label_;
  std::optional<std::vector<std::string>> draft_;
  wxString caption_;  ///< before the chips
  int caption_width_ = 0;
  wxRect caption_place_;
  std::size_t hovered_;  ///< of `shown_`
};

}  // namespace mitjul
