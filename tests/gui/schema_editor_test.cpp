#include "ui/schema_editor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/modalhook.h>

#include <deque>

#include "core/annotation_edits.h"
#include "tests/gui/find_window.h"
#include "tests/gui/waiting.h"
#include "tests/storage/support.h"
#include "tests/support/run_program.h"
#include "ui/attribute_form.h"
#include "ui/attribute_words.h"
#include "ui/label_form.h"
#include "ui/new_label_dialog.h"
#include "ui/roles_form.h"
#include "ui/schema_tree.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

/// Answers the dialogs that come up, in their order; keeps what they asked.
class Answers : public wxModalDialogHook {
 public:
  Answers() { Register(); }

  void add(int code) { codes_.push_back(code); }
  /// Done with the dialog once it is there; wxID_NONE of `add` comes before it.
  void when_shown(std::function<void(wxDialog&)> act) {
    add(wxID_NONE);
    acts_.push_back(std::move(act));
  }
  const std::vector<std::string>& asked() const { return asked_; }
  bool all_given() const { return codes_.empty(); }

 private:
  int Enter(wxDialog* dialog) override {
    auto* const message = dynamic_cast<wxMessageDialog*>(dialog);
    asked_.push_back(to_utf8(message == nullptr ? dialog->GetTitle() : message->GetMessage()));
    if (codes_.empty()) {
      ADD_FAILURE() << "nobody expected: " << asked_.back();
      return wxID_CANCEL;
    }
    const int code = codes_.front();
    codes_.pop_front();
    if (code == wxID_NONE) {
      dialog->CallAfter([dialog, act = acts_.front()] { act(*dialog); });
      acts_.pop_front();
    }
    return code;
  }

  std::deque<int> codes_;
  std::deque<std::function<void(wxDialog&)>> acts_;
  std::vector<std::string> asked_;
};

class SchemaEditorTest : public testing::Test {
 protected:
  explicit SchemaEditorTest(const Schema& schema = preset("claims-entities").value()) : project_(schema) {
    project_.close();
    editor_ = std::make_unique<Editor>(std::make_unique<ProjectFile>(project_.path));
    editor_->show(project_.document);
    frame_ = new wxFrame(nullptr, wxID_ANY, "test", wxPoint(0, 0), wxSize(900, 600));
    frame_->Show();
    window_ = new SchemaEditor(frame_, *editor_, keys_, light_theme());
    editor_->listen([this](const EditorEvent& event) { window_->update(event); });
    editor_->listen_to_outcomes([this](const Outcome& outcome) { window_->take_in(outcome); });
    window_->Show();
    settle();
  }
  ~SchemaEditorTest() override {
    window_->Destroy();
    frame_->Destroy();
    settle();
  }

  void annotate(ArticleSpan which, const std::string& label) {
    editor_->select(Selection(span(which).start(), span(which).end()));
    ASSERT_FALSE(editor_->apply_label(label));
  }
  std::vector<std::string> labels_of_annotations() const {
    std::vector<std::string> labels;
    for (const Annotation* const each : editor_->listed()) labels.push_back(each->label);
    return labels;
  }
  const Schema& schema() const { return editor_->schema(); }
  const Label& label(const std::string& id) const {
    static const Label none;
    const Label* const found = schema().find(id);
    EXPECT_NE(found, nullptr) << id;
    return found == nullptr ? none : *found;
  }
  std::string exported() const {
    const std::filesystem::path file = project_.folder / "export.xml";
    std::filesystem::remove(file);
    const ProgramResult result = run_cli(
        {"export", project_.path, "--format", "mitjul-xml", "--created", "2026-11-22T00:00:00Z", "--out", file});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return bytes_of(file);
  }

