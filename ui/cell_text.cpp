#include "ui/cell_text.h"

#include <wx/dcclient.h>

namespace mitjul {

wxString end_in_cell(const wxListCtrl& table, int column, const wxString& words) {
  // A DC for measuring changes nothing.
  wxClientDC dc(const_cast<wxListCtrl*>(&table));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  dc.SetFont(table.GetFont());
  const int margins = table.FromDIP(14);
  return wxControl::Ellipsize(words, dc, wxELLIPSIZE_START, table.GetColumnWidth(column) - margins, 0);
}

}  // namespace mitjul
