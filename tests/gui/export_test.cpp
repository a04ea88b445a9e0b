// The dialog in which an export is asked for.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/modalhook.h>
#include <wx/spinctrl.h>

#include "tests/gui/find_window.h"
#include "tests/gui/waiting.h"
#include "tests/storage/support.h"
#include "ui/export_dialog.h"
#include "ui/export_options_page.h"
#include "ui/format_list.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Types into the question for a name, and takes it.
class NameGiver : public wxModalDialogHook {
 public:
  explicit NameGiver(std::string name) : name_(std::move(name)) { Register(); }

 private:
  int Enter(wxDialog* dialog) override {
    dialog->CallAfter([dialog, name = name_] {
      find_window<wxTextCtrl>(dialog)->SetValue(to_wx(name));
      wxCommandEvent ok(wxEVT_BUTTON, wxID_OK);
      dialog->ProcessWindowEvent(ok);
    });
    return wxID_NONE;
  }
  std::string name_;
};

/// Says yes to every question.
class YesSayer : public wxModalDialogHook {
 public:
  YesSayer() { Register(); }

 private:
  int Enter(wxDialog* /*dialog*/) override { return wxID_YES; }
};

class ExportTest : public testing::Test {
 protected:
  ExportTest() {
    project_.annotate_article();
    frame_ = new wxFrame(nullptr, wxID_ANY, "test", wxPoint(0, 0), wxSize(1200, 700));
    frame_->Show();
  }
  ~ExportTest() override {
    close();
    frame_->Destroy();
    settle();
  }

  void open(std::optional<ExportOrder> last = {}, const std::filesystem::path& base = {}, std::size_t page = 0) {
    close();
    Workspace& workspace = project_.workspace();
    ExportDocumentsPage::Offer documents{workspace.store().documents(), workspace.annotators(), project_.document};
    dialog_ = new ExportDialog(frame_, workspace, preview_,
                               {project_.path, std::move(documents), std::move(last), base, page}, light_theme());
    dialog_->Show();
    settle();
  }
  void close() {
    if (dialog_ != nullptr) dialog_->Destroy();
    dialog_ = nullptr;
    settle();
  }

  template <class Control>
  Control& control(const char* name) {
    auto* const found = dynamic_cast<Control*>(wxWindow::FindWindowByName(name, dialog_));
    if (found == nullptr) throw std::runtime_error(std::string("no such control: ") + name);
    return *found;
  }
  /// By what stands on it, or its name.
  wxButton& button(const char* words) {
    auto* found = dynamic_cast<wxButton*>(wxWindow::FindWindowByLabel(words, dialog_));
    if (found == nullptr) found = dynamic_cast<wxButton*>(wxWindow::FindWindowByName(words, dialog_));
    if (found == nullptr) throw std::runtime_error(std::string("no such button: ") + words);
    return *found;
  }
  void press(const char* words) {
    wxCommandEvent event(wxEVT_BUTTON, button(words).GetId());
    event.SetEventObject(&button(words));
    button(words).ProcessWindowEvent(event);
  }
  void choose_format(const char* id) {
    FormatList& list = *find_window<FormatList>(dialog_);
    list.select(*find_export_format(id));
    tell(list, wxEVT_LISTBOX);
  }
  static void tell(wxWindow& window, wxEventType type, int number = 0) {
    wxCommandEvent event(type, window.GetId());
    event.SetEventObject(&window);
    event.SetInt(number);
    window.ProcessWindowEvent(event);
  }
  /// Of a list with ticks.
  void toggle(const char* list, const char* row) {
    auto& box = control<wxCheckListBox>(list);
    for (unsigned i = 0; i < box.GetCount(); ++i) {
      if (box.GetString(i).Trim(false) != wxString::FromUTF8(row)) continue;
      box.Check(i, !box.IsChecked(i));
      return tell(box, wxEVT_CHECKLISTBOX, static_cast<int>(i));
    }
    throw std::runtime_error(std::string("no such row: ") + row);
  }
  std::string losses() { return to_utf8(control<wxTextCtrl>("What the format loses").GetValue()); }
  bool says(const std::string& words) {
    const bool said = comes_true([&] { return says_now(dialog_, words); });
    EXPECT_TRUE(said) << words;
    return said;
  }
  static bool says_now(const wxWindow* in, const std::string& words) {
    const auto* const text = dynamic_cast<const wxStaticText*>(in);
    wxString said = text != nullptr && text->IsShown() ? text->GetLabelText() : wxString();
    said.Replace("\n", " ");  // where lines end is a matter of how long the names of folders are
    if (to_utf8(said).find(words) != std::string::npos) return true;
    return std::any_of(in->GetChildren().begin(), in->GetChildren().end(),
                       [&](const wxWindow* child) { return says_now(child, words); });
  }
  ExportProfile profile() const { return dialog_->order().profile; }

