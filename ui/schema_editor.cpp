#include "ui/schema_editor.h"

#include <algorithm>
#include <utility>

#include "ui/annotation_words.h"
#include "ui/attribute_form.h"
#include "ui/attribute_words.h"
#include "ui/edit_words.h"
#include "ui/failure.h"
#include "ui/key_press.h"
#include "ui/key_words.h"
#include "ui/label_form.h"
#include "ui/label_preview.h"
#include "ui/roles_form.h"
#include "ui/rules_form.h"
#include "ui/schema_form.h"
#include "ui/schema_proposing.h"
#include "ui/schema_tree.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr int kWidth = 1120;
constexpr int kHeight = 660;
constexpr int kTreeWidth = 330;

}  // namespace

SchemaEditor::SchemaEditor(wxWindow* parent, Editor& editor, const KeyMap& keys, const Theme& theme)
    : wxDialog(parent, wxID_ANY, _("Edit Schema"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      editor_(editor),
      keys_(keys),
      theme_(theme),
      access_{[this]() -> const Schema& { return editor_.schema(); },
              [this]() -> const SchemaCounts& { return counts_; },
              [this](const SchemaOperation& operation, AskFirst ask) { return change(operation, ask); }} {
  auto* const columns = new wxBoxSizer(wxHORIZONTAL);
  columns->Add(make_left(), wxSizerFlags().Expand());
  columns->Add(make_right(), wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(12)));
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(columns, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(12)));
  sizer->Add(make_bottom(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(12)));
  SetSizer(sizer);
  bind();
  fill();
  SetMinSize(FromDIP(wxSize(760, 480)));
  const wxSize room = wxGetClientDisplayRect().GetSize();
  SetSize(std::min(FromDIP(kWidth), room.x - FromDIP(20)), std::min(FromDIP(kHeight), room.y - FromDIP(40)));
  CentreOnParent();
  search_->SetFocus();
}

wxButton* SchemaEditor::button(const wxString& words, const wxString& tip, std::function<void()> act) {
  auto* const made = new wxButton(this, wxID_ANY, words);
  if (!tip.empty()) made->SetToolTip(tip);
  made->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
  return made;
}

wxSizer* SchemaEditor::make_left() {
  search_ = new wxTextCtrl(this, wxID_ANY);
  search_->SetName(_("Filter labels"));
  search_->SetHint(_("Name, initials, id or key"));
  fit_height(*search_);
  tree_ = new SchemaTree(this,
                         {[this]() -> const Schema& { return editor_.schema(); },
                          [this](const std::string& label) { return counts_.of_label(label); },
                          [this] { show_label(); }, [this](const MoveLabel& move) { say(change(move, AskFirst::No)); },
                          [this] {
                            pages_->SetSelection(0);
                            form_->take_focus();
                          }},
                         theme_);
  tree_->SetToolTip(_("Drag a label onto another one, or between two; or Alt with the arrow keys"));
  auto* const making = new wxBoxSizer(wxHORIZONTAL);
  auto* const changing = new wxBoxSizer(wxHORIZONTAL);
  const auto put = [&](wxSizer* row, wxButton* made) {
    row->Add(made, wxSizerFlags(1).Border(row->IsEmpty() ? 0 : wxLEFT, FromDIP(4)));
    return made;
  };
  put(making, button(_("&New Label..."), _("A label beside the chosen one (Insert)"), [this] { add(Place::Beside); }));
  of_label_.push_back(put(making, button(_("New &Below..."), _("A label below the chosen one (Shift+Insert)"),
                                         [this] { add(Place::Below); })));
  of_label_.push_back(
      put(changing, button(_("S&plit..."), _("Some annotations get another label, in a review"), [this] { split(); })));
  of_label_.push_back(
      put(changing, button(_("&Merge..."), _("Annotations get another label that is there"), [this] { merge(); })));
  of_label_.push_back(put(changing, button(_("&Delete..."), _("Delete"), [this] { remove(); })));
  auto* const column = new wxBoxSizer(wxVERTICAL);
  column->Add(search_, wxSizerFlags().Expand());
  column->Add(tree_, wxSizerFlags(1).Expand().Border(wxTOP | wxBOTTOM, FromDIP(6)));
  column->Add(making, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(4)));
  column->Add(changing, wxSizerFlags().Expand());
  column->SetMinSize(FromDIP(kTreeWidth), -1);
  return column;
}

