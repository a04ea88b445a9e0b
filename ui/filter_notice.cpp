#include "ui/filter_notice.h"

#include "ui/action.h"
#include "ui/annotation_words.h"
#include "ui/key_words.h"
#include "ui/wx_text.h"

namespace mitjul {

FilterNotice::FilterNotice(wxWindow* parent, Editor& editor, const KeyMap& keys, std::function<void()> clear)
    : wxPanel(parent),
      editor_(editor),
      keys_(keys),
      words_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE)) {
  SetName(_("Filter"));
  button_ = new wxButton(this, wxID_ANY, _("Show All"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
  button_->Bind(wxEVT_BUTTON, [clear](wxCommandEvent&) { clear(); });
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(words_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(12)));
  sizer->Add(button_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
  SetSizer(sizer);
  Hide();
}

void FilterNotice::update(const EditorEvent& event) {
  if (!event.filter && !event.annotations && !event.document) return;
  const bool shown = editor_.is_text_filtered() && editor_.document() != nullptr;
  if (shown) {
    button_->SetToolTip(key_words(keys_, Action::ClearFilter));
    words_->SetLabel(wxString::Format(_("The text shows only what the filter lets through: %s of %s annotations."),
                                      grouped(editor_.filtered().size()), grouped(editor_.listed().size())));
  }
  if (shown == IsShown()) return;
  Show(shown);
  GetParent()->Layout();
}

void FilterNotice::colour(bool dark) {
  SetBackgroundColour(dark ? wxColour(0x5A, 0x46, 0x10) : wxColour(0xFF, 0xF0, 0xC2));
  words_->SetForegroundColour(dark ? wxColour(0xFF, 0xF3, 0xD0) : wxColour(0x3A, 0x2C, 0x00));
  Refresh();
}

}  // namespace mitjul
