#pragma once

#include "ui/item_list.h"
#include "ui/label_page.h"

namespace mitjul {

/// The ends of a relation, and which labels each allows.
class RolesForm : public LabelPage {
 public:
  RolesForm(wxWindow* parent, const SchemaAccess& access);

  bool flush() override;

 private:
  void fill(const Label& label, bool anew) override;
  void fill_allowed(const Role& role);
  const Role* role() const;
  void select(std::string role);
  Storing change_role(const std::function<void(Role&)>& edit);
  void add();
  void remove();
  void move(int places);
  void tick(int row);

  std::string role_;                  ///< id of the selected one
  std::vector<std::string> targets_;  ///< ids of the labels that may be ticked
  wxStaticText* none_;                ///< instead of all others where it is no relation
  ItemList* roles_;
  wxPanel* fields_;
  TextField* name_;
  wxStaticText* id_;
  wxCheckListBox* allowed_;
  FieldNote* note_;
};

}  // namespace mitjul
