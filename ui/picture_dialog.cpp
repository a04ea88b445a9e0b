#include "ui/picture_dialog.h"

#include <set>

#include "core/file_io.h"
#include "ui/annotation_words.h"
#include "ui/picture_job.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

wxString explanation_of(PictureFormat format) {
  switch (format) {
    case PictureFormat::Pdf: return _("A4 pages, for reading and printing. The text can be selected and searched.");
    case PictureFormat::Svg: return _("One tall picture without pixels, for drawing programs and web pages.");
    case PictureFormat::Png: return _("One tall picture in pixels, for slides and documents.");
  }
  return {};
}

}  // namespace

PictureDialog::PictureDialog(wxWindow* parent, Offer offer)
    : wxDialog(parent, wxID_ANY, _("Export as PDF or Picture"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      offer_(std::move(offer)),
      formats_(new wxChoice(this, wxID_ANY)),
      explained_(new wxStaticText(this, wxID_ANY, "")),
      which_(new wxChoice(this, wxID_ANY)),
      sizes_(new wxChoice(this, wxID_ANY)),
      suggestions_(new wxCheckBox(this, wxID_ANY, _("With &suggestions, drawn as on the screen"))),
      place_(new PlaceField(this)) {
  const int gap = FromDIP(8);
  for (const char* const name : {"PDF", "SVG", "PNG"}) formats_->Append(name);
  if (!offer_.document.empty()) which_->Append(_("This document"));
  const auto count = static_cast<unsigned>(offer_.documents);
  which_->Append(wxString::Format(wxPLURAL("All documents (%s), a file each", "All documents (%s), a file each", count),
                                  grouped(count)));
  sizes_->Append(_("As on the screen"));
  sizes_->Append(_("Twice as large, sharper"));
  for (wxChoice* const choice : {formats_, which_, sizes_}) choice->SetSelection(0);
  for (wxChoice* const choice : {formats_, which_}) {
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose(); });
  }
  explained_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));

  auto* const grid = new wxFlexGridSizer(2, {2 * gap, gap});
  grid->AddGrowableCol(1);
  const auto add = [&](const wxString& name, wxWindow* field) {
    field->SetName(name);
    grid->Add(new wxStaticText(this, wxID_ANY, name), wxSizerFlags().CenterVertical());
    grid->Add(field, wxSizerFlags().Expand());
  };
  add(_("Format"), formats_);
  grid->AddSpacer(0);
  grid->Add(explained_, wxSizerFlags().Expand());
  add(_("Documents"), which_);
  add(_("Size of a PNG"), sizes_);
  grid->AddSpacer(0);
  grid->Add(suggestions_, wxSizerFlags().Expand());
  add(_("Place"), place_);

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 2 * gap));
  sizer->Add(make_export_buttons(this, [this] { accept(); }),
             wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);
  choose();
  CentreOnParent();
}

bool PictureDialog::all_documents() const { return offer_.document.empty() || which_->GetSelection() == 1; }

void PictureDialog::choose() {
  std::set<std::string> none;
  const std::string extension = extension_of(format());
  if (all_documents()) {
    place_->offer_folder(offer_.folder / path_from_utf8(offer_.project + "-" + extension));
  } else {
    const wxString filter = formats_->GetStringSelection() + " (*." + extension + ")|*." + extension;
    place_->offer_file(offer_.folder / path_from_utf8(picture_file_name(offer_.document, extension, none)), filter);
  }
  sizes_->Enable(format() == PictureFormat::Png);
  suggestions_->Enable(!all_documents() && offer_.has_suggestions);
  explained_->SetLabelText(explanation_of(format()));
  explained_->Wrap(FromDIP(440));
  GetSizer()->SetSizeHints(this);
}

void PictureDialog::accept() {
  const wxString of_folder = _("There is already a folder %s. Files of the same names in it are replaced.");
  if (place_->confirm(GetTitle(), of_folder)) EndModal(wxID_OK);
}

}  // namespace mitjul
