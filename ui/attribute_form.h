#pragma once

#include "ui/item_list.h"
#include "ui/key_choice.h"
#include "ui/label_page.h"

namespace mitjul {

/// The attributes of a label: its own, which are changed here, and those of the labels above it.
class AttributeForm : public LabelPage {
 public:
  AttributeForm(wxWindow* parent, const SchemaAccess& access);

  bool flush() override;
  /// Shows an attribute, of which a value is selected.
  void select(std::string attribute, std::string value = {});
  /// Asks where annotations have it what becomes of them.
  void remove_attribute();
  void remove_value();

 private:
  void fill(const Label& label, bool anew) override;
  wxPanel* make_fields();
  void take_selected();
  void take_selected_value();
  void fill_fields(const Attribute* attribute, bool own, bool anew);
  void fill_default(const Attribute& attribute);
  void fill_values(const Attribute& attribute);
  /// Of the label itself; nullptr where none of those is selected.
  const Attribute* own_attribute() const;
  const AttributeValue* value() const;
  Storing change_attribute(const std::function<void(Attribute&)>& edit, std::vector<ValueChange> values = {},
                           AskFirst ask = AskFirst::Yes);
  void add_attribute();
  void move_attribute(int places);
  void add_value();
  void move_value(int places);
  void choose_type();
  void choose_default();

  std::vector<std::string> listed_;  ///< ids, the label's own first
  std::string attribute_;            ///< id of the selected one
  std::string value_;
  ItemList* attributes_;
  wxPanel* fields_;
  FieldNote* note_;
  TextField* name_;
  wxStaticText* id_;
  wxChoice* type_;
  wxCheckBox* required_;
  wxChoice* default_choice_;
  TextField* default_text_;
  KeyChoice* key_;
  wxSizer* values_part_;
  ItemList* values_;
  TextField* value_name_;
};

/// The names of the types, in the order of `AttributeType`.
std::vector<wxString> attribute_type_names();

}  // namespace mitjul
