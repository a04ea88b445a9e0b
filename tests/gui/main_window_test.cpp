// The window itself: what is over it, beside it and said in it when several things happen.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/evtloop.h>
#include <wx/listctrl.h>
#include <wx/modalhook.h>
#include <wx/printdlg.h>

#include <filesystem>

#include "core/document_edits.h"
#include "core/import_edit.h"
#include "storage/database.h"
#include "storage/project_file.h"
#include "tests/gui/find_window.h"
#include "tests/gui/program.h"
#include "tests/support/temp_folder.h"
#include "ui/annotation_filter_bar.h"
#include "ui/annotator_dialog.h"
#include "ui/document_list.h"
#include "ui/find_panel.h"
#include "ui/inspector.h"
#include "ui/main_window.h"
#include "ui/menus.h"
#include "ui/start_screen.h"
#include "ui/text_canvas.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

/// Hands every dialog that would be shown to somebody who says what comes of it.
class AtDialogs : public wxModalDialogHook {
 public:
  explicit AtDialogs(std::function<int(wxDialog&)> work) : work_(std::move(work)) { Register(); }
  ~AtDialogs() override { Unregister(); }

 protected:
  int Enter(wxDialog* dialog) override { return work_(*dialog); }

 private:
  std::function<int(wxDialog&)> work_;
};

/// A window with a project of three documents, the first of which is shown.
class MainWindowTest : public testing::Test {
 protected:
  MainWindowTest() {
    ProjectFile::create(project_, *preset("claims-entities"), now());
    {
      Workspace workspace(std::make_unique<ProjectFile>(project_));
      ImportEdit edit(workspace);
      edit.add_annotator({AnnotatorKey::generate(), "하나"});
      for (const char* const name : {"가.txt", "나.txt", "다.txt"}) {
        documents_.push_back(edit.add({Document::make(name, Text(std::string("🚀 화웨이가 ") + name)), {}}).info.key);
      }
      edit.commit();
      ProjectSettings quiet = workspace.settings();
      quiet.suggestions = false;
      workspace.perform({"settings", {SettingsChange{workspace.settings(), quiet}}});
    }
    settings_.set_appearance(Appearance::Light);
    for (const Pane pane : kPanes) settings_.set_shows(pane, true);
    window_ = new MainWindow(settings_, [this](MainWindow*) { ++rebuilt_; });
    window_->SetSize(1200, 800);
    window_->Show();
    window_->open_project(project_);
    editor().show(documents_.front());
    EXPECT_TRUE(comes_true([this] { return find<TextCanvas>()->HasFocus(); }));
  }
  ~MainWindowTest() override {
    delete window_;
    settle();
  }

  static void settle() { wxEventLoopBase::GetActive()->YieldFor(wxEVT_CATEGORY_ALL); }
  /// Longer than anything that the window does by itself.
  static void wait() {
    int left = 100;
    comes_true([&] { return --left == 0; });
  }
  Editor& editor() { return *window_->editor(); }
  template <typename Type>
  Type* find() {
    return find_window<Type>(window_);
  }
  template <typename Type>
  bool has_focus_in() {
    wxWindow* const focus = wxWindow::FindFocus();
    return focus != nullptr && find<Type>()->IsDescendant(focus) && focus->IsShownOnScreen();
  }
  std::string notice() { return to_utf8(find<NoticeBar>()->sentence()); }
  bool is_ticked(Action action) {
    const wxMenuBar& bar = *window_->GetMenuBar();
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i) {
      for (const wxMenuItem* const item : bar.GetMenu(i)->GetMenuItems()) {
        if (action_of(item->GetId()) == action) return item->IsChecked();
      }
    }
    return false;
  }
  void annotate() {
    editor().select(Selection(TextPos(2), TextPos(5)));
    EXPECT_FALSE(editor().apply_label("ORG"));
  }
  void press(wxWindow& in, int key) {
    wxKeyEvent event(wxEVT_CHAR_HOOK);
    event.SetEventObject(&in);
    event.m_keyCode = key;
    event.m_rawFlags = 0;
    in.HandleWindowEvent(event);
    settle();
  }

  const TempFolder folder_;
  const fs::path project_ = folder_ / "창.mitjul";
  std::vector<DocumentKey> documents_;
  Settings settings_;
  int rebuilt_ = 0;
  MainWindow* window_;
};

TEST_F(MainWindowTest, AnUnfoldedHistoryLeavesWhatTheWindowSays) {
  annotate();
  window_->act(Action::ShowHistory);
  wait();
  EXPECT_FALSE(editor().apply_label("PERSON"));
  wait();
  window_->act(Action::Undo);
  ASSERT_THAT(notice(), testing::StartsWith("Undone"));
  wait();
  EXPECT_THAT(notice(), testing::StartsWith("Undone"));
}