  Project project_;
  ExportPreview preview_;
  wxFrame* frame_;
  ExportDialog* dialog_ = nullptr;
};

TEST_F(ExportTest, EverythingIsChosenBesideTheProject) {
  open();
  ExportProfile usual;
  usual.format = "mitjul-xml";
  EXPECT_EQ(profile(), usual);
  EXPECT_EQ(dialog_->order().place, project_.folder / "시험.xml");
  EXPECT_TRUE(says("1 document, 4 annotations"));
  EXPECT_EQ(losses(), "Nothing is lost.");
}

TEST_F(ExportTest, TheNumbersAndTheLossesFollowTheChoices) {
  open();
  ASSERT_TRUE(says("1 document, 4 annotations"));
  toggle("Labels to export", "주장");
  // The relation has lost an end.
  EXPECT_TRUE(says("1 document, 2 annotations"));
  EXPECT_EQ(losses(), "Lost: relations 1");
  EXPECT_EQ(profile().choice.labels.count("CLAIM"), 0U);
  EXPECT_EQ(profile().choice.labels.count("ENTITY"), 1U);
  toggle("Labels to export", "주장");
  EXPECT_TRUE(says("1 document, 4 annotations"));
  EXPECT_THAT(profile().choice.labels, IsEmpty());
}

TEST_F(ExportTest, AnotherFormatIsProposedAtAPlaceOfItsOwn) {
  open();
  choose_format("qdc");
  EXPECT_EQ(dialog_->order().place, project_.folder / "시험.qdc");
  EXPECT_TRUE(says("The labels alone are exported."));
  control<wxTextCtrl>("Place").ChangeValue(to_wx((project_.folder / "다른 곳.qdc").string()));
  choose_format("mitjul-xml");
  EXPECT_EQ(dialog_->order().place, project_.folder / "다른 곳.xml");
}

TEST_F(ExportTest, DocumentsAreThoseThatAreFinishedOrTheOneThatIsShown) {
  open();
  auto* const finished = dynamic_cast<wxRadioButton*>(wxWindow::FindWindowByLabel("What is finished (0)", dialog_));
  ASSERT_NE(finished, nullptr);
  finished->SetValue(true);
  tell(*finished, wxEVT_RADIOBUTTON);
  EXPECT_TRUE(says("0 documents"));
  EXPECT_THAT(profile().choice.states, ElementsAre(SetState::Finished));
  auto* const shown =
      dynamic_cast<wxRadioButton*>(wxWindow::FindWindowByLabel("The document that is shown (1)", dialog_));
  ASSERT_NE(shown, nullptr);
  shown->SetValue(true);
  tell(*shown, wxEVT_RADIOBUTTON);
  EXPECT_TRUE(says("1 document, 4 annotations"));
  EXPECT_THAT(profile().choice.documents, ElementsAre(project_.document));
}

TEST_F(ExportTest, WhatCannotBeWrittenIsSaidAndNothingThatWasChosenIsLost) {
  open();
  toggle("Words to replace", "기관");
  const ExportProfile chosen = profile();
  EXPECT_THAT(chosen.pseudonymise, ElementsAre("ORG"));
  control<wxTextCtrl>("Place").ChangeValue(to_wx((project_.folder / "없음" / "글.xml").string()));
  press("&Export");
  EXPECT_TRUE(says("없음”"));
  EXPECT_TRUE(says("does not exist"));
  control<wxTextCtrl>("Place").ChangeValue(to_wx(project_.path.string()));
  press("&Export");
  EXPECT_TRUE(says("exists already"));
  control<wxTextCtrl>("Place").ChangeValue("");
  press("&Export");
  EXPECT_TRUE(says("Say where to export to."));
  EXPECT_EQ(profile(), chosen);
}

