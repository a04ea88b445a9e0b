#pragma once

#include <wx/wx.h>

#include "ui/theme.h"

namespace mitjul {

/// What something meant before and what it means now, beside each other, to be read, scrolled and copied.
class MeaningPair : public wxPanel {
 public:
  /// `lines`: how many of each are seen at once.
  MeaningPair(wxWindow* parent, int lines);

  void show(const wxString& before, const wxString& now);
  void set_theme(const Theme& theme);

 private:
  wxTextCtrl* add_side(wxSizer& columns, const wxString& title, const wxString& name, int lines);

  wxTextCtrl* before_;
  wxTextCtrl* now_;
};

}  // namespace mitjul
