#include "ui/preferences_dialog.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "ui/text_field.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kLeastTextSize = 50;
constexpr int kMostTextSize = 400;

// As the choices stand in their list.
enum LanguageChoice { kSystemLanguage, kEnglish, kKorean };

int choice_of(const std::optional<Language>& language) {
  if (!language) return kSystemLanguage;
  return *language == Language::English ? kEnglish : kKorean;
}

std::optional<Language> language_of_choice(int choice) {
  if (choice == kSystemLanguage) return std::nullopt;
  return choice == kEnglish ? Language::English : Language::Korean;
}

}  // namespace

/// Names on the left, and what they are set to on the right.
class PreferencesDialog::Page : public wxPanel {
 public:
  explicit Page(wxNotebook* pages) : wxPanel(pages), rows_(new wxFlexGridSizer(2, wxSize(FromDIP(12), FromDIP(10)))) {
    rows_->AddGrowableCol(1);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(rows_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(16)));
    SetSizer(sizer);
  }

  /// A name with a letter; made before its control, so that screen readers and the letter find the one by the other.
  void name(const wxString& name) {
    rows_->Add(new wxStaticText(this, wxID_ANY, name), wxSizerFlags().CenterVertical());
    name_ = name;
  }
  wxSpinCtrl* number(int least, int most, int step, const wxString& unit) {
    auto* const field = new wxSpinCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize,
                                       wxSP_ARROW_KEYS | wxALIGN_RIGHT, least, most);
    field->SetIncrement(step);
    field->SetName(wxControl::RemoveMnemonics(name_));
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(field);
    row->Add(new wxStaticText(this, wxID_ANY, unit), wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(6)));
    rows_->Add(row);
    return field;
  }
  wxChoice* choice(std::initializer_list<wxString> choices) {
    auto* const field = new wxChoice(this, wxID_ANY);
    for (const wxString& each : choices) field->Append(each);
    field->SetName(wxControl::RemoveMnemonics(name_));
    rows_->Add(field);
    return field;
  }
  wxTextCtrl* text() {
    auto* const field = new wxTextCtrl(this, wxID_ANY);
    field->SetName(wxControl::RemoveMnemonics(name_));
    fit_height(*field);
    rows_->Add(field, wxSizerFlags().Expand());
    return field;
  }
  /// Under the other controls.
  wxCheckBox* tick(const wxString& name) {
    rows_->AddSpacer(0);
    auto* const box = new wxCheckBox(this, wxID_ANY, name);
    rows_->Add(box);
    return box;
  }
  void explain(const wxString& sentence) {
    rows_->AddSpacer(0);
    auto* const text = new wxStaticText(this, wxID_ANY, sentence);
    text->Wrap(FromDIP(300));
    text->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
    rows_->Add(text);
  }

 private:
  wxFlexGridSizer* rows_;
  wxString name_;
};

PreferencesDialog::PreferencesDialog(wxWindow* parent, const Preferences& present, TryOut try_out)
    : wxDialog(parent, wxID_ANY, _("Preferences")),
      before_(present),
      try_out_(std::move(try_out)),
      pages_(new wxNotebook(this, wxID_ANY)) {
  const int gap = FromDIP(8);
  pages_->SetName(_("Preferences"));
  add_text_page();
  add_window_page();
  if (present.project) add_project_page();
  show(present);

  auto* const take = new wxButton(this, wxID_OK, _("OK"));
  auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
  buttons->AddStretchSpacer();
  buttons->Add(new wxButton(this, wxID_CANCEL, _("Cancel")));
  buttons->Add(take, wxSizerFlags().Border(wxLEFT, gap));
  take->MoveAfterInTabOrder(FindWindow(wxID_CANCEL));
  take->SetDefault();
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(pages_, wxSizerFlags(1).Expand().Border(wxALL, gap));
  sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
  SetSizerAndFit(sizer);
  Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { changed(); });
  Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
  Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { changed(); });
  // A number would take them for its own ends.
  Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (!event.ControlDown() || (key != WXK_PAGEUP && key != WXK_PAGEDOWN)) return event.Skip();
    pages_->AdvanceSelection(key == WXK_PAGEDOWN);
    pages_->GetCurrentPage()->SetFocus();
  });
  stand_beside_text();
  text_size_->SetFocus();
}