  template <class Control>
  Control& control(const char* name, wxWindow* in = nullptr) {
    auto* const found = dynamic_cast<Control*>(wxWindow::FindWindowByName(name, in == nullptr ? window_ : in));
    if (found == nullptr) throw std::runtime_error(std::string("no such control: ") + name);
    return *found;
  }
  void type(const char* field, const std::string& value) {
    control<wxTextCtrl>(field, &window_->form()).SetValue(to_wx(value));
    window_->form().flush();
  }
  static void press(wxWindow& window, int key, bool alt = false) {
    wxKeyEvent event(wxEVT_KEY_DOWN);
    event.m_keyCode = key;
    event.SetAltDown(alt);
    window.ProcessWindowEvent(event);
  }
  void add_label(const std::string& name, SchemaEditor::Place place = SchemaEditor::Place::Beside) {
    answers_.when_shown([name](wxDialog& dialog) {
      dynamic_cast<NewLabelDialog&>(dialog).name(name);
      dynamic_cast<NewLabelDialog&>(dialog).make();
    });
    window_->add(place);
  }
  /// Answers the question for a name and an id.
  void name_item(const std::string& name) {
    answers_.when_shown([name](wxDialog& dialog) {
      find_window<wxTextCtrl>(&dialog)->SetValue(to_wx(name));
      dialog.ProcessWindowEvent(*std::make_unique<wxCommandEvent>(wxEVT_BUTTON, wxID_OK));
    });
  }

  Project project_;
  const KeyMap keys_;
  std::unique_ptr<Editor> editor_;
  wxFrame* frame_;
  SchemaEditor* window_;
  Answers answers_;
};

/// The schema belongs to somebody else.
class LockedSchemaEditorTest : public SchemaEditorTest {
 protected:
  LockedSchemaEditorTest() {
    const AnnotatorKey owner = ProjectFile(project_.path).add_annotator("하나").key;
    ProjectSettings locked;
    locked.schema_owner = owner;
    editor_->workspace().refresh();
    EXPECT_FALSE(editor_->perform({"settings", {SettingsChange{{}, locked}}}));
    before_ = schema();
    window_->tree().select("ORG");
  }

  std::string proposed() {
    const auto& proposals = editor_->workspace().proposals();
    return proposals.empty() ? "" : std::string(name_of(proposals.back().operation)) + " " + proposals.back().comment;
  }

  Schema before_;
};

TEST_F(LockedSchemaEditorTest, AChangeIsProposedAndTheFieldShowsWhatIsStored) {
  answers_.when_shown([](wxDialog& dialog) {
    find_window<wxTextCtrl>(&dialog)->SetValue(wxString::FromUTF8("더 알맞음 🚀"));
    dialog.EndModal(wxID_OK);
  });
  type("Name", "단체 🚀");
  EXPECT_THAT(answers_.asked(), testing::ElementsAre("Propose a Change"));
  EXPECT_EQ(proposed(), "change-label 더 알맞음 🚀");
  EXPECT_EQ(schema(), before_);
  EXPECT_EQ(to_utf8(control<wxTextCtrl>("Name", &window_->form()).GetValue()), "기관");
  editor_->undo();
  EXPECT_EQ(proposed(), "");
}

TEST_F(LockedSchemaEditorTest, WhoDoesNotProposeKeepsWhatTheyTyped) {
  answers_.add(wxID_CANCEL);
  type("Name", "단체 🚀");
  EXPECT_EQ(proposed(), "");
  EXPECT_EQ(to_utf8(control<wxTextCtrl>("Name", &window_->form()).GetValue()), "단체 🚀");
}

TEST_F(LockedSchemaEditorTest, ANewLabelIsProposed) {
  answers_.when_shown([](wxDialog& dialog) {
    dynamic_cast<NewLabelDialog&>(dialog).name("은행 🚀");
    dynamic_cast<NewLabelDialog&>(dialog).make();
  });
  answers_.add(wxID_OK);
  window_->add(SchemaEditor::Place::Below);
  EXPECT_TRUE(answers_.all_given());
  EXPECT_EQ(proposed(), "add-label ");
  EXPECT_EQ(schema(), before_);
}

TEST_F(LockedSchemaEditorTest, TheOwnerAcceptsWhatWasProposedAndTakesItBack) {
  answers_.add(wxID_OK);
  window_->change(DeleteLabel{"MISC"}, AskFirst::No);
  EXPECT_EQ(proposed(), "delete-label ");
  editor_->workspace().work_as(editor_->workspace().settings().schema_owner);
  EXPECT_FALSE(editor_->decide(1, ProposalState::Accepted, "예"));
  EXPECT_EQ(schema().find("MISC"), nullptr);
  EXPECT_FALSE(editor_->undo());
  EXPECT_EQ(schema(), before_);
  EXPECT_EQ(editor_->workspace().proposals().front().state, ProposalState::Open);
}

