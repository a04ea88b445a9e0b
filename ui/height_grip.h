#pragma once

#include <wx/window.h>

namespace mitjul {

/// A thin bar along the upper edge of a panel that is dragged to make the panel higher or lower; a double click gives
/// it the usual height. The panel leaves to what stands above it a part of the room.
class HeightGrip : public wxWindow {
 public:
  /// `usual` is also the least height, in pixels. The grip is a child of the panel, which stands in a sizer.
  HeightGrip(wxWindow* panel, int usual);

  /// What was asked for; the panel may have less where there is no room.
  int height() const { return wanted_; }
  void set_height(int height);

  bool AcceptsFocus() const override { return false; }
  bool AcceptsFocusFromKeyboard() const override { return false; }

 private:
  void fit();
  int most() const;
  void on_paint(wxPaintEvent& event);
  void on_motion(wxMouseEvent& event);

  wxWindow* panel_;
  const int usual_;
  int wanted_;
  int pressed_at_ = 0;  ///< on the screen
  int height_then_ = 0;
};

}  // namespace mitjul
