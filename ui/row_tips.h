#pragma once

#include <wx/listctrl.h>

#include <functional>

namespace mitjul {

/// Says of the row below the mouse what its cells have no room for.
class RowTips {
 public:
  /// What there is to say of a row, which may be none; empty: nothing.
  using Words = std::function<wxString(long row)>;
  /// The table is made; it and this go together.
  RowTips(wxListCtrl& table, Words words);

  /// What was said of a row may hold no longer.
  void forget();

 private:
  void hover(wxMouseEvent& event);

  wxListCtrl& table_;
  Words words_;
  long row_ = -1;             ///< below the mouse
  wxWindow* part_ = nullptr;  ///< of the table, which says so
};

}  // namespace mitjul
