#pragma once

#include <wx/notebook.h>
#include <wx/wx.h>

#include <array>
#include <optional>
#include <string>

#include "core/workspace.h"
#include "ui/export_documents_page.h"
#include "ui/export_order.h"
#include "ui/export_preview.h"
#include "ui/export_profile_bar.h"
#include "ui/form_rows.h"
#include "ui/place_field.h"
#include "ui/theme.h"

namespace mitjul {

class ExportLabelsPage;
class ExportOptionsPage;
class FormatList;

/// Asks what of a project is to be exported, in which format and where to, and says what the format will lose while
/// that is chosen. Asks before a file is replaced; what would keep the export from being written is said at once.
class ExportDialog : public wxDialog {
 public:
  struct Offer {
    std::filesystem::path project;
    ExportDocumentsPage::Offer documents;
    std::optional<ExportOrder> last{};  ///< what was asked for last, be it that it came to nothing
    std::filesystem::path base{};       ///< where the last export went, without the ending of its format; may be empty
    std::size_t page = 0;               ///< the page of the book that is shown; there may be no such page
  };
  /// Workspace and preview outlive it. Throws `Error` where the project cannot be read.
  ExportDialog(wxWindow* parent, Workspace& workspace, ExportPreview& preview, Offer offer, const Theme& theme);
  ~ExportDialog() override;

  ExportOrder order() const;
  /// The page that is shown.
  std::size_t page() const { return static_cast<std::size_t>(book_->GetSelection()); }

 private:
  wxSizer* make_body(const ExportDocumentsPage::Offer& documents, const Theme& theme);
  void add_page(ExportPage* page, const wxString& name);
  wxSizer* make_sum();
  void fit_screen();
  void on_key(wxKeyEvent& event);

  void take(const ExportProfile& profile);
  /// Also says what the project does not have any more.
  void take_from_project(const ExportProfile& profile);
  void choose_format();
  void propose_place();
  void count();
  void show(const ExportPreview::Answer& answer);
  void say(const wxString& sentence);
  bool is_ready();
  bool may_replace();
  void accept();

  Workspace& workspace_;
  ExportPreview& preview_;
  const std::filesystem::path project_;
  std::filesystem::path base_;            ///< the place without the ending of a format
  const ExportFormat* format_ = nullptr;  ///< the one that the place is of
  bool taking_ = false;                   ///< fields are being filled
  ExportProfileBar* profiles_ = nullptr;
  FormatList* formats_ = nullptr;
  wxNotebook* book_ = nullptr;
  ExportOptionsPage* options_ = nullptr;
  std::vector<ExportPage*> pages_;  ///< as they stand in the book
  wxStaticText* sum_ = nullptr;
  wxTextCtrl* losses_ = nullptr;
  PlaceField* place_ = nullptr;
  FieldNote* trouble_ = nullptr;
};

}  // namespace mitjul
