#pragma once

#include <wx/wx.h>

namespace mitjul {

/// Says something in lines of this width at most, in pixels.
void say_wrapped(wxStaticText& text, const wxString& words, int width);

/// What is said beside fields, in grey; its lines are as long as there is room, whatever the size of the letters.
class WrappedText : public wxStaticText {
 public:
  WrappedText(wxWindow* parent, const wxString& words);

 private:
  void wrap(int width);

  const wxString words_;
  int wrapped_ = 0;  ///< the width that the lines were made for, in pixels
};

}  // namespace mitjul
