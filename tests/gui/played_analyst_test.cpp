// The analyst of tests/korean/played_analyst.h at the window itself: presses, drags and clicks go to the text and to
// the dialog in which occurrences are looked through, and what they make of the project is what they should. Counted as
// there; choosing all documents in the dialog is a click more, and so is each wrong end of a drag.

#include <gtest/gtest.h>
#include <wx/listctrl.h>
#include <wx/modalhook.h>
#include <wx/radiobox.h>
#include <wx/settings.h>

#include <map>

#include "core/import_edit.h"
#include "storage/project_file.h"
#include "tests/gui/find_window.h"
#include "tests/gui/program.h"
#include "tests/korean/played_analyst.h"
#include "tests/support/temp_folder.h"
#include "ui/find_panel.h"
#include "ui/key_press.h"
#include "ui/main_window.h"
#include "ui/review_dialog.h"
#include "ui/text_canvas.h"

namespace mitjul {
namespace {

/// Hands a dialog to somebody who works in it, as soon as it is shown.
class AtDialog : public wxModalDialogHook {
 public:
  explicit AtDialog(std::function<void(ReviewDialog&)> work) : work_(std::move(work)) { Register(); }
  ~AtDialog() override { Unregister(); }

 protected:
  int Enter(wxDialog* dialog) override {
    if (auto* const review = dynamic_cast<ReviewDialog*>(dialog)) {
      review->CallAfter([this, review] { work_(*review); });
    }
    return wxID_NONE;
  }

 private:
  std::function<void(ReviewDialog&)> work_;
};

class WindowHands : public Hands {
 public:
  WindowHands(const std::vector<GoldArticle>& articles, const std::filesystem::path& project)
      : articles_(articles), plan_(articles), window_(new MainWindow(settings_, [](MainWindow*) {})) {
    window_->SetSize(1300, 900);
    window_->Show();
    window_->open_project(project);
    canvas_ = find_window<TextCanvas>(window_);
    // This is answered when all texts are read.
    window_->act(Action::ListParticles);
    auto* const found = find_window<FindPanel>(window_);
    EXPECT_TRUE(comes_true([&] { return found->IsShown(); }));
    canvas_->SetFocus();
    canvas_->Bind(wxEVT_PAINT, [this](wxPaintEvent& event) {
      painted_ = true;
      event.Skip();
    });
    canvas_->Refresh();
    EXPECT_TRUE(comes_true([&] { return canvas_->HasFocus() && painted_; }));
  }
  ~WindowHands() override { delete window_; }
  void know(const ProjectWords& words) { plan_.know(words); }

  int select(std::size_t article, Span span) override {
    show(article);
    const int clicks = plan_.by_click(article, span);
    int actions = 0;
    if (clicks <= plan_.by_drag(article, span)) {
      double_click(span.start);
      for (actions = 1; actions < clicks; ++actions) press("W");
    } else {
      drag(span.start, span.end);
      actions = 1;
    }
    // An end that is wrong is taken hold of, and moved.
    for (const auto end : {&Span::start, &Span::end}) {
      if (selected().*end == span.*end) continue;
      drag(selected().*end, span.*end);
      ++actions;
    }
    EXPECT_EQ(selected(), span);
    return actions;
  }

  int label(std::size_t /*article*/, const std::string& label) override {
    const Span span = selected();
    press(editor().schema().find(label)->key);
    const Annotation* const made = editor().selected();
    EXPECT_TRUE(made != nullptr && made->label == label && made->anchor == Anchor(Spans(span))) << label;
    return 1;
  }

  Reviewed review(std::size_t article, bool in_all_documents, const std::function<bool(const Placed&)>& is_right,
                  const Reviewed& /*reckoned*/) override {
    show(article);
    Reviewed reviewed;
    bool over = false;
    const AtDialog at([&](ReviewDialog& dialog) {
      reviewed = look_through(dialog, in_all_documents, is_right);
      over = true;
    });
    press("Ctrl+Enter");
    EXPECT_TRUE(comes_true([&] { return over; }));
    ++reviewed.actions;
    return reviewed;
  }

  /// Of an article, in reading order.
  std::vector<LabelledSpan> annotations(std::size_t article) {
    show(article);
    return labelled_spans(*editor().set());
  }

 private:
  Editor& editor() { return *window_->editor(); }
  Span selected() { return editor().selection().span(); }

  void show(std::size_t article) { editor().show(articles_[article].key); }

  void press(std::string_view keys) {
    for (const KeyPress& key : parse_keys(keys)) {
      wxKeyEvent event(wxEVT_KEY_DOWN);
      event.m_rawFlags = 0;  // wx leaves it as it is
      event.m_keyCode = key.key;
      event.SetControlDown(key.ctrl);
      canvas_->HandleWindowEvent(event);
    }
  }
  /// Where the last double click was, another one would be a third click, were it as soon as only programs are.
  void be_slow(wxPoint point) const {
    const wxPoint way = point - clicked_;
    if (std::abs(way.x) < 5 && std::abs(way.y) < 5)
      wxMilliSleep(static_cast<unsigned long>(wxSystemSettings::GetMetric(wxSYS_DCLICK_MSEC)));
  }
  /// The place of a caret, where it can be seen. What is seen already stays where it is: another place may have been
  /// asked for before.
  wxPoint point_of(TextPos pos, int aside) {
    if (!canvas_->caret_rectangle(pos)) canvas_->viewport()->reveal({pos, false});
    const auto caret = canvas_->caret_rectangle(pos);
    EXPECT_TRUE(caret);
    return caret ? wxPoint(caret->x + aside, caret->y + caret->height / 2) : wxPoint();
  }
  void mouse(wxEventType type, wxPoint point, bool down) {
    wxMouseEvent event(type);
    event.SetPosition(point);
    event.SetEventObject(canvas_);
    event.SetLeftDown(down);
    canvas_->HandleWindowEvent(event);
  }
  void double_click(TextPos pos) {
    const wxPoint point = point_of(pos, 2);
    be_slow(point);
    clicked_ = point;
    for (const wxEventType type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_DCLICK}) {
      mouse(type, point, true);
      mouse(wxEVT_LEFT_UP, point, false);
    }
  }
  void drag(TextPos from, TextPos to) {
    point_of(to, 0);  // both are seen from now on
    const wxPoint begin = point_of(from, 1);
    const wxPoint end = point_of(to, 0);
    be_slow(begin);
    mouse(wxEVT_LEFT_DOWN, begin, true);
    mouse(wxEVT_MOTION, end, true);
    mouse(wxEVT_LEFT_UP, end, false);
  }

