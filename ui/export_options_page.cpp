#include "ui/export_options_page.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "ui/export_words.h"
#include "ui/text_field.h"
#include "ui/wrapped_text.h"
#include "ui/wx_text.h"

namespace mitjul {

ExportOptionsPage::ExportOptionsPage(wxWindow* parent, std::function<void()> changed)
    : ExportPage(parent),
      changed_(std::move(changed)),
      inside_(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL)),
      rows_(new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)))),
      none_(new wxStaticText(inside_, wxID_ANY, _("This format has no options."))) {
  const int gap = FromDIP(12);
  rows_->AddGrowableCol(1);
  none_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(none_, wxSizerFlags().Border(wxLEFT | wxTOP | wxRIGHT, gap));
  sizer->Add(rows_, wxSizerFlags().Expand().Border(wxLEFT | wxTOP | wxRIGHT, gap));
  sizer->Add(make_split(), wxSizerFlags().Expand().Border(wxALL, gap));
  inside_->SetName(_("Options and Split"));
  inside_->SetScrollRate(0, FromDIP(16));
  inside_->SetSizer(sizer);
  auto* const outside = new wxBoxSizer(wxVERTICAL);
  outside->Add(inside_, wxSizerFlags(1).Expand());
  SetSizer(outside);
  enable_split();
}

wxSizer* ExportOptionsPage::make_split() {
  const int gap = FromDIP(8);
  splits_ = new wxCheckBox(inside_, wxID_ANY, _("Split into training, development and test"));
  splits_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
    enable_split();
    changed_();
  });
  auto* const grid = new wxFlexGridSizer(4, wxSize(gap, gap));
  const auto add = [&](const wxString& name, wxWindow* field) {
    field->SetName(name);
    grid->Add(new wxStaticText(inside_, wxID_ANY, name), wxSizerFlags().CenterVertical());
    grid->Add(field, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
  };
  const SplitOptions usual;
  const std::array<std::pair<wxString, int>, 3> shares{
      {{_("Training %"), usual.train}, {_("Development %"), usual.dev}, {_("Test %"), usual.test}}};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    shares_[i] = new wxSpinCtrl(inside_, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 0, 100,
                                shares[i].second);
    shares_[i]->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { changed_(); });
    add(shares[i].first, shares_[i]);
  }
  seed_ = new wxTextCtrl(inside_, wxID_ANY, "0");
  fit_height(*seed_);
  seed_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed_(); });
  add(_("Seed"), seed_);
  auto* const explained = new WrappedText(
      inside_,
      _("Documents stay whole, and those that are nearly the same stay together. The same seed splits the same way."));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(splits_, wxSizerFlags().Border(wxBOTTOM, gap));
  sizer->Add(grid, wxSizerFlags().Border(wxBOTTOM, gap));
  sizer->Add(explained, wxSizerFlags().Expand());
  return sizer;
}

void ExportOptionsPage::enable_split() {
  for (wxSpinCtrl* const share : shares_) share->Enable(splits_->GetValue());
  seed_->Enable(splits_->GetValue());
}

// --- Options of the format ---

void ExportOptionsPage::offer(const ExportFormat& format) {
  if (format_ == &format) return;
  if (format_ != nullptr) kept_[format_] = values();
  format_ = &format;
  fields_.clear();
  rows_->Clear(true);
  for (const FormatOption& option : format.options) add_field(option);
  none_->Show(fields_.empty());
  inside_->Layout();
  inside_->FitInside();
}

void ExportOptionsPage::add_field(const FormatOption& option) {
  const wxString name = option_name(option.name);
  rows_->Add(new wxStaticText(inside_, wxID_ANY, name), wxSizerFlags().CenterVertical());
  Field field{&option, nullptr, nullptr, nullptr};
  wxControl* const control = make_control(field);
  control->SetName(name);
  rows_->Add(control, wxSizerFlags().Expand());
  if (const wxString hint = option_hint(option.name); !hint.empty()) {
    rows_->AddSpacer(0);
    rows_->Add(new WrappedText(inside_, hint), wxSizerFlags().Expand());
  }
  set_value(field, kept_[format_]);
  fields_.push_back(field);
}

