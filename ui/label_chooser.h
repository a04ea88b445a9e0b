#pragma once

#include <wx/wx.h>

#include <optional>
#include <string>
#include <vector>

#include "core/schema.h"
#include "ui/label_filter.h"
#include "ui/theme.h"

namespace mitjul {

/// What stands above the labels of a section.
wxString section_words(LabelSection section);

/// A small window over the text in which a label is chosen among all: a field that filters while somebody types, the
/// labels as a tree below it, and what the chosen one means. The arrow keys go through the labels while the field keeps
/// the focus; Enter takes one, Escape and a click elsewhere let go.
class LabelChooser : public wxDialog {
 public:
  struct Offer {
    Schema schema;
    std::vector<std::string> labels;  ///< ids of those that can be chosen
    std::vector<std::string> recent;  ///< used last, the latest first
    wxString purpose;                 ///< what will be done with the label
  };
  /// `place`, on the screen, is where its upper left corner stands, as far as there is room below it.
  LabelChooser(wxWindow* parent, Offer offer, const Theme& theme, const wxPoint& place);

  /// Id of the label that was chosen; nothing where none was.
  std::optional<std::string> choose();

 private:
  class Rows;

  void build();
  void bind();
  void place_at(const wxPoint& place);
  void filter();
  /// A key that belongs to the rows, pressed in the field.
  bool step(const wxKeyEvent& event);
  void select(std::size_t row);
  void describe();
  void take();
  const Label* selected() const;

  Offer offer_;
  const Theme& theme_;
  LabelFilter filter_;
  LabelRows found_;
  wxPanel* inside_;  ///< the line around it
  wxTextCtrl* field_;
  Rows* rows_;
  wxStaticText* description_;
  bool was_active_ = false;
};

}  // namespace mitjul
