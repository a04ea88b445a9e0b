#pragma once

#include <wx/wx.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/attempt.h"
#include "ui/chip_rows.h"
#include "ui/theme.h"

namespace mitjul {

/// The labels above the text, each with its colour and key: those of spans and, set apart, of the document; while a
/// relation is being made, those that may become of it. A click does what the label's key does. Never takes the focus
/// from the text; the menu `Annotation` offers the same labels to those who do not see it.
class LabelPalette : public wxWindow {
 public:
  LabelPalette(wxWindow* parent, Editor& editor, Attempt attempt);

  void set_theme(const Theme& theme);
  void update(const EditorEvent& event);

  bool AcceptsFocus() const override { return false; }
  bool AcceptsFocusFromKeyboard() const override { return false; }

 private:
  struct Chip {
    std::string label;
    wxString name;
    wxString key;
    wxString description;
    bool group = false;  ///< stands above other labels
    bool new_group = false;
    wxRect place;
  };

  /// Whether labels of the document changed.
  bool note_document_labels(const EditorEvent& event);
  void collect();
  void lay_out();
  void paint(wxPaintEvent& event);
  void paint_chip(wxGraphicsContext& context, const Chip& chip);
  void hover(const wxPoint& point);
  std::size_t chip_at(const wxPoint& point) const;

  Editor& editor_;
  Attempt attempt_;
  const Theme* theme_;
  wxFont name_font_;
  wxFont key_font_;
  std::vector<Chip> chips_;
  std::map<AnnotationId, std::string> on_document_;  ///< labels that the shown document has
  // What the chips are drawn for.
  std::string pen_;
  std::string selected_label_;
  std::optional<std::vector<std::string>> draft_;
  wxString caption_;  ///< before the chips
  std::size_t hovered_;
  int content_height_ = 0;
  int scrolled_ = 0;
};

}  // namespace mitjul
