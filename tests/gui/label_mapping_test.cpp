// What becomes of labels that files bring and the project does not have, and the import behind it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/modalhook.h>

#include "tests/gui/find_window.h"
#include "tests/gui/waiting.h"
#include "tests/storage/support.h"
#include "ui/label_mapping_dialog.h"
#include "ui/transfers.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

/// Types into the window in which a label is chosen, and takes what is found.
class LabelFinder : public wxModalDialogHook {
 public:
  explicit LabelFinder(std::string typed) : typed_(std::move(typed)) { Register(); }

 private:
  int Enter(wxDialog* dialog) override {
    dialog->CallAfter([dialog, typed = typed_] {
      auto* const field = find_window<wxTextCtrl>(dialog);
      field->SetValue(to_wx(typed));
      wxCommandEvent enter(wxEVT_TEXT_ENTER, field->GetId());
      field->ProcessWindowEvent(enter);
    });
    return wxID_NONE;
  }
  std::string typed_;
};

class LabelMappingTest : public testing::Test {
 protected:
  LabelMappingTest() {
    frame_ = new wxFrame(nullptr, wxID_ANY, "test", wxPoint(0, 0), wxSize(1000, 700));
    frame_->Show();
  }
  ~LabelMappingTest() override {
    frame_->Destroy();
    settle();
  }

  static UnknownLabel unknown(const std::string& id, std::size_t annotations) {
    Label label;
    label.id = id;
    return {label, annotations};
  }
  void open(const std::vector<UnknownLabel>& labels) {
    dialog_ = new LabelMappingDialog(frame_, labels, schema_, light_theme());
    dialog_->Show();
    settle();
  }
  void press(const char* words) {
    wxWindow* const button = wxWindow::FindWindowByLabel(words, dialog_);
    ASSERT_NE(button, nullptr) << words;
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    button->ProcessWindowEvent(event);
  }
  void select(long row) {
    auto& table = *find_window<wxListView>(dialog_);
    for (long each = 0; each < table.GetItemCount(); ++each) table.Select(each, each == row);
  }
  std::string row(long number) {
    const auto& table = *find_window<wxListView>(dialog_);
    std::string words;
    for (int column = 0; column < 3; ++column) words += to_utf8(table.GetItemText(number, column)) + "|";
    return words;
  }

  const Schema schema_ = *preset("claims-entities");
  wxFrame* frame_;
  LabelMappingDialog* dialog_ = nullptr;
};

TEST_F(LabelMappingTest, EveryLabelIsANewOneUntilSomethingElseIsSaid) {
  open({unknown("OG", 1200), unknown("PS", 3)});
  EXPECT_EQ(row(0), "OG|1,200|New label|");
  EXPECT_EQ(row(1), "PS|3|New label|");
  EXPECT_THAT(dialog_->mapping(), IsEmpty());
}

TEST_F(LabelMappingTest, LabelsAreLeftOutAndTakenBack) {
  open({unknown("OG", 1200), unknown("PS", 3)});
  select(1);
  press("Lea&ve Out");
  EXPECT_EQ(row(1), "PS|3|Left out|");
  EXPECT_THAT(dialog_->mapping(), ElementsAre(Pair("PS", "")));
  press("&New Label");
  EXPECT_THAT(dialog_->mapping(), IsEmpty());
}

TEST_F(LabelMappingTest, ALabelBecomesOneOfTheProject) {
  open({unknown("OG", 1200), unknown("PS", 3)});
  const LabelFinder finder("기관");
  press("&Label of the Project...");
  EXPECT_EQ(row(0), "OG|1,200|기관 (ORG)|");
  EXPECT_THAT(dialog_->mapping(), ElementsAre(Pair("OG", "ORG")));
}

TEST_F(LabelMappingTest, TheImportDoesWhatWasSaid) {
  Project project;
  project.close();
  const std::filesystem::path file =
      project.folder.write("🚀.conll", "🚀\tO\n화웨이\tB-OG\n와\tO\n김민수\tB-PS\n씨\tO\n가\tO\n서울\tB-LC\n로\tO\n");
  const AnnotatorKey annotator = ProjectFile(project.path).annotators().front().key;
  ImportReport report;
  import_work(project.path, annotator, {file}, {{"OG", "ORG"}, {"PS", ""}},
              [&](const ImportReport& done) { report = done; })({})();
  EXPECT_THAT(report.refused, IsEmpty());
  project.reopen();
  std::vector<std::string> labels;
  for (const DocumentSummary& document : project.file().documents()) {
    const AnnotatedDocument loaded = project.file().load(document.key);
    for (const auto& [key, set] : loaded.sets) {
      for (const auto& [id, annotation] : set.annotations()) labels.push_back(annotation.label);
    }
  }
  EXPECT_THAT(labels, UnorderedElementsAre("ORG", "LC"));
  EXPECT_EQ(project.workspace().schema().find("PS"), nullptr);
  EXPECT_NE(project.workspace().schema().find("LC"), nullptr);
}

}  // namespace
}  // namespace mitjul
