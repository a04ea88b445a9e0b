#pragma once

#include <wx/listctrl.h>

#include <vector>

namespace mitjul {

/// A table of any number of rows, which are asked for when they are shown (`OnGetItemText`); one can be selected. Its
/// columns share its width.
class RowTable : public wxListView {
 public:
  struct Column {
    wxString title;
    int share;  ///< of the width, in per cent
    wxListColumnFormat format = wxLIST_FORMAT_LEFT;
  };

  RowTable(wxWindow* parent, const wxString& name, std::vector<Column> columns);

 private:
  void share_width();

  std::vector<Column> columns_;
};

}  // namespace mitjul