  Reviewed look_through(ReviewDialog& dialog, bool in_all_documents,
                        const std::function<bool(const Placed&)>& is_right) {
    Reviewed reviewed;
    auto* const take = dynamic_cast<wxButton*>(dialog.FindWindow(wxID_OK));
    if (in_all_documents) {
      auto* const where = find_window<wxRadioBox>(&dialog);
      where->SetSelection(1);
      wxCommandEvent chosen(wxEVT_RADIOBOX, where->GetId());
      chosen.SetInt(1);
      chosen.SetEventObject(where);
      where->HandleWindowEvent(chosen);
      ++reviewed.actions;
    }
    EXPECT_TRUE(comes_true([&] { return dialog.review().size() > 0; }));
    auto* const table = find_window<wxListView>(&dialog);
    for (std::size_t row = 0; row < dialog.review().size(); ++row) {
      const ReviewPlace& place = dialog.review()[row];
      const auto article = std::find_if(articles_.begin(), articles_.end(),
                                        [&](const GoldArticle& each) { return each.key == place.document; });
      const Placed placed{static_cast<std::size_t>(article - articles_.begin()), {place.span, place.label}};
      const bool right = is_right(placed);
      if (right) reviewed.gained.push_back(placed);
      if (place.ticked == right) continue;
      click_box(*table, static_cast<long>(row));
      EXPECT_EQ(dialog.review()[row].ticked, right);
      ++reviewed.actions;
    }
    EXPECT_TRUE(take->IsEnabled());
    wxKeyEvent enter(wxEVT_CHAR_HOOK);
    enter.m_keyCode = WXK_RETURN;
    table->SetFocus();
    dialog.HandleWindowEvent(enter);
    ++reviewed.actions;
    return reviewed;
  }
  static void click_box(wxListView& table, long row) {
    table.EnsureVisible(row);
    wxRect place;
    table.GetItemRect(row, place);
    // The list itself is a part of the window.
    wxWindow* const list = find_window<wxWindow>(table.GetChildren().GetFirst()->GetData());
    wxMouseEvent click(wxEVT_LEFT_DOWN);
    click.SetEventObject(list);
    click.SetLeftDown(true);
    click.SetPosition(list->ScreenToClient(table.ClientToScreen(place.GetPosition() + wxPoint(10, place.height / 2))));
    list->HandleWindowEvent(click);
    click.SetEventType(wxEVT_LEFT_UP);
    list->HandleWindowEvent(click);
  }

  const std::vector<GoldArticle>& articles_;
  ReckonedHands plan_;
  Settings settings_;
  MainWindow* window_;
  TextCanvas* canvas_ = nullptr;
  bool painted_ = false;
  wxPoint clicked_;  // at last
};

double actions_per_entity(const std::vector<GoldArticle>& articles, Game game, const char* name) {
  const TempFolder folder;
  const std::filesystem::path project = folder / "gold.mitjul";
  ProjectFile::create(project, *preset("claims-entities"), now());
  {
    Workspace workspace(std::make_unique<ProjectFile>(project));
    ImportEdit edit(workspace);
    for (const GoldArticle& article : articles) {
      Document document = Document::make(article.name, article.text);
      document.info.key = article.key;
      edit.add_keyed({document, {}});
    }
    edit.commit();
    ProjectSettings quiet = workspace.settings();
    quiet.suggestions = false;
    workspace.perform({"settings", {SettingsChange{workspace.settings(), quiet}}});
  }
  WindowHands hands(articles, project);
  Analyst analyst(articles, game, hands);
  hands.know(analyst.words());
  analyst.annotate_everything();
  for (std::size_t i = 0; i < articles.size(); ++i) {
    std::vector<LabelledSpan> gold = articles[i].entities;
    std::sort(gold.begin(), gold.end());
    EXPECT_TRUE(hands.annotations(i) == gold) << articles[i].name;
  }
  return told_actions_per_entity(articles, analyst, name);
}

TEST(PlayedAnalystTest, AnEntityTakesAsFewActionsInTheWindow) {
  const std::vector<GoldArticle> articles = gold_articles();
  if (articles.empty()) GTEST_SKIP() << "no " << MITJUL_SHARED << ": not measured";
  EXPECT_LE(actions_per_entity(articles, Game::ByHand, "by hand, in the window"), 2.1);
  EXPECT_LE(actions_per_entity(articles, Game::InTheDocument, "occurrences in the document, in the window"), 0.9);
  EXPECT_LE(actions_per_entity(articles, Game::InAllDocuments, "occurrences in all documents, in the window"), 0.9);
}

}  // namespace
}  // namespace mitjul
