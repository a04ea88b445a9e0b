#pragma once

#include <wx/wx.h>

#include <functional>
#include <set>
#include <string>

#include "ui/ticks.h"

namespace mitjul {

/// A tree with ticks in it, under its name, with buttons that tick all of it and nothing.
class TickList : public wxPanel {
 public:
  /// `changed` by the user.
  TickList(wxWindow* parent, const wxString& name, std::vector<TickRow> rows, std::function<void()> changed);

  const Ticks& ticks() const { return ticks_; }
  void tick_all(bool ticked);
  /// As `Ticks::tick_only`.
  void tick_only(const std::set<std::string>& ids);
  void take_focus() { list_->SetFocus(); }

 private:
  wxButton* button(const wxString& words, const wxString& tip, bool ticks);
  void show();

  Ticks ticks_;
  std::function<void()> changed_;
  wxCheckListBox* list_;
};

}  // namespace mitjul