wxControl* ExportOptionsPage::make_control(Field& field) {
  const auto tell = [this](wxCommandEvent&) { changed_(); };
  if (!field.option->choices.empty()) {
    field.choice = new wxChoice(inside_, wxID_ANY);
    for (const std::string_view each : field.option->choices) field.choice->Append(option_value(each));
    field.choice->Bind(wxEVT_CHOICE, tell);
    return field.choice;
  }
  const std::vector<std::string_view> usual = usual_values(field.option->name);
  if (!usual.empty()) {
    field.offered = new wxComboBox(inside_, wxID_ANY);
    for (const std::string_view each : usual) field.offered->Append(option_value(each));
    field.offered->Bind(wxEVT_TEXT, tell);
    return field.offered;
  }
  field.text = new wxTextCtrl(inside_, wxID_ANY);
  fit_height(*field.text);
  field.text->Bind(wxEVT_TEXT, tell);
  return field.text;
}

wxControl* ExportOptionsPage::Field::control() const {
  if (choice != nullptr) return choice;
  return offered != nullptr ? static_cast<wxControl*>(offered) : text;
}

std::string ExportOptionsPage::value_of(const Field& field) const {
  if (field.text != nullptr) return to_utf8(field.text->GetValue());
  if (field.offered != nullptr) {
    const std::vector<std::string_view> usual = usual_values(field.option->name);
    const wxString typed = field.offered->GetValue();
    const auto found =
        std::find_if(usual.begin(), usual.end(), [&](std::string_view each) { return option_value(each) == typed; });
    return found == usual.end() ? to_utf8(typed) : std::string(*found);
  }
  const int place = field.choice->GetSelection();
  return std::string(place < 0 ? field.option->otherwise : field.option->choices[static_cast<std::size_t>(place)]);
}

void ExportOptionsPage::set_value(const Field& field, const std::map<std::string, std::string>& values) {
  const auto set = values.find(std::string(field.option->name));
  const std::string value = set == values.end() ? std::string(field.option->otherwise) : set->second;
  if (field.text != nullptr) return field.text->ChangeValue(to_wx(value));
  if (field.offered != nullptr) return field.offered->ChangeValue(option_value(value));
  const auto& choices = field.option->choices;
  const auto found = std::find(choices.begin(), choices.end(), value);
  field.choice->SetSelection(found == choices.end() ? wxNOT_FOUND : static_cast<int>(found - choices.begin()));
}

std::map<std::string, std::string> ExportOptionsPage::values() const {
  std::map<std::string, std::string> values;
  for (const Field& field : fields_) {
    std::string value = value_of(field);
    if (value != field.option->otherwise) values.emplace(field.option->name, std::move(value));
  }
  return values;
}

const ExportOptionsPage::Field* ExportOptionsPage::wrong_field() const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [this](const Field& field) { return !allows(*field.option, value_of(field)); });
  return found == fields_.end() ? nullptr : &*found;
}

// --- The page ---

void ExportOptionsPage::show(const ExportProfile& profile) {
  for (const Field& field : fields_) set_value(field, profile.options);
  splits_->SetValue(profile.split.has_value());
  const SplitOptions split = profile.split.value_or(SplitOptions());
  shares_[0]->SetValue(split.train);
  shares_[1]->SetValue(split.dev);
  shares_[2]->SetValue(split.test);
  seed_->ChangeValue(std::to_string(split.seed));
  enable_split();
}

void ExportOptionsPage::put_into(ExportProfile& profile) const {
  profile.options = values();
  profile.split = splits_->GetValue() ? std::optional(split()) : std::nullopt;
}

SplitOptions ExportOptionsPage::split() const {
  return {shares_[0]->GetValue(), shares_[1]->GetValue(), shares_[2]->GetValue(), seed().value_or(0)};
}

std::optional<std::uint64_t> ExportOptionsPage::seed() const {
  const std::string typed = to_utf8(seed_->GetValue());
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), seed);
  if (error != std::errc() || end != typed.data() + typed.size()) return std::nullopt;
  return seed;
}

wxString ExportOptionsPage::objection() const {
  if (const Field* const wrong = wrong_field()) {
    return wxString::Format(_("The format does not take this value: %s."), option_name(wrong->option->name));
  }
  if (!splits_->GetValue()) return {};
  if (!is_split(split())) return _("The three shares together must be 100 %.");
  return seed() ? wxString() : _("The seed is a whole number from 0.");
}

void ExportOptionsPage::go_to_objection() {
  if (const Field* const wrong = wrong_field()) {
    wrong->control()->SetFocus();
  } else if (!is_split(split())) {
    shares_.front()->SetFocus();
  } else {
    seed_->SetFocus();
  }
}

}  // namespace mitjul
