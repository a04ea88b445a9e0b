// Every action of the table, in Korean and in English: its key, or its menu item where it has none, does what it says.
// In the window itself, which is given a project anew for each of them. A new action needs a row here.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/clipbrd.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/listctrl.h>
#include <wx/modalhook.h>
#include <wx/printdlg.h>
#include <wx/srchctrl.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/import_edit.h"
#include "core/schema_operation.h"
#include "storage/project_file.h"
#include "tests/gui/find_window.h"
#include "tests/gui/program.h"
#include "tests/support/temp_folder.h"
#include "ui/annotation_filter_bar.h"
#include "ui/annotation_list.h"
#include "ui/claim_panel.h"
#include "ui/document_labels.h"
#include "ui/document_list.h"
#include "ui/find_panel.h"
#include "ui/guideline_panel.h"
#include "ui/inspector.h"
#include "ui/key_press.h"
#include "ui/label_palette.h"
#include "ui/main_window.h"
#include "ui/menus.h"
#include "ui/problem_panel.h"
#include "ui/review_panel.h"
#include "ui/text_canvas.h"
#include "ui/tour_panel.h"
#include "ui/translations.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using Strings = std::vector<std::string>;

/// Notes the dialogs that would be shown, and closes them at once.
class Dialogs : public wxModalDialogHook {
 public:
  Dialogs() { Register(); }
  ~Dialogs() override { Unregister(); }
  std::vector<wxString> shown;

 protected:
  int Enter(wxDialog* dialog) override {
    wxString title = dialog->GetTitle();
    if (const auto* const file = dynamic_cast<const wxFileDialog*>(dialog)) title = file->GetMessage();
    // wx leaves it without one.
    if (dynamic_cast<const wxPrintDialogBase*>(dialog) != nullptr) title = "Print";
    if (const auto* const folder = dynamic_cast<const wxDirDialog*>(dialog)) title = folder->GetMessage();
    shown.push_back(title);
    return wxID_CANCEL;
  }
};

/// The window with a project of three documents, the first of which is shown.
class Scene {
 public:
  Scene() { make_project(fresh_); }
  ~Scene() { close(); }

  /// Everything as at the beginning.
  void begin() {
    const fs::path path = folder_ / (std::to_string(++number_) + ".mitjul");
    fs::copy_file(fresh_, path);
    if (window_ == nullptr) {
      window_ = new MainWindow(settings_, [](MainWindow*) {});
      window_->SetSize(1200, 800);
      window_->Show();
    }
    settings_.set_text_size(100);
    settings_.set_document_order({});
    settings_.set_language({});
    settings_.set_appearance(Appearance::Light);
    set_appearance(Appearance::Light);
    window_->open_project(path);
    dialogs_.shown.clear();
    editor().show(documents_.front());
    find<TextCanvas>()->SetFocus();
    ASSERT_TRUE(comes_true([this] { return find<TextCanvas>()->HasFocus(); }));
  }
  void close() {
    delete window_.get();
    settle();
  }

  Editor& editor() { return *window_->editor(); }
  const Settings& settings() const { return settings_; }
  bool is_there() const { return window_ && !window_->IsBeingDeleted(); }
  template <typename Type>
  Type* find() {
    return find_window<Type>(window_);
  }
  template <typename Type>
  bool is_shown() {
    return find<Type>() != nullptr && find<Type>()->IsShownOnScreen();
  }
  template <typename Type>
  bool has_focus() {
    wxWindow* const focus = wxWindow::FindFocus();
    return find<Type>() != nullptr && focus != nullptr && (focus == find<Type>() || find<Type>()->IsDescendant(focus));
  }
  Settings& settings() { return settings_; }
  const std::vector<wxString>& dialogs() const { return dialogs_.shown; }

