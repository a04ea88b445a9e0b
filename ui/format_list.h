#pragma once

#include <wx/vlbox.h>
#include <wx/wx.h>

#include <functional>
#include <vector>

#include "export/formats.h"
#include "ui/theme.h"

namespace mitjul {

/// The formats of exports, those for the same readers beside one another: name, and below it who reads it.
class FormatList : public wxVListBox {
 public:
  FormatList(wxWindow* parent, const Theme& theme, std::function<void()> selected);

  /// There is always one.
  const ExportFormat& format() const { return *formats_[static_cast<std::size_t>(GetSelection())]; }
  void select(const ExportFormat& format);
  /// In which no line is cut off, up to `most`.
  int best_width(int most) const;

 private:
  wxCoord OnMeasureItem(std::size_t row) const override;
  void OnDrawBackground(wxDC& dc, const wxRect& place, std::size_t row) const override;
  void OnDrawItem(wxDC& dc, const wxRect& place, std::size_t row) const override;
  /// Whether the name of its group stands above it.
  bool is_headed(std::size_t row) const;
  int heading_height() const;
  void tell_selected();

  const Theme& theme_;
  std::function<void()> selected_;
  const std::vector<const ExportFormat*> formats_;
  wxFont small_;
  int name_height_ = 0;
  int small_height_ = 0;
};

}  // namespace mitjul
