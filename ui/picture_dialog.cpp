#include "ui/picture_dialog.h"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/msgdlg.h>

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
      place_(new wxTextCtrl(this, wxID_ANY)) {
  const int gap = FromDIP(8);
  for (const char* const name : {"PDF", "SVG", "PNG"}) formats_->Append(name);
  if (!offer_.document.empty()) which_->Append(_("This document"));
  const auto count = static_cast<unsigned>(offer_.documents);
  which_->Append(wxString::Format(wxPLURAL("All documents (%s), a file each", "All documents (%s), a file each", count),
                                  grouped(count)));
  sizes_->Append(_("As on the screen"));
  sizes_->Append(_("Twice as large, sharper"));
  for (wxChoice* const choice : {formats_, which_, sizes_}) {
    choice->SetSelection(0);
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { this->choose(); });
  }
  explained_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  place_->SetMinSize({FromDIP(360), -1});

  auto* const browse_button = new wxButton(this, wxID_ANY, _("&Browse..."));
  browse_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { browse(); });
  auto* const place_row = new wxBoxSizer(wxHORIZONTAL);
  place_row->Add(place_, wxSizerFlags(1).CenterVertical());
  place_row->Add(browse_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));

  auto* const grid = new wxFlexGridSizer(2, {2 * gap, gap});
  grid->AddGrowableCol(1);
  const auto add = [&](const wxString& name, wxWindow* named, wxSizer* row) {
    named->SetName(name);
    grid->Add(new wxStaticText(this, wxID_ANY, name), wxSizerFlags().CenterVertical());
    if (row != nullptr) {
      grid->Add(row, wxSizerFlags().Expand());
    } else {
      grid->Add(named, wxSizerFlags().Expand());
    }
  };
  add(_("Format"), formats_, nullptr);
  grid->AddSpacer(0);
  grid->Add(explained_, wxSizerFlags().Expand());
  add(_("Documents"), which_, nullptr);
  add(_("Size of a PNG"), sizes_, nullptr);
  grid->AddSpacer(0);
  grid->Add(suggestions_, wxSizerFlags().Expand());
  add(_("Place"), place_, place_row);

  auto* const buttons = new wxStdDialogButtonSizer;
  auto* const export_button = new wxButton(this, wxID_OK, _("&Export"));
  export_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); });
  buttons->AddButton(export_button);
  buttons->AddButton(new wxButton(this, wxID_CANCEL, _("Cancel")));
  buttons->Realize();
  export_button->SetDefault();

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(grid, wxSizerFlags(1).Expand().Border(wxALL, 2 * gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizer(sizer);
  choose();
  export_button->SetFocus();
  CentreOnParent();
}

bool PictureDialog::all_documents() const { return offer_.document.empty() || which_->GetSelection() == 1; }

std::filesystem::path PictureDialog::place() const { return path_from_utf8(to_utf8(place_->GetValue())); }

void PictureDialog::choose() {
  std::set<std::string> none;
  const std::string extension = extension_of(format());
  const std::string name =
      all_documents() ? offer_.project + "-" + extension : picture_file_name(offer_.document, extension, none);
  place_->ChangeValue(to_wx(path_to_utf8(offer_.folder / path_from_utf8(name))));
  sizes_->Enable(format() == PictureFormat::Png);
  suggestions_->Enable(!all_documents() && offer_.has_suggestions);
  explained_->SetLabelText(explanation_of(format()));
  explained_->Wrap(FromDIP(440));
  GetSizer()->SetSizeHints(this);
}

void PictureDialog::browse() {
  const wxFileName place(place_->GetValue());
  if (all_documents()) {
    wxDirDialog dialog(this, _("Folder to export to"), place.GetPath());
    if (dialog.ShowModal() == wxID_OK) place_->ChangeValue(dialog.GetPath());
    return;
  }
  const wxString extension = extension_of(format());
  wxFileDialog dialog(this, _("File to export to"), place.GetPath(), place.GetFullName(),
                      formats_->GetStringSelection() + " (*." + extension + ")|*." + extension, wxFD_SAVE);
  if (dialog.ShowModal() == wxID_OK) place_->ChangeValue(dialog.GetPath());
}

void PictureDialog::accept() {
  const wxString place = place_->GetValue();
  if (place.empty()) {
    place_->SetFocus();
    return;
  }
  wxString question;
  if (!all_documents() && wxFileExists(place)) {
    question = wxString::Format(_("There is already a file %s. Replace it?"), place);
  } else if (all_documents() && wxDirExists(place)) {
    question = wxString::Format(_("There is already a folder %s. Files of the same names in it are replaced."), place);
  }
  if (!question.empty()) {
    wxMessageDialog dialog(this, question, GetTitle(), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetYesNoLabels(_("&Replace"), _("&Cancel"));
    if (dialog.ShowModal() != wxID_YES) return;
  }
  EndModal(wxID_OK);
}

}  // namespace mitjul