  /// As the keyboard does: the window is asked first, then what has the focus.
  void press(const KeyPress& key) {
    wxWindow* const focus = wxWindow::FindFocus();
    ASSERT_NE(focus, nullptr);
    for (const wxEventType type : {wxEVT_CHAR_HOOK, wxEVT_KEY_DOWN}) {
      wxKeyEvent event(type);
      event.SetEventObject(focus);
      event.m_keyCode = key.key;
      event.m_rawFlags = 0;  // wx leaves it as it is, and a key has another place then
      event.SetControlDown(key.ctrl);
      event.SetShiftDown(key.shift);
      event.SetAltDown(key.alt);
      if (focus->HandleWindowEvent(event)) break;
    }
  }
  void press(std::string_view keys) {
    for (const KeyPress& key : parse_keys(keys)) press(key);
  }
  /// By its menu item.
  void choose(Action action) {
    const wxMenuItem* const item = item_of(action);
    ASSERT_NE(item, nullptr);
    wxCommandEvent event(wxEVT_MENU, item->GetId());
    window_->HandleWindowEvent(event);
  }
  const wxMenuItem* item_of(Action action) {
    for (std::size_t i = 0; i < window_->GetMenuBar()->GetMenuCount(); ++i) {
      for (const wxMenuItem* const item : window_->GetMenuBar()->GetMenu(i)->GetMenuItems()) {
        const bool submenu = item->GetSubMenu() != nullptr;  // which has no number of its own
        if (submenu ? item->GetItemLabel().StartsWith(wxGetTranslation(info(action).name))
                    : action_of(item->GetId()) == action) {
          return item;
        }
      }
    }
    return nullptr;
  }

  void select(std::uint32_t start, std::uint32_t end) { editor().select(Selection(TextPos(start), TextPos(end))); }
  void annotate(std::uint32_t start, std::uint32_t end, const char* label) {
    select(start, end);
    EXPECT_FALSE(editor().apply_label(label));
  }
  /// Words that the project suggests, as its reader would find them.
  void suggest() {
    std::vector<Suggestion> suggestions(3);
    suggestions[0].span = Span(2, 5);
    suggestions[1].span = Span(11, 13);
    suggestions[2].span = Span(15, 18);
    for (Suggestion& each : suggestions) each.label = "ORG";
    editor().set_suggestions(documents_.front(), suggestions);
  }
  /// `ORG 화웨이`, in the order of the text; relations as their label alone.
  Strings annotations() {
    Strings told;
    for (const Annotation* const each : editor().listed()) {
      told.push_back(each->label);
      if (each->spans() == nullptr) continue;
      told.back() += " " + std::string(editor().document()->document.text.slice(each->spans()->hull()));
    }
    return told;
  }
  std::string selected() { return std::string(editor().document()->document.text.slice(editor().selection().span())); }
  std::string suggested() {
    const Suggestion* const selected = editor().selected_suggestion();
    return selected == nullptr ? "" : std::string(editor().document()->document.text.slice(selected->span));
  }
  std::string document() { return editor().document()->document.info.name; }
  SetState state_of(std::size_t document) { return editor().state_of(editor().documents()[document]); }

 private:
  void make_project(const fs::path& path) {
    ProjectFile::create(path, *preset("claims-entities"), now());
    Workspace workspace(std::make_unique<ProjectFile>(path));
    ImportEdit edit(workspace);
    for (const auto& [name, text] :
         std::map<std::string, std::string>{{"가.txt", "🚀 화웨이가 왔다. 정부는 화웨이를 조사한다.\n"},
                                            {"나.txt", "🌍 가온이 새 공장을 짓는다.\n"},
                                            {"다.txt", "🎈 시장이 컸다.\n"}}) {
      documents_.push_back(edit.add({Document::make(name, Text(text)), {}}).info.key);
    }
    edit.commit();
    ProjectSettings quiet = workspace.settings();
    quiet.suggestions = false;
    workspace.perform({"settings", {SettingsChange{workspace.settings(), quiet}}});
    workspace.perform({"words", {GazetteerChange{{}, {{"화웨이", "ORG"}}}}});
  }

  const TempFolder folder_;
  const fs::path fresh_ = folder_ / "fresh.mitjul";
  std::vector<DocumentKey> documents_;
  Settings settings_;
  wxWeakRef<MainWindow> window_;
  Dialogs dialogs_;
  int number_ = 0;
};

