#include "ui/wrapped_text.h"

#include <wx/scrolwin.h>

namespace mitjul {
namespace {

constexpr int kLeastWidth = 200;

}  // namespace

void say_wrapped(wxStaticText& text, const wxString& words, int width) {
  text.SetLabelText(words);
  text.Wrap(width);
  text.InvalidateBestSize();
}

WrappedText::WrappedText(wxWindow* parent, const wxString& words)
    : wxStaticText(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE), words_(words) {
  SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  SetMinSize({FromDIP(kLeastWidth), -1});
  wrap(FromDIP(kLeastWidth));
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().x == wrapped_ || event.GetSize().x <= 0) return;
    wrap(event.GetSize().x);
    // Later: its place is being given to it, and now it needs another height.
    CallAfter([this] {
      GetParent()->Layout();
      if (auto* const scrolled = dynamic_cast<wxScrolledWindow*>(GetParent())) scrolled->FitInside();
    });
  });
}

void WrappedText::wrap(int width) {
  wrapped_ = width;
  say_wrapped(*this, words_, width);
}

}  // namespace mitjul
