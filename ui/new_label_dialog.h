#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>

#include "ui/color_palette.h"
#include "ui/key_choice.h"
#include "ui/name_and_id.h"
#include "ui/schema_access.h"

namespace mitjul {

/// Asks for what a new label is called and looks like. It stays open until the label could be made.
class NewLabelDialog : public wxDialog {
 public:
  struct Plan {
    wxString title;
    wxString about;  ///< what will happen; may be empty
    Label label;     ///< with what is proposed; its id is made here
    bool any_kind = false;
  };
  NewLabelDialog(wxWindow* parent, const Schema& schema, Plan plan, std::function<SchemaAnswer(const Label&)> make);

  /// As the dialog would make it now.
  Label label() const;
  void name(const std::string& name) { naming_.set_name(name); }
  /// What the button does: closes the dialog where the label could be made.
  void make();

 private:
  void choose_kind();

  const Schema& schema_;
  Plan plan_;
  std::function<SchemaAnswer(const Label&)> make_;
  FormRows rows_;
  NameAndId naming_;
  wxChoice* kind_;
  ColorPalette* color_;
  KeyChoice* key_;
  FieldNote* note_;
};

/// A label as it is proposed: with a colour and a key that are free, and two roles where it is a relation.
Label proposed_label(const Schema& schema, LabelKind kind, const std::string& parent);

}  // namespace mitjul
