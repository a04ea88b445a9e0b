#pragma once

#include <wx/wx.h>

#include <filesystem>

#include "export/formats.h"
#include "ui/place_field.h"

namespace mitjul {

/// Asks in which format a project is to be exported, and where to. Asks before a file is replaced.
class ExportDialog : public wxDialog {
 public:
  ExportDialog(wxWindow* parent, const std::filesystem::path& project);

  const ExportFormat& format() const;
  std::filesystem::path place() const { return place_->place(); }

 private:
  void choose_format();
  void accept();

  std::filesystem::path project_;
  wxChoice* formats_;
  wxStaticText* holds_;
  PlaceField* place_;
};

}  // namespace mitjul
