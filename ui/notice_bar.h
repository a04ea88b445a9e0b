#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>

namespace mitjul {

/// A sentence for the user above the panes: what was refused and why, or what came of something. Takes no focus,
/// makes no sound, goes by itself after as long as it takes to read. (wxInfoBar does not wrap its text.)
class NoticeBar : public wxPanel {
 public:
  explicit NoticeBar(wxWindow* parent);

  enum class Kind { Result, Refusal };
  void set_dark(bool dark);
  /// With `details`, a button offers to see them, and the sentence stays until it is closed.
  void say(Kind kind, const wxString& sentence, std::function<void()> details = {});
  void dismiss();
  /// What is shown now; empty where nothing is.
  wxString sentence() const { return IsShown() ? sentence_ : wxString(); }

 private:
  void wrap();
  void colour();

  wxStaticText* text_;
  wxButton* details_button_;
  wxButton* close_;
  wxTimer timer_;
  wxString sentence_;
  std::function<void()> details_;
  Kind kind_ = Kind::Result;
  bool dark_ = false;
};

}  // namespace mitjul