void PreferencesDialog::add_text_page() {
  auto* const page = new Page(pages_);
  page->name(_("Text &size:"));
  text_size_ = page->number(kLeastTextSize, kMostTextSize, 10, "%");
  page->name(_("&Letters:"));
  face_ = page->choice({_("Sans serif"), _("Serif")});
  page->name(_("L&ine spacing:"));
  line_spacing_ = page->number(ReadingStyle::kLeastSpacing, ReadingStyle::kMostSpacing, 5, "%");
  page->name(_("L&ongest line:"));
  column_ = page->number(ReadingStyle::kNarrowestColumn, ReadingStyle::kWidestColumn, 5, _("syllables"));
  whole_window_ = page->tick(_("Lines as long as the &window is wide"));
  paragraph_numbers_ = page->tick(_("&Number the paragraphs"));
  auto* const usual = new wxButton(page, wxID_ANY, _("Back to the &Standard"));
  usual->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
    Preferences preferences = chosen();
    preferences.text_size = 100;
    preferences.reading = {};
    show(preferences);
    changed();
  });
  page->GetSizer()->Add(usual, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(16)));
  pages_->AddPage(page, _("Text"));
}

void PreferencesDialog::add_window_page() {
  auto* const page = new Page(pages_);
  page->name(_("&Appearance:"));
  appearance_ = page->choice({_("As the system"), _("Light"), _("Dark")});
  page->name(_("Lan&guage:"));
  language_ = page->choice({_("As the system"), "English", wxString::FromUTF8("한국어")});
  recent_labels_ = page->tick(_("Labels that were used &last come first"));
  page->explain(_("Appearance and language change when you confirm."));
  pages_->AddPage(page, _("Window"));
}

void PreferencesDialog::add_project_page() {
  auto* const page = new Page(pages_);
  page->name(_("Annotator's na&me:"));
  annotator_ = page->text();
  suggestions_ = page->tick(_("Offer &suggestions"));
  particle_inside_ = page->tick(_("Annotate words &with their particle"));
  page->explain(_("These hold for everybody who works on this project."));
  pages_->AddPage(page, _("This Project"));
}

void PreferencesDialog::show(const Preferences& preferences) {
  const ReadingStyle& reading = preferences.reading;
  const bool whole = reading.column == ReadingStyle::kWholeWindow;
  text_size_->SetValue(preferences.text_size);
  face_->SetSelection(static_cast<int>(reading.face));
  line_spacing_->SetValue(reading.line_spacing);
  column_->SetValue(whole ? ReadingStyle().column : reading.column);
  column_->Enable(!whole);
  whole_window_->SetValue(whole);
  paragraph_numbers_->SetValue(reading.paragraph_numbers);
  appearance_->SetSelection(static_cast<int>(preferences.appearance));
  language_->SetSelection(choice_of(preferences.language));
  recent_labels_->SetValue(preferences.recent_labels);
  if (!preferences.project) return;
  suggestions_->SetValue(preferences.project->suggestions);
  particle_inside_->SetValue(preferences.project->particle_inside);
  annotator_->ChangeValue(to_wx(preferences.annotator));
}

Preferences PreferencesDialog::chosen() const {
  Preferences preferences = before_;
  preferences.text_size = text_size_->GetValue();
  preferences.reading.face = static_cast<TextFace>(face_->GetSelection());
  preferences.reading.line_spacing = line_spacing_->GetValue();
  preferences.reading.column = whole_window_->GetValue() ? ReadingStyle::kWholeWindow : column_->GetValue();
  preferences.reading.paragraph_numbers = paragraph_numbers_->GetValue();
  preferences.appearance = static_cast<Appearance>(appearance_->GetSelection());
  preferences.language = language_of_choice(language_->GetSelection());
  preferences.recent_labels = recent_labels_->GetValue();
  if (preferences.project) {
    preferences.project->suggestions = suggestions_->GetValue();
    preferences.project->particle_inside = particle_inside_->GetValue();
    preferences.annotator = to_utf8(annotator_->GetValue().Strip(wxString::both));
  }
  return preferences;
}

void PreferencesDialog::changed() {
  column_->Enable(!whole_window_->GetValue());
  try_out_(chosen());
}

/// At the right edge of the window, so that the text can be seen.
void PreferencesDialog::stand_beside_text() {
  const wxRect window = GetParent()->GetScreenRect();
  const wxSize size = GetSize();
  SetPosition({window.GetRight() - size.x - FromDIP(16), window.y + std::max((window.height - size.y) / 2, 0)});
}

}  // namespace mitjul
