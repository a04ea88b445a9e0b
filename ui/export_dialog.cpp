#include "ui/export_dialog.h"

#include "core/file_io.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// What a format can hold, in the language of the window; where it has no words yet, in those of the format table.
wxString holds_of(const ExportFormat& format) {
  if (format.id == "mitjul-xml") {
    return _("Everything: texts, labels and rules, annotations, relations, notes and where they come from.");
  }
  if (format.id == "qdc") {
    return _("The schema alone: labels, attributes, colours and descriptions, but no relations and no documents.");
  }
  return to_wx(format.holds);
}

}  // namespace

ExportDialog::ExportDialog(wxWindow* parent, const std::filesystem::path& project)
    : wxDialog(parent, wxID_ANY, _("Export"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      project_(project),
      formats_(new wxChoice(this, wxID_ANY)),
      holds_(new wxStaticText(this, wxID_ANY, "")),
      place_(new PlaceField(this)) {
  const int gap = FromDIP(8);
  formats_->SetName(_("Format"));
  for (const ExportFormat& format : export_formats()) formats_->Append(to_wx(format.name));
  formats_->SetSelection(0);
  holds_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));

  auto* const grid = new wxFlexGridSizer(2, {2 * gap, gap});
  grid->AddGrowableCol(1);
  grid->Add(new wxStaticText(this, wxID_ANY, _("Format")), wxSizerFlags().CenterVertical());
  grid->Add(formats_, wxSizerFlags().Expand());
  grid->AddSpacer(0);
  grid->Add(holds_, wxSizerFlags().Expand());
  grid->Add(new wxStaticText(this, wxID_ANY, _("Place")), wxSizerFlags().CenterVertical());
  grid->Add(place_, wxSizerFlags().Expand());

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 2 * gap));
  sizer->Add(make_export_buttons(this, [this] { accept(); }),
             wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);

  formats_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_format(); });
  choose_format();
  CentreOnParent();
}

const ExportFormat& ExportDialog::format() const {
  return export_formats()[static_cast<std::size_t>(formats_->GetSelection())];
}

void ExportDialog::choose_format() {
  std::filesystem::path place = project_;
  place.replace_extension(path_from_utf8(format().extension));
  if (format().container == Container::Folder) {
    place += "-" + std::string(format().id);
    place_->offer_folder(place);
  } else {
    const wxString extension = to_wx(format().extension);
    place_->offer_file(place, to_wx(format().name) + " (*." + extension + ")|*." + extension);
  }
  holds_->SetLabelText(holds_of(format()));
  holds_->Wrap(FromDIP(440));
  GetSizer()->SetSizeHints(this);
}

void ExportDialog::accept() {
  if (place_->confirm(GetTitle())) EndModal(wxID_OK);
}

}  // namespace mitjul
