#include "ui/task_bar.h"

#include <utility>

namespace mitjul {
namespace {

constexpr int kSteps = 1000;
constexpr int kMilliseconds = 100;

}  // namespace

TaskBar::TaskBar(wxWindow* parent)
    : wxPanel(parent),
      text_(new wxStaticText(this, wxID_ANY, "")),
      gauge_(new wxGauge(this, wxID_ANY, kSteps, wxDefaultPosition, wxDefaultSize, wxGA_HORIZONTAL | wxGA_SMOOTH)),
      cancel_(new wxButton(this, wxID_CANCEL, _("Cancel"))) {
  gauge_->SetName(_("Progress"));
  gauge_->SetMinSize({FromDIP(160), FromDIP(6)});
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(text_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(8)));
  sizer->Add(gauge_, wxSizerFlags(1).CenterVertical().Border(wxALL, FromDIP(8)));
  sizer->Add(cancel_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
  SetSizer(sizer);
  cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    if (task_ == nullptr) return;
    task_->cancel();
    cancel_->Disable();
    if (cancelled_) cancelled_();
  });
  timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
    if (task_ != nullptr) gauge_->SetValue(static_cast<int>(task_->share_done() * kSteps));
  });
  Hide();
}

void TaskBar::watch(BackgroundTask& task, const wxString& what, std::function<void()> cancelled) {
  task_ = &task;
  cancelled_ = std::move(cancelled);
  text_->SetLabelText(what);
  gauge_->SetValue(0);
  cancel_->Enable();
  timer_.Start(kMilliseconds);
  Show();
  GetParent()->Layout();
}

void TaskBar::finish() {
  task_ = nullptr;
  timer_.Stop();
  Hide();
  GetParent()->Layout();
}

}  // namespace mitjul