TEST_F(SchemaEditorTest, EverythingThatIsDoneCanBeTakenBack) {
  annotate(kOrg, "ORG");
  annotate(kClaim, "CLAIM");
  annotate(kProduct, "PRODUCT");
  const Schema before = schema();
  const std::string export_before = exported();
  int edits = 0;

  ASSERT_TRUE(window_->tree().select("ORG"));
  add_label("군부대 🪖");
  const std::string made = window_->tree().selected();
  ++edits;
  EXPECT_EQ(label(made).name, "군부대 🪖");
  EXPECT_EQ(label(made).parent, "ENTITY") << "beside the chosen one";
  EXPECT_TRUE(is_schema_id(made));

  type("Name", "부대 🪖");
  ++edits;
  EXPECT_EQ(label(made).name, "부대 🪖");
  EXPECT_EQ(window_->tree().selected(), made) << "the id stays";

  control<wxTextCtrl>("Color as #RRGGBB", &window_->form()).SetValue("00c18a");
  window_->form().flush();
  ++edits;
  EXPECT_EQ(label(made).color, "#00C18A");

  press(control<wxButton>("Key", &window_->form()), 'Z');
  ++edits;
  EXPECT_EQ(label(made).key, "z");

  press(window_->tree(), WXK_UP, true);
  ++edits;
  EXPECT_EQ(schema().labels.back().id, before.labels.back().id);
  press(window_->tree(), WXK_LEFT, true);
  ++edits;
  EXPECT_EQ(label(made).parent, "");

  name_item("국적");
  control<wxButton>("Attributes: add one").Command(*std::make_unique<wxCommandEvent>(wxEVT_BUTTON));
  ++edits;
  ASSERT_EQ(label(made).attributes.size(), 1U);
  EXPECT_EQ(label(made).attributes[0].name, "국적");

  answers_.add(wxID_YES);
  ASSERT_TRUE(window_->tree().select("ORG"));
  window_->merge_into("MISC");
  ++edits;
  EXPECT_THAT(answers_.asked().back(), testing::StartsWith("1 annotation "));
  EXPECT_EQ(schema().find("ORG"), nullptr);
  EXPECT_THAT(labels_of_annotations(), testing::UnorderedElementsAre("MISC", "CLAIM", "PRODUCT"));

  answers_.add(wxID_NO);
  ASSERT_TRUE(window_->tree().select("PRODUCT"));
  window_->remove();
  ++edits;
  EXPECT_THAT(answers_.asked().back(), testing::StartsWith("1 annotation "));
  EXPECT_THAT(labels_of_annotations(), testing::UnorderedElementsAre("MISC", "CLAIM"));
  EXPECT_TRUE(answers_.all_given());

  for (int i = 0; i < edits; ++i) window_->step_back(true);
  EXPECT_EQ(schema(), before);
  EXPECT_EQ(exported(), export_before);
}

TEST_F(SchemaEditorTest, WhoChangesTheirMindLosesNothing) {
  annotate(kOrg, "ORG");
  const Schema before = schema();
  ASSERT_TRUE(window_->tree().select("ORG"));
  answers_.add(wxID_NO);
  window_->merge_into("MISC");
  answers_.add(wxID_CANCEL);
  window_->remove();
  EXPECT_EQ(schema(), before);
  EXPECT_THAT(labels_of_annotations(), testing::ElementsAre("ORG"));
}

TEST_F(SchemaEditorTest, RelationsWithOtherRolesAreNotOfferedToBeMergedInto) {
  ASSERT_TRUE(window_->tree().select("source"));
  window_->merge();
  const wxWindowList& children = window_->GetChildren();
  EXPECT_TRUE(std::any_of(children.begin(), children.end(), [](const wxWindow* child) {
    return child->IsShown() && child->GetLabel() == "There is no other relation with the same roles.";
  }));
}

