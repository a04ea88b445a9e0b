#pragma once

#include "ui/label_page.h"

namespace mitjul {

/// What annotations of a label may be. Relations and labels of the document know few rules.
class RulesForm : public LabelPage {
 public:
  RulesForm(wxWindow* parent, const SchemaAccess& access);

  bool flush() override { return true; }

 private:
  wxCheckBox* rule(const wxString& words, bool Label::*member);
  void fill(const Label& label, bool anew) override;

  wxChoice* overlap_;
  wxCheckBox* discontinuous_;
  wxCheckBox* crosses_;
  wxCheckBox* needs_relation_;
  wxStaticText* none_;
  wxSizer* overlap_row_;
  FieldNote* note_;
};

}  // namespace mitjul
