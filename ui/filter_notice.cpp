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
  button_ = new wxButton(this, wxID_ANY, _("Show All"));
  button_->Bind(wxEVT_BUTTON, [clear](wxCommandEvent&) { clear(); });
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(words_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(12)));
  sizer->Add(button_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
  SetSizer(sizer);
  show_keys();
  Hide();
}

void FilterNotice::show_keys() {
  button_->SetToolTip(key_words(keys_, Action::ClearFilter));
  update({.filter = true});
}

/// Empty where the text shows what it always does.
wxString FilterNotice::sentence() const {
  if (editor_.document() == nullptr) return {};
  if (editor_.is_text_filtered()) {
    return wxString::Format(_("The text shows only what the filter lets through: %s of %s annotations."),
                            grouped(editor_.filtered().size()), grouped(editor_.listed().size()));
  }
  const ShownSets& sets = editor_.shown_sets();
  const wxString key = key_words(keys_, Action::TakeOver);
  switch (sets.which) {
    case ShownSets::Which::Mine: return {};
    case ShownSets::Which::Everybody:
      return wxString::Format(_("Annotations of others are shown, too (dotted). %s takes one over."),
                              key);
    case ShownSets::Which::One:
      return wxString::Format(_("Annotations of %s are shown, too (dotted). %s takes one over."),
                              editor_.name_of({{}, sets.annotator, sets.curated}), key);
  }
  return {};
}

void FilterNotice::update(const EditorEvent& event) {
  if (!event.filter && !event.annotations && !event.document) return;
  const wxString words = sentence();
  const bool shown = !words.empty();
  if (shown) {
    words_->SetLabel(words);
    button_->SetLabel(editor_.is_text_filtered() ? _("Show All") : _("Show Mine Only"));
    Layout();
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
