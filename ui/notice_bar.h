#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>

namespace mitjul {

/// A sentence for the user above the panes: what was refused and why, or what came of something. Takes no focus,
/// makes no sound, goes by itself after as long as it takes to read. (wxInfoBar does not wrap its text.)
class NoticeBar : public wxPanel {
 public:
  /// Shows the details of a sentence in a dialog over the window.
  using Details = std::function<void(wxWindow*)>;

  /// `give_focus_back` is called when a notice goes that had the focus.
  NoticeBar(wxWindow* parent, std::function<void()> give_focus_back);

  enum class Kind { Result, Refusal };
  void set_dark(bool dark);
  /// With `details`, a button offers to see them, and the sentence stays until it is closed.
  void say(Kind kind, const wxString& sentence, Details details = {});
  /// Goes on saying what another window said.
  void take_over(const NoticeBar& other);
  void dismiss();
  /// Goes to the details, or to the button that closes the notice.
  void take_focus();
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
  std::function<void()> give_focus_back_;
  Details details_;
  Kind kind_ = Kind::Result;
  bool dark_ = false;
};

}  // namespace mitjul