TEST_F(SchemaEditorTest, TheSchemaGetsAnotherNameAndItsOldOneBack) {
  const Schema before = schema();
  auto& name = control<TextField>("Name of the schema");
  name.SetValue(wxString::FromUTF8("주장 🚀"));
  name.flush();
  EXPECT_EQ(schema().name, "주장 🚀");
  name.SetValue("");
  name.flush();
  EXPECT_EQ(schema().name, "주장 🚀") << "one without a name is refused";
  window_->step_back(true);
  EXPECT_EQ(schema(), before);
}

TEST_F(SchemaEditorTest, TheSchemaIsLockedAndHandedOverWhereItIsEdited) {
  const AnnotatorKey other = ProjectFile(project_.path).add_annotator("하나 🚀").key;
  editor_->workspace().refresh();
  window_->update({.schema = true});
  auto& owner = control<wxChoice>("Who changes it");
  const auto choose = [&](const wxString& name) {
    ASSERT_TRUE(owner.SetStringSelection(name)) << to_utf8(name);
    owner.ProcessWindowEvent(*std::make_unique<wxCommandEvent>(wxEVT_CHOICE));
  };
  const Annotator own =
      *std::find_if(editor_->workspace().annotators().begin(), editor_->workspace().annotators().end(),
                    [this](const Annotator& each) { return each.key == editor_->workspace().annotator(); });
  choose(to_wx(own.name) + " (you)");
  EXPECT_EQ(editor_->workspace().settings().schema_owner, own.key);
  answers_.add(wxID_NO);
  choose(wxString::FromUTF8("하나 🚀"));
  EXPECT_EQ(editor_->workspace().settings().schema_owner, own.key);
  EXPECT_EQ(owner.GetStringSelection(), to_wx(own.name) + " (you)");
  answers_.add(wxID_YES);
  choose(wxString::FromUTF8("하나 🚀"));
  EXPECT_EQ(editor_->workspace().settings().schema_owner, other);
  EXPECT_FALSE(owner.IsEnabled());
  EXPECT_FALSE(control<TextField>("Name of the schema").IsEnabled());
}

TEST_F(SchemaEditorTest, WhatNobodyUsesGoesWithoutAQuestion) {
  ASSERT_TRUE(window_->tree().select("MISC"));
  window_->remove();
  EXPECT_EQ(schema().find("MISC"), nullptr);
  EXPECT_TRUE(answers_.asked().empty());
  EXPECT_NE(schema().find(window_->tree().selected()), nullptr) << "another one is chosen";
}

TEST_F(SchemaEditorTest, AKeyThatIsTakenIsRefusedWithItsOwner) {
  ASSERT_TRUE(window_->tree().select("MISC"));
  const std::string before = label("MISC").key;
  press(control<wxButton>("Key", &window_->form()), '1');
  EXPECT_EQ(label("MISC").key, before);
  const wxWindowList& children = window_->form().GetChildren();
  EXPECT_TRUE(std::any_of(children.begin(), children.end(), [](const wxWindow* child) {
    return child->IsShown() && child->GetLabel() == wxString::FromUTF8("1 is the key of \"인물\".");
  }));
}

TEST_F(SchemaEditorTest, AnEmptyNameIsRefusedAndDoesNotGoToAnotherLabel) {
  ASSERT_TRUE(window_->tree().select("ORG"));
  type("Name", "");
  EXPECT_EQ(label("ORG").name, "기관");
  ASSERT_TRUE(window_->tree().select("PERSON"));
  EXPECT_EQ(control<wxTextCtrl>("Name", &window_->form()).GetValue(), wxString::FromUTF8("인물"));
  window_->form().flush();
  EXPECT_EQ(label("PERSON").name, "인물");
}

TEST_F(SchemaEditorTest, WhatIsTypedGoesToTheLabelForWhichItWasTyped) {
  ASSERT_TRUE(window_->tree().select("ORG"));
  control<wxTextCtrl>("Description", &window_->form()).SetValue(wxString::FromUTF8("회사 🏢"));
  ASSERT_TRUE(window_->tree().select("PERSON"));
  EXPECT_EQ(label("ORG").description, "회사 🏢");
  EXPECT_NE(label("PERSON").description, "회사 🏢");
}