struct Row {
  std::function<void(Scene&)> prepare;
  std::function<void(Scene&)> see;  ///< what must be so afterwards
};

void nothing(Scene& /*scene*/) {}
void annotated(Scene& scene) { scene.annotate(2, 5, "ORG"); }
/// In a curated set, which is none to work in.
void annotated_by_others(Scene& scene) {
  const SetKey own = scene.editor().set_key();
  const Annotation made{{own.annotator, -1}, "ORG", Spans(Span(2, 5)), {}, "", {}};
  const SetKey curated{own.document, own.annotator, true};
  EXPECT_FALSE(scene.editor().perform({"annotate", {AnnotationChange{curated, {}, made}}}));
  scene.editor().show_sets({ShownSets::Which::Everybody});
  scene.editor().select_next_annotation();
}
void annotated_with_particle(Scene& scene) { scene.annotate(15, 19, "ORG"); }
void suggested(Scene& scene) {
  scene.suggest();
  scene.editor().select_next_suggestion();
}

Row dialog(std::function<void(Scene&)> prepare, const char* title) {
  return {std::move(prepare), [title](Scene& scene) {
            EXPECT_TRUE(comes_true([&] { return !scene.dialogs().empty(); }));
            EXPECT_THAT(scene.dialogs(), ElementsAre(wxGetTranslation(title)));
          }};
}
Row annotations(std::function<void(Scene&)> prepare, Strings expected) {
  return {std::move(prepare),
          [expected](Scene& scene) { EXPECT_THAT(scene.annotations(), testing::ElementsAreArray(expected)); }};
}
Row suggestion(std::function<void(Scene&)> prepare, const char* expected, std::size_t left) {
  return {std::move(prepare), [expected, left](Scene& scene) {
            EXPECT_EQ(scene.suggested(), expected);
            EXPECT_EQ(scene.editor().suggestions().size(), left);
          }};
}
Row selection(std::function<void(Scene&)> prepare, const char* expected) {
  return {std::move(prepare), [expected](Scene& scene) { EXPECT_EQ(scene.selected(), expected); }};
}
Row text_size(int percent, int before = 100) {
  return {[before](Scene& scene) { scene.find<TextCanvas>()->set_text_size(before); },
          [percent](Scene& scene) { EXPECT_EQ(scene.find<TextCanvas>()->text_size(), percent); }};
}
Row shown(std::function<void(Scene&)> prepare, const char* document, SetState first) {
  return {std::move(prepare), [document, first](Scene& scene) {
            EXPECT_EQ(scene.document(), document);
            EXPECT_EQ(scene.state_of(0), first);
          }};
}
void begin_to_find(Scene& scene) {
  scene.press("Ctrl+F");
  scene.find<wxSearchCtrl>()->SetValue(to_wx("화웨이"));
  const auto* const hits = dynamic_cast<wxListCtrl*>(wxWindow::FindWindowByName(_("Hits"), scene.find<FindPanel>()));
  ASSERT_NE(hits, nullptr);
  ASSERT_TRUE(comes_true([&] { return hits->GetItemCount() == 2; }));
  scene.find<TextCanvas>()->SetFocus();
}
/// A claim with its source, the relation being selected.
void related(Scene& scene) {
  scene.annotate(2, 10, "CLAIM");
  const AnnotationId claim = *scene.editor().selected_annotation();
  scene.annotate(2, 5, "ORG");
  const AnnotationId source = *scene.editor().selected_annotation();
  scene.editor().select_annotation(claim);
  scene.editor().begin_relation();
  ASSERT_FALSE(scene.editor().relate(source, "source"));
}
void see_selected(Scene& scene, const char* label) {
  const Annotation* const selected = scene.editor().selected();
  ASSERT_NE(selected, nullptr);
  EXPECT_EQ(selected->label, label);
}
/// A claim that supports another one, the relation being selected.
void supporting(Scene& scene) {
  scene.annotate(2, 10, "CLAIM");
  const AnnotationId first = *scene.editor().selected_annotation();
  scene.annotate(11, 25, "CLAIM");
  const AnnotationId second = *scene.editor().selected_annotation();
  scene.editor().select_annotation(first);
  scene.editor().begin_relation();
  ASSERT_FALSE(scene.editor().relate(second, "supports"));
}
/// What is shown goes, and comes again with the same key.
template <typename Type>
Row toggled(std::string_view keys) {
  return {nothing, [keys](Scene& scene) {
            EXPECT_FALSE(scene.is_shown<Type>());
            scene.press(keys);
            EXPECT_TRUE(scene.is_shown<Type>());
          }};
}
/// A submenu of choices, one of which is ticked.
void see_choices(Scene& scene, Action action) {
  const wxMenuItem* const item = scene.item_of(action);
  ASSERT_NE(item, nullptr);
  ASSERT_NE(item->GetSubMenu(), nullptr);
  const auto& choices = item->GetSubMenu()->GetMenuItems();
  EXPECT_EQ(std::count_if(choices.begin(), choices.end(), [](const wxMenuItem* each) { return each->IsChecked(); }), 1);
}

