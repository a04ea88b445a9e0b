#include "ui/start_screen.h"

#include <wx/filename.h>

#include <algorithm>

#include "core/file_io.h"
#include "ui/wx_text.h"

namespace mitjul {

StartScreen::StartScreen(wxWindow* parent, const wxFileHistory& recent, std::function<void(Action)> act,
                         std::function<void(const std::filesystem::path&)> open)
    : wxPanel(parent) {
  const int gap = FromDIP(8);
  const wxColour faint = wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT);

  auto* const title = new wxStaticText(this, wxID_ANY, _("Mitjul"));
  wxFont large = title->GetFont().Bold();
  large.SetFractionalPointSize(large.GetFractionalPointSize() * 2.4);
  title->SetFont(large);
  auto* const subtitle = new wxStaticText(this, wxID_ANY, _("Annotates Korean articles, offline."));
  subtitle->SetForegroundColour(faint);

  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  for (const Action action : {Action::NewProject, Action::OpenProject, Action::OpenSample}) {
    auto* const button = new wxButton(this, wxID_ANY, wxGetTranslation(info(action).name));
    button->SetMinSize(FromDIP(wxSize(176, 40)));
    button->Bind(wxEVT_BUTTON, [act, action](wxCommandEvent&) { act(action); });
    buttons->Add(button, wxSizerFlags().Border(wxRIGHT, action == Action::OpenSample ? 0 : gap));
  }

  auto* const column = new wxBoxSizer(wxVERTICAL);
  column->Add(title);
  column->Add(subtitle, wxSizerFlags().Border(wxTOP, gap / 2));
  column->Add(buttons, wxSizerFlags().Border(wxTOP, 3 * gap));
  if (recent.GetCount() > 0) {
    auto* const heading = new wxStaticText(this, wxID_ANY, _("Recent projects"));
    heading->SetFont(heading->GetFont().Bold());
    column->Add(heading, wxSizerFlags().Border(wxTOP, 4 * gap));
    for (std::size_t i = 0; i < std::min<std::size_t>(recent.GetCount(), 6); ++i) {
      const wxString path = recent.GetHistoryFile(i);
      const wxFileName file(path);
      auto* const button = new wxButton(this, wxID_ANY, wxControl::EscapeMnemonics(file.GetName()), wxDefaultPosition,
                                        wxDefaultSize, wxBU_LEFT | wxBORDER_NONE);
      button->SetToolTip(path);
      button->SetMinSize({FromDIP(360), -1});
      button->Bind(wxEVT_BUTTON, [open, path](wxCommandEvent&) { open(path_from_utf8(to_utf8(path))); });
      auto* const folder =
          new wxStaticText(this, wxID_ANY, file.GetPath(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_MIDDLE);
      folder->SetForegroundColour(faint);
      folder->SetMaxSize({FromDIP(352), -1});
      column->Add(button, wxSizerFlags().Border(wxTOP, gap / 2));
      column->Add(folder, wxSizerFlags().Border(wxLEFT, gap));
    }
  }
  auto* const hint = new wxStaticText(this, wxID_ANY, _("Or drop a project, or files to import, onto this window."));
  hint->SetForegroundColour(faint);
  column->Add(hint, wxSizerFlags().Border(wxTOP, 4 * gap));

  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->AddStretchSpacer(2);
  sizer->Add(column, wxSizerFlags().CentreHorizontal().Border(wxALL, 2 * gap));
  sizer->AddStretchSpacer(3);
  SetSizer(sizer);
}

}  // namespace mitjul
