#pragma once

#include <wx/listctrl.h>

namespace mitjul {

/// What a cell of a table shows of words before a hit: as many of the last ones as fit, since lists of wx would cut
/// them where the hit is.
wxString end_in_cell(const wxListCtrl& table, int column, const wxString& words);

}  // namespace mitjul
