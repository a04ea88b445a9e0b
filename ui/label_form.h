#pragma once

#include "ui/color_palette.h"
#include "ui/key_choice.h"
#include "ui/label_page.h"

namespace mitjul {

/// What a label is called, looks like and means.
class LabelForm : public LabelPage {
 public:
  LabelForm(wxWindow* parent, const SchemaAccess& access);

  bool flush() override;
  /// To the name, which is selected.
  void take_focus();

 private:
  void fill(const Label& label, bool anew) override;

  FieldNote* name_note_ = nullptr;
  FieldNote* color_note_ = nullptr;
  FieldNote* key_note_ = nullptr;
  FieldNote* description_note_ = nullptr;
  FieldNote* guideline_note_ = nullptr;
  TextField* name_;
  wxStaticText* id_;
  KeyChoice* key_;
  ColorPalette* color_;
  TextField* description_;
  TextField* guideline_;
};

}  // namespace mitjul
