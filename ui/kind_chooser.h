#pragma once

#include <wx/wx.h>

#include <optional>

namespace mitjul {

/// A short list over the text to choose one line from: arrows and Enter, a digit, or a click; Escape chooses none. The
/// first line is chosen to begin with.
class KindChooser : public wxDialog {
 public:
  /// `title` says what is chosen; `place` is on the screen.
  KindChooser(wxWindow* parent, const wxString& title, const wxArrayString& lines, wxPoint place);

  /// Shows it; nothing where none was chosen.
  std::optional<std::size_t> choose();

 private:
  void on_key(wxKeyEvent& event);
  void put_at(wxPoint place);

  wxListBox* list_;
};

}  // namespace mitjul
