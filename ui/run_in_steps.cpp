#include "ui/run_in_steps.h"

#include <algorithm>
#include <chrono>
#include <exception>

namespace mitjul {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kMoment = std::chrono::milliseconds(300);
constexpr auto kBetweenEvents = std::chrono::milliseconds(30);
constexpr int kGaugeSteps = 1000;

class StepsDialog : public wxDialog {
 public:
  StepsDialog(wxWindow* parent, const wxString& what, const std::function<bool()>& step,
              const std::function<double()>& share)
      : wxDialog(parent, wxID_ANY, _("Mitjul")),
        step_(step),
        share_(share),
        gauge_(new wxGauge(this, wxID_ANY, kGaugeSteps)) {
    const int gap = FromDIP(12);
    gauge_->SetMinSize(FromDIP(wxSize(320, -1)));
    auto* const cancel = new wxButton(this, wxID_CANCEL, _("Cancel"));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(new wxStaticText(this, wxID_ANY, what), wxSizerFlags().Border(wxALL, gap));
    sizer->Add(gauge_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(cancel, wxSizerFlags().Right().Border(wxALL, gap));
    SetSizerAndFit(sizer);
    CentreOnParent();
    Bind(wxEVT_IDLE, &StepsDialog::on_idle, this);
  }

  std::exception_ptr failure() const { return failure_; }

 private:
  void on_idle(wxIdleEvent& event) {
    if (over_ || !IsModal()) return;
    try {
      over_ = !steps_until(Clock::now() + kBetweenEvents);
    } catch (...) {
      failure_ = std::current_exception();
      over_ = true;
    }
    if (over_) return EndModal(wxID_OK);
    gauge_->SetValue(std::clamp(static_cast<int>(share_() * kGaugeSteps), 0, kGaugeSteps));
    event.RequestMore();
  }

  bool steps_until(Clock::time_point end) {
    while (Clock::now() < end) {
      if (!step_()) return false;
    }
    return true;
  }

  const std::function<bool()>& step_;
  const std::function<double()>& share_;
  wxGauge* gauge_;
  bool over_ = false;
  std::exception_ptr failure_;
};

}  // namespace

bool run_in_steps(wxWindow* parent, const wxString& what, const std::function<bool()>& step,
                  const std::function<double()>& share) {
  {
    const wxBusyCursor busy;
    const auto end = Clock::now() + kMoment;
    while (Clock::now() < end) {
      if (!step()) return true;
    }
  }
  StepsDialog dialog(parent, what, step, share);
  const int result = dialog.ShowModal();
  if (dialog.failure()) std::rethrow_exception(dialog.failure());
  return result == wxID_OK;
}

}  // namespace mitjul