TEST_F(ExportTest, SharesThatAreNotTheWholeAreRefusedWhereTheyStand) {
  open();
  auto* const split =
      dynamic_cast<wxCheckBox*>(wxWindow::FindWindowByLabel("Split into training, development and test", dialog_));
  ASSERT_NE(split, nullptr);
  split->SetValue(true);
  tell(*split, wxEVT_CHECKBOX);
  EXPECT_EQ(profile().split, SplitOptions());
  control<wxSpinCtrl>("Training %").SetValue(70);
  press("&Export");
  EXPECT_TRUE(says("must be 100 %"));
  EXPECT_TRUE(control<wxSpinCtrl>("Training %").IsShownOnScreen());
  control<wxSpinCtrl>("Test %").SetValue(20);
  control<wxTextCtrl>("Seed").SetValue("seven");
  press("&Export");
  EXPECT_TRUE(says("whole number"));
  control<wxTextCtrl>("Seed").SetValue("7");
  EXPECT_EQ(profile().split, (SplitOptions{70, 10, 20, 7}));
}

TEST_F(ExportTest, NobodyAndNoLabelsCannotBeExported) {
  open();
  toggle("Annotators", project_.workspace().annotators().front().name.c_str());
  press("&Export");
  EXPECT_TRUE(says("Tick at least one annotator."));
  toggle("Annotators", project_.workspace().annotators().front().name.c_str());
  press("Labels to export: tick nothing");
  press("&Export");
  EXPECT_TRUE(says("Tick at least one label."));
}

TEST_F(ExportTest, SettingsAreKeptUnderANameTakenAgainAndRemoved) {
  open();
  choose_format("qdc");
  toggle("Labels to export", "주장");
  const ExportProfile chosen = profile();
  {
    const NameGiver name("🚀 넘길 것");
    press("&Save As...");
  }
  ExportProfile kept = chosen;
  kept.name = "🚀 넘길 것";
  EXPECT_THAT(project_.file().export_profiles(), ElementsAre(kept));

  open();
  EXPECT_EQ(profile().format, "mitjul-xml");
  auto& settings = control<wxChoice>("Settings");
  settings.SetStringSelection(to_wx(kept.name));
  tell(settings, wxEVT_CHOICE, settings.GetSelection());
  EXPECT_EQ(profile(), chosen);
  {
    const YesSayer yes;
    press("&Remove");
  }
  EXPECT_THAT(project_.file().export_profiles(), IsEmpty());
  EXPECT_EQ(settings.GetCount(), 1U);
  EXPECT_FALSE(button("&Remove").IsEnabled());
}

TEST_F(ExportTest, TheNameOfTheLastExportIsTaken) {
  open();
  {
    const NameGiver name("last");
    press("&Save As...");
  }
  EXPECT_TRUE(says("Settings cannot have this name: “last”"));
  EXPECT_THAT(project_.file().export_profiles(), IsEmpty());
}

TEST_F(ExportTest, BeginsAsTheLastExportWas) {
  ExportProfile last;
  last.name = kLastExport;
  last.format = "qdc";
  last.choice.labels = {"ORG", "GONE"};
  last.choice.anonymous_annotators = true;
  project_.file().put_export_profile(last);
  open();
  last.name = "";
  last.choice.labels = {"ORG"};
  EXPECT_EQ(profile(), last);
  // What is not there any more is not passed over in silence.
  EXPECT_TRUE(says("GONE"));

  // What came to nothing a moment ago goes before it, with its place.
  ExportOrder failed{last, project_.folder / "저기.qdc"};
  failed.profile.choice.labels = {"CLAIM"};
  open(failed);
  EXPECT_EQ(profile(), failed.profile);
  EXPECT_EQ(dialog_->order().place, failed.place);
}

