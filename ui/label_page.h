#pragma once

#include <wx/wx.h>

#include <functional>
#include <string>
#include <vector>

#include "ui/form_rows.h"
#include "ui/schema_access.h"

namespace mitjul {

/// A page of what is known of the chosen label. Whatever is changed on it is performed at once.
class LabelPage : public wxPanel {
 public:
  /// `access` outlives the page.
  LabelPage(wxWindow* parent, const SchemaAccess& access) : wxPanel(parent), access_(access) {}

  /// Shows the label as it is now; what is being typed for another one is stored before.
  void show(const std::string& label);
  /// Stores what is being typed. False where the project could not be written.
  virtual bool flush() = 0;

 protected:
  /// `anew`: another label is shown, and nothing that stood in the fields stays.
  virtual void fill(const Label& label, bool anew) = 0;

  /// Of the schema as it is now; nullptr where no label is shown.
  const Label* label() const { return access_.schema().find(shown_); }
  const Schema& schema() const { return access_.schema(); }
  const SchemaCounts& counts() const { return access_.counts(); }
  /// Changes the label that is shown; what was refused is said in `note`, and the fields show what is stored.
  Storing change(const std::function<void(Label&)>& edit, FieldNote* note, std::vector<ValueChange> values = {},
                 AskFirst ask = AskFirst::Yes);
  /// A field of the label that is stored when it is left.
  TextField* field(TextField::Lines lines, std::function<void(Label&, const std::string&)> put, FieldNote** note);
  static void show_stored(TextField& field, const std::string& value, bool anew);

 private:
  const SchemaAccess& access_;
  std::string shown_;
  bool storing_ = false;  ///< what was typed, before another label is shown
};

}  // namespace mitjul