wxSizer* SchemaEditor::make_right() {
  light_ = new LabelPreview(this, light_theme());
  dark_ = new LabelPreview(this, dark_theme());
  pages_ = new wxNotebook(this, wxID_ANY);
  form_ = new LabelForm(pages_, access_);
  rules_ = new RulesForm(pages_, access_);
  attributes_ = new AttributeForm(pages_, access_);
  roles_ = new RolesForm(pages_, access_);
  label_pages_ = {form_, rules_, attributes_, roles_};
  whole_ = new SchemaForm(pages_, editor_.workspace(),
                          {[this](const SchemaOperation& operation) { return change(operation, AskFirst::No); },
                           [this](const Edit& edit) { return perform(edit); },
                           [this](const wxString& question, const wxString& yes) { return ask(question, yes); }});
  pages_->AddPage(form_, _("Label"));
  pages_->AddPage(attributes_, _("Attributes"));
  pages_->AddPage(roles_, _("Roles"));
  pages_->AddPage(rules_, _("Rules"));
  pages_->AddPage(whole_, _("Whole Schema"));
  auto* const previews = new wxBoxSizer(wxHORIZONTAL);
  previews->Add(light_, wxSizerFlags(1).Expand());
  previews->Add(dark_, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(8)));
  auto* const column = new wxBoxSizer(wxVERTICAL);
  column->Add(previews, wxSizerFlags().Expand());
  column->Add(pages_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(8)));
  return column;
}

wxSizer* SchemaEditor::make_bottom() {
  state_ = new wxStaticText(this, wxID_ANY, "");
  state_->SetForegroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
  said_ =
      new wxStaticText(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END);
  const int gap = FromDIP(6);
  auto* const words = new wxBoxSizer(wxVERTICAL);
  words->Add(said_, wxSizerFlags().Expand());
  words->Add(state_, wxSizerFlags().Expand());
  auto* const row = new wxBoxSizer(wxHORIZONTAL);
  row->Add(button(_("&Import..."), _("Replaces the schema by that of a file"), [this] { import_schema(); }),
           wxSizerFlags().CenterVertical());
  row->Add(button(_("E&xport..."), _("Writes the schema to a file"), [this] { export_schema(); }),
           wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  row->Add(words, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxRIGHT, 2 * gap));
  row->Add(button(_("&Undo"), key_words(keys_, Action::Undo), [this] { step_back(true); }),
           wxSizerFlags().CenterVertical());
  publish_ = button(_("Pub&lish..."), _("Makes a version of the draft: what has another meaning is reviewed"),
                    [this] { close(kPublish); });
  row->Add(publish_, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  row->Add(button(_("&Close"), "", [this] { close(wxID_CANCEL); }),
           wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
  return row;
}

void SchemaEditor::bind() {
  search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { tree_->fill(to_utf8(search_->GetValue())); });
  Bind(wxEVT_CHAR_HOOK, &SchemaEditor::on_key, this);
  Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { close(wxID_CANCEL); });
}

/// The keys of the tree work in the field above it, too, but for those that move its caret.
bool SchemaEditor::take_key_in_search(const KeyPress& key) {
  if (key == KeyPress{WXK_RETURN}) {
    tree_->SetFocus();
    return true;
  }
  if (key == KeyPress{WXK_ESCAPE} && !search_->IsEmpty()) {
    search_->Clear();
    return true;
  }
  return key.key != WXK_HOME && key.key != WXK_END && tree_->take_key(key);
}