const std::map<std::string_view, Row>& rows() {
  static const std::map<std::string_view, Row> kRows{
      {"new-project", dialog(nothing, "New Project")},
      {"open-project", dialog(nothing, "Open a project")},
      {"import", dialog(nothing, "Import files")},
      {"import-folder", dialog(nothing, "Import a folder with all that is below it")},
      {"export", dialog(nothing, "Export")},
      {"export-picture", dialog(nothing, "Export as PDF or Picture")},
      {"print", dialog(nothing, "Print")},
      {"rename-document", dialog(nothing, "Rename Document")},
      {"trash-document",
       {nothing,
        [](Scene& scene) {
          EXPECT_EQ(scene.document(), "나.txt");
          EXPECT_EQ(scene.editor().documents().size(), 2U);
        }}},
      {"show-trash", dialog(nothing, "Trash")},
      {"choose-annotator", dialog(nothing, "Annotator")},
      {"quit", {nothing, [](Scene& scene) { EXPECT_TRUE(comes_true([&] { return !scene.is_there(); })); }}},

      {"undo", annotations(annotated, {})},
      {"redo", annotations(
                   [](Scene& scene) {
                     annotated(scene);
                     scene.press("Ctrl+Z");
                     ASSERT_THAT(scene.annotations(), IsEmpty());
                   },
                   {"ORG 화웨이"})},
      {"copy",
       {[](Scene& scene) { scene.select(11, 14); },
        [](Scene&) {
          wxTextDataObject text;
          const wxClipboardLocker clipboard;
          ASSERT_TRUE(wxTheClipboard->GetData(text));
          EXPECT_EQ(to_utf8(text.GetText()), "정부는");
        }}},
      {"select-all", selection(nothing, "🚀 화웨이가 왔다. 정부는 화웨이를 조사한다.\n")},
      {"select-word", selection([](Scene& scene) { scene.select(2, 2); }, "화웨이")},
      {"select-word-back", selection(
                               [](Scene& scene) {
                                 scene.select(2, 2);
                                 scene.press("W W");
                                 ASSERT_EQ(scene.selected(), "화웨이가");
                               },
                               "화웨이")},
      {"keep-segment",
       {[](Scene& scene) { scene.select(2, 5); },
        [](Scene& scene) { EXPECT_THAT(scene.editor().kept_segments(), ElementsAre(Span(2, 5))); }}},
      {"find", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<wxSearchCtrl>()); }}},
      {"find-in-project", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<wxSearchCtrl>()); }}},
      {"find-next",
       {begin_to_find,
        [](Scene& scene) {
          EXPECT_TRUE(comes_true([&] { return scene.editor().selection().span() == Span(2, 5); })) << scene.selected();
        }}},
      {"find-previous",
       {begin_to_find,
        [](Scene& scene) {
          EXPECT_TRUE(comes_true([&] { return scene.editor().selection().span() == Span(15, 18); }))
              << scene.selected();
        }}},
      {"escape", selection([](Scene& scene) { scene.select(2, 5); }, "")},

      {"filter-annotations", {annotated, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<AnnotationFilterBar>()); }}},
      {"clear-filter",
       {[](Scene& scene) { scene.editor().set_filter({.label = "ORG"}); },
        [](Scene& scene) { EXPECT_TRUE(scene.editor().filter().empty()); }}},
      {"preferences", dialog(nothing, "Preferences")},

      {"choose-label", dialog(nothing, "Choose a Label")},
      {"document-labels",
       {annotated,
        [](Scene& scene) {
          EXPECT_EQ(scene.editor().selected(), nullptr);
          EXPECT_TRUE(scene.has_focus<DocumentLabels>());
        }}},
      {"show-history",
       {annotated,
        [](Scene& scene) {
          EXPECT_TRUE(comes_true([&] {
            const wxWindow* const history =
                wxWindow::FindWindowByName(_("History of this annotation"), scene.find<Inspector>());
            return history != nullptr && history->IsShownOnScreen();
          }));
        }}},
      {"move-relation-end", {related, [](Scene& scene) { EXPECT_TRUE(scene.editor().relation_draft()); }}},
      {"turn-relation",
       {supporting,
        [](Scene& scene) {
          const Annotation* const turned = scene.editor().selected();
          ASSERT_NE(turned, nullptr);
          ASSERT_NE(turned->relation(), nullptr);
          for (const Argument& argument : turned->relation()->arguments) {
            const Annotation* const end = scene.editor().document()->find(argument.target.id);
            ASSERT_NE(end, nullptr);
            EXPECT_EQ(end->spans()->start(), TextPos(argument.role == "from" ? 11 : 2)) << argument.role;
          }
        }}},
      {"edit-attributes", {annotated, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<Inspector>()); }}},
      {"make-claim",
       {[](Scene& scene) { scene.select(12, 12); }, [](Scene& scene) { EXPECT_TRUE(scene.is_shown<ClaimPanel>()); }}},
      {"annotate-all",
       {annotated,
        [](Scene& scene) {
          EXPECT_TRUE(comes_true([&] { return !scene.dialogs().empty(); }));
          EXPECT_THAT(scene.dialogs(),
                      ElementsAre(wxString::Format(_("All Occurrences: %s, %s"), to_wx("화웨이"), to_wx("기관"))));
        }}},
      {"take-over-annotation", annotations(annotated_by_others, {"ORG 화웨이", "ORG 화웨이"})},
      {"relate",
       {[](Scene& scene) { scene.annotate(2, 10, "CLAIM"); },
        [](Scene& scene) { EXPECT_TRUE(scene.editor().relation_draft()); }}},
      {"delete", annotations(annotated, {})},
      {"start-back", annotations([](Scene& scene) { scene.annotate(3, 5, "ORG"); }, {"ORG 화웨이"})},
      {"start-forward", annotations(annotated, {"ORG 웨이"})},
      {"end-back", annotations(annotated_with_particle, {"ORG 화웨이"})},
      {"end-forward", annotations(annotated, {"ORG 화웨이가"})},
      {"start-back-by-eojeol", annotations(annotated_with_particle, {"ORG 정부는 화웨이를"})},
      {"start-forward-by-eojeol", annotations([](Scene& scene) { scene.annotate(11, 19, "ORG"); }, {"ORG 화웨이를"})},
      {"end-back-by-eojeol", annotations([](Scene& scene) { scene.annotate(11, 19, "ORG"); }, {"ORG 정부는"})},
      {"end-forward-by-eojeol", annotations(annotated_with_particle, {"ORG 화웨이를 조사한다."})},

      {"next-suggestion", suggestion(suggested, "정부", 3)},
      {"previous-suggestion", suggestion(suggested, "화웨이", 3)},
      {"accept-suggestion", annotations(suggested, {"ORG 화웨이"})},
      {"refuse-suggestion", suggestion(suggested, "정부", 2)},
      {"accept-like-suggestion", annotations(suggested, {"ORG 화웨이", "ORG 화웨이"})},
      {"refuse-like-suggestion", suggestion(suggested, "정부", 1)},
      {"accept-label-suggestions", annotations(suggested, {"ORG 화웨이", "ORG 정부", "ORG 화웨이"})},
      {"accept-all-suggestions",
       annotations([](Scene& scene) { scene.suggest(); }, {"ORG 화웨이", "ORG 정부", "ORG 화웨이"})},
      {"refuse-all-suggestions", suggestion([](Scene& scene) { scene.suggest(); }, "", 0)},

      {"word-list", dialog(nothing, "Word List")},
      {"annotate-word-list", dialog(nothing, "Annotate From the Word List")},
      {"review", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<ReviewPanel>()); }}},
      {"publish-schema",
       dialog([](Scene& scene) { scene.editor().workspace().change_schema(ChangeGuideline{"🚀 지침"}); },
              "Publish the Schema")},
      {"confirm-annotation",
       {annotated,
        [](Scene& scene) {
          see_selected(scene, "ORG");
          EXPECT_TRUE(scene.editor().selected()->provenance.confirmed);
        }}},
      {"list-particles",
       {annotated_with_particle,
        [](Scene& scene) { EXPECT_TRUE(comes_true([&] { return scene.is_shown<FindPanel>(); })); }}},
      {"problems",
       {annotated, [](Scene& scene) { EXPECT_TRUE(comes_true([&] { return scene.has_focus<ProblemPanel>(); })); }}},
      {"offer-suggestions",
       {nothing, [](Scene& scene) { EXPECT_TRUE(scene.editor().workspace().settings().suggestions); }}},
      {"particle-inside",
       {nothing, [](Scene& scene) { EXPECT_TRUE(scene.editor().workspace().settings().particle_inside); }}},

      {"next-annotation",
       {[](Scene& scene) {
          annotated(scene);
          scene.select(0, 0);
        },
        [](Scene& scene) { EXPECT_NE(scene.editor().selected(), nullptr); }}},
      {"previous-annotation",
       {[](Scene& scene) {
          annotated(scene);
          scene.select(0, 0);
        },
        [](Scene& scene) { EXPECT_NE(scene.editor().selected(), nullptr); }}},
      {"next-relation",
       {[](Scene& scene) {
          related(scene);
          scene.press("Shift+Tab");
          ASSERT_NO_FATAL_FAILURE(see_selected(scene, "ORG"));
        },
        [](Scene& scene) { see_selected(scene, "source"); }}},
      {"previous-relation",
       {[](Scene& scene) {
          related(scene);
          scene.press("Shift+Tab");
        },
        [](Scene& scene) { see_selected(scene, "source"); }}},
      {"other-end",
       {[](Scene& scene) {
          related(scene);
          scene.press("Shift+Tab");
          ASSERT_NO_FATAL_FAILURE(see_selected(scene, "ORG"));
        },
        [](Scene& scene) { see_selected(scene, "CLAIM"); }}},
      {"next-unfinished", shown([](Scene& scene) { EXPECT_FALSE(scene.editor().set_state(SetState::Finished)); },
                                "나.txt", SetState::Finished)},
      {"filter-documents", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<DocumentList>()); }}},
      {"sort-documents",
       {[](Scene& scene) { scene.settings().set_document_order({}); },
        [](Scene& scene) { EXPECT_NE(scene.settings().document_order(), DocumentOrder()); }}},
      {"next-document", shown(nothing, "나.txt", SetState::New)},
      {"previous-document", shown([](Scene& scene) { scene.press("Ctrl+PageDown"); }, "가.txt", SetState::New)},
      {"finish", shown(nothing, "나.txt", SetState::Finished)},
      {"skip", shown(nothing, "나.txt", SetState::Skipped)},
      {"reopen", shown([](Scene& scene) { EXPECT_FALSE(scene.editor().set_state(SetState::Finished)); }, "가.txt",
                       SetState::InProgress)},
      {"next-pane", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<AnnotationList>()); }}},
      {"previous-pane", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<DocumentList>()); }}},

      {"reading-mode", toggled<DocumentList>("F11")},
      {"show-documents", toggled<DocumentList>("F7")},
      {"show-annotations", toggled<AnnotationList>("F8")},
      {"show-labels", toggled<LabelPalette>("F9")},
      {"guideline", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.has_focus<GuidelinePanel>()); }}},
      {"guideline-rule",
       {nothing,
        [](Scene& scene) {
          EXPECT_TRUE(scene.is_shown<GuidelinePanel>());
          EXPECT_TRUE(comes_true([&] {
            const wxWindow* const rule =
                wxWindow::FindWindowByName(_("Rule for the sentence"), scene.find<GuidelinePanel>());
            return rule != nullptr && rule->IsShownOnScreen();
          }));
        }}},
      {"reset-layout",
       {[](Scene& scene) {
          scene.press("F7");
          ASSERT_FALSE(scene.is_shown<DocumentList>());
        },
        [](Scene& scene) { EXPECT_TRUE(scene.is_shown<DocumentList>()); }}},
      {"larger-text", text_size(110)},
      {"smaller-text", text_size(90)},
      {"normal-text", text_size(100, 150)},
      {"switch-appearance",
       {nothing,
        [](Scene& scene) {
          see_choices(scene, Action::SwitchAppearance);
          EXPECT_NE(scene.settings().appearance(), Appearance::Light);
        }}},
      {"switch-language",
       {nothing,
        [](Scene& scene) {
          see_choices(scene, Action::SwitchLanguage);
          EXPECT_TRUE(scene.settings().language());
        }}},

      {"tour", {nothing, [](Scene& scene) { EXPECT_TRUE(scene.is_shown<TourPanel>()); }}},
      {"tour-next",
       {[](Scene& scene) {
          scene.find<TourPanel>()->resume({Tour::Step::Label, {}});
        },
        [](Scene& scene) { EXPECT_EQ(scene.find<TourPanel>()->progress()->step, Tour::Step::Occurrences); }}},
      {"tour-back",
       {[](Scene& scene) {
          scene.find<TourPanel>()->resume({Tour::Step::Label, {}});
        },
        [](Scene& scene) { EXPECT_EQ(scene.find<TourPanel>()->progress()->step, Tour::Step::Select); }}},
      {"open-sample",
       {nothing, [](Scene& scene) { EXPECT_TRUE(comes_true([&] { return scene.editor().documents().size() > 3; })); }}},
      {"keys", dialog(nothing, "Keys")},
      {"about", dialog(nothing, "About Mitjul")},
  };
  return kRows;
}

