#include "ui/key_cap.h"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <memory>

namespace mitjul {

KeyCap::KeyCap(wxWindow* parent, const wxString& key, const Theme& theme) : wxPanel(parent) {
  auto* const text = new wxStaticText(this, wxID_ANY, wxControl::EscapeMnemonics(key));
  text->SetForegroundColour(theme.text);
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->AddSpacer(FromDIP(7));
  sizer->Add(text, wxSizerFlags().Border(wxTOP | wxBOTTOM, FromDIP(2)));
  sizer->AddSpacer(FromDIP(7));
  SetSizerAndFit(sizer);
  const wxColour face = theme.dark ? blend(theme.background, theme.text, 0.14) : theme.background;
  const wxColour edge = blend(theme.background, theme.text, theme.dark ? 0.4 : 0.35);
  Bind(wxEVT_PAINT, [this, face, edge](wxPaintEvent&) {
    wxPaintDC dc(this);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context) return;
    const wxSize size = GetClientSize();
    context->SetBrush(face);
    context->SetPen(edge);
    context->DrawRoundedRectangle(0.5, 0.5, size.x - 1.0, size.y - 1.0, FromDIP(4));
    // A key has a front.
    context->StrokeLine(FromDIP(4), size.y - 2.0, size.x - FromDIP(4), size.y - 2.0);
  });
}

}  // namespace mitjul
