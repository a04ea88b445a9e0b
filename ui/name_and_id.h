#pragma once

#include <wx/wx.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ui/form_rows.h"

namespace mitjul {

/// Fields for the name and the id of something that is new in a schema. The id follows the name until it is typed.
class NameAndId {
 public:
  /// `taken`: ids that are not free.
  NameAndId(wxWindow* parent, FormRows& rows, std::vector<std::string> taken);

  void set_name(const std::string& name);
  std::string name() const;
  std::string id() const;
  void listen(std::function<void()> changed) { changed_ = std::move(changed); }
  /// Says beside the field what is missing; false then.
  bool check();
  FieldNote& id_note() { return *id_note_; }

 private:
  std::vector<std::string> taken_;
  std::function<void()> changed_;
  wxTextCtrl* name_;
  wxTextCtrl* id_;
  FieldNote* name_note_;
  FieldNote* id_note_;
  bool follows_ = true;
};

/// An id for a name, in Latin letters and not among those that are taken.
std::string id_for_name(const std::string& name, const std::vector<std::string>& taken);

/// The buttons of a dialog that makes something: `OK` under this name, and `Cancel`.
wxSizer* make_buttons(wxWindow* dialog, const wxString& make);

struct NamedItem {
  std::string name;
  std::string id;
};

/// Asks for the name and id of an attribute, a value or a role; nothing where the user changed their mind.
std::optional<NamedItem> ask_for_item(wxWindow* parent, const wxString& title, std::vector<std::string> taken);

}  // namespace mitjul
