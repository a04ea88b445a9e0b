#pragma once

#include <wx/listctrl.h>

namespace mitjul {

/// What a cell of a table shows of words before a hit: as many of the last ones as fit, since lists of wx would cut
/// them where the hit is.
wxString end_in_cell(const wxListCtrl& table, int column, const wxString& words);

/// The same of a name, of which beginning and end are kept: the ends of file names tell them apart.
wxString name_in_cell(const wxListCtrl& table, int column, const wxString& name);

}  // namespace mitjul