TEST_F(ExportTest, BeginsWhereTheLastExportWent) {
  std::filesystem::create_directory(project_.folder / "납품 🚀");
  open({}, project_.folder / "납품 🚀" / "결과", 2);
  EXPECT_EQ(dialog_->order().place, project_.folder / "납품 🚀" / "결과.xml");
  EXPECT_EQ(dialog_->page(), 2U);
  choose_format("brat");
  EXPECT_EQ(dialog_->order().place, project_.folder / "납품 🚀" / "결과-brat");
  // A folder that has gone, and a page that there is not.
  open({}, project_.folder / "없음" / "결과", 9);
  EXPECT_EQ(dialog_->order().place, project_.folder / "시험.xml");
  EXPECT_EQ(dialog_->page(), 0U);
}

// --- Options, of a format that is not in the table ---

class OptionsExportTest : public testing::Test {
 protected:
  OptionsExportTest() {
    format_.options = {{"units", "sentence", {"sentence", "line"}},
                       {"flatten", "longest", {}, [](std::string_view value) { return value != "no"; }},
                       {"map", ""}};
    frame_ = new wxFrame(nullptr, wxID_ANY, "test", wxPoint(0, 0), wxSize(600, 500));
    page_ = new ExportOptionsPage(frame_, [this] { ++changes_; });
    page_->offer(format_);
    frame_->Show();
    settle();
  }
  ~OptionsExportTest() override {
    frame_->Destroy();
    settle();
  }
  template <class Control>
  Control& control(const char* name) {
    auto* const found = dynamic_cast<Control*>(wxWindow::FindWindowByName(name, page_));
    if (found == nullptr) throw std::runtime_error(std::string("no such control: ") + name);
    return *found;
  }
  std::map<std::string, std::string> options() const {
    ExportProfile profile;
    page_->put_into(profile);
    return profile.options;
  }

  ExportFormat format_ = *find_export_format("mitjul-xml");
  const ExportFormat other_ = *find_export_format("mitjul-xml");
  wxFrame* frame_;
  ExportOptionsPage* page_;
  int changes_ = 0;
};

TEST_F(OptionsExportTest, TheUsualValuesStandThereInWordsAndAreNotSaid) {
  EXPECT_EQ(control<wxChoice>("Sentences").GetStringSelection(), "each sentence");
  EXPECT_EQ(control<wxComboBox>("Of overlapping spans").GetValue(), "The longest one");
  EXPECT_THAT(options(), IsEmpty());
}

TEST_F(OptionsExportTest, WordsAndWhatIsTypedBecomeValues) {
  control<wxChoice>("Sentences").SetSelection(1);
  control<wxComboBox>("Of overlapping spans").SetValue("ORG,PERSON");
  control<wxTextCtrl>("Tags for labels").SetValue("ORG:OG");
  EXPECT_GT(changes_, 0);
  EXPECT_EQ(options(),
            (std::map<std::string, std::string>{{"flatten", "ORG,PERSON"}, {"map", "ORG:OG"}, {"units", "line"}}));
  control<wxComboBox>("Of overlapping spans").SetValue("The one whose label stands first in the schema");
  EXPECT_EQ(options()["flatten"], "schema");
}

TEST_F(OptionsExportTest, AValueThatTheFormatDoesNotTakeIsRefused) {
  EXPECT_TRUE(page_->objection().empty());
  control<wxComboBox>("Of overlapping spans").SetValue("no");
  EXPECT_THAT(to_utf8(page_->objection()), HasSubstr("Of overlapping spans"));
}

TEST_F(OptionsExportTest, ValuesComeBackWithTheirFormat) {
  control<wxChoice>("Sentences").SetSelection(1);
  page_->offer(other_);
  EXPECT_THAT(options(), IsEmpty());
  page_->offer(format_);
  EXPECT_EQ(options(), (std::map<std::string, std::string>{{"units", "line"}}));
}

TEST_F(OptionsExportTest, ShowsWhatAProfileSays) {
  ExportProfile profile;
  profile.options = {{"flatten", "schema"}, {"units", "line"}, {"gone", "1"}};
  profile.split = SplitOptions{60, 20, 20, 18446744073709551615U};
  page_->show(profile);
  profile.options.erase("gone");
  ExportProfile told;
  page_->put_into(told);
  EXPECT_EQ(told, profile);
}

}  // namespace
}  // namespace mitjul
