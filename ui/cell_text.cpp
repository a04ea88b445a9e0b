#include "ui/cell_text.h"

#include <wx/dcclient.h>

namespace mitjul {
namespace {

wxString cut(const wxListCtrl& table, int column, const wxString& words, wxEllipsizeMode where) {
  // A DC for measuring changes nothing.
  wxClientDC dc(const_cast<wxListCtrl*>(&table));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  dc.SetFont(table.GetFont());
  const int margins = table.FromDIP(14);
  return wxControl::Ellipsize(words, dc, where, table.GetColumnWidth(column) - margins, 0);
}

}  // namespace

wxString end_in_cell(const wxListCtrl& table, int column, const wxString& words) {
  return cut(table, column, words, wxELLIPSIZE_START);
}

wxString name_in_cell(const wxListCtrl& table, int column, const wxString& name) {
  return cut(table, column, name, wxELLIPSIZE_MIDDLE);
}

}  // namespace mitjul
