#include "ui/export_profile_bar.h"

#include <algorithm>
#include <utility>

#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/name_question.h"
#include "ui/place_field.h"
#include "ui/wx_text.h"

namespace mitjul {

ExportProfileBar::ExportProfileBar(wxWindow* parent, Store& store, Host host)
    : wxPanel(parent), store_(store), host_(std::move(host)) {
  const int gap = FromDIP(8);
  auto* const name = new wxStaticText(this, wxID_ANY, _("Se&ttings"));
  choice_ = new wxChoice(this, wxID_ANY);
  choice_->SetName(_("Settings"));
  choice_->SetMinSize(FromDIP(wxSize(240, -1)));
  auto* const save_button = new wxButton(this, wxID_ANY, _("&Save As..."));
  remove_ = new wxButton(this, wxID_ANY, _("&Remove"));
  auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(name, wxSizerFlags().CenterVertical());
  sizer->Add(choice_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  sizer->Add(save_button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  sizer->Add(remove_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  SetSizer(sizer);
  choice_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
  save_button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { save(); }); });
  remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded([this] { remove(); }); });
  fill({});
}

void ExportProfileBar::guarded(const std::function<void()>& call) {
  try {
    call();
  } catch (...) {
    host_.say(failure_sentence());
  }
}

void ExportProfileBar::fill(const std::string& selected) {
  profiles_ = store_.export_profiles();
  std::stable_partition(profiles_.begin(), profiles_.end(),
                        [](const ExportProfile& each) { return each.name == kLastExport; });
  wxArrayString names;
  names.Add(_("Usual settings"));
  for (const ExportProfile& each : profiles_) {
    names.Add(each.name == kLastExport ? _("As in the last export") : to_wx(each.name));
  }
  choice_->Set(names);
  const auto found = std::find_if(profiles_.begin(), profiles_.end(),
                                  [&](const ExportProfile& each) { return each.name == selected; });
  choice_->SetSelection(found == profiles_.end() ? 0 : static_cast<int>(found - profiles_.begin()) + 1);
  update_buttons();
}

const ExportProfile* ExportProfileBar::last() const {
  return profiles_.empty() || profiles_.front().name != kLastExport ? nullptr : &profiles_.front();
}

void ExportProfileBar::select_last() {
  if (last() != nullptr) choice_->SetSelection(1);
  update_buttons();
}

const ExportProfile* ExportProfileBar::selected() const {
  const int place = choice_->GetSelection();
  return place <= 0 ? nullptr : &profiles_[static_cast<std::size_t>(place) - 1];
}

void ExportProfileBar::take() {
  update_buttons();
  host_.take(selected() == nullptr ? ExportProfile() : *selected());
}

void ExportProfileBar::save() {
  const bool named = selected() != nullptr && selected()->name != kLastExport;
  const auto name = ask_for_name(this, _("Name of the settings"), _("Save the Settings"),
                                 named ? to_wx(selected()->name) : wxString());
  if (!name) return;
  ExportProfile profile = host_.present();
  profile.name = to_utf8(*name);
  if (!is_profile_name(profile.name) || profile.name == kLastExport) {
    return host_.say(wxString::Format(_("Settings cannot have this name: %s"), in_quotes(to_wx(profile.name))));
  }
  if (!may_replace(profile.name)) return;
  store_.put_export_profile(profile);
  fill(profile.name);
}

bool ExportProfileBar::may_replace(const std::string& name) {
  const bool taken =
      std::any_of(profiles_.begin(), profiles_.end(), [&](const ExportProfile& each) { return each.name == name; });
  if (!taken) return true;
  const wxString question =
      wxString::Format(_("There are settings of the name %s. Replace them?"), in_quotes(to_wx(name)));
  return confirm_replacing(this, question, _("Save the Settings"));
}

void ExportProfileBar::remove() {
  if (selected() == nullptr) return;
  wxMessageDialog dialog(
      this,
      wxString::Format(_("Remove the settings %s? This cannot be undone."), in_quotes(choice_->GetStringSelection())),
      _("Remove the Settings"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
  dialog.SetYesNoLabels(_("&Remove"), _("&Cancel"));
  if (dialog.ShowModal() != wxID_YES) return;
  store_.remove_export_profile(selected()->name);
  fill({});
}

void ExportProfileBar::update_buttons() { remove_->Enable(selected() != nullptr); }

}  // namespace mitjul