void SchemaEditor::on_key(wxKeyEvent& event) {
  const KeyPress key = KeyPress::from(event);
  const ActionInfo* const found = keys_.action_for(key);
  const bool back = found != nullptr && found->action == Action::Undo;
  const bool again = found != nullptr && found->action == Action::Redo;
  const bool plain = !key.ctrl && !key.alt && !key.shift;
  wxWindow* const focus = FindFocus();
  if (back || again) {
    // What stands in a field and is not stored yet goes first.
    auto* const field = dynamic_cast<TextField*>(focus);
    if (field != nullptr && back && field->CanUndo()) return field->Undo();
    if (field != nullptr && again && field->CanRedo()) return field->Redo();
    return step_back(back);
  }
  if (focus == search_ && take_key_in_search(key)) return;
  if (key == KeyPress{'F', true}) return search_->SetFocus();
  if (key == KeyPress{WXK_F2}) {
    pages_->SetSelection(0);
    return form_->take_focus();
  }
  const bool at_labels = focus == search_ || focus == tree_;
  if (at_labels && key.key == WXK_INSERT && !key.ctrl && !key.alt) {
    return CallAfter([this, place = key.shift ? Place::Below : Place::Beside] { add(place); });
  }
  if (focus == tree_ && plain && key.key == WXK_DELETE) return CallAfter([this] { remove(); });
  if (plain && key.key == WXK_ESCAPE) return close(wxID_CANCEL);
  event.Skip();
}

// --- Showing ---

void SchemaEditor::fill() {
  try {
    counts_ = SchemaCounts(editor_.workspace().store().schema_uses());
  } catch (...) {
    say(failure_sentence());
  }
  const std::string before = tree_->selected();
  tree_->fill(to_utf8(search_->GetValue()));
  // Another label was shown when it was selected.
  if (tree_->selected() == before) show_label();
  whole_->fill();
  show_state();
}

const Label* SchemaEditor::chosen() const { return editor_.schema().find(tree_->selected()); }

void SchemaEditor::show_label() {
  const Label* const label = chosen();
  const std::string id = label == nullptr ? std::string() : label->id;
  light_->show(editor_.schema(), id);
  dark_->show(editor_.schema(), id);
  for (LabelPage* const page : label_pages_) page->show(id);
  for (wxButton* const each : of_label_) each->Enable(label != nullptr);
}

void SchemaEditor::show_stored() {
  for (LabelPage* const page : label_pages_) page->show({});
  show_label();
  whole_->show_stored();
}

void SchemaEditor::show_state() {
  const Schema& schema = editor_.schema();
  const wxString name = to_wx(schema.name);
  wxString state = schema.draft ? wxString::Format(_("\"%s\", draft after version %d"), name, schema.version)
                                : wxString::Format(_("\"%s\", version %d"), name, schema.version);
  const bool proposes = only_proposes(editor_.workspace());
  if (proposes) state += wxString::FromUTF8(" · ") + _("locked: what you change is proposed");
  state_->SetLabel(wxControl::EscapeMnemonics(state));
  publish_->Enable(schema.draft && !proposes);
  Layout();
}

void SchemaEditor::update(const EditorEvent& event) {
  if (!changing_ && (event.schema || event.annotations || event.documents)) fill();
}

void SchemaEditor::take_in(const Outcome& outcome) {
  const Schema& schema = editor_.schema();
  wxString sentence = outcome_sentence(outcome, schema, editor_.document(), keys_);
  if (sentence.empty() && !outcome.edit.changes.empty()) {
    sentence = wxString::Format(_("%s. %s takes it back."), edit_words(outcome.edit, schema, editor_.document()),
                                key_words(keys_, Action::Undo));
  }
  say(sentence);
}

void SchemaEditor::say(const wxString& sentence) {
  said_->SetLabel(wxControl::EscapeMnemonics(sentence));
  said_->SetToolTip(sentence);
  said_->Show(!sentence.empty());
  Layout();
}

void SchemaEditor::say(const SchemaAnswer& answer) {
  if (!answer.done()) say(answer.why);
}

bool SchemaEditor::flush() {
  // The input method hands over the syllable that is being composed when the focus goes.
  tree_->SetFocus();
  bool stored = whole_->flush();
  for (LabelPage* const page : label_pages_) stored = page->flush() && stored;
  return stored;
}

/// What cannot be stored keeps it open once.
void SchemaEditor::close(int code) {
  if (!flush() && !std::exchange(told_of_unstored_, true)) return;
  EndModal(code);
}

}  // namespace mitjul
