#pragma once

#include <wx/event.h>
#include <wx/weakref.h>
#include <wx/window.h>

#include <vector>

namespace mitjul {

/// What screen readers call a window. wx keeps its own names to itself under GTK.
void set_accessible_name(wxWindow& window, const wxString& name);

/// Gives the names of all windows (`SetName`) to screen readers as soon as they are made. wx draws its lists itself, so
/// that nobody else can see their rows: a list is called by its name and what stands in its current row. Alive as long
/// as there are windows.
class AccessibleNames : public wxEventFilter {
 public:
  AccessibleNames() { wxEvtHandler::AddFilter(this); }
  AccessibleNames(const AccessibleNames&) = delete;
  AccessibleNames& operator=(const AccessibleNames&) = delete;
  ~AccessibleNames() override { wxEvtHandler::RemoveFilter(this); }

  int FilterEvent(wxEvent& event) override;

 private:
  void name_noted();

  /// What was made, or has another row, since the program last had nothing to do: names are set after both.
  std::vector<wxWeakRef<wxWindow>> noted_;
};

}  // namespace mitjul
