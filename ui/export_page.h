#pragma once

#include <wx/wx.h>

#include "core/export_profile.h"

namespace mitjul {

/// A page of the export dialog: a part of what a profile says.
class ExportPage : public wxPanel {
 public:
  using wxPanel::wxPanel;

  /// Shows what the profile says; what the project does not have is passed over.
  virtual void show(const ExportProfile& profile) = 0;
  virtual void put_into(ExportProfile& profile) const = 0;
  /// Why nothing can be exported like this; empty where it can.
  virtual wxString objection() const { return {}; }
  /// Goes to what there is an objection to.
  virtual void go_to_objection() {}
};

}  // namespace mitjul
