#include "ui/notice_bar.h"

#include <algorithm>

#include "ui/theme.h"

namespace mitjul {
namespace {

constexpr int kShortestMilliseconds = 8000;
constexpr int kPerCharacter = 70;

}  // namespace

NoticeBar::NoticeBar(wxWindow* parent, std::function<void()> give_focus_back, std::function<void()> timed_out)
    : wxPanel(parent),
      text_(new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE)),
      details_button_(new wxButton(this, wxID_ANY, _("Details..."))),
      close_(new wxButton(this, wxID_ANY, wxString::FromUTF8("✕"), wxDefaultPosition, wxDefaultSize,
                          wxBORDER_NONE | wxBU_EXACTFIT)),
      give_focus_back_(std::move(give_focus_back)),
      timed_out_(std::move(timed_out)) {
  SetName(_("Notice"));
  text_->SetName(_("Notice"));
  close_->SetName(_("Close this notice"));
  close_->SetToolTip(_("Close this notice"));
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(text_, wxSizerFlags(1).CenterVertical().Border(wxALL, FromDIP(10)));
  sizer->Add(details_button_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
  sizer->Add(close_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
  SetSizer(sizer);
  close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dismiss(); });
  details_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    // A copy: what it shows may be followed by another notice.
    const auto details = details_;
    if (details) details(GetParent());
  });
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { time_out(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (IsShown()) wrap();
  });
  Hide();
}

void NoticeBar::set_dark(bool dark) {
  dark_ = dark;
  colour();
}

void NoticeBar::take_over(const NoticeBar& other) {
  if (other.IsShown()) say(other.kind_, other.sentence_, other.details_);
}

void NoticeBar::take_focus() {
  wxButton* const button = details_ ? details_button_ : close_;
  button->SetFocus();
}

void NoticeBar::say(Kind kind, const wxString& sentence, Details details) {
  kind_ = kind;
  sentence_ = sentence;
  details_ = std::move(details);
  details_button_->Show(static_cast<bool>(details_));
  colour();
  Show();
  SetMinSize({-1, -1});
  GetParent()->Layout();
  wrap();
  last_result_.clear();
  timer_.Stop();
  if (goes_by_itself()) timer_.StartOnce(kShortestMilliseconds + kPerCharacter * static_cast<int>(sentence.length()));
}

/// Whoever is in it is still reading.
void NoticeBar::time_out() {
  if (IsDescendant(FindFocus())) {
    timer_.StartOnce(kShortestMilliseconds);
    return;
  }
  last_result_ = sentence_;
  dismiss();
  timed_out_();
}

void NoticeBar::take_in_action() {
  last_result_.clear();
  if (goes_by_itself()) dismiss();
}

void NoticeBar::take_in_edit() {
  last_result_.clear();
  dismiss();
}

void NoticeBar::dismiss() {
  timer_.Stop();
  if (!IsShown()) return;
  const bool had_focus = IsDescendant(FindFocus());
  Hide();
  GetParent()->Layout();
  if (had_focus) give_focus_back_();
}

void NoticeBar::wrap() {
  const int beside = (details_button_->IsShown() ? details_button_->GetBestSize().x + FromDIP(8) : 0) +
                     close_->GetBestSize().x + FromDIP(8);
  const int width = std::max(GetClientSize().x - beside - FromDIP(24), FromDIP(160));
  text_->SetLabelText(sentence_);
  text_->Wrap(width);
  const int height = std::max({text_->GetBestSize().y + FromDIP(20), close_->GetBestSize().y + FromDIP(8),
                               details_button_->IsShown() ? details_button_->GetBestSize().y + FromDIP(8) : 0});
  if (GetMinSize().y != height) {
    SetMinSize({-1, height});
    CallAfter([this] { GetParent()->Layout(); });
  }
  Layout();
}

void NoticeBar::colour() {
  const Theme& theme = dark_ ? dark_theme() : light_theme();
  const BarColours& colours = kind_ == Kind::Refusal ? theme.refusal : theme.result;
  for (wxWindow* const window :
       {static_cast<wxWindow*>(this), static_cast<wxWindow*>(text_), static_cast<wxWindow*>(close_)}) {
    window->SetBackgroundColour(colours.back);
    window->SetForegroundColour(colours.words);
  }
  Refresh();
}

}  // namespace mitjul
