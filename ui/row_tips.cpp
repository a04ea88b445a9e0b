#include "ui/row_tips.h"

#include <utility>

namespace mitjul {

RowTips::RowTips(wxListCtrl& table, Words words) : table_(table), words_(std::move(words)) {
  for (wxWindow* const part : table_.GetChildren()) part->Bind(wxEVT_MOTION, &RowTips::hover, this);
}

void RowTips::forget() {
  if (part_ != nullptr) part_->UnsetToolTip();
  part_ = nullptr;
  row_ = -1;
}

void RowTips::hover(wxMouseEvent& event) {
  event.Skip();
  int where = 0;
  const long row = table_.HitTest(event.GetPosition(), where);
  if (row == row_) return;
  forget();
  row_ = row;
  part_ = static_cast<wxWindow*>(event.GetEventObject());
  const wxString words = words_(row);
  if (!words.empty()) part_->SetToolTip(words);
}

}  // namespace mitjul