TEST_F(SchemaEditorTest, AValueThatAnnotationsHaveIsExchangedForAnother) {
  annotate(kClaim, "CLAIM");
  Annotation claim = *editor_->selected();
  const Attribute& type = *std::find_if(label("CLAIM").attributes.begin(), label("CLAIM").attributes.end(),
                                        [](const Attribute& each) { return each.type == AttributeType::Choice; });
  const std::string attribute = type.id;
  const std::string gone = type.values[1].id;
  const std::string instead = type.values[0].id;
  claim.attributes[attribute] = {gone};
  ASSERT_FALSE(editor_->change(claim, "set-attribute"));

  ASSERT_TRUE(window_->tree().select("CLAIM"));
  window_->attributes().select(attribute, gone);
  answers_.add(wxID_CANCEL);
  window_->attributes().remove_value();
  EXPECT_EQ(only_value(*editor_->listed().front(), attribute), gone);
  // The first of the others is chosen in the dialog.
  answers_.add(wxID_OK);
  window_->attributes().remove_value();
  EXPECT_EQ(only_value(*editor_->listed().front(), attribute), instead);
  window_->step_back(true);
  EXPECT_EQ(only_value(*editor_->listed().front(), attribute), gone);
}

TEST_F(SchemaEditorTest, AltWithAnArrowKeyMovesTheChosenLabel) {
  ASSERT_TRUE(window_->tree().select("ORG"));
  EXPECT_TRUE(window_->tree().take_key({WXK_LEFT, false, false, true}));
  EXPECT_EQ(label("ORG").parent, "");
  EXPECT_EQ(window_->tree().selected(), "ORG");
  EXPECT_FALSE(window_->tree().take_key({'A'}));
}

TEST_F(SchemaEditorTest, RolesAreThereForRelationsOnly) {
  auto* const roles = find_window<RolesForm>(window_);
  auto* const list = find_window<ItemList>(roles);
  ASSERT_TRUE(window_->tree().select("source"));
  EXPECT_TRUE(list->IsShown());
  ASSERT_TRUE(window_->tree().select("ORG"));
  EXPECT_FALSE(list->IsShown());
}

/// Ten groups of labels with fourteen each.
Schema large_schema() {
  Schema schema;
  schema.name = "large";
  for (int group = 0; group < 10; ++group) {
    Label above;
    above.id = "G" + std::to_string(group);
    above.name = "갈래 " + std::to_string(group);
    above.color = "#2683A8";
    schema.labels.push_back(above);
    for (int i = 0; i < 14; ++i) {
      Label below;
      below.id = above.id + "-" + std::to_string(i);
      below.name = (group == 7 && i == 3 ? "지진 " : "라벨 ") + std::to_string(group) + "." + std::to_string(i);
      below.parent = above.id;
      schema.labels.push_back(below);
    }
  }
  return schema;
}

class LargeSchemaEditorTest : public SchemaEditorTest {
 protected:
  LargeSchemaEditorTest() : SchemaEditorTest(large_schema()) {}
};

TEST_F(LargeSchemaEditorTest, InitialsFindOneOfHundredFifty) {
  control<wxTextCtrl>("Filter labels").SetValue(wxString::FromUTF8("ㅈㅈ"));
  EXPECT_EQ(window_->tree().selected(), "G7-3");
  EXPECT_EQ(control<wxTextCtrl>("Name", &window_->form()).GetValue(), wxString::FromUTF8("지진 7.3"));
  EXPECT_FALSE(window_->tree().select("G1-1"));
  control<wxTextCtrl>("Filter labels").Clear();
  EXPECT_EQ(window_->tree().selected(), "G7-3") << "stays chosen";
  EXPECT_TRUE(window_->tree().select("G1-1"));
}

TEST_F(LargeSchemaEditorTest, ANewLabelBelowHasAColorThatNobodyBesideItHas) {
  for (const char* const name : {"하나", "둘", "셋"}) {
    ASSERT_TRUE(window_->tree().select("G4"));
    add_label(name, SchemaEditor::Place::Below);
    const Label& made = label(window_->tree().selected());
    EXPECT_EQ(made.parent, "G4");
    for (const Label& other : schema().labels) {
      EXPECT_TRUE(other.id == made.id || other.color != made.color) << other.id;
    }
  }
}

}  // namespace
}  // namespace mitjul
