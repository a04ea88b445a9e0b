#pragma once

#include <wx/wx.h>

#include <filesystem>

#include "core/presets.h"

namespace mitjul {

/// Asks where a new project is to be and with which labels, and makes it. What cannot be made is said in the dialog,
/// which stays.
class NewProjectDialog : public wxDialog {
 public:
  explicit NewProjectDialog(wxWindow* parent);

  /// The project that was made, after `ShowModal` answered wxID_OK.
  const std::filesystem::path& project() const { return project_; }

 private:
  const Preset& chosen() const;
  void create();
  void describe();
  std::filesystem::path place() const;

  wxTextCtrl* name_;
  wxTextCtrl* folder_;
  wxChoice* preset_;
  wxStaticText* description_;
  wxStaticText* trouble_;
  std::filesystem::path project_;
};

}  // namespace mitjul
