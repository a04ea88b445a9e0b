#pragma once

#include <wx/wx.h>

#include <cstddef>
#include <filesystem>
#include <optional>

#include "ui/editor.h"

namespace mitjul {

/// What came of it.
struct PictureResult {
  std::size_t written = 0;
  std::filesystem::path place;  ///< the file, or the folder of several
  wxArrayString left_out;       ///< why which documents were not written, a sentence each
};

/// Asks how, and exports the shown document, or all of the project, as PDF or picture, with what the annotator says
/// about them. Nothing where the user changed their mind. Throws `Error`.
std::optional<PictureResult> export_pictures(wxWindow* parent, Editor& editor, const std::filesystem::path& project);

/// As a few sentences.
wxString summary_of(const PictureResult& result);

}  // namespace mitjul