TEST_F(MainWindowTest, WhatIsAskedForIsShownAndTicked) {
  annotate();
  const auto brings = [this](Action asked, Action pane, const std::function<bool()>& is_there) {
    window_->act(pane);
    EXPECT_FALSE(is_ticked(pane));
    find<TextCanvas>()->SetFocus();
    window_->act(asked);
    EXPECT_TRUE(comes_true(is_there)) << info(asked).id;
    EXPECT_TRUE(is_ticked(pane)) << info(asked).id;
  };
  brings(Action::FilterDocuments, Action::ShowDocuments, [this] { return has_focus_in<DocumentList>(); });
  brings(Action::FilterAnnotations, Action::ShowAnnotations, [this] { return has_focus_in<AnnotationFilterBar>(); });
  brings(Action::ShowHistory, Action::ShowAnnotations, [this] { return has_focus_in<Inspector>(); });
  brings(Action::EditAttributes, Action::ShowAnnotations, [this] { return has_focus_in<Inspector>(); });
}

TEST_F(MainWindowTest, TheLayoutIsAsAtFirstAlsoOutOfTheReadingMode) {
  window_->act(Action::ShowDocuments);
  window_->act(Action::ReadingMode);
  wait();
  window_->act(Action::ResetLayout);
  wait();
  EXPECT_FALSE(is_ticked(Action::ReadingMode));
  EXPECT_TRUE(find<DocumentList>()->IsShownOnScreen());
  EXPECT_TRUE(is_ticked(Action::ShowDocuments));
  EXPECT_TRUE(settings_.shows(Pane::Documents));
}

TEST_F(MainWindowTest, OneDialogAtATime) {
  std::vector<wxString> shown;
  const AtDialogs at([&](wxDialog& dialog) {
    shown.push_back(dialog.GetTitle());
    if (shown.size() == 1) wait();
    return wxID_CANCEL;
  });
  window_->act(Action::ChooseAnnotator);
  window_->act(Action::ChooseAnnotator);
  window_->act(Action::Keys);
  wait();
  EXPECT_THAT(shown, testing::ElementsAre("Annotator"));
  window_->act(Action::Keys);
  wait();
  EXPECT_EQ(shown.size(), 2U) << "the first is over";
}

TEST_F(MainWindowTest, IsNotMadeAnewBelowADialogOfTheSystem) {
  bool asked = false;
  const AtDialogs at([&](wxDialog& dialog) {
    asked = dynamic_cast<wxPrintDialogBase*>(&dialog) != nullptr;
    settings_.set_appearance(Appearance::Dark);
    wait();
    EXPECT_EQ(rebuilt_, 0);
    return wxID_CANCEL;
  });
  window_->act(Action::Print);
  ASSERT_TRUE(comes_true([&] { return asked; }));
  EXPECT_TRUE(comes_true([this] { return rebuilt_ > 0; }));
}

TEST_F(MainWindowTest, WhereTheProjectCannotBeOpenedForSomebodyElseOneCanBegin) {
  const AtDialogs at([&](wxDialog& dialog) {
    auto* const list = find_window<wxListBox>(&dialog);
    list->SetSelection(1 - list->GetSelection());
    fs::remove(project_);
    fs::create_directory(project_);
    return wxID_OK;
  });
  window_->act(Action::ChooseAnnotator);
  EXPECT_TRUE(comes_true([this] { return find<StartScreen>() != nullptr; }));
  EXPECT_EQ(window_->editor(), nullptr);
  EXPECT_NE(notice(), "");
}

TEST_F(MainWindowTest, HitsGoWithTheirDocument) {
  window_->act(Action::FindInProject);
  find<FindPanel>()->take_focus("화웨이");
  const auto hits = [this] { return find_window<wxListView>(find<FindPanel>())->GetItemCount(); };
  ASSERT_TRUE(comes_true([&] { return hits() == 3; }));
  window_->act(Action::TrashDocument);
  EXPECT_EQ(hits(), 2);
  EXPECT_EQ(editor().document()->document.info.key, documents_[1]);
}

TEST_F(MainWindowTest, BehindADocumentInTheTrashComesOneThatCanBeRead) {
  editor().show(documents_[1]);
  annotate();
  editor().show(documents_[0]);
  Database(project_).execute("UPDATE segment SET quote = 'x'");
  window_->act(Action::TrashDocument);
  ASSERT_NE(editor().document(), nullptr);
  EXPECT_EQ(editor().document()->document.info.key, documents_[2]);
}

TEST_F(MainWindowTest, DeleteInTheListIsNotForADocumentThatItDoesNotShow) {
  auto* const list = find<DocumentList>();
  find_window<wxTextCtrl>(list)->SetValue("나");
  auto* const table = find_window<wxListView>(list);
  ASSERT_TRUE(comes_true([&] { return table->GetItemCount() == 1; }));
  table->SetFocus();
  ASSERT_TRUE(comes_true([&] { return has_focus_in<DocumentList>(); }));
  press(*table, WXK_DELETE);
  EXPECT_EQ(editor().documents().size(), 3U);
  find_window<wxTextCtrl>(list)->SetValue("");
  press(*table, WXK_DELETE);
  EXPECT_EQ(editor().documents().size(), 2U);
}

}  // namespace
}  // namespace mitjul
