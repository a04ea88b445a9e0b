#pragma once

#include <wx/timer.h>
#include <wx/wx.h>

#include <functional>

namespace mitjul {

/// A sentence for the user below the panes: what was refused and why, or what came of something. Takes no focus and
/// makes no sound. What came of something goes by itself, after as long as it takes to read, or when the user does the
/// next thing; a refusal, and what has details, stays until it is closed or until the next edit is done. Nothing goes
/// by itself while it has the focus. (wxInfoBar does not wrap its text.)
class NoticeBar : public wxPanel {
 public:
  /// Shows the details of a sentence in a dialog over the window.
  using Details = std::function<void(wxWindow*)>;

  /// `give_focus_back` is called when a notice goes that had the focus.
  /// `timed_out` when one goes because its time is over.
  NoticeBar(wxWindow* parent, std::function<void()> give_focus_back, std::function<void()> timed_out);

  enum class Kind { Result, Refusal };
  void set_dark(bool dark);
  /// With `details`, a button offers to see them.
  void say(Kind kind, const wxString& sentence, Details details = {});
  /// Goes on saying what another window said.
  void take_over(const NoticeBar& other);
  void dismiss();
  /// The user does something else: what goes by itself goes.
  void take_in_action();
  /// An edit was done: what was refused before is over.
  void take_in_edit();
  /// Goes to the details, or to the button that closes the notice.
  void take_focus();
  /// What is shown now; empty where nothing is.
  wxString sentence() const { return IsShown() ? sentence_ : wxString(); }
  /// What went because its time was over, until the user does something: to be read elsewhere by those who were slower.
  const wxString& last_result() const { return last_result_; }

 private:
  bool goes_by_itself() const { return kind_ == Kind::Result && !details_; }
  void time_out();
  void wrap();
  void colour();

  wxStaticText* text_;
  wxButton* details_button_;
  wxButton* close_;
  wxTimer timer_;
  wxString sentence_;
  wxString last_result_;
  std::function<void()> give_focus_back_;
  std::function<void()> timed_out_;
  Details details_;
  Kind kind_ = Kind::Result;
  bool dark_ = false;
};

}  // namespace mitjul
