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
  show_keys();
  Hide();
}

void FilterNotice::show_keys() { button_->SetToolTip(key_words(keys_, Action::ClearFilter)); }

void FilterNotice::update(const EditorEvent& event) {
  if (!event.filter && !event.annotations && !event.document) return;
  const bool shown = editor_.is_text_filtered() && editor_.document() != nullptr;
  if (shown) {
    words_->SetLabel(wxString::Format(_("The text shows only what the filter lets through: %s of %s annotations."),
                                      grouped(editor_.filtered().size()), grouped(editor_.listed().size())));
  }
  if (shown == IsShown()) return;
  Show(shown);
  GetParent()->Layout();
}

void FilterNotice::set_theme(const Theme& theme) {
  SetBackgroundColour(theme.filter.back);
  words_->SetForegroundColour(theme.filter.words);
  Refresh();
}

}  // namespace mitjul