class ActionTableTest : public testing::TestWithParam<Language> {
 protected:
  ActionTableTest() { speak(GetParam()); }
  ~ActionTableTest() override { speak(Language::English); }
};

TEST(ActionTableRowsTest, EveryActionHasARow) {
  std::set<std::string_view> actions_with_row;
  for (const auto& [id, row] : rows()) actions_with_row.insert(id);
  std::set<std::string_view> all;
  for (const ActionInfo& action : actions()) all.insert(action.id);
  EXPECT_EQ(actions_with_row, all);
}

TEST_P(ActionTableTest, DoesWhatItSays) {
  Scene scene;
  for (const ActionInfo& action : actions()) {
    const auto row = rows().find(action.id);
    if (row == rows().end()) continue;  // told by another test
    std::vector<KeyPress> keys = parse_keys(action.keys);
    if (keys.empty()) keys.emplace_back();
    for (const KeyPress& key : keys) {
      SCOPED_TRACE(std::string(action.id) + ", key " + std::to_string(key.key));
      ASSERT_NO_FATAL_FAILURE(scene.begin());
      // What the menu says of it is in the language.
      const wxMenuItem* const item = scene.item_of(action.action);
      ASSERT_EQ(item == nullptr, action.menu == MenuOf::None);
      if (item != nullptr) {
        EXPECT_TRUE(item->GetItemLabel().StartsWith(wxGetTranslation(action.name))) << item->GetItemLabel();
      }
      row->second.prepare(scene);
      if (key.key != 0) {
        scene.press(key);
      } else if (item->GetSubMenu() == nullptr) {
        scene.choose(action.action);
      }
      row->second.see(scene);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, ActionTableTest, testing::Values(Language::Korean, Language::English),
                         [](const auto& each) { return each.param == Language::Korean ? "Korean" : "English"; });

}  // namespace
}  // namespace mitjul
