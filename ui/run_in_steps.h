#pragma once

#include <wx/wx.h>

#include <functional>

namespace mitjul {

/// Does work that only the window's thread can do, as drawing, in steps of some milliseconds. What takes longer than a
/// moment has a window that shows how far it is and can cancel it. `step` returns false when all is done, `share` says
/// how much is (0 to 1). False where it was cancelled; throws what a step threw.
bool run_in_steps(wxWindow* parent, const wxString& what, const std::function<bool()>& step,
                  const std::function<double()>& share);

}  // namespace mitjul
