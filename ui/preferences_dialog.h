#pragma once

#include <wx/notebook.h>
#include <wx/spinctrl.h>
#include <wx/wx.h>

#include <functional>

#include "ui/preferences.h"

namespace mitjul {

/// Asks for the preferences, on a page each for the text, the window and the open project. What changes is tried out
/// at once; whoever shows the dialog takes that back where it was not confirmed.
class PreferencesDialog : public wxDialog {
 public:
  using TryOut = std::function<void(const Preferences&)>;
  PreferencesDialog(wxWindow* parent, const Preferences& present, TryOut try_out);

  Preferences chosen() const;

 private:
  class Page;

  void add_text_page();
  void add_window_page();
  void add_project_page();
  void show(const Preferences& preferences);
  void changed();
  void stand_beside_text();

  Preferences before_;
  TryOut try_out_;
  wxNotebook* pages_;
  wxSpinCtrl* text_size_ = nullptr;
  wxChoice* face_ = nullptr;
  wxSpinCtrl* line_spacing_ = nullptr;
  wxCheckBox* whole_window_ = nullptr;
  wxSpinCtrl* column_ = nullptr;
  wxCheckBox* paragraph_numbers_ = nullptr;
  wxChoice* appearance_ = nullptr;
  wxChoice* language_ = nullptr;
  wxCheckBox* recent_labels_ = nullptr;
  // nullptr where no project is open.
  wxCheckBox* suggestions_ = nullptr;
  wxCheckBox* particle_inside_ = nullptr;
};

}  // namespace mitjul
