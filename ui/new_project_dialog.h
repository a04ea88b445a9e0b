#pragma once

#include <wx/wx.h>

#include <filesystem>
#include <vector>

#include "core/presets.h"
#include "ui/theme.h"

namespace mitjul {

class PresetExample;

/// Asks where a new project is to be and with which labels, and makes it: those of a preset, each of which is described
/// and shown at work, or of a file. What cannot be made is said in the dialog, which stays.
class NewProjectDialog : public wxDialog {
 public:
  /// The theme outlives it.
  NewProjectDialog(wxWindow* parent, const Theme& theme);

  /// The project that was made, after `ShowModal` answered wxID_OK.
  const std::filesystem::path& project() const { return project_; }

 private:
  wxSizer* make_place(int gap);
  wxSizer* make_labels(int gap, const Theme& theme);
  const Preset& chosen() const;
  /// With fine labels where they are wanted.
  Schema schema() const;
  void create();
  void describe();
  void add_file();
  void complain(const wxString& sentence);
  std::filesystem::path place() const;

  std::vector<Preset> offered_;  ///< those that are built in, then files
  wxTextCtrl* name_ = nullptr;
  wxTextCtrl* folder_ = nullptr;
  wxListBox* list_ = nullptr;
  wxStaticText* description_ = nullptr;
  wxStaticText* labels_ = nullptr;
  wxCheckBox* fine_ = nullptr;
  wxStaticText* example_title_ = nullptr;
  PresetExample* example_ = nullptr;
  wxStaticText* trouble_ = nullptr;
  std::filesystem::path project_;
};

}  // namespace mitjul
