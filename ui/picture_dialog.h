#pragma once

#include <wx/wx.h>

#include <filesystem>
#include <string>

#include "ui/picture_file.h"
#include "ui/place_field.h"

namespace mitjul {

/// Asks how the annotated view is to be exported: format, which documents, and where to. Asks before a file is
/// replaced.
class PictureDialog : public wxDialog {
 public:
  struct Offer {
    std::filesystem::path folder;  ///< where files are proposed
    std::string document;          ///< name of the shown document; empty: none is shown
    std::string project;           ///< its name: what a folder is named after
    std::size_t documents = 0;     ///< in the project
    bool has_suggestions = false;  ///< in the shown document
  };
  PictureDialog(wxWindow* parent, Offer offer);

  PictureFormat format() const { return static_cast<PictureFormat>(formats_->GetSelection()); }
  bool all_documents() const;
  bool with_suggestions() const { return suggestions_->IsEnabled() && suggestions_->GetValue(); }
  /// Of a PNG.
  double scale() const { return sizes_->GetSelection() == 0 ? 1 : 2; }
  /// A file, or a folder for all documents.
  std::filesystem::path place() const { return place_->place(); }

 private:
  void choose();
  void accept();

  Offer offer_;
  wxChoice* formats_;
  wxStaticText* explained_;
  wxChoice* which_;
  wxChoice* sizes_;
  wxCheckBox* suggestions_;
  PlaceField* place_;
};

}  // namespace mitjul
