#include "ui/row_table.h"

#include <algorithm>
#include <utility>

namespace mitjul {
namespace {

constexpr int kNarrowest = 60;

}  // namespace

RowTable::RowTable(wxWindow* parent, const wxString& name, std::vector<Column> columns)
    : wxListView(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                 wxLC_REPORT | wxLC_VIRTUAL | wxLC_SINGLE_SEL | wxBORDER_NONE),
      columns_(std::move(columns)) {
  SetName(name);
  for (const Column& column : columns_) AppendColumn(column.title, column.format);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    share_width();
    event.Skip();
  });
}

void RowTable::share_width() {
  const int width = GetClientSize().x;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    SetColumnWidth(static_cast<int>(i), std::max(width * columns_[i].share / 100, FromDIP(kNarrowest)));
  }
}

}  // namespace mitjul
