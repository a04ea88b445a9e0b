#pragma once

#include <wx/wx.h>

#include <filesystem>
#include <functional>

namespace mitjul {

/// Where something is to be written: a path that can be typed, or chosen with a button beside it.
class PlaceField : public wxPanel {
 public:
  /// `name` stands before it, with a letter that goes there; empty: somebody else says it.
  explicit PlaceField(wxWindow* parent, const wxString& name = {});

  /// Proposes a file; `filter` says which files the dialog shows, as wx writes it.
  void offer_file(const std::filesystem::path& place, const wxString& filter);
  void offer_folder(const std::filesystem::path& place);
  std::filesystem::path place() const;
  void take_focus() { text_->SetFocus(); }

  /// Asks before what is there is replaced, under this title: a file, and a folder where it is told what to say of it
  /// (`%s` being its path). False where it may not be replaced, or no place was given.
  bool confirm(const wxString& title, const wxString& folder_question = {});

 private:
  void browse();

  wxTextCtrl* text_;
  wxString filter_;
  bool folder_ = false;
};

/// Asks whether what is there may be replaced.
bool confirm_replacing(wxWindow* parent, const wxString& question, const wxString& title);

/// The row of a dialog that exports: the button that does it, which it also binds to `accept`, and Cancel.
wxSizer* make_export_buttons(wxDialog* dialog, const std::function<void()>& accept);

}  // namespace mitjul
